import { compare } from './compare.ts';
import type { Observation, ObservationKey } from './observation.ts';

/** What makes two observations the same thing: the later reading of it replaces the earlier. */
export const keyOf = (one: ObservationKey): string =>
  JSON.stringify([one.measure, one.period.text, one.sex, one.place, one.breakdown, one.kind]);

/** Places and sexes of one measure, period, breakdown and kind: what gives each other away by subtraction. */
export const familyOf = ({ measure, period, breakdown, kind }: ObservationKey): string =>
  JSON.stringify([measure, period.text, breakdown, kind]);

/** Whether two are one and the same reading, also where they have been written down and read again. */
export const isSameReading = (a: Observation, b: Observation): boolean =>
  keyOf(a) === keyOf(b) && a.value === b.value;

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

/** What a reading says of what it is about. */
export type Said = Pick<Reading, (typeof CONTENT)[number] | (typeof NUMBERS)[number]>;

const sameNumber = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : compare(a, b) === 0;

/** True when two readings of one thing say the same. How the number was printed does not count. */
export const saysTheSame = (a: Said, b: Said): boolean =>
  CONTENT.every((field) => a[field] === b[field]) &&
  NUMBERS.every((field) => sameNumber(a[field], b[field]));

/** What a file would do to what is seen now. */
export type Difference = {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
};
