import type { Problem } from '#lib/domain/problem.ts';

type Place = { readonly line: number; readonly column: string; readonly value: string };

/** Those who answered or were asked are whole people: 24,5 and -3 count nobody. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

export const noCount = (at: Place): Problem => ({
  code: 'unknown-value',
  ...at,
  accepted: ['ett heltal, till exempel 24'],
});
