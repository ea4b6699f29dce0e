import type { ObservationState } from '#lib/domain/observation.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { between, pick, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import type { Style } from './style.ts';

/* Numbers that are known before they are written, and why there is none. */

export type Figure = {
  readonly state: ObservationState;
  readonly value: number | null;
  /** As a column with this between its thousands writes it. */
  readonly textBy: (thousands: string) => string;
};

/** What each mark means by formats.md section 12 and Kolada's own legend. */
const MARKS: readonly (readonly [ObservationState, readonly string[]])[] = [
  ['missing', ['', '', '', '-', '–', '...', 'Uppgift saknas', 'Bortfall', '#N/A', '#SAKNAS!']],
  ['suppressed', ['..', '*', '**', 'X', '<5', '< 5', '(..)', 'Sekretess']],
  ['not_applicable', ['.', 'Ej tillämplig']],
];

export function aMark(random: Random): Figure {
  const [state, texts] = pick(random, MARKS);
  const text = pick(random, texts);
  return { state, value: null, textBy: () => text };
}

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => upTo(random, 9)).join('');

/** A whole part as people write it, without zeros in front. */
const wholePart = (random: Random, most: number): string =>
  String(Number(digits(random, between(random, 1, most))));

const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(?:\d{3})+$)/g, mark);

export type Kind = {
  /** Digits before and after the mark, at most. */
  readonly whole: number;
  readonly decimals: number;
  readonly isSigned: boolean;
  readonly isPercent: boolean;
  readonly hasNotes: boolean;
};

export const COUNT: Kind = {
  whole: 4,
  decimals: 0,
  isSigned: false,
  isPercent: false,
  hasNotes: false,
};

/** The number is known from its digits, never read back from what was written. */
export function aNumber(random: Random, style: Style, kind: Kind): Figure {
  const whole = wholePart(random, kind.whole);
  const decimals = random() < 0.5 ? '' : digits(random, upTo(random, kind.decimals));
  const size = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  const isNegative = kind.isSigned && random() < 0.2;
  const sign = isNegative ? style.minus : random() < 0.03 ? '+' : '';
  const percent = kind.isPercent && random() < 0.3 ? pick(random, ['%', ' %', '\u00a0%']) : '';
  const note = kind.hasNotes && random() < 0.08 ? pick(random, ['*', ' *', '¹', '†', '**']) : '';
  const whole0 = whole === '0' && decimals !== '' && random() < 0.1 ? '' : whole;
  const air = random() < 0.03 ? ' ' : '';
  const tail = decimals === '' ? '' : style.decimal + decimals;
  return {
    state: 'value',
    value: isNegative && size !== 0 ? -size : size,
    textBy: (thousands) => air + sign + grouped(whole0, thousands) + tail + percent + note + air,
  };
}

/** A number, or now and then why there is none. */
export const aFigure = (random: Random, style: Style, kind: Kind): Figure =>
  random() < 0.15 ? aMark(random) : aNumber(random, style, kind);

const bare = (text: string) => text.replace(/[^\d.,]/g, '');
/** 1.234 and 12,345: decimals to one and thousands to another. */
const isDoubtful = (text: string) => /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare(text));
const isSure = (text: string) =>
  /\d/.test(text) && /[.,]/.test(text) && !/^</.test(text) && !isDoubtful(text);

export type WrittenColumn = {
  readonly texts: readonly string[];
  readonly mayStop: readonly Problem['code'][];
};

/**
 * A column as it is written. Three digits after its only mark are asked about, unless another cell
 * shows what the mark is; but in Swedish 1,234 alone has decimals, so no column writes thousands so.
 */
export function writeColumn(figures: readonly Figure[], style: Style): WrittenColumn {
  const textsBy = (thousands: string) => figures.map(({ textBy }) => textBy(thousands));
  const texts = textsBy(style.thousands);
  if (texts.some(isSure)) return { texts, mayStop: [] };
  const plain = style.thousands === ',' ? textsBy('') : texts;
  return { texts: plain, mayStop: plain.some(isDoubtful) ? ['ambiguous-number'] : [] };
}

/** The right answer about doubtful cells; a style that needs both has none. */
export function decimalAnswer(style: Style, texts: readonly string[]): Record<string, string> {
  const doubtful = texts.filter(isDoubtful);
  const areDecimals = doubtful.every((text) => text.includes(style.decimal));
  if (areDecimals) return { 'ambiguous-number': 'decimal' };
  const areThousands = doubtful.every((text) => !text.includes(style.decimal));
  return areThousands ? { 'ambiguous-number': 'thousands' } : {};
}
