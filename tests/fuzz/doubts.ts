import type { Clean } from './sheet.ts';
import type { World } from './world.ts';

/* What the values themselves give reason to ask about, wherever they stand. */

export type Said = {
  readonly measure: number;
  readonly value: number | null;
  readonly text: string;
};

/** A share outside 0–100, a sign for per cent where something else is measured, and 0,85 of a share. */
export function doubtsOf({ own, kolada }: World, all: readonly Said[]): Clean['mayStop'] {
  const measures = new Map([...own, ...kolada].map((one) => [one.id, one]));
  const isShare = ({ measure }: Said) => measures.get(measure)?.isShare === true;
  const valued = all.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const isAny = {
    'value-out-of-range': valued.some((one) => isShare(one) && (one.value < 0 || one.value > 100)),
    'unit-differs': all.some(
      ({ measure, text }) => text.includes('%') && measures.get(measure)?.unit !== '%',
    ),
    'mixed-scale': valued.some(({ value }) => value > 0 && value <= 1),
  };
  const codes = ['value-out-of-range', 'unit-differs', 'mixed-scale'] as const;
  return codes.filter((code) => isAny[code]);
}

/** The table says what it says. */
export const AS_WRITTEN = {
  ...{ 'value-out-of-range': 'as-written', 'mixed-scale': 'as-written' },
  'unit-differs': 'as-written',
} as const;
