import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test.each([
  ['far apart', [10, 40], [10, 40]],
  ['two near', [10, 12, 40], [8, 14, 40]],
  ['in the order given', [12, 40, 10], [14, 40, 8]],
  ['three near', [10, 11, 12], [5, 11, 17]],
  ['two on one place', [5, 5], [2, 8]],
  ['none', [], []],
])('%s', (_, places, expected) => {
  expect(spread(places, 6)).toEqual(expected);
});
