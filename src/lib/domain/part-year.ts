import { daysInMonth } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Indicator, Target } from './model.ts';
import type { Observation } from './observation.ts';
import { periodMonths } from './period.ts';

/** The day that a count reaches: the end of its period, or before that the day it was made. */
export const countedTo = ({ period, measuredOn, publishedOn }: Observation): Day => {
  const made = measuredOn ?? publishedOn;
  return made !== null && made < period.to ? made : period.to;
};

/** Whole months from the start of the year to the end of a day. */
function monthsTo(day: Day): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return date === daysInMonth(year, month) ? month : month - 1;
}

/**
 * Whole months of the target's year that a cumulative count holds; null when it holds the year, or
 * the target is not for the year but for the occasion itself.
 */
export function monthsCounted(
  indicator: Pick<Indicator, 'addsUp'>,
  target: Pick<Target, 'year' | 'occasion'>,
  observation: Observation,
): number | null {
  if (indicator.addsUp !== 'cumulative' || target.occasion !== null) return null;
  const day = countedTo(observation);
  const isWhole = day === observation.period.to && periodMonths(observation.period) === 12;
  const months = monthsTo(day);
  return isWhole || months === 12 || Number(day.slice(0, 4)) !== target.year ? null : months;
}
