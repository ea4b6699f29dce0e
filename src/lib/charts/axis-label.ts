import { parseDay } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/calendar.ts';
import type { Period, PeriodKind } from '#lib/domain/period.ts';

const MONTHS = [
  'jan',
  'feb',
  'mars',
  'apr',
  'maj',
  'juni',
  'juli',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
];

const year = (day: Day) => day.slice(0, 4);
const month = (day: Day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const date = (day: Day) => `${parseDay(day)?.day ?? ''} ${month(day)}`;

/** "jan–aug" over "2023". */
function span({ from, to }: Period): string {
  const first = from ?? to;
  return year(first) === year(to)
    ? `${month(first)}–${month(to)}\n${year(to)}`
    : `${month(first)} ${year(first)}\n–${month(to)} ${year(to)}`;
}

const LABELS: Readonly<Record<PeriodKind, (period: Period) => string>> = {
  year: ({ to }) => year(to),
  half: span,
  tertial: span,
  quarter: span,
  month: ({ to }) => `${month(to)}\n${year(to)}`,
  day: ({ to }) => `${date(to)}\n${year(to)}`,
  range: span,
  lasar: ({ from, to }) => `läsår\n${year(from ?? to).slice(2)}/${year(to).slice(2)}`,
  term: ({ from, to }) => `${(from ?? to).slice(5, 7) === '01' ? 'VT' : 'HT'}\n${year(to)}`,
  until: ({ to }) => `t.o.m.\n${date(to)}\n${year(to)}`,
};

/** A period on an axis, on short lines: what it is, over which year. */
export const axisLabel = (period: Period): string => LABELS[period.kind](period);

const EVERY = [1, 2, 3, 4, 6, 12, 24, 60, 120];

/** Every nth, counted from the last, so that there are at most `most`; the others are empty. */
export function thinned(labels: readonly string[], most: number): readonly string[] {
  const every = EVERY.find((nth) => labels.length / nth <= most) ?? labels.length;
  return labels.map((label, index) => ((labels.length - 1 - index) % every === 0 ? label : ''));
}
