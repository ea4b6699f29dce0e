import type { Assessed } from './assess-all.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { Day } from './calendar.ts';
import { compare } from './compare.ts';
import { keyOf } from './difference.ts';
import type { Observation } from './observation.ts';
import { countsBy } from './series.ts';

/*
 * What has come in since a nämnd decided ("ändrat efter beslut", DESIGN 8): shown beside what was decided, and
 * changes none of it. Only data: a rule that is another today says nothing of what was decided.
 */

/** A value that is another than it was. Null: there was none, or there is none any more. */
export type LateValue = {
  /** As it was decided. */
  readonly indicator: AssessedIndicator;
  readonly was: Observation | null;
  readonly is: Observation | null;
};

/** The periods that an indicator's page is about: of its value and the one a year before, with their parts. */
function periodsOf({ current, previous }: AssessedIndicator): ReadonlySet<string> {
  const shown = 'observation' in current ? [current.observation] : [];
  return new Set(
    [...shown, ...(previous ? [previous.observation] : [])].map((one) => one.period.text),
  );
}

const newestOf = ({ current }: AssessedIndicator): Day | null =>
  'observation' in current ? current.observation.period.to : null;

/** It could have counted when it was decided, and is about what was shown then, or newer. */
function matters(decided: AssessedIndicator, cutoff: Day): (one: Observation) => boolean {
  const periods = periodsOf(decided);
  const newest = newestOf(decided);
  return (one) =>
    countsBy(one, cutoff) &&
    (periods.has(one.period.text) || newest === null || one.period.to > newest);
}

const isSameSource = (a: Observation, b: Observation) =>
  a.source.upload === b.source.upload && a.source.line === b.source.line;

const isSameValue = (a: Observation, b: Observation) =>
  a.state === b.state &&
  (a.value === null || b.value === null ? a.value === b.value : compare(a.value, b.value) === 0);

/** The same reading is the same, also where a rule of today hides it or shows it. */
const isUnchanged = (was: Observation | null, is: Observation | null) =>
  was !== null && is !== null && (isSameSource(was, is) || isSameValue(was, is));

function lateIn(decided: AssessedIndicator, now: AssessedIndicator, cutoff: Day): LateValue[] {
  // Its values are of another series: a rule, and no data.
  if (decided.measure.id !== now.measure.id) return [];
  const wanted = matters(decided, cutoff);
  const [before, after] = [decided, now].map(
    ({ observations }) => new Map(observations.filter(wanted).map((one) => [keyOf(one), one])),
  ) as [Map<string, Observation>, Map<string, Observation>];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ was: before.get(key) ?? null, is: after.get(key) ?? null }))
    .filter(({ was, is }) => !isUnchanged(was, is))
    .map((found) => ({ indicator: decided, ...found }));
}

/** What has changed since it was decided, in the order of the plan. `now` is the same occasion as data make it today. */
export function lateOf(decided: Assessed, now: Assessed): readonly LateValue[] {
  const today = new Map(now.indicators.map((one) => [one.indicator.id, one]));
  return decided.indicators.flatMap((one) => {
    const same = today.get(one.indicator.id);
    return same ? lateIn(one, same, decided.occasion.cutoffOn) : [];
  });
}
