import { compare } from './compare.ts';
import type { Observation, ObservationKey } from './observation.ts';

/** What makes two observations the same thing: the later reading of it replaces the earlier. */
export const keyOf = (one: ObservationKey): string =>
  JSON.stringify([one.measure, one.period.text, one.sex, one.place, one.breakdown, one.kind]);

/** An observation before it is stored: all but where it will be read back from. */
export type Reading = Omit<Observation, 'source'>;

const CONTENT = [
  'state',
  'n',
  'asked',
  'isPreliminary',
  'measuredOn',
  'publishedOn',
  'note',
] as const satisfies readonly (keyof Reading)[];

const NUMBERS = ['value', 'numerator', 'denominator'] as const satisfies readonly (keyof Reading)[];

const sameNumber = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : compare(a, b) === 0;

/** True when two readings of one thing say the same. How the number was printed does not count. */
export const saysTheSame = (a: Reading, b: Reading): boolean =>
  CONTENT.every((field) => a[field] === b[field]) &&
  NUMBERS.every((field) => sameNumber(a[field], b[field]));

/** What a file would do to what is seen now. */
export type Difference = {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
};

export function differenceOf(before: readonly Reading[], after: readonly Reading[]): Difference {
  const known = new Map(before.map((one) => [keyOf(one), one]));
  const count = { new: 0, changed: 0, unchanged: 0 };
  for (const one of after) {
    const old = known.get(keyOf(one));
    count[!old ? 'new' : saysTheSame(old, one) ? 'unchanged' : 'changed'] += 1;
  }
  return count;
}
