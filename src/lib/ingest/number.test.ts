import { describe, expect, test } from 'vitest';
import { columnDecimal, decimalClue, isNumberLike, parseNumber } from './number.ts';
import type { DecimalMark } from './number.ts';

describe('parseNumber', () => {
  test.each<[string, DecimalMark, number]>([
    ['0', ',', 0],
    ['-0', ',', 0],
    ['79', ',', 79],
    ['84,5', ',', 84.5],
    ['84.5', '.', 84.5],
    ['0,435', ',', 0.435],
    [',5', ',', 0.5],
    ['1 234,5', ',', 1234.5],
    ['1\u00a0234\u00a0567', ',', 1234567],
    ['29\u202f000', ',', 29000],
    ['12\u2009000,25', ',', 12000.25],
    ["1'234'567,5", ',', 1234567.5],
    ['12’000', ',', 12000],
    ['-21.419,06', ',', -21419.06],
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['1,234.5', '.', 1234.5],
    ['−3,2', ',', -3.2],
    ['–3,2', ',', -3.2],
    ['− 3,2', ',', -3.2],
    ['-\u00a03,2', ',', -3.2],
    ['+2,0', ',', 2],
    ['85%', ',', 85],
    ['85,5 %', ',', 85.5],
    ['85,5\u00a0%', ',', 85.5],
  ])('%s with decimal %s is %d', (text, decimal, value) => {
    expect(parseNumber(text, decimal)).toEqual({ ok: true, value });
  });

  test.each<[string, DecimalMark]>([
    ['', ','],
    ['-', ','],
    ['%', ','],
    ['sjuttionio', ','],
    ['12,3,4', ','],
    ['1.2.3', ','],
    ['12.5', ','],
    ['12,5', '.'],
    ['12 34', ','],
    ["1 234'567", ','],
    ['0x1F', ','],
    ['1e5', ','],
    ['1E5', '.'],
    ['Infinity', ','],
    ['NaN', ','],
    ['2023-05', ','],
    ['84,2*', ','],
    ['5,', ','],
  ])('%s with decimal %s is no number', (text, decimal) => {
    expect(parseNumber(text, decimal)).toEqual({ ok: false, error: 'not-a-number' });
  });

  test('a number that cannot be kept exactly is refused', () => {
    expect(parseNumber('12345678901234567', ',')).toEqual({ ok: false, error: 'too-large' });
  });
});

test.each([
  ['12,3,4', true],
  ['1.2.3', true],
  ['- 12', true],
  ['2023-05', false],
  ['v. 12', false],
  ['...', false],
])('%s is made like a number: %s', (text, expected) => {
  expect(isNumberLike(text)).toBe(expected);
});

test.each([
  ['12', { kind: 'none' }],
  ['12,5', { kind: 'sure', mark: ',' }],
  ['12.50', { kind: 'sure', mark: '.' }],
  ['0,435', { kind: 'sure', mark: ',' }],
  ['-0.435', { kind: 'sure', mark: '.' }],
  ['1.234', { kind: 'doubt', mark: '.' }],
  ['1,234', { kind: 'doubt', mark: ',' }],
  ['1.234.567', { kind: 'sure', mark: ',' }],
  ['1.234,5', { kind: 'sure', mark: ',' }],
  ['1,234.5', { kind: 'sure', mark: '.' }],
  ['1 234.567', { kind: 'sure', mark: '.' }],
  ['12,3,4', { kind: 'none' }],
  ['12.5*', { kind: 'sure', mark: '.' }],
  ['1.234\u00a0%¹', { kind: 'doubt', mark: '.' }],
])('%s says %o of the decimal mark', (text, clue) => {
  expect(decimalClue(text)).toEqual(clue);
});

describe('columnDecimal', () => {
  test.each([
    [['1', '2'], ';', { kind: 'mark', mark: ',' }],
    [['1,286', '2,118'], ';', { kind: 'mark', mark: ',' }],
    [['1,286', '2,118'], ',', { kind: 'ambiguous' }],
    [['1.234', '2.500'], ';', { kind: 'ambiguous' }],
    [['1.234', '2.5'], ';', { kind: 'mark', mark: '.' }],
    [['1.234', '2,5'], ';', { kind: 'mark', mark: ',' }],
    [['12,5', '12.5'], ';', { kind: 'mark', mark: ',' }],
    [['1.234', '1.234.567'], '\t', { kind: 'mark', mark: ',' }],
    [['12.5*', '7'], ';', { kind: 'mark', mark: '.' }],
    [['1.234*', '7'], ';', { kind: 'ambiguous' }],
  ])('%j in a file cut at %j', (cells, delimiter, expected) => {
    expect(columnDecimal(cells, delimiter)).toEqual(expected);
  });
});
