import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dayNumber,
  dayOf,
  daysInMonth,
  firstOfMonth,
  isDay,
  lastOfMonth,
  parseDay,
} from './calendar.ts';

test.each([
  ['an ordinary year', 2023, 28],
  ['every fourth year', 2024, 29],
  ['not the even hundreds', 1900, 28],
  ['nor 2100', 2100, 28],
  ['but every fourth of them', 2000, 29],
])('days in February: %s (%i)', (_, year, days) => {
  expect(daysInMonth(year, 2)).toBe(days);
});

test('days in the months of a year', () => {
  const months = Array.from({ length: 12 }, (_, index) => daysInMonth(2023, index + 1));
  expect(months).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
});

test.each([0, 13])('month %i has no days', (month) => {
  expect(daysInMonth(2023, month)).toBe(0);
});

describe('a day', () => {
  test.each([
    ['2023-08-31', { year: 2023, month: 8, day: 31 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['0461-01-01', { year: 461, month: 1, day: 1 }],
  ])('%s exists', (text, parts) => {
    expect(parseDay(text)).toEqual(parts);
    expect(isDay(text)).toBe(true);
    expect(dayOf(parts.year, parts.month, parts.day)).toBe(text);
  });

  test.each([
    '2023-04-31',
    '2023-02-29',
    '2100-02-29',
    '2023-13-01',
    '2023-00-01',
    '2023-01-00',
    '2023-1-01',
    '23-01-01',
    '2023-01',
    '2023-01-01T00:00',
    ' 2023-01-01',
    '2023-01-01\n',
    '',
  ])('%j does not', (text) => {
    expect(parseDay(text)).toBeNull();
    expect(isDay(text)).toBe(false);
  });
});

test('a month has a first and a last day', () => {
  expect(firstOfMonth(2024, 2)).toBe('2024-02-01');
  expect(lastOfMonth(2024, 2)).toBe('2024-02-29');
  expect(lastOfMonth(2023, 12)).toBe('2023-12-31');
});

describe('days between', () => {
  test.each([
    ['2023-08-31', '2023-08-31', 0],
    ['2023-08-31', '2023-09-01', 1],
    ['2023-09-01', '2023-08-31', -1],
    ['2022-12-31', '2023-01-01', 1],
    ['2023-02-28', '2023-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['1899-12-31', '1900-03-01', 60],
    ['1999-12-31', '2000-03-01', 61],
    ['2099-12-31', '2100-03-01', 60],
    ['1900-01-01', '2000-01-01', 36524],
    ['2000-01-01', '2100-01-01', 36525],
    ['0000-02-29', '0000-03-01', 1],
  ])('%s and %s: %i', (from, to, days) => {
    expect(dayNumber(to) - dayNumber(from)).toBe(days);
  });

  test('every day of two centuries follows on the day before', () => {
    const numbers: number[] = [];
    for (let year = 1900; year < 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          numbers.push(dayNumber(dayOf(year, month, day)));
        }
      }
    }
    expect(numbers.findIndex((one, index) => one !== numbers[0]! + index)).toBe(-1);
    expect(numbers).toHaveLength(73049);
  });

  test('no number for a day that does not exist', () => {
    expect(dayNumber('2023-04-31')).toBeNaN();
  });
});

describe('months later', () => {
  test.each([
    ['2023-05-15', 0, '2023-05-15'],
    ['2023-05-15', 1, '2023-06-15'],
    ['2023-05-15', -12, '2022-05-15'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-01-15', -13, '2021-12-15'],
    // The last of a month stays the last of a month, in both directions.
    ['2023-06-30', -6, '2022-12-31'],
    ['2022-12-31', 6, '2023-06-30'],
    ['2023-02-28', 12, '2024-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2023-02-28', 1, '2023-03-31'],
    ['2023-08-31', -24, '2021-08-31'],
    ['2023-08-31', -18, '2022-02-28'],
    // Not the last, but the month is too short for it.
    ['2023-01-30', 1, '2023-02-28'],
    ['2024-01-30', 1, '2024-02-29'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2023-03-30', -1, '2023-02-28'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test('and as many back is the same day, for days every month has and for the last ones', () => {
    const days = [
      '2020-01-01',
      '2023-02-27',
      '2023-02-28',
      '2024-02-29',
      '2023-08-31',
      '2023-11-30',
    ];
    for (const day of days) {
      for (let months = -60; months <= 60; months += 1) {
        expect(addMonths(addMonths(day, months), -months)).toBe(day);
      }
    }
  });

  test('nothing happens to a day that does not exist', () => {
    expect(addMonths('2023-04-31', 1)).toBe('2023-04-31');
  });
});
