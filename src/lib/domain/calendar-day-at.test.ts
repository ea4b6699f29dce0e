import { describe, expect, test } from 'vitest';
import { dayAt, dayNumber, dayOf, daysInMonth } from './calendar.ts';

describe('a day by its number', () => {
  test.each([
    ['1900-02-28', '1900-03-01'],
    ['2000-02-28', '2000-02-29'],
    ['2000-02-29', '2000-03-01'],
    ['2023-02-28', '2023-03-01'],
    ['2024-02-29', '2024-03-01'],
    ['2023-12-31', '2024-01-01'],
    ['2099-12-31', '2100-01-01'],
    ['2100-02-28', '2100-03-01'],
  ])('after %s comes %s', (day, next) => {
    expect(dayAt(dayNumber(day) + 1)).toBe(next);
    expect(dayAt(dayNumber(next) - 1)).toBe(day);
  });

  test('is the other way round from the number of a day, for every day of four centuries', () => {
    const wrong: string[] = [];
    let number = dayNumber('1800-01-01');
    for (let year = 1800; year <= 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          const text = dayOf(year, month, day);
          if (dayAt(number) !== text || dayNumber(text) !== number) wrong.push(text);
          number += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
