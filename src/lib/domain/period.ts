import { dayNumber, daysInMonth, firstOfMonth, isDay, lastOfMonth, parseDay } from './calendar.ts';
import type { Day } from './calendar.ts';

/** `until` is a value whose period the papers do not state, only up to which day it can reach. */
export type PeriodKind =
  'year' | 'half' | 'tertial' | 'quarter' | 'month' | 'day' | 'range' | 'lasar' | 'term' | 'until';

/**
 * A span of days with its name. `text` is the name as stored and compared; `from` is null only for
 * `until`.
 *
 * 2023 · 2023-H1 · 2023-T2 · 2023-Q3 · 2023-07 · 2023-05-31 · 2023-01..2023-08 · 2022/2023 (läsår)
 * · 2023-VT, 2023-HT (term) · ..2021-12-31 (not stated, but up to that day)
 */
export type Period = {
  readonly text: string;
  readonly kind: PeriodKind;
  readonly from: Day | null;
  readonly to: Day;
};

type Form = {
  readonly kind: PeriodKind;
  readonly pattern: RegExp;
  readonly span: (...parts: string[]) => readonly [Day | null, Day] | null;
};

const months = (year: number, first: number, last: number): readonly [Day, Day] => [
  firstOfMonth(year, first),
  lastOfMonth(year, last),
];

const slice = (length: number) => (year: string, index: string) =>
  months(Number(year), (Number(index) - 1) * length + 1, Number(index) * length);

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

function edge(text: string, end: 'first' | 'last'): Day | null {
  if (isDay(text)) return text;
  if (!isMonth(text)) return null;
  const [year, month] = text.split('-').map(Number) as [number, number];
  return end === 'first' ? firstOfMonth(year, month) : lastOfMonth(year, month);
}

/** A läsår runs from 1 July to 30 June, a term half of it (skollagen 2010:800, 3 kap. 3 §; skolförordningen 3 kap. 1–2 §). */
const FORMS: readonly Form[] = [
  { kind: 'year', pattern: /^(\d{4})$/, span: (year) => months(Number(year), 1, 12) },
  { kind: 'half', pattern: /^(\d{4})-H([12])$/, span: slice(6) },
  { kind: 'tertial', pattern: /^(\d{4})-T([123])$/, span: slice(4) },
  { kind: 'quarter', pattern: /^(\d{4})-Q([1-4])$/, span: slice(3) },
  { kind: 'month', pattern: /^(\d{4})-(0[1-9]|1[0-2])$/, span: slice(1) },
  {
    kind: 'day',
    pattern: /^(\d{4}-\d{2}-\d{2})$/,
    span: (day) => (isDay(day!) ? [day, day] : null),
  },
  {
    kind: 'term',
    pattern: /^(\d{4})-(VT|HT)$/,
    span: (year, term) =>
      term === 'VT' ? months(Number(year), 1, 6) : months(Number(year), 7, 12),
  },
  {
    kind: 'lasar',
    pattern: /^(\d{4})\/(\d{4})$/,
    span: (first, second) =>
      Number(second) === Number(first) + 1
        ? [firstOfMonth(Number(first), 7), lastOfMonth(Number(second), 6)]
        : null,
  },
  {
    kind: 'until',
    pattern: /^\.\.(\d{4}-\d{2}-\d{2})$/,
    span: (day) => (isDay(day!) ? [null, day] : null),
  },
  {
    kind: 'range',
    pattern: /^(\d{4}-\d{2}(?:-\d{2})?)\.\.(\d{4}-\d{2}(?:-\d{2})?)$/,
    span: (first, last) => {
      const [from, to] = [edge(first!, 'first'), edge(last!, 'last')];
      return from !== null && to !== null && from <= to ? [from, to] : null;
    },
  },
];

/** Reads a period in the product's own spelling; null when it is none. Other spellings are ingest's. */
export function parsePeriod(text: string): Period | null {
  for (const form of FORMS) {
    const match = form.pattern.exec(text);
    const span = match && form.span(...match.slice(1));
    if (span) return { text, kind: form.kind, from: span[0], to: span[1] };
  }
  return null;
}

/** Earlier end first; of two that end the same day the longer first. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  const [from, other] = [a.from ?? '', b.from ?? ''];
  return from === other ? 0 : from < other ? -1 : 1;
}

/** True when every day of `inner` lies in `outer`. A period that is not stated contains nothing. */
export const containsPeriod = (outer: Period, inner: Period): boolean =>
  outer.from !== null && inner.from !== null && outer.from <= inner.from && inner.to <= outer.to;

/** Number of days, first and last included; null when the period is not stated. */
export const periodDays = (period: Period): number | null =>
  period.from === null ? null : dayNumber(period.to) - dayNumber(period.from) + 1;

/** Number of months when it begins on a first and ends on a last of a month; else null. */
export function periodMonths(period: Period): number | null {
  const from = period.from === null ? null : parseDay(period.from);
  const to = parseDay(period.to);
  if (!from || !to || from.day !== 1 || to.day !== daysInMonth(to.year, to.month)) return null;
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** The same period a year before: 2023-T2 → 2022-T2, 2022/2023 → 2021/2022. */
export function yearBefore(period: Period): Period {
  const shifted = period.text
    .replace(/\d{4}(?=$|[-/.])/g, (year) => String(Number(year) - 1).padStart(4, '0'))
    .replace(/-02-29/g, '-02-28');
  return parsePeriod(shifted) ?? period;
}

/**
 * The shortest name a span has, so that `2023-01-01..2023-06-30`, `2023-01..2023-06` and `2023-H1`
 * are one key.
 */
export function canonicalPeriod(period: Period): Period {
  if (period.kind !== 'range' || period.from === null) return period;
  return parsePeriod(shortestName(period.from, period.to, periodMonths(period))) ?? period;
}

const PARTS_OF_A_YEAR: Readonly<Record<number, string>> = { 12: '', 6: '-H', 4: '-T', 3: '-Q' };

function shortestName(from: Day, to: Day, months: number | null): string {
  if (months === null) return from === to ? from : `${from}..${to}`;
  const [year, firstMonth, lastMonth] = [from.slice(0, 4), from.slice(0, 7), to.slice(0, 7)];
  if (months === 1) return firstMonth;
  const part = PARTS_OF_A_YEAR[months];
  const place = (Number(firstMonth.slice(5)) - 1) / months + 1;
  if (part === undefined || !Number.isInteger(place)) return `${firstMonth}..${lastMonth}`;
  return part === '' ? year : `${year}${part}${place}`;
}
