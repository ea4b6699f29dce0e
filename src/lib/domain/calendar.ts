/**
 * A day as text, `2023-08-31`. Text, because a day has no time zone: read as a moment it becomes
 * the day before or after, depending on where the server stands.
 */
export type Day = string;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days in a month (1–12); 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

export const dayOf = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

export const firstOfMonth = (year: number, month: number): Day => dayOf(year, month, 1);

export const lastOfMonth = (year: number, month: number): Day =>
  dayOf(year, month, daysInMonth(year, month));

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

/** The parts of a day, or null when no such day exists: 31 April never becomes 1 May. */
export function parseDay(text: string): DayParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

export const isDay = (text: string): boolean => parseDay(text) !== null;

/** Whole days since 1 March year 0; differences between two days are exact. */
export function dayNumber(day: Day): number {
  const parts = parseDay(day);
  if (!parts) return NaN;
  const year = parts.month <= 2 ? parts.year - 1 : parts.year;
  const monthFromMarch = (parts.month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + parts.day - 1;
}

/** The day with a number; the other way round from dayNumber. */
export function dayAt(number: number): Day {
  const era = Math.floor(number / 146_097);
  const inEra = number - era * 146_097;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearInEra = Math.floor((inEra - leaps) / 365);
  const yearDays = 365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100);
  const inYear = inEra - yearDays;
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearInEra + era * 400 + Number(month <= 2);
  return dayOf(year, month, inYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/**
 * The same day so many months later (negative: earlier). The last of a month stays the last of a
 * month, since periods end there: half a year before 30 June is 31 December.
 */
export function addMonths(day: Day, months: number): Day {
  const parts = parseDay(day);
  if (!parts) return day;
  const index = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = daysInMonth(year, month);
  const isLast = parts.day === daysInMonth(parts.year, parts.month);
  return dayOf(year, month, isLast ? last : Math.min(parts.day, last));
}
