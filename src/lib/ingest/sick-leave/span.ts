import { parseDay } from '#lib/domain/calendar.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import type { Period } from '#lib/domain/period.ts';
import { invariant } from '#lib/domain/result.ts';

/**
 * What time a figure is of when it is dated by where that time ends. The same heading, Sjukfrånvaro,
 * stands over all of them, and only the calendar year can be held against Kolada's.
 */
export type Span = 'month' | 'year-to-date' | 'twelve-months' | 'as-written';

const SAID: readonly (readonly [RegExp, Span])[] = [
  [/rullande|(?<![a-zåäö\d])r ?12(?!\d)|(?:12|tolv) mån/i, 'twelve-months'],
  [/ack(?:\.|umuler)|hittills|(?<![a-zåäö])ytd(?![a-zåäö])/i, 'year-to-date'],
];

/** The words themselves, to be taken away from a period that they stand beside. */
export const SAID_WORDS =
  /\(?(?:rullande|r ?12(?!\d)|(?:senaste )?(?:12|tolv) mån(?:ad(?:er(?:na)?)?)?\.?|ack(?:umuler\S*|\.)?(?= |$)|hittills(?: i år)?)\)?/gi;

/** What a heading, a title or a cell says of it; null where it says nothing. */
export const saidSpan = (text: string): Span | null =>
  SAID.find(([pattern]) => pattern.test(text))?.[1] ?? null;

const month = (year: number, index: number) =>
  `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

const TEXTS: Readonly<Record<Span, (year: number, index: number, to: string) => string>> = {
  month: (year, index) => month(year, index),
  'year-to-date': (year, index) => `${month(year, 0)}..${month(year, index)}`,
  'twelve-months': (year, index) => `${month(year - 1, index + 1)}..${month(year, index)}`,
  'as-written': (_year, _index, to) => `..${to}`,
};

/** The period that ends where the given one ends, and reaches as far back as its span. */
export function spanning(period: Period, span: Span): Period {
  const to = parseDay(period.to);
  invariant(to, 'a period ends on a day');
  const found = parsePeriod(TEXTS[span](to.year, to.month - 1, period.to));
  invariant(found, 'a span is a period');
  return found;
}
