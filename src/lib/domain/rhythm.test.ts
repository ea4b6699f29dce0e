import { expect, test } from 'vitest';
import { aPeriod } from '../../../tests/builders.ts';
import { missingBetween, rhythmsOf } from './rhythm.ts';

const periods = (texts: string) => texts.split(' ').map(aPeriod);

test.each([
  ['a year', '2019 2021', '2020'],
  ['two years', '2018 2021', '2019 2020'],
  ['none', '2019 2020 2021', ''],
  ['one alone', '2019', ''],
  ['a month', '2023-01 2023-03', '2023-02'],
  ['a month over new year', '2022-12 2023-02', '2023-01'],
  ['the same month each year', '2021-12 2022-12', ''],
  ['a quarter', '2023-Q1 2023-Q3', '2023-Q2'],
  ['a tertial', '2023-T1 2023-T3', '2023-T2'],
  ['a half', '2021-H1 2022-H1 2023-H2', '2021-H2 2022-H2 2023-H1'],
  ['first halves alone', '2021-H1 2023-H1', '2022-H1'],
  ['a range', '2020-01..2020-08 2022-01..2022-08', '2021-01..2021-08'],
  ['days, which nobody waits for', '2019-01-01 2023-01-01', ''],
  ['a period that is not stated', '..2020-12-31 ..2022-12-31', ''],
  ['more than an axis has room for', '2000 2023', '2001'],
])('missing between: %s', (_, told, missing) => {
  expect(
    missingBetween(periods(told))
      .map(({ text }) => text)
      .join(' '),
  ).toBe(missing);
});

test.each([
  ['2020/2021 2022/2023', 'lasar', '2021-07-01', '2022-06-30'],
  ['2022-VT 2022-HT 2023-HT', 'term', '2023-01-01', '2023-06-30'],
])('%s keeps the kind of what is missing', (told, kind, from, to) => {
  expect(missingBetween(periods(told))).toMatchObject([{ kind, from, to }]);
});

test('a rhythm is of one kind and one length', () => {
  const told = periods('2021 2021-01..2021-08 2022 2022-01..2022-10 2022-H1');
  expect(rhythmsOf(told).map((rhythm) => rhythm.map(({ text }) => text))).toEqual([
    ['2021', '2022'],
    ['2021-01..2021-08'],
    ['2022-01..2022-10'],
    ['2022-H1'],
  ]);
});

test('nothing is missing of nothing', () => {
  expect(missingBetween([])).toEqual([]);
});
