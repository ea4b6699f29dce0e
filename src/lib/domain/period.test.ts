import { describe, expect, test } from 'vitest';
import { aPeriod } from '../../../tests/builders.ts';
import {
  canonicalPeriod,
  comparePeriods,
  containsPeriod,
  parsePeriod,
  periodDays,
  periodMonths,
  yearBefore,
} from './period.ts';

describe('every form of a period is a span of days', () => {
  test.each([
    ['2023', 'year', '2023-01-01', '2023-12-31'],
    ['2023-H1', 'half', '2023-01-01', '2023-06-30'],
    ['2023-H2', 'half', '2023-07-01', '2023-12-31'],
    ['2023-T1', 'tertial', '2023-01-01', '2023-04-30'],
    ['2023-T2', 'tertial', '2023-05-01', '2023-08-31'],
    ['2023-T3', 'tertial', '2023-09-01', '2023-12-31'],
    ['2023-Q1', 'quarter', '2023-01-01', '2023-03-31'],
    ['2023-Q4', 'quarter', '2023-10-01', '2023-12-31'],
    ['2023-07', 'month', '2023-07-01', '2023-07-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-02', 'month', '2023-02-01', '2023-02-28'],
    ['2023-05-31', 'day', '2023-05-31', '2023-05-31'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
    ['2023-01..2023-08', 'range', '2023-01-01', '2023-08-31'],
    ['2022-11..2024-02', 'range', '2022-11-01', '2024-02-29'],
    ['2023-01-15..2023-06-14', 'range', '2023-01-15', '2023-06-14'],
    ['2023-01..2023-06-14', 'range', '2023-01-01', '2023-06-14'],
    ['2023-05..2023-05', 'range', '2023-05-01', '2023-05-31'],
    ['2022/2023', 'lasar', '2022-07-01', '2023-06-30'],
    ['1999/2000', 'lasar', '1999-07-01', '2000-06-30'],
    ['2023-VT', 'term', '2023-01-01', '2023-06-30'],
    ['2023-HT', 'term', '2023-07-01', '2023-12-31'],
    ['..2021-12-31', 'until', null, '2021-12-31'],
  ])('%s', (text, kind, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, kind, from, to });
  });

  test.each([
    ['', 'nothing'],
    ['23', 'two figures of a year'],
    ['2023-0', 'a month of one figure'],
    ['2023-00', 'no such month'],
    ['2023-13', 'no such month'],
    ['2023-H3', 'no such half'],
    ['2023-T0', 'no such tertial'],
    ['2023-T4', 'no such tertial'],
    ['2023-Q5', 'no such quarter'],
    ['2023-t2', 'small letter'],
    ['T2 2023', 'a spelling for ingest'],
    ['2023-ST', 'no such term'],
    ['2022/2024', 'two years'],
    ['2023/2022', 'backwards'],
    ['2023/2023', 'no year at all'],
    ['2022/23', 'a spelling for ingest'],
    ['2023-02-29', 'no such day'],
    ['2023-04-31', 'no such day'],
    ['..2023-04-31', 'no such day'],
    ['..2023-04', 'until a month'],
    ['2023-01-01..', 'no end'],
    ['2023-13..2024-02', 'no such month first'],
    ['2023-01..2023-13', 'no such month last'],
    ['2023-01..2023-04-31', 'no such day last'],
    ['2023-08..2023-01', 'backwards'],
    ['2023-01...2023-08', 'three dots'],
    [' 2023', 'a space'],
    ['2023\n', 'a new line'],
  ])('%j is none: %s', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

/** One of each form, in order. */
const ORDERED = [
  '..2021-12-31',
  '2021',
  '2022-T1',
  '..2022-08-31',
  '2022-01..2022-08',
  '2022-T2',
  '2022-08',
  '2022-08-31',
  '2022',
  '2022-H2',
  '2022-T3',
  '2022-Q4',
  '2022-12',
  '2023-05-31',
  '2022/2023',
  '2023-VT',
  '2023-HT',
].map(aPeriod);

describe('order', () => {
  test('earlier end first, and the longer of two with one end; not stated is longest', () => {
    const shuffled = ORDERED.toSorted((a, b) => (a.text < b.text ? 1 : -1));
    expect(shuffled.toSorted(comparePeriods).map((one) => one.text)).toEqual(
      ORDERED.map((one) => one.text),
    );
  });

  test('is total: one way only between any two forms', () => {
    ORDERED.forEach((a, i) => {
      ORDERED.forEach((b, j) => expect(comparePeriods(a, b)).toBe(Math.sign(i - j)));
    });
  });

  test.each([
    ['2023-VT', '2023-H1'],
    ['2023-01..2023-08', '2023-01-01..2023-08-31'],
  ])('%s and %s are the same days', (a, b) => {
    expect(comparePeriods(aPeriod(a), aPeriod(b))).toBe(0);
  });
});

test.each([
  ['2023', '2023-T2', true],
  ['2023', '2023', true],
  ['2023-T2', '2023', false],
  ['2023-T2', '2023-08-31', true],
  ['2023-T2', '2023-09-01', false],
  ['2023-T2', '2023-04', false],
  ['2023-T2', '2023-04..2023-05', false],
  ['2022/2023', '2022-HT', true],
  ['2022/2023', '2023-HT', false],
  ['..2023-12-31', '2023', false],
  ['2023', '..2023-08-31', false],
])('%s contains %s: %s', (outer, inner, expected) => {
  expect(containsPeriod(aPeriod(outer), aPeriod(inner))).toBe(expected);
});

test.each([
  ['2023', 365, 12],
  ['2024', 366, 12],
  ['2023-T2', 123, 4],
  ['2023-Q1', 90, 3],
  ['2024-02', 29, 1],
  ['2022/2023', 365, 12],
  ['2022-11..2023-02', 120, 4],
  ['2023-05-31', 1, null],
  ['2023-06-01', 1, null],
  ['2023-01..2023-06-14', 165, null],
  ['2023-01-15..2023-06-30', 167, null],
  ['..2023-08-31', null, null],
])('%s is %s days and %s months', (text, days, months) => {
  expect(periodDays(aPeriod(text))).toBe(days);
  expect(periodMonths(aPeriod(text))).toBe(months);
});

describe('the same period a year before', () => {
  test.each([
    ['2023', '2022'],
    ['2023-H1', '2022-H1'],
    ['2023-T2', '2022-T2'],
    ['2023-Q3', '2022-Q3'],
    ['2023-07', '2022-07'],
    ['2023-05-31', '2022-05-31'],
    ['2023-01..2023-08', '2022-01..2022-08'],
    ['2022-11..2023-02', '2021-11..2022-02'],
    ['2023-01-15..2023-06-14', '2022-01-15..2022-06-14'],
    ['2022/2023', '2021/2022'],
    ['2000/2001', '1999/2000'],
    ['2023-HT', '2022-HT'],
    ['..2021-12-31', '..2020-12-31'],
    ['2024-02', '2023-02'],
    ['2024-02-29', '2023-02-28'],
    ['2024-02-29..2024-03-31', '2023-02-28..2023-03-31'],
    ['..2024-02-29', '..2023-02-28'],
    ['1000', '0999'],
  ])('%s: %s', (text, expected) => {
    expect(yearBefore(aPeriod(text))).toEqual(aPeriod(expected));
  });

  test('the year nought has none', () => {
    expect(yearBefore(aPeriod('0000')).text).toBe('0000');
  });
});

describe('the shortest name, so that one span is one key', () => {
  test.each([
    ['2023-01..2023-12', '2023'],
    ['2023-01-01..2023-12-31', '2023'],
    ['2023-01..2023-06', '2023-H1'],
    ['2023-01-01..2023-06-30', '2023-H1'],
    ['2023-07..2023-12', '2023-H2'],
    ['2023-05..2023-08', '2023-T2'],
    ['2023-09..2023-12', '2023-T3'],
    ['2023-07..2023-09', '2023-Q3'],
    ['2023-08..2023-08', '2023-08'],
    ['2024-02-01..2024-02-29', '2024-02'],
    // A span of days that is one of whole months.
    ['2023-01-01..2023-08-31', '2023-01..2023-08'],
    ['2023-01..2023-08-31', '2023-01..2023-08'],
    ['2023-05-31..2023-05-31', '2023-05-31'],
    ['2023-01..2023-06-14', '2023-01-01..2023-06-14'],
    // No name of its own.
    ['2023-01..2023-08', '2023-01..2023-08'],
    ['2023-02..2023-05', '2023-02..2023-05'],
    ['2023-04..2023-09', '2023-04..2023-09'],
    ['2022-07..2023-06', '2022-07..2023-06'],
    ['2022-01..2023-12', '2022-01..2023-12'],
    ['2023-01-15..2023-06-14', '2023-01-15..2023-06-14'],
    // Named already: a term is not a half year, though it has its days.
    ['2023-VT', '2023-VT'],
    ['2022/2023', '2022/2023'],
    ['2023-T2', '2023-T2'],
    ['..2021-12-31', '..2021-12-31'],
  ])('%s: %s', (text, expected) => {
    expect(canonicalPeriod(aPeriod(text))).toEqual(aPeriod(expected));
  });

  test('of every span of whole months has the same days, and is its own shortest name', () => {
    const months = [2023, 2024].flatMap((year) =>
      Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
    );
    for (const from of months) {
      for (const to of months.filter((one) => one >= from)) {
        const span = aPeriod(`${from}..${to}`);
        const named = canonicalPeriod(span);
        expect(comparePeriods(named, span)).toBe(0);
        expect(canonicalPeriod(named)).toEqual(named);
      }
    }
  });
});
