import { compare } from './compare.ts';

/** A number with its decimal point moved, in its decimal form: 1.005 two places is 100.5. */
function shift(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e') as [string, string?];
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}

/** Half away from zero, as Excel and Kolada round, and not as binary fractions happen to fall. */
export function roundTo(value: number, decimals: number): number {
  return Math.sign(value) * shift(Math.round(shift(Math.abs(value), decimals)), -decimals);
}

const MOST = 6;

/**
 * How many decimals to show so that what is seen agrees with what was decided: a limit is never
 * rounded (80,5 is not "minst 81"), and 84,95 against 85 is not shown as 85,0. The indicator's own
 * number where that is enough.
 */
export function shownDecimals(value: number, limit: number | null, decimals: number): number {
  if (limit === null) return decimals;
  const truth = compare(value, limit);
  const agrees = (count: number) =>
    compare(roundTo(limit, count), limit) === 0 && compare(roundTo(value, count), limit) === truth;
  for (let count = decimals; count < MOST; count += 1) if (agrees(count)) return count;
  return MOST;
}
