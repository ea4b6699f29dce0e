import { compare } from './compare.ts';
import type { Edge } from './zone.ts';

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

/** Of a limit that is worked out, and need not be told to the last digit. */
const MOST_COMPUTED = 2;

/** True when a number of decimals that anybody prints is all it has: 80,5, and not a third of 161. */
const hasEnd = (value: number) => compare(roundTo(value, MOST), value) === 0;

/** A limit beside a value: given by the plan it is never rounded; a value of before it may be. */
export type Beside = Pick<Edge, 'at' | 'isGiven' | 'isComputed'>;

const isWhole = ({ at, isGiven, isComputed }: Beside, count: number) =>
  !isGiven ||
  !hasEnd(at) ||
  (isComputed && count >= MOST_COMPUTED) ||
  compare(roundTo(at, count), at) === 0;

/** True when a difference is there and no number of decimals that anybody prints shows it. */
export const isHair = (difference: number): boolean =>
  difference !== 0 && roundTo(difference, MOST) === 0;

/**
 * How many decimals to show so that what is seen agrees with what was decided: a limit is not
 * rounded (80,5 is not "minst 81"), and 84,95 against 85 is not shown as 85,0. The indicator's own
 * number where that is enough, or where nothing would tell the two apart: then words do. `value` is
 * null where only the limits are shown.
 */
export function shownDecimals(
  value: number | null,
  limits: readonly Beside[],
  decimals: number,
): number {
  const isInOrder = (at: number, count: number) =>
    value === null || compare(roundTo(value, count), roundTo(at, count)) === compare(value, at);
  const tellable = limits.filter((one) => isInOrder(one.at, MOST));
  const agrees = (count: number) =>
    limits.every((one) => isWhole(one, count)) && tellable.every((one) => isInOrder(one.at, count));
  for (let count = decimals; count < MOST; count += 1) if (agrees(count)) return count;
  return MOST;
}
