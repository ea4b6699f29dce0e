import type { Total } from '#lib/domain/add-up.ts';
import type { Measure } from '#lib/domain/model.ts';
import { shownDecimals } from '#lib/domain/shown-decimals.ts';
import { formatNumber, withUnit } from './sv.ts';

const MINUS = '\u2212';

/** A unit when there is one of it. Others, as "st" and "%", are the same. */
const ONE: Readonly<Record<string, string>> = {
  procentenheter: 'procentenhet',
  enheter: 'enhet',
  placeringar: 'placering',
  dagar: 'dag',
  timmar: 'timme',
  personer: 'person',
  kronor: 'krona',
};

/** "12 dagar", "1 dag". */
export function formatAmount(value: number, decimals: number, unit: string): string {
  const number = formatNumber(value, decimals);
  return withUnit(number, number === '1' ? (ONE[unit] ?? unit) : unit);
}

/** A number with the decimals it has: "10", "7,5". */
export const formatGiven = (value: number): string =>
  formatNumber(value, shownDecimals(null, [{ at: value, isGiven: true }], 0));

/** What a difference is counted in: 68 % is 6 procentenheter more than 62 %, and an index has enheter. */
export function differenceUnit({ isShare, unit }: Pick<Measure, 'isShare' | 'unit'>): string {
  if (isShare || unit === '%') return 'procentenheter';
  return unit === '' || unit === 'index' ? 'enheter' : unit;
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
  return `${change > 0 ? '+' : MINUS}${formatDifference(measure, change, decimals)}`;
}

/** "30 (1 av 3 saknas)": never a sum as if it were of all (B62). */
export function formatTotal({ value, of, missing }: Total, decimals: number, unit = ''): string {
  if (value === null) return 'saknas';
  const words = formatAmount(value, decimals, unit);
  return missing === 0 ? words : `${words} (${missing} av ${of} saknas)`;
}
