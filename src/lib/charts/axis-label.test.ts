import { expect, test } from 'vitest';
import { aPeriod } from '../../../tests/builders.ts';
import { axisLabel, thinned } from './axis-label.ts';

test.each([
  ['2023', '2023'],
  ['2023-H1', 'jan–juni\n2023'],
  ['2023-T2', 'maj–aug\n2023'],
  ['2023-Q4', 'okt–dec\n2023'],
  ['2023-03', 'mars\n2023'],
  ['2023-05-31', '31 maj\n2023'],
  ['2023-01..2023-08', 'jan–aug\n2023'],
  ['2022-11..2023-02', 'nov 2022\n–feb 2023'],
  ['2022/2023', 'läsår\n22/23'],
  ['2023-VT', 'VT\n2023'],
  ['2023-HT', 'HT\n2023'],
  ['..2021-12-31', 't.o.m.\n31 dec\n2021'],
])('%s is %j', (period, label) => {
  expect(axisLabel(aPeriod(period))).toBe(label);
});

test.each([
  ['all there is room for', 3, 3, 'abc'],
  ['every other, the last among them', 5, 3, 'a-c-e'],
  ['every third', 9, 3, '--c--f--i'],
  ['one', 3, 1, '--c'],
])('%s', (_, count, most, expected) => {
  const labels = [...'abcdefghi'].slice(0, count);
  expect(
    thinned(labels, most)
      .map((label) => label || '-')
      .join(''),
  ).toBe(expected);
});

test('36 months do not crowd the axis', () => {
  const labels = Array.from({ length: 36 }, (_, index) => String(index));
  expect(thinned(labels, 5).filter((label) => label !== '').length).toBeLessThanOrEqual(5);
});

test('more than any step still has its last', () => {
  const labels = Array.from({ length: 2000 }, (_, index) => String(index));
  expect(thinned(labels, 5).filter((label) => label !== '')).toEqual(['1999']);
});
