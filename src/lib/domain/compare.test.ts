import { expect, test } from 'vitest';
import { compare, subtract } from './compare.ts';

test.each([
  ['equal', 80, 80, 0],
  ['below', 79, 80, -1],
  ['above', 81, 80, 1],
  ['negative, below', -3, -2, -1],
  ['around zero', -1, 1, -1],
  ['zero and minus zero', 0, -0, 0],
  ['84,95 is below 85, though it is shown as 85,0 (B77 H)', 84.95, 85, -1],
  ['79,96 is below 80, though it is shown as 80 (case 4)', 79.96, 80, -1],
  ['79,9999999 is below 80', 79.9999999, 80, -1],
  ['0,1 + 0,2 is 0,3 (case 10)', 0.1 + 0.2, 0.3, 0],
  ['1,1 + 2,2 is 3,3 (case 10)', 1.1 + 2.2, 3.3, 0],
  ['0,7 + 0,1 is 0,8', 0.7 + 0.1, 0.8, 0],
  ['1,005 times 100 is 100,5', 1.005 * 100, 100.5, 0],
  ['noise below zero', -0.1 - 0.2, -0.3, 0],
  ['a sum that should be zero', 0.1 + 0.2 - 0.3, 0, 0],
  ['a krona of a milliard', 1_000_000_000, 1_000_000_001, -1],
  ['an öre of a hundred milliards', 100_000_000_000.01, 100_000_000_000, 1],
  ['a millionth', 0.000001, 0.000002, -1],
])('%s', (_, a, b, expected) => {
  expect(compare(a, b)).toBe(expected);
  expect(compare(b, a)).toBe(expected === 0 ? 0 : -expected);
});

test.each([
  ['a difference', 102, 90, 12],
  ['below', -3, -1, -2],
  ['none', 80, 80, 0],
  ['none but for noise: på målvärdet', 0.1 + 0.2, 0.3, 0],
])('%s', (_, a, b, expected) => {
  expect(subtract(a, b)).toBe(expected);
});

test.each([
  [84.95, 79.04, 5.91],
  [5.9, 6.5, -0.6],
  [100000.1, 100000, 0.1],
  [1e-7, 3e-7, -2e-7],
  [161 / 3, 53, 0.666666666667],
  [1e22, 0, 1e22],
])('%d − %d is without noise', (a, b, expected) => {
  expect(subtract(a, b)).toBe(expected);
});
