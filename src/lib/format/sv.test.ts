import { describe, expect, test } from 'vitest';
import { parsePeriod } from '#lib/domain/period.ts';
import {
  formatDay,
  formatMeasured,
  formatMoment,
  formatNumber,
  formatPeriod,
  joinWords,
  lowerFirst,
  sortSv,
  upperFirst,
  withUnit,
} from './sv.ts';

describe('numbers', () => {
  test.each([
    ['a thousand has a no-break space', 3285, 0, '3\u00a0285'],
    ['a decimal comma', 6.8, 1, '6,8'],
    ['minus is U+2212', -1234.5, 1, '\u22121\u00a0234,5'],
    ['B81 half away from zero, A', 84.85, 1, '84,9'],
    ['B81 B', 84.95, 1, '85,0'],
    ['B81 C', 72.25, 1, '72,3'],
    ['B81 D', 1.005, 2, '1,01'],
    ['B81 E, below zero', -2.5, 0, '\u22123'],
    ['zero is shown', 0, 0, '0'],
    ['what rounds to zero has no sign', -0.04, 1, '0,0'],
    ['decimals are kept', 6, 1, '6,0'],
  ])('%s', (_, value, decimals, expected) => {
    expect(formatNumber(value, decimals)).toBe(expected);
  });

  test('a unit stays on the line of its number, and none is none', () => {
    expect(withUnit('102', 'dagar')).toBe('102\u00a0dagar');
    expect(withUnit('102', '')).toBe('102');
  });
});

describe('periods', () => {
  test.each([
    ['2023', '2023'],
    ['2023-H1', 'januari–juni 2023'],
    ['2023-H2', 'juli–december 2023'],
    ['2023-T2', 'tertial 2 2023'],
    ['2023-Q3', 'kvartal 3 2023'],
    ['2023-07', 'juli 2023'],
    ['2023-05-31', '31 maj 2023'],
    ['2022-01..2022-08', 'januari–augusti 2022'],
    ['2022-11..2023-02', 'november 2022–februari 2023'],
    ['2023-03-30..2025-12-31', '30 mars 2023–31 december 2025'],
    ['2022/2023', 'läsåret 2022/2023'],
    ['2023-VT', 'vårterminen 2023'],
    ['2023-HT', 'höstterminen 2023'],
    ['..2022-08-31', 'till och med 31 augusti 2022'],
  ])('%s is %s', (text, expected) => {
    const period = parsePeriod(text);
    expect(period && formatPeriod(period)).toBe(expected);
  });
});

describe('days', () => {
  test('a day has no time zone, a moment has the Swedish one', () => {
    expect(formatDay('2023-08-31')).toBe('31 augusti 2023');
    expect(formatDay('23-01-30')).toBe('23-01-30');
    expect(formatMeasured('2023-05-31')).toBe('i maj 2023');
    expect(formatMeasured('2023-05-30')).toBe('30 maj 2023');
    expect(formatMoment('2023-09-12T22:30:00.000Z')).toBe('13 september 2023');
  });
});

describe('words', () => {
  test('B71: å, ä and ö come last and in that order', () => {
    const names = ['Örebro', 'Ängel', 'Zulu', 'Åland', 'Aalto'];
    expect(sortSv(names, (name) => name)).toEqual(['Aalto', 'Zulu', 'Åland', 'Ängel', 'Örebro']);
    expect(sortSv(['mål 10', 'mål 2'], (name) => name)).toEqual(['mål 2', 'mål 10']);
  });

  test('the first letter, also å, ä and ö', () => {
    expect(lowerFirst('Återstår')).toBe('återstår');
    expect(upperFirst('öppet')).toBe('Öppet');
    expect(upperFirst('')).toBe('');
  });

  test.each([
    [[], ''],
    [['en'], 'en'],
    [['en', 'två'], 'en och två'],
    [['en', 'två', 'tre'], 'en, två och tre'],
  ])('%j is joined', (words, expected) => {
    expect(joinWords(words)).toBe(expected);
  });
});
