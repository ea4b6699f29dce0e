import { expect, test } from 'vitest';
import { lineRanges } from './appendices.ts';

test.each<[readonly number[], string]>([
  [[], ''],
  [[2], '2'],
  [[4, 2, 3], '2–4'],
  [[2, 3, 9, 9, 12, 11], '2–3, 9, 11–12'],
])('lines %j are %j', (lines, expected) => {
  expect(lineRanges(lines)).toBe(expected);
});
