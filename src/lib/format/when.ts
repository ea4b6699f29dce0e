import type { Period, PeriodKind } from '#lib/domain/period.ts';
import { periodMonths, yearBefore } from '#lib/domain/period.ts';
import { formatDay, formatPeriod } from './sv.ts';

/* Periods as a sentence has them: "under januari–juni 2023", "i december 2021", "den 1 januari 2024". */

const during = (period: Period) => `under ${formatPeriod(period)}`;

/** "från den 6 mars till den 19 mars 2023", of one that is no whole months. */
function ofDays(period: Period): string | null {
  const { from, to } = period;
  if (from === null || periodMonths(period) !== null) return null;
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = isSameYear ? formatDay(from).slice(0, -5) : formatDay(from);
  return `från den ${first} till den ${formatDay(to)}`;
}

const WHEN: Readonly<Record<PeriodKind, (period: Period) => string>> = {
  year: during,
  half: during,
  tertial: during,
  quarter: during,
  month: (period) => `i ${formatPeriod(period)}`,
  day: (period) => `den ${formatPeriod(period)}`,
  range: (period) => ofDays(period) ?? during(period),
  lasar: formatPeriod,
  term: formatPeriod,
  until: ({ to }) => `till och med den ${formatDay(to)}`,
};

/** When a value is of, for the middle of a sentence. */
export const whenWords = (period: Period): string => WHEN[period.kind](period);

/** What a value is of: "avser 2023", "avser december 2023". */
export const ofWords = (period: Period): string => whenWords(period).replace(/^(?:under|i) /, '');

const NAMED: ReadonlySet<PeriodKind> = new Set(['half', 'tertial', 'quarter', 'range']);

/** After "jämfört med": "samma period 2022", "december 2020". */
export const comparedWords = (before: Period, period: Period): string =>
  beforeWords(before, period).replace(/^(?:under|i) /, '');

/** After "än": "samma period 2022" of one that is a year before, else the period by its name. */
export function beforeWords(before: Period, period: Period): string {
  const isYearBefore = before.text === yearBefore(period).text;
  if (isYearBefore && NAMED.has(period.kind)) return `samma period ${before.to.slice(0, 4)}`;
  return before.kind === 'year' ? formatPeriod(before) : whenWords(before);
}
