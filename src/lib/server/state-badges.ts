import { assessAll } from '#lib/domain/assess-all.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Kommun, Namnd, NamndOccasion, Occasion } from '#lib/domain/model.ts';
import { lateOf } from '#lib/domain/late.ts';
import { isLocked, published } from '#lib/domain/occasion.ts';
import type { BadgeChange, BadgeData, LateAt } from '#lib/domain/preview.ts';
import type { State } from '#lib/domain/state.ts';
import { stateChanges } from '#lib/domain/state-changes.ts';
import type { StateChange } from '#lib/domain/state-changes.ts';
import { stateWord, verdictWord } from '#lib/format/labels.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as namnder from './db/namnder.ts';
import * as occasions from './db/occasions.ts';
import { readDecided } from './decided.ts';
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

/** What a reader would see otherwise, thing by thing. */
export const repainted = (
  before: Assessed,
  after: Assessed,
  namnd: Pick<Namnd, 'name'>,
): BadgeChange[] =>
  stateChanges(before, after)
    .map((change) => badgesOf(change, after.later))
    .filter((one) => looks(one.before) !== looks(one.after))
    .map((one) => ({ namnd: namnd.name, occasion: after.occasion.title, ...one }));

function changesAt(
  db: Db,
  kommun: Kommun,
  namnd: Namnd,
  occasion: NamndOccasion,
  from: Vantage,
): BadgeChange[] {
  const [before, after] = [asNow(db, kommun), from].map((vantage) =>
    assessAll(readSnapshot(db, kommun, namnd, occasion, vantage)),
  ) as [Assessed, Assessed];
  return repainted(before, after, namnd);
}

/** Values that would stand beside what was decided, that do not stand there now. */
function lateAt(
  db: Db,
  kommun: Kommun,
  namnd: Namnd,
  occasion: NamndOccasion,
  from: Vantage,
): LateAt[] {
  const decided = readDecided(db, namnd, occasion);
  const [now, then] = [asNow(db, kommun), from].map((vantage) =>
    lateOf(decided, assessAll(readSnapshot(db, kommun, namnd, occasion, vantage))).map(
      ({ was, is }) => JSON.stringify([was, is]),
    ),
  ) as [string[], string[]];
  const known = new Set(now);
  const count = then.filter((one) => !known.has(one)).length;
  return count > 0 ? [{ namnd: namnd.name, occasion: occasion.title, count }] : [];
}

/**
 * What would be otherwise if values were seen so, in every nämnd that measures with any of some measures, the newest
 * occasion first: states that would be others where it is published, and what would stand beside where it is locked.
 */
export function stateReport(
  db: Db,
  kommun: Kommun,
  measures: ReadonlySet<number>,
  from: Vantage,
): { readonly states: readonly BadgeChange[]; readonly late: readonly LateAt[] } {
  const touched = namnder
    .list(db, kommun.id)
    .filter((namnd) => indicators.list(db, namnd.id).some((one) => measures.has(one.measure)))
    .flatMap((namnd) =>
      published(occasions.listOfNamnd(db, namnd.id))
        .toReversed()
        .map((occasion) => ({ namnd, occasion })),
    );
  const [locked, open] = [true, false].map((is) =>
    touched.filter(({ occasion }) => isLocked(occasion) === is),
  ) as [typeof touched, typeof touched];
  return {
    states: open.flatMap((one) => changesAt(db, kommun, one.namnd, one.occasion, from)),
    late: locked.flatMap((one) => lateAt(db, kommun, one.namnd, one.occasion, from)),
  };
}
