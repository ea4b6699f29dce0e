import type { Total } from '#lib/domain/add-up.ts';
import type { Measure } from '#lib/domain/model.ts';
import { isHair, shownDecimals } from '#lib/domain/shown-decimals.ts';
import { formatNumber, isIndex, withUnit } from './sv.ts';

const MINUS = '\u2212';

/** "12 dagar", "1 dag". */
export const formatAmount = (value: number, decimals: number, unit: string): string =>
  withUnit(formatNumber(value, decimals), unit);

/** A number with the decimals it has: "10", "7,5". */
export const formatGiven = (value: number): string =>
  formatNumber(value, shownDecimals(null, [{ at: value, isGiven: true }], 0));

/** What a difference is counted in: 68 % is 6 procentenheter more than 62 %, and an index has enheter. */
export function differenceUnit({ isShare, unit }: Pick<Measure, 'isShare' | 'unit'>): string {
  if (isShare || unit === '%') return 'procentenheter';
  return unit === '' || isIndex(unit) ? 'enheter' : unit;
}

/** The size of a difference: never "0" of one that is there. */
export const formatDifference = (
  measure: Pick<Measure, 'isShare' | 'unit'>,
  difference: number,
  decimals: number,
): string =>
  formatAmount(
    Math.abs(difference),
    shownDecimals(difference, [{ at: 0, isGiven: true }], decimals),
    differenceUnit(measure),
  );

/** "+6 procentenheter", "−5 procentenheter" (B82), "oförändrat". */
export function formatChange(
  measure: Pick<Measure, 'isShare' | 'unit'>,
  change: number,
  decimals: number,
): string {
  if (change === 0) return 'oförändrat';
  if (isHair(change)) return 'nästan oförändrat';
  return `${change > 0 ? '+' : MINUS}${formatDifference(measure, change, decimals)}`;
}

/** "+1 148", "−19,4", "0": a difference whose unit stands elsewhere. */
export const formatSigned = (difference: number, decimals: number): string =>
  `${difference > 0 ? '+' : ''}${formatNumber(difference, decimals)}`;

/** "30 (1 av 3 saknas)": never a sum as if it were of all (B62). */
export function formatTotal({ value, of, missing }: Total, decimals: number, unit = ''): string {
  if (value === null) return 'saknas';
  const words = formatAmount(value, decimals, unit);
  return missing === 0 ? words : `${words} (${missing} av ${of} saknas)`;
}
