import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Texts } from './texts.ts';

export type DecimalMark = ',' | '.';

const BLANKS = /\s+/g; // takes in U+00A0, U+2009 and U+202F
const MINUS = /^[-\u2212\u2013] ?/;

/** One spelling for the signs and blanks that stand for the same thing. The percent sign goes. */
const tidy = (text: string) =>
  text
    .trim()
    .replace(BLANKS, ' ')
    .replace(/[’´‘]/g, "'")
    .replace(/ ?%$/, '')
    .replace(MINUS, '-')
    .replace(/^\+ ?/, '+');

const GROUPS: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^[+-]?(\d+|\d{1,3}([ '.])\d{3}(?:\2\d{3})*|)(?:,(\d+))?$/,
  '.': /^[+-]?(\d+|\d{1,3}([ ',])\d{3}(?:\2\d{3})*|)(?:\.(\d+))?$/,
};

/** Made of what numbers are made of, so surely meant as one: 12,3,4 as well as 12,5. */
export function isNumberLike(text: string): boolean {
  const tidied = tidy(text);
  return /\d/.test(tidied) && /^[+-]?[\d ,.']+$/.test(tidied);
}

/** More digits than these may not be kept exactly. */
const DIGITS = 15;
const MARK_CODE: Readonly<Record<DecimalMark, number>> = { ',': 44, '.': 46 };
const POWERS = Array.from({ length: DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * A cell of digits with at most one mark, as nearly all are; NaN for every other spelling. Whole
 * numbers divided by a power of ten: both exact, so the quotient is the nearest there is.
 */
export function plainNumber(text: string, decimal: DecimalMark): number {
  const isNegative = text.charCodeAt(0) === 45;
  const start = isNegative ? 1 : 0;
  if (text.length === start || text.length > DIGITS) return NaN;
  let [digits, mark] = [0, -1];
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === MARK_CODE[decimal] && mark < 0 && at > start) mark = at;
    else return NaN;
  }
  if (mark === text.length - 1) return NaN;
  const size = mark < 0 ? digits : digits / POWERS[text.length - 1 - mark]!;
  return isNegative && size !== 0 ? -size : size;
}

/** The number a cell holds, when its column writes decimals with this mark. Never guesses. */
export function parseNumber(
  text: string,
  decimal: DecimalMark,
): Result<number, 'not-a-number' | 'too-large'> {
  const plain = plainNumber(text, decimal);
  if (!Number.isNaN(plain)) return ok(plain);
  const tidied = tidy(text);
  const match = GROUPS[decimal].exec(tidied);
  if (!match || !/\d/.test(tidied)) return err('not-a-number');
  const whole = match[1]!.replace(/\D/g, '');
  if (!Number.isSafeInteger(Number(whole))) return err('too-large');
  const size = Number(`${whole || '0'}.${match[3] ?? '0'}`);
  return ok(tidied.startsWith('-') && size !== 0 ? -size : size);
}

/** 84,2* refers to a note under the table: the number is 84,2. */
const FOOTNOTE = /(?<=\d\s?%?)\s?[*†¹²³]+$/;

export const withoutFootnote = (text: string): string => text.replace(FOOTNOTE, '');

/** What one cell says of its column's decimal mark; `doubt` where a mark may be thousands. */
export type DecimalClue =
  | { readonly kind: 'sure'; readonly mark: DecimalMark }
  | { readonly kind: 'doubt'; readonly mark: DecimalMark }
  | { readonly kind: 'none' };

const NONE: DecimalClue = { kind: 'none' };
export const otherMark = (mark: DecimalMark): DecimalMark => (mark === ',' ? '.' : ',');
/** 12,5 and 0,25: one mark, and not three digits after it, which may be thousands. */
function plainMark(text: string): DecimalMark | null {
  const mark = text.includes(',') ? ',' : '.';
  const isPlain = text.length - text.indexOf(mark) !== 4 && !Number.isNaN(plainNumber(text, mark));
  return isPlain ? mark : null;
}

const isNumber = (text: string, mark: DecimalMark) => parseNumber(text, mark).ok;

/**
 * 12,5 and 0,435 and 1.234,5 are sure. 1.234 is a number either way, with unlike values, so it is
 * doubt. 12,3,4 is no number either way and says nothing. A mark of a footnote takes nothing away.
 */
export function decimalClue(cell: string): DecimalClue {
  const text = withoutFootnote(cell);
  const marks = tidy(text).match(/[.,]/g) as DecimalMark[] | null;
  if (!marks) return NONE;
  const last = marks.at(-1)!;
  const [asDecimal, asThousands] = [isNumber(text, last), isNumber(text, otherMark(last))];
  if (asDecimal && asThousands)
    return /^[+-]?0/.test(tidy(text))
      ? { kind: 'sure', mark: last }
      : { kind: 'doubt', mark: last };
  if (asDecimal) return { kind: 'sure', mark: last };
  return asThousands ? { kind: 'sure', mark: otherMark(last) } : NONE;
}

export type ColumnDecimal =
  { readonly kind: 'mark'; readonly mark: DecimalMark } | { readonly kind: 'ambiguous' };

/**
 * Settled for a column at a time: a file may mix. Without any sure cell a comma is decimal, as
 * Swedish writes it, unless the file itself is cut at commas; a lone point is never guessed.
 */
export function columnDecimal(
  cells: Pick<Texts, 'forEach'>,
  delimiter: string | null,
): ColumnDecimal {
  const count = { sure: { ',': 0, '.': 0 }, doubt: { ',': 0, '.': 0 } };
  cells.forEach((cell) => {
    if (!cell.includes(',') && !cell.includes('.')) return;
    const plain = plainMark(cell);
    if (plain) count.sure[plain] += 1;
    else {
      const clue = decimalClue(cell);
      if (clue.kind !== 'none') count[clue.kind][clue.mark] += 1;
    }
  });
  const { sure, doubt } = count;
  if (sure[','] + sure['.'] > 0) return { kind: 'mark', mark: sure['.'] > sure[','] ? '.' : ',' };
  const isDoubtful = doubt['.'] > 0 || (doubt[','] > 0 && delimiter === ',');
  return isDoubtful ? { kind: 'ambiguous' } : { kind: 'mark', mark: ',' };
}
