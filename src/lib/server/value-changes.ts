import type { Day } from '#lib/domain/calendar.ts';
import { keyOf, saysTheSame } from '#lib/domain/difference.ts';
import type { Kommun, Measure } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { ShownValue, Some, ValueChange } from '#lib/domain/preview.ts';
import { shownNote } from '#lib/domain/preview.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { suppress } from '#lib/domain/suppress.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as places from './db/places.ts';

/** What values may be about, also what a file is about to make (below 0). */
export type Known = {
  readonly kommun: number;
  readonly measures: readonly Measure[];
  readonly places: readonly Place[];
  /** A title for each measure. */
  readonly titles: ReadonlyMap<number, string>;
};

/** The measures by the words of the kommun's own indicators, where any uses them. */
export function readKnown(
  db: Db,
  kommun: Kommun,
  measures: readonly Measure[],
  made: readonly Place[] = [],
): Known {
  const place = places.readKommun(db, kommun.code);
  invariant(place, `${kommun.slug} is a place`);
  const own = indicators.names(db, kommun.id).toReversed();
  const titles = new Map([
    ...measures.map((one): [number, string] => [one.id, one.title]),
    ...own.map((one): [number, string] => [one.measure, one.short ?? one.title]),
  ]);
  return { kommun: place.id, measures, places: [...places.list(db, kommun.id), ...made], titles };
}

/** All that is seen before, or after, with small counts taken away: by what each value is about. */
function shown({ kommun, measures, places: known }: Known, all: readonly Observation[]) {
  const safe = suppress({ observations: all, measures, places: known, place: kommun });
  return new Map(safe.map((one) => [keyOf(one), one]));
}

type Change = Pick<ValueChange, 'kind'> & {
  readonly before: Observation | null;
  readonly after: Observation | null;
  readonly about: Observation;
};

const isUntouched = ({ source: a }: Observation, { source: b }: Observation) =>
  a.upload === b.upload && a.line === b.line;

type Views = {
  readonly was: ReadonlyMap<string, Observation>;
  readonly is: ReadonlyMap<string, Observation>;
  readonly shownBefore: ReadonlyMap<string, Observation>;
  readonly shownAfter: ReadonlyMap<string, Observation>;
};

/** What differs between two views of the same values; what is only in the first is gone. */
function* differences({
  was: before,
  is: after,
  shownBefore,
  shownAfter,
}: Views): Generator<readonly [string, ValueChange['kind']]> {
  for (const [key, one] of after) {
    const old = before.get(key);
    if (!old) yield [key, 'new'];
    else if (isUntouched(old, one)) {
      // What nobody touched may come to be hidden, or be hidden no more, by what stands beside it.
      const isHiddenAnew = shownBefore.get(key)?.state !== shownAfter.get(key)?.state;
      if (isHiddenAnew) yield [key, 'beside'];
    } else yield [key, saysTheSame(old, one) ? 'unchanged' : 'changed'];
  }
  for (const key of before.keys()) if (!after.has(key)) yield [key, 'gone'];
}

const valueOf = (one: Observation | null, unit: string): ShownValue | null =>
  one && { state: one.state, value: one.value, unit };

function describe(known: Known, change: Change, today: Day): ValueChange {
  const { kind, before, after, about } = change;
  const { measure, place, period, sex, breakdown } = about;
  const unit = known.measures.find((one) => one.id === measure)?.unit ?? '';
  const told = place === known.kommun ? null : known.places.find((one) => one.id === place);
  return {
    kind,
    title: known.titles.get(measure) ?? '',
    period,
    place: told?.name ?? null,
    sex,
    breakdown,
    of: about.kind,
    before: valueOf(before, unit),
    after: valueOf(after, unit),
    printed: after?.printed ?? '',
    note: shownNote(after?.note ?? null),
    noteBefore: shownNote(before?.note ?? null),
    line: about.source.line,
    remark: remarkOf(change, today),
  };
}

/** So many times more, or less, is hardly the same thing. */
const FAR = 10;

const isFar = (before: number, after: number) =>
  before !== 0 && after !== 0 && (after / before >= FAR || after / before <= 1 / FAR);

function remarkOf({ kind, before, after, about }: Change, today: Day): ValueChange['remark'] {
  if (kind === 'gone') return null;
  if (kind === 'beside') return after?.state === 'suppressed' ? 'hidden' : 'revealed';
  if (about.period.from !== null && about.period.from > today) return 'future';
  if (before?.value === null || before?.value === undefined || !after) return null;
  if (after.state === 'missing') return 'emptied';
  return after.value !== null && isFar(before.value, after.value) ? 'far' : null;
}

export type Changes = Readonly<Record<ValueChange['kind'], Some<ValueChange>>>;

/**
 * What is seen otherwise, value by value, sorted by what became of it: so many of each are described
 * and the rest counted. Whether a value changed is asked of what is stored; what is shown of it is what
 * may be shown.
 */
export function valueChanges(
  known: Known,
  before: readonly Observation[],
  after: readonly Observation[],
  limits: Readonly<Record<ValueChange['kind'], number>>,
  today: Day,
): Changes {
  const byKey = (all: readonly Observation[]) => new Map(all.map((one) => [keyOf(one), one]));
  const [was, is] = [byKey(before), byKey(after)];
  const [shownBefore, shownAfter] = [shown(known, before), shown(known, after)];
  const found: Record<ValueChange['kind'], { shown: ValueChange[]; count: number }> = {
    new: { shown: [], count: 0 },
    changed: { shown: [], count: 0 },
    unchanged: { shown: [], count: 0 },
    gone: { shown: [], count: 0 },
    beside: { shown: [], count: 0 },
  };
  const views = { was, is, shownBefore, shownAfter };
  for (const [key, kind] of differences(views)) {
    const some = found[kind];
    some.count += 1;
    if (some.shown.length === limits[kind]) continue;
    const [old, now] = [shownBefore.get(key) ?? null, shownAfter.get(key) ?? null];
    some.shown.push(
      describe(known, { kind, before: old, after: now, about: (now ?? old)! }, today),
    );
  }
  return found;
}
