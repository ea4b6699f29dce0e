import type { PersonalData } from '#lib/domain/problem.ts';

/*
 * What in a text points a person out, whatever stands over it: an e-mail address, a personnummer, a
 * telephone number. Codes, amounts, days and organisationsnummer do not.
 */

/** Also as it is written to be hidden from machines: anna(at)gnesta.se, anna [at] gnesta.se, anna @ gnesta.se. */
const AT = /@|[([{] ?at ?[)\]}]/i;
const E_MAIL = /[^\s@](?:@| @ | ?[([{] ?at ?[)\]}] ?)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/iu;

/**
 * YYMMDD-NNNN or YYYYMMDD-NNNN, also written together; a + stands for a hundred years or more. With its
 * century also YYYYMMDD NNNN and YYYY-MM-DD-NNNN. An amount is no number of a person, nor what decimals follow.
 */
const PERSONAL_NUMBER =
  /(?<![\d\p{L}]|\d[.,-])(19|20)?(\d{2})(-?)(\d{2})\3(\d{2})( ?[-–+] ?|[ /]|)(\d{4})(?![\d\p{L}]|[.,-]\d| ?(?:t|mn?)?kr)/gu;
/** 410305-XXXX: still the day somebody was born. */
const MASKED =
  /(?<![\d\p{L}]|\d[.,-])(?:19|20)?\d{2}(\d{2})(\d{2}) ?[-–+]? ?(?:[xX]{4}|[*•]{4})(?![\d\p{L}*])/gu;
/** After a day of this century four digits may be a time of it. */
const CLOCK = /^(?:[01]\d|2[0-3])[0-5]\d$/;

/** Parted as nothing but a personnummer is, or as one where the century shows that a day it is. */
function isParted(century: string | undefined, dash: string, sign: string, last: string): boolean {
  const isPlain = dash === '' && sign !== ' ';
  if (isPlain) return true;
  if (century === undefined || (dash !== '' && sign.trim() === '')) return false;
  return century === '19' || !CLOCK.test(last);
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A samordningsnummer has 60 added to its day. */
const COORDINATED = 60;

/** An organisationsnummer has no month of a year, but 20 or more, where a personnummer has its month. */
function isDay(month: number, day: number): boolean {
  const own = day > COORDINATED ? day - COORDINATED : day;
  return own >= 1 && own <= (DAYS[month - 1] ?? 0);
}

/** The last of the ten digits checks the others: doubled and not by turns, their digits add up to tens. */
function checks(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** The personnummer in a text, each with whether a sign parts it as only a personnummer is parted. */
const personalNumbers = (text: string) =>
  [...text.matchAll(PERSONAL_NUMBER)]
    .filter(([, century, year, dash = '', month, day, sign = '', last = '']) => {
      const isReal = isDay(Number(month), Number(day)) && isParted(century, dash, sign, last);
      return isReal && checks(`${year}${month}${day}${last}`);
    })
    .map(([all, , , , , , sign]) => ({ isSure: sign !== '' || text.trim() !== all }));

const hasMasked = (text: string) =>
  [...text.matchAll(MASKED)].some(([, month, day]) => isDay(Number(month), Number(day)));

/** Ten or twelve digits alone in a cell may be an amount or a time: only a column of them is sure. */
export const isPersonalNumber = (text: string): boolean => personalNumbers(text).length > 0;
const hasPersonalNumber = (text: string) =>
  personalNumbers(text).some(({ isSure }) => isSure) || hasMasked(text);

const ABROAD = /(?<![\d\p{L}])(?:\+|00)46[ ()/-]*\d(?:[ ()/-]*\d){6,9}(?!\d)/u;
const MOBILE = /(?<![\d.,]|\d[-/ ])07[02369](?:[-/ ]\d|\d[-/ ])(?:[ -]?\d){6}(?![\d]|[-.,]\d)/;
/** 0158-27 50 00, 08-123 45 67: an area and groups of digits, five or more; 01-12 24 is months of a year. */
const GROUPED =
  /(?<![\d.,]|\d[-/ ])0(?:8|\d{2,3})[-/] ?(?!\d\d \d\d(?! ?\d))\d{2,3}(?: \d{2,3}){1,2}(?!\d| \d|[-.,]\d)/;

/** Digits that may be a code as well: a column of them is sure. */
const BARE = /^(?:07[02369]\d{7}|0(?:8|\d{2,3})[-/]\d{5,8})$/;

/** The same digits with words about them are a number to call. */
const WORD = /\p{L}{2}/u;
const AMONG =
  /(?<![\d\p{L}.,_-]|\d[/ ])(?:07[02369]\d{7}|0(?:8|\d{2,3})[-/]\d{5,8})(?![\d\p{L}_]|[-.,/]\d)/u;

const hasPhone = (text: string) =>
  [ABROAD, MOBILE, GROUPED].some((sign) => sign.test(text)) ||
  (WORD.test(text) && AMONG.test(text));
export const isPhone = (text: string): boolean => BARE.test(text) || hasPhone(text);

/** What each sign is, and whether a text has it for certain. */
export const SIGNS: readonly (readonly [kind: PersonalData, has: (text: string) => boolean])[] = [
  ['e-mail', (text) => AT.test(text) && E_MAIL.test(text)],
  ['personal-number', hasPersonalNumber],
  ['phone', hasPhone],
];

/** Most texts have neither, and are passed by. */
const MAY_HAVE = /@|\d{2}|[([{] ?at ?[)\]}]/i;

/** What a text tells of a person for certain, or null. */
export const signIn = (text: string): PersonalData | null =>
  MAY_HAVE.test(text) ? (SIGNS.find(([, has]) => has(text))?.[0] ?? null) : null;
