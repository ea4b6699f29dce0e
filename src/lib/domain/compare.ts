/**
 * -1, 0 or 1. Exact, but for the noise that binary fractions leave: 0.1 + 0.2 is 0.3, while 84.95
 * is below 85. Nothing is rounded before it is judged.
 */
export function compare(a: number, b: number): -1 | 0 | 1 {
  const noise = 8 * Number.EPSILON * Math.max(1, Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) <= noise) return 0;
  return a < b ? -1 : 1;
}

/** a − b, and exactly 0 where the two are equal but for noise: "på målvärdet", "oförändrat". */
export const subtract = (a: number, b: number): number => (compare(a, b) === 0 ? 0 : a - b);
