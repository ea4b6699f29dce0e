import { expect, test } from 'vitest';
import { plain } from '../../../tests/assessed.ts';
import { differenceUnit, formatAmount, formatChange, formatGiven, formatTotal } from './amount.ts';

test.each([
  ['B82: a share', '%', true, 6, 0, '+6 procentenheter'],
  ['B82: a share that fell', '%', true, -5, 0, '−5 procentenheter'],
  ['per cent that are no share', '%', false, -5, 0, '−5 procentenheter'],
  ['one', '%', true, 1, 0, '+1 procentenhet'],
  ['an index', '', false, 3, 0, '+3 enheter'],
  ['an index by name', 'index', false, -1, 0, '−1 enhet'],
  ['a unit', 'dagar', false, -12, 0, '−12 dagar'],
  ['one day', 'dagar', false, 1, 0, '+1 dag'],
  ['a unit that is the same for one', 'st', false, 1, 0, '+1 st'],
  ['never nought of a change', '%', true, 0.04, 1, '+0,04 procentenheter'],
  ['binary noise', '%', true, 5.9 - 6.5, 1, '−0,6 procentenheter'],
  ['none', '%', true, 0, 1, 'oförändrat'],
  ['a hair', '%', true, 1e-9, 1, 'nästan oförändrat'],
])('a change: %s', (_, unit, isShare, change, decimals, expected) => {
  expect(plain(formatChange({ unit, isShare }, change, decimals))).toBe(expected);
});

test('a share differs in procentenheter, whatever its unit is called', () => {
  expect(differenceUnit({ isShare: true, unit: '' })).toBe('procentenheter');
});

test.each([
  [10, '10'],
  [7.5, '7,5'],
  [-0.25, '−0,25'],
])('%d has the decimals it has', (value, expected) => {
  expect(formatGiven(value)).toBe(expected);
});

test.each([
  ['dagar', '1 dag'],
  ['personer', '1 person'],
  ['procentenheter', '1 procentenhet'],
  ['enheter', '1 enhet'],
  ['timmar', '1 timme'],
  ['veckor', '1 vecka'],
  ['månader', '1 månad'],
  ['år', '1 år'],
  ['placeringar', '1 placering'],
  ['index', 'index 1'],
])('one of %s', (unit, expected) => {
  expect(plain(formatAmount(1, 0, unit))).toBe(expected);
});

test('one with decimals is still many', () => {
  expect(plain(formatAmount(1, 1, 'dagar'))).toBe('1,0 dagar');
});

test.each([
  ['all', { value: 30, of: 3, missing: 0 }, '', '30'],
  ['some (B62)', { value: 30, of: 3, missing: 1 }, '', '30 (1 av 3 saknas)'],
  ['some, with a unit', { value: 30, of: 3, missing: 2 }, 'st', '30 st (2 av 3 saknas)'],
  ['none', { value: null, of: 3, missing: 3 }, 'st', 'saknas'],
])('a total of %s', (_, total, unit, expected) => {
  expect(plain(formatTotal(total, 0, unit))).toBe(expected);
});
