/**
 * -1, 0 or 1. Exact, but for the noise that binary fractions leave: 0.1 + 0.2 is 0.3, while 84.95
 * is below 85. Nothing is rounded before it is judged.
 */
export function compare(a: number, b: number): -1 | 0 | 1 {
  const noise = 8 * Number.EPSILON * Math.max(1, Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) <= noise) return 0;
  return a < b ? -1 : 1;
}

/** A binary fraction is true to so many digits of the larger number, and a difference is told with so many. */
const DIGITS = { held: 15, told: 12 } as const;

/** a − b without binary noise, 5.91 and not 5.909999999999997; 0 where only noise parts the two. */
export function subtract(a: number, b: number): number {
  if (compare(a, b) === 0) return 0;
  const digits = Math.floor(Math.log10(Math.max(Math.abs(a), Math.abs(b)))) + 1;
  const held = Number((a - b).toFixed(Math.min(100, Math.max(0, DIGITS.held - digits))));
  return Number(held.toPrecision(DIGITS.told));
}
