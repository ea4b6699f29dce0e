import type { AssessedIndicator } from './assess-indicator.ts';
import type { Day } from './calendar.ts';
import { groupBy } from './group-by.ts';
import type { Observation } from './observation.ts';
import { comparePeriods } from './period.ts';
import type { Period } from './period.ts';
import { countsBy } from './series.ts';
import type { Place } from './snapshot.ts';

/** The values of one period beside each other: by unit, by sex, or by a breakdown of that name. */
export type Parts = {
  readonly by: 'place' | 'sex' | 'breakdown';
  /** "Ålder"; '' where `by` says it all. */
  readonly name: string;
  readonly period: Period;
  /** In the order given; one without a number is there as a gap. */
  readonly parts: readonly Observation[];
};

/** "Ålder=50 år eller äldre;Enhet=Norr" → "Ålder, Enhet". */
export const breakdownName = (breakdown: string): string =>
  breakdown
    .split(';')
    .map((pair) => pair.slice(0, Math.max(0, pair.indexOf('='))))
    .join(', ');

const hasTwo = (list: readonly Observation[]) =>
  list.filter((one) => one.value !== null).length >= 2;

/** The newest period with something to compare. */
function newestOf(
  observations: readonly Observation[],
  by: Parts['by'],
  name = '',
): readonly Parts[] {
  const groups = [...groupBy(observations, ({ period }) => period.text).values()].filter(hasTwo);
  const newest = groups.toSorted((a, b) => comparePeriods(a[0]!.period, b[0]!.period)).at(-1);
  return newest?.[0] ? [{ by, name, period: newest[0].period, parts: newest }] : [];
}

/** The kommun's own units, in the order of the places. */
export function unitValues(
  observations: readonly Observation[],
  places: readonly Place[],
  except: number,
): readonly Observation[] {
  const units = places.filter((one) => one.kind === 'unit' && one.id !== except);
  return units.flatMap(({ id }) => observations.filter((one) => one.place === id));
}

/** The outcomes of a whole, or of its parts, that a chart may be made of. */
const outcomesAt = ({ observations }: AssessedIndicator, cutoff: Day) =>
  observations.filter((one) => one.kind === 'utfall' && countsBy(one, cutoff));

/**
 * What is drawn of an indicator part by part, in its newest period. By sex only where there is no
 * line that tells of them already.
 */
export function byPart(
  one: AssessedIndicator,
  places: readonly Place[],
  cutoff: Day,
  isSexDrawn: boolean,
): readonly Parts[] {
  if (one.indicator.isQualitative) return [];
  const outcomes = outcomesAt(one, cutoff);
  const own = outcomes.filter((other) => other.place === one.place);
  const whole = own.filter((other) => other.breakdown === '');
  const sexes = whole.filter((other) => other.sex !== 'T');
  const parts = own.filter((other) => other.breakdown !== '' && other.sex === 'T');
  const units = outcomes.filter((other) => other.breakdown === '' && other.sex === 'T');
  const names = groupBy(parts, ({ breakdown }) => breakdownName(breakdown));
  return [
    ...(isSexDrawn ? [] : newestOf(sexes, 'sex')),
    ...newestOf(unitValues(units, places, one.place), 'place'),
    ...[...names].flatMap(([name, list]) => newestOf(list, 'breakdown', name)),
  ];
}
