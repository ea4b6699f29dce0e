import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import { roundTo, shownDecimals } from './shown-decimals.ts';

const given = (...limits: readonly number[]) => limits.map((at) => ({ at, isGiven: true }));
const before = (at: number) => [{ at, isGiven: false }];

test.each([
  ['down', 6.84, 1, 6.8],
  ['up', 6.86, 1, 6.9],
  ['half, away from zero', 0.5, 0, 1],
  ['half, away from zero to an even', 1.5, 0, 2],
  ['half, away from zero from an even', 2.5, 0, 3],
  ['half below zero, away from zero', -2.5, 0, -3],
  ['half a cent that binary puts below', 1.005, 2, 1.01],
  ['half a cent below zero', -1.005, 2, -1.01],
  ['84,95 with one decimal', 84.95, 1, 85],
  ['nothing to round', 80, 2, 80],
  ['binary noise', 0.1 + 0.2, 2, 0.3],
  ['a difference that is only noise', 0.1 + 0.2 - 0.3, 1, 0],
  ['a ten millionth', 1e-7, 0, 0],
  ['a ten millionth, shown', 1.26e-7, 8, 1.3e-7],
  ['a milliard and an öre', 1_000_000_000.014, 2, 1_000_000_000.01],
  ['a hundred trillions', 1e20, 2, 1e20],
  ['more than that', 1.5e21, 1, 1.5e21],
])('rounded: %s', (_, value, decimals, expected) => {
  // Plus nought, since minus nought is no other number to a reader.
  expect(roundTo(value, decimals) + 0).toBe(expected);
});

describe('decimals to show beside a limit', () => {
  test.each([
    ['no limit', 84.95, null, 0, 0],
    ['far from it', 102, 90, 0, 0],
    ['on it', 80, 80, 1, 1],
    ['on it but for noise', 0.1 + 0.2, 0.3, 1, 1],
    ['84,95 against 85 (B77 H)', 84.95, 85, 0, 2],
    ['84,95 against 85 with one decimal (B77 H)', 84.95, 85, 1, 2],
    ['79,5 against 80 (case 4)', 79.5, 80, 0, 1],
    ['79,6 against 80 (case 4)', 79.6, 80, 0, 1],
    ['79,96 against 80 (case 4)', 79.96, 80, 0, 2],
    ['80,04 against 80, the other side', 80.04, 80, 0, 2],
    ['both between', 80.4, 80.3, 0, 1],
    ['a limit is shown with its own decimals: 80,5 is not 81', 80.4, 80.5, 0, 1],
    ['−0,04 against nought', -0.04, 0, 0, 2],
    ['closer than anybody prints: words tell', 79.9999999, 80, 0, 0],
    ['closer than that, with one decimal', 84.9999999, 85, 1, 1],
  ])('%s', (_, value, limit, decimals, expected) => {
    const limits = limit === null ? [] : given(limit);
    expect(shownDecimals(value, limits, decimals)).toBe(expected);
  });

  test.each([
    ['both ends of a span', 50, given(40.5, 60), 0, 1],
    ['a limit of yellow', 74.96, given(80, 75), 0, 2],
    ['a limit without an end is rounded', 42, given(161 / 3), 0, 0],
    ['a limit without an end, near it', 53.7, given(161 / 3), 0, 2],
    ['a value of before is rounded', 80, before(75.43), 0, 0],
    ['a value of before, near it', 75.4, before(75.43), 0, 2],
    ['level with a value of before', 75.43, before(75.43), 0, 0],
    ['only the limit', null, given(80.5), 0, 1],
    ['only a whole limit', null, given(80), 1, 1],
  ])('%s', (_, value, limits, decimals, expected) => {
    expect(shownDecimals(value, limits, decimals)).toBe(expected);
  });

  test.each([
    ['at most two', null, 356.6631, 0, 2],
    ['one where it has one', null, 365.5, 0, 1],
    ['more where the verdict asks for it', 356.663, 356.6631, 0, 4],
  ])('a computed limit: %s', (_, value, at, decimals, expected) => {
    const limit = { at, isGiven: true, isComputed: true } as const;
    expect(shownDecimals(value, [limit], decimals)).toBe(expected);
  });

  test('never let what is shown gainsay what was decided', () => {
    for (let thousandths = 79_000; thousandths <= 81_000; thousandths += 7) {
      const value = thousandths / 1000;
      const count = shownDecimals(value, given(80), 0);
      expect(compare(roundTo(value, count), 80)).toBe(compare(value, 80));
    }
  });
});
