import { daysInMonth, parseDay } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/calendar.ts';
import type { Period, PeriodKind } from '#lib/domain/period.ts';
import { roundTo } from '#lib/domain/shown-decimals.ts';

const LOCALE = 'sv-SE';

/** U+00A0: a number and what belongs to it stay on one line. */
const NBSP = '\u00a0';

/** "3 285", "6,8", "−0,5": space for thousands, decimal comma, U+2212, half away from zero. */
export const formatNumber = (value: number, decimals: number): string =>
  new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(roundTo(value, decimals));

/** A unit when there is one of it. Others, as "st", "år" and "%", are the same. */
export const ONE: Readonly<Record<string, string>> = {
  procentenheter: 'procentenhet',
  enheter: 'enhet',
  placeringar: 'placering',
  dagar: 'dag',
  timmar: 'timme',
  veckor: 'vecka',
  månader: 'månad',
  minuter: 'minut',
  personer: 'person',
  anställda: 'anställd',
  anmälningar: 'anmälan',
  ärenden: 'ärende',
  insatser: 'insats',
  platser: 'plats',
  årsplatser: 'årsplats',
  skolor: 'skola',
  chefer: 'chef',
  elever: 'elev',
  ungdomar: 'ungdom',
  tillfällen: 'tillfälle',
  kronor: 'krona',
};

const ONES: ReadonlySet<string> = new Set(['1', '\u22121']);

/** An index is said before its number. */
export const isIndex = (unit: string): boolean => unit.toLowerCase() === 'index';

/** "102 dagar", "1 dag", "6,8 %", "index 79". A measure without a unit is the number alone. */
export function withUnit(text: string, unit: string): string {
  if (unit === '') return text;
  if (isIndex(unit)) return `index${NBSP}${text}`;
  return `${text}${NBSP}${ONES.has(text) ? (ONE[unit] ?? unit) : unit}`;
}

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;

const monthName = (day: Day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
/** "april" of 4. */
export const monthWord = (month: number): string => MONTHS[month - 1] ?? '';
const yearName = (day: Day) => day.slice(0, 4);

/** "31 augusti 2023". Text that is no day comes back as it is. */
export function formatDay(day: Day): string {
  const parts = parseDay(day);
  return parts ? `${parts.day} ${monthName(day)} ${parts.year}` : day;
}

/** When something was measured: the month, where a month is all that is said. */
export function formatMeasured(day: Day): string {
  const parts = parseDay(day);
  const isMonth = parts?.day === daysInMonth(parts?.year ?? 0, parts?.month ?? 0);
  return isMonth ? `i ${monthName(day)} ${yearName(day)}` : formatDay(day);
}

/** The day of a moment, in Swedish time: `2023-09-12T22:30:00Z` is 13 September here. */
export const formatMoment = (at: string): string =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(
    new Date(at),
  );

/** With the time: "26 november 2026 kl. 14.35". */
export const formatClock = (at: string): string =>
  `${formatMoment(at)} kl. ${new Intl.DateTimeFormat(LOCALE, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  })
    .format(new Date(at))
    .replace(':', '.')}`;

const isFirstOfMonth = (day: Day) => day.endsWith('-01');

function span(from: Day, to: Day): string {
  const [last, year] = [monthName(to), yearName(to)];
  if (yearName(from) !== year) return `${monthName(from)} ${yearName(from)}–${last} ${year}`;
  return `${monthName(from)}–${last} ${year}`;
}

function range({ from, to }: Period): string {
  if (from === null) return formatDay(to);
  return isFirstOfMonth(from) ? span(from, to) : `${formatDay(from)}–${formatDay(to)}`;
}

const index = (period: Period) => period.text.slice(-1);

const PERIODS: Readonly<Record<PeriodKind, (period: Period) => string>> = {
  year: (period) => period.text,
  half: range,
  tertial: (period) => `tertial ${index(period)} ${yearName(period.to)}`,
  quarter: (period) => `kvartal ${index(period)} ${yearName(period.to)}`,
  month: (period) => `${monthName(period.to)} ${yearName(period.to)}`,
  day: (period) => formatDay(period.to),
  range,
  lasar: (period) => `läsåret ${period.text}`,
  term: (period) =>
    `${period.text.endsWith('VT') ? 'vårterminen' : 'höstterminen'} ${yearName(period.to)}`,
  until: (period) => `till och med ${formatDay(period.to)}`,
};

/** A period as one would say it: "januari–juni 2023", "tertial 2 2023", "läsåret 2022/2023". */
export const formatPeriod = (period: Period): string => PERIODS[period.kind](period);

const collator = new Intl.Collator('sv', { numeric: true });

/** Å, Ä and Ö last and in that order, "uppdrag 2" before "uppdrag 10". */
export const sortSv = <T>(list: readonly T[], text: (item: T) => string): T[] =>
  list.toSorted((a, b) => collator.compare(text(a), text(b)));

export const lowerFirst = (text: string): string =>
  text.charAt(0).toLocaleLowerCase(LOCALE) + text.slice(1);

export const upperFirst = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);

/** "en, två och tre". */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
