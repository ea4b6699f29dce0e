import { parsePeriod } from '#lib/domain/period.ts';
import type { Period } from '#lib/domain/period.ts';
import type { BadPeriod } from '#lib/domain/problem.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';

/** A way of writing a period, and the product's own spelling of what it means. */
type Spelling = { readonly pattern: RegExp; readonly own: (...parts: string[]) => string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH =
  '(jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(\\d{4})';
const EDGE = '(\\d{4}-\\d{2}(?:-\\d{2})?)';
const TO = '(?: ?- ?| ?\\.\\. ?| till | till och med | t\\.?o\\.?m\\.? )';
const UNTIL = '(?:(?:senaste )?(?:t\\.?o\\.?m\\.?|till och med)|\\.\\.) ?';

const month = (name: string) => String(MONTHS.indexOf(name.slice(0, 3)) + 1).padStart(2, '0');
const day = (text: string) => text.padStart(2, '0');
const whole = (pattern: string) => new RegExp(`^${pattern}$`);
const cut = (letter: string) => (index: string, year: string) => `${year}-${letter}${index}`;
const swapped = (letter: string) => (year: string, index: string) => `${year}-${letter}${index}`;
const term = (name: string) => (name.startsWith('h') ? 'HT' : 'VT');

/** The second year of a läsår, short or in full: 2022/23 is 2022/2023 and nothing else. */
const lasar = (first: string, second: string) =>
  `${first}/${second.length === 2 ? first.slice(0, 2) + second : second}`;

const SPELLINGS: readonly Spelling[] = [
  { pattern: whole(`(?:(?:hel)?året |(?:hel)?år )?${YEAR}`), own: (year) => year },
  // From a program that takes years for numbers.
  { pattern: whole(`${YEAR}\\.0`), own: (year) => year },
  { pattern: whole(`${YEAR}[- ]?(?:t|tertial) ?([1-3])`), own: swapped('T') },
  { pattern: whole(`(?:t|tertial) ?([1-3])[ -]${YEAR}`), own: cut('T') },
  { pattern: whole(`${YEAR}[- ]?(?:q|k|kv|kvartal) ?([1-4])`), own: swapped('Q') },
  { pattern: whole(`(?:q|k|kv|kvartal)\\.? ?([1-4])[ -]${YEAR}`), own: cut('Q') },
  { pattern: whole(`${YEAR}[- ]?(?:h|halvår) ?([12])`), own: swapped('H') },
  { pattern: whole(`(?:h|halvår) ?([12])[ -]${YEAR}`), own: cut('H') },
  { pattern: whole(`${YEAR}(?:-|m)(\\d{2})`), own: (year, index) => `${year}-${index}` },
  { pattern: whole(`${MONTH} ${YEAR}`), own: (name, year) => `${year}-${month(name)}` },
  {
    pattern: whole(`${MONTH}${TO}${MONTH} ${YEAR}`),
    own: (from, to, year) => `${year}-${month(from)}..${year}-${month(to)}`,
  },
  {
    pattern: whole(`${MONTH} ${YEAR}${TO}${MONTH} ${YEAR}`),
    own: (from, first, to, last) => `${first}-${month(from)}..${last}-${month(to)}`,
  },
  { pattern: whole(`${EDGE}${TO}${EDGE}`), own: (from, to) => `${from}..${to}` },
  {
    pattern: whole(`${YEAR}${TO}${YEAR}`),
    own: (first, last) => `${first}-01..${last}-12`,
  },
  {
    pattern: whole(`(?:läsåret |läsår )?${YEAR} ?/ ?(\\d{2}|\\d{4})`),
    own: (a, b) => lasar(a, b),
  },
  {
    pattern: whole(`(?:läsåret |läsår )${YEAR} ?- ?(\\d{2}|\\d{4})`),
    own: (a, b) => lasar(a, b),
  },
  {
    pattern: whole(`(vt|ht|vårtermin(?:en)?|hösttermin(?:en)?)[ -]?${YEAR}`),
    own: (name, year) => `${year}-${term(name)}`,
  },
  { pattern: whole(`${YEAR}[- ]?(vt|ht)`), own: (year, name) => `${year}-${term(name)}` },
  { pattern: whole(`${UNTIL}(\\d{4}-\\d{2}-\\d{2})`), own: (to) => `..${to}` },
  { pattern: whole(`${YEAR}-(\\d{2})-(\\d{2})`), own: (...parts) => parts.join('-') },
  {
    pattern: whole(`(\\d{1,2}) ${MONTH} ${YEAR}`),
    own: (date, name, year) => `${year}-${month(name)}-${day(date)}`,
  },
];

/** Every blank, dash and case to one; what differs after this differs in meaning. */
const fold = (text: string) =>
  text
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[–—−‐‑]/g, '-')
    .replace(/\u2026/g, '..')
    .toLowerCase();

/** 23-01-30, HT23, T2 23, 22/23, jan 23: a century has to be guessed. */
const TWO_DIGIT_YEAR = /^(?!.*\d{4}).*(?<!\d)\d{2}$/;

/** T1, kvartal 3, maj: of which year it does not say. */
const YEARLESS = new RegExp(
  `^(?:(?:t|tertial|q|k|kv|kvartal|h|halvår) ?\\d|vt|ht|helår|${MONTH})$`,
);

function why(folded: string, isKnown: boolean): BadPeriod {
  if (isKnown) return 'impossible';
  if (YEARLESS.test(folded)) return 'no-year';
  return TWO_DIGIT_YEAR.test(folded) ? 'two-digit-year' : 'unknown';
}

/** No follow-up is older than this, nor plans further: 1023 and 3023 are slips. */
const isNear = (day: string) => day >= '1950' && day < '2101';

/** How files spell periods, to ours. The span is kept as written: `jan-jun 2023` is a range. */
export function parsePeriodText(text: string): Result<Period, BadPeriod> {
  const folded = fold(text);
  const spelled = SPELLINGS.flatMap(({ pattern, own }) => {
    const match = pattern.exec(folded);
    return match ? [own(...match.slice(1))] : [];
  });
  const period = spelled.map(parsePeriod).find((each) => each !== null);
  if (!period) return err(why(folded, spelled.length > 0));
  return [period.from ?? period.to, period.to].every(isNear) ? ok(period) : err('far-away');
}
