import { dayAt, dayNumber, dayOf, isDay, lastOfMonth } from '#lib/domain/calendar.ts';
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

/** jan-23: what Excel makes of a month, with a century to guess. */
const MONTH_TWO_DIGITS =
  /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?-'?\d{2}$/i;
/** 31 april 2023. */
const IN_WORDS =
  /^(\d{1,2}) (jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)(?:uari|ruari|s|il|i|usti|t|tember|ober|ember)?\.? (\d{4})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** 20231231: a day only where the whole column is, for it may be a sum of money. */
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** Written as a day, whether or not that day exists. */
export const looksLikeDay = (text: string): boolean =>
  [ISO, TWO_DIGITS, YEAR_LAST, MONTH_TWO_DIGITS, IN_WORDS].some((shape) => shape.test(text));

export const looksLikeCompactDay = (text: string): boolean => COMPACT.test(text);

/** 230131, under a header that says that it is a day. */
export const looksLikeShortDay = (text: string): boolean => /^\d{6}$/.test(text);

const DAY_NAME = /datum|(?:date|uppdaterade?s?)(?![a-zåäö])/;
/** `Väntetid från ansökningsdatum`, `Antal utan datum`: counted to or from a day, and no days. */
const COUNTED_NAME =
  /^(?:antal|andel) |(?<![a-zåäö])(?:[a-zåäö]*tid(?:en|er)?|[a-zåäö]*dagar|dygn|veckor|månader|[a-zåäö]*ålder)(?![a-zåäö]).* (?:från|till|mellan|sedan|efter|före|innan|vid|per) /;

/** Whether a heading says that days stand under it; `Antal kandidater` has only the letters of a date. */
export function namesDays(heading: string): boolean {
  const name = heading.normalize('NFC').toLowerCase();
  return DAY_NAME.test(name) && !COUNTED_NAME.test(name);
}

const real = (days: readonly Day[]): Day[] => [...new Set(days.filter(isDay))];

/** In which order day and month stand, where somebody has said so. */
export type DayOrder = 'day-first' | 'month-first';

export const dayOrderOf = (answer: string | null): DayOrder | null =>
  answer === 'day-first' || answer === 'month-first' ? answer : null;

/** The days a text can mean: none, one, or two where day and month may change places. */
function readings(text: string, order: DayOrder | null): Day[] {
  const compact = COMPACT.exec(text);
  if (compact) return real([compact.slice(1).join('-')]);
  const words = IN_WORDS.exec(text);
  if (words) {
    const month = MONTHS.indexOf(words[2]!.toLowerCase()) + 1;
    return real([dayOf(Number(words[3]), month, Number(words[1]))]);
  }
  const match = YEAR_LAST.exec(text);
  if (!match) return [];
  const [a, b, year] = [match[1], match[3], match[4]].map(Number) as [number, number, number];
  const days = { 'day-first': dayOf(year, b, a), 'month-first': dayOf(year, a, b) };
  return real(order ? [days[order]] : Object.values(days));
}

/** A day as text; 31 April is refused, never moved to 1 May. */
export function parseDayText(text: string, order: DayOrder | null = null): Result<Day, BadDay> {
  if (isDay(text)) return ok(text);
  if ([TWO_DIGITS, MONTH_TWO_DIGITS].some((shape) => shape.test(text))) {
    return err('two-digit-year');
  }
  const [day, other] = readings(text, order);
  if (day === undefined) return err('bad-date');
  return other === undefined ? ok(day) : err('ambiguous-date');
}

/** A day, or a month that then means its last day. */
export function parseDayOrMonth(text: string, order: DayOrder | null = null): Result<Day, BadDay> {
  const month = MONTH.exec(text);
  return month ? ok(lastOfMonth(Number(month[1]), Number(month[2]))) : parseDayText(text, order);
}

/** 1954–2119 counted in Excel's days: what a date becomes when its cell format is lost. */
export const looksLikeSerialDay = (text: string): boolean =>
  /^\d{5}$/.test(text) && Number(text) >= 20000 && Number(text) <= 80000;

/** Excel's day 0; day 60, 29 February 1900, never was. */
const SERIAL_START = dayNumber('1899-12-30');

/** 45016 is 2023-03-31. */
export const serialDay = (text: string): Day => dayAt(SERIAL_START + Number(text));
