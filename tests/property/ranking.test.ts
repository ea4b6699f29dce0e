import { expect, test } from 'vitest';
import { placeAmong } from '#lib/domain/ranking.ts';
import { randomFrom, SEED, upTo } from './random.ts';

const LISTS = 100;

/** Places computed apart: sorted, and the first of those alike. */
const placesOf = (values: readonly number[], sign: 1 | -1) => {
  const sorted = values.toSorted((a, b) => sign * (b - a));
  return values.map((value) => ({
    place: sorted.indexOf(value) + 1,
    of: values.length,
    ties: sorted.lastIndexOf(value) - sorted.indexOf(value),
  }));
};

/** 2–300 values in tenths, so that many are alike. */
const listOf = (seed: number) => {
  const random = randomFrom(seed);
  const length = 2 + upTo(random, 298);
  return Array.from({ length }, () => (upTo(random, 150) - 30) / 10);
};

test(`${LISTS} random lists are ranked as by sorting, seed ${SEED}`, () => {
  const lists = Array.from({ length: LISTS }, (_, index) => listOf(SEED + index));
  for (const values of lists) {
    expect(values.map((one) => placeAmong(values, one, 'higher'))).toEqual(placesOf(values, 1));
    expect(values.map((one) => placeAmong(values, one, 'lower'))).toEqual(placesOf(values, -1));
  }
});
