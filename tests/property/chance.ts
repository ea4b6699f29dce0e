/* Chance that can be run again: the same seed gives the same, everywhere. */

/** At least 0 and under 1. */
export type Random = () => number;

/** mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number, at most `most`. */
export const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));

export const between = (random: Random, least: number, most: number): number =>
  least + upTo(random, most - least);

export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[upTo(random, list.length - 1)]!;

export const shuffled = <T>(random: Random, list: readonly T[]): readonly T[] =>
  list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
