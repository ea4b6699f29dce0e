import { describe, expect, test } from 'vitest';
import { sortedBy } from './sorted-by.ts';

const order = (codes: number[], size: number) => {
  const sorted = sortedBy({ codes, size });
  return codes.map((_, at) => sorted.at(at));
};

describe('rows in the order of their keys', () => {
  test.each([
    ['already', [1, 2, 5], 6, [0, 1, 2]],
    ['the other way', [5, 2, 1], 6, [2, 1, 0]],
    ['by keys too large to pack', [2 ** 51, 5, 2 ** 50], 2 ** 52, [1, 2, 0]],
    ['none', [], 0, []],
  ])('%s', (_, codes, size, expected) => {
    expect(order(codes, size)).toEqual(expected);
  });

  test('are found by their key, asked for in order or not', () => {
    const sorted = sortedBy({ codes: [7, 3, 9, 1], size: 10 });
    expect([1, 2, 3, 7, 9, 10, 3, 0, NaN, 9].map(sorted.find)).toEqual([
      ...[3, null, 1, 0, 2, null],
      ...[1, null, null, 2],
    ]);
  });
});
