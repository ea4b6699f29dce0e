import { describe, expect, test } from 'vitest';
import { combine, duplicateRows } from './duplicates.ts';
import { nearest } from './nearest.ts';
import { remembered } from './rows.ts';

const part = (size: number, ...codes: number[]) => ({ size, codes });

describe('a key of several parts', () => {
  test.each([
    ['few of each', [part(3, 0, 2, 2, 0), part(2, 1, 0, 1, 1)]],
    // More than a number holds exactly: what is there is packed, in the same order.
    ['more than a number holds', [part(2 ** 40, 0, 7, 7, 0), part(2 ** 40, 5, 0, 9, 5)]],
    [
      'three large parts',
      [part(2 ** 30, 1, 3, 3, 1), part(2 ** 30, 4, 4, 4, 4), part(9, 5, 6, 7, 5)],
    ],
  ])('of %s is one number that sorts as its parts do', (_, [first, ...rest]) => {
    const key = combine(first!, ...rest);
    const [a, b, c, d] = Array.from(key.codes) as [number, number, number, number];
    expect(d).toBe(a);
    expect(a < b && b < c).toBe(true);
    expect(c).toBeLessThan(key.size);
    const parts = [first!, ...rest].map((one) => one.codes[1]!);
    expect(key.codeOf(parts)).toBe(b);
    expect(key.codeOf([parts[0]! + 1, ...parts.slice(1)])).not.toBe(b);
    expect(duplicateRows(key, (row) => row + 2)).toEqual([
      { code: 'duplicate-row', line: 5, lines: [2, 5] },
    ]);
  });

  test('that no row has is no number', () => {
    const key = combine(part(2 ** 40, 0, 7), part(2 ** 40, 5, 0));
    expect(key.codeOf([NaN, 5])).toBeNaN();
    expect(combine(part(2, 0)).codeOf([])).toBeNaN();
  });

  test('three rows of one key are named together', () => {
    const key = combine(part(2, 1, 0, 1, 1));
    expect(duplicateRows(key, (row) => row)).toMatchObject([{ line: 2, lines: [0, 2, 3] }]);
  });
});

test.each([
  ['Laxa', 'Laxå'],
  ['Hernösand', 'Härnösand'],
  ['falun', 'Falun'],
  ['Falu', 'Falun'],
  ['Paris', null],
])('the place nearest to %s is %s', (name, expected) => {
  expect(nearest(name, ['Laxå', 'Härnösand', 'Falun'])).toBe(expected);
});

test('an answer is worked out once for each text, as long as they are few', () => {
  let asked = 0;
  const answer = remembered((text) => {
    asked += 1;
    return text === '' ? undefined : text.length;
  });
  expect([answer('ab'), answer('ab'), answer(''), answer('')]).toEqual([
    2,
    2,
    undefined,
    undefined,
  ]);
  expect(asked).toBe(2);
  for (let at = 0; at < 10_000; at += 1) answer(`x${at}`);
  expect(answer('ab')).toBe(2);
  expect(asked).toBe(10_003);
});
