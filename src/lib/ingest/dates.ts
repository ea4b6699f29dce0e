import { dayOf, isDay, lastOfMonth } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/calendar.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';

export type BadDay = 'bad-date' | 'two-digit-year' | 'ambiguous-date';

const ISO = /^\d{4}-\d{2}-\d{2}$/;
/** 23-01-30: nobody can tell the year from the day. */
const TWO_DIGITS = /^\d{2}([-/.])\d{2}\1\d{2}$/;
/** 01/02/2023: day first or month first, by who wrote it. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Written as a day, whether or not that day exists. */
export const looksLikeDay = (text: string): boolean =>
  [ISO, TWO_DIGITS, YEAR_LAST].some((shape) => shape.test(text));

function existsInSomeOrder(text: string): boolean {
  const match = YEAR_LAST.exec(text);
  if (!match) return false;
  const [a, b, year] = [match[1], match[3], match[4]].map(Number) as [number, number, number];
  return isDay(dayOf(year, a, b)) || isDay(dayOf(year, b, a));
}

/** A day as text; 31 April is refused, never moved to 1 May. */
export function parseDayText(text: string): Result<Day, BadDay> {
  if (isDay(text)) return ok(text);
  if (TWO_DIGITS.test(text)) return err('two-digit-year');
  return err(existsInSomeOrder(text) ? 'ambiguous-date' : 'bad-date');
}

/** A day, or a month that then means its last day. */
export function parseDayOrMonth(text: string): Result<Day, BadDay> {
  const month = MONTH.exec(text);
  return month ? ok(lastOfMonth(Number(month[1]), Number(month[2]))) : parseDayText(text);
}

/** 1954–2119 counted in Excel's days: what a date becomes when its cell format is lost. */
export const looksLikeSerialDay = (text: string): boolean =>
  /^\d{5}$/.test(text) && Number(text) >= 20000 && Number(text) <= 80000;
