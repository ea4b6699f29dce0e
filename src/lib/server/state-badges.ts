import { assessAll } from '#lib/domain/assess-all.ts';
import type { Kommun, Namnd, NamndOccasion, Occasion } from '#lib/domain/model.ts';
import { published } from '#lib/domain/occasion.ts';
import type { BadgeChange, BadgeData } from '#lib/domain/preview.ts';
import type { State } from '#lib/domain/state.ts';
import { stateChanges } from '#lib/domain/state-changes.ts';
import type { StateChange } from '#lib/domain/state-changes.ts';
import { stateWord, verdictWord } from '#lib/format/labels.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as namnder from './db/namnder.ts';
import * as occasions from './db/occasions.ts';
import { asNow, readSnapshot } from './snapshot.ts';
import type { Vantage } from './snapshot.ts';

const ofState = (state: State | null, later: readonly Occasion[]): BadgeData =>
  state === null
    ? { colour: null, word: 'utan läge', aspect: 'outcome' }
    : {
        colour: state.kind === 'step' ? state.step.colour : null,
        word: stateWord(state, later),
        aspect: state.aspect,
      };

/** What a reader sees of a state. */
const looks = ({ colour, word, aspect }: BadgeData) => `${colour} ${word} ${aspect}`;

type OfIndicator = Extract<StateChange, { kind: 'indicator' }>['before'];

const ofVerdict = (one: OfIndicator): BadgeData => ({
  colour: one.step?.colour ?? null,
  word: verdictWord(one),
  aspect: 'outcome',
});

function badgesOf(change: StateChange, later: readonly Occasion[]) {
  if (change.kind === 'indicator') {
    const { indicator } = change.after;
    const title = indicator.short ?? indicator.title;
    return { title, before: ofVerdict(change.before), after: ofVerdict(change.after) };
  }
  const title = change.kind === 'goal' ? change.after.title : change.after.activity.title;
  const [before, after] = [change.before.state, change.after.state];
  return { title, before: ofState(before, later), after: ofState(after, later) };
}

function changesAt(
  db: Db,
  kommun: Kommun,
  namnd: Namnd,
  occasion: NamndOccasion,
  from: Vantage,
): BadgeChange[] {
  const [before, after] = [asNow(db, kommun), from].map((vantage) =>
    assessAll(readSnapshot(db, kommun, namnd, occasion, vantage)),
  ) as [ReturnType<typeof assessAll>, ReturnType<typeof assessAll>];
  return stateChanges(before, after)
    .map((change) => badgesOf(change, after.later))
    .filter((one) => looks(one.before) !== looks(one.after))
    .map((one) => ({ namnd: namnd.name, occasion: occasion.title, ...one }));
}

/**
 * The states that would be others if values were seen so: of every nämnd that measures with any of
 * some measures, at every occasion it has published, the newest first.
 */
export function badgeChanges(
  db: Db,
  kommun: Kommun,
  measures: ReadonlySet<number>,
  from: Vantage,
): BadgeChange[] {
  return namnder.list(db, kommun.id).flatMap((namnd) => {
    const isTouched = indicators.list(db, namnd.id).some((one) => measures.has(one.measure));
    if (!isTouched) return [];
    return published(occasions.listOfNamnd(db, namnd.id))
      .toReversed()
      .flatMap((occasion) => changesAt(db, kommun, namnd, occasion, from));
  });
}
