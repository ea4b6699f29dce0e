import { expect, test } from 'vitest';
import { parseDayOrMonth } from './dates.ts';

test.each([
  ['2023-05-31', '2023-05-31'],
  ['2024-02', '2024-02-29'],
  ['31.12.2023', '2023-12-31'],
  ['31/12/2023', '2023-12-31'],
  ['05/05/2023', '2023-05-05'],
  ['20231231', '2023-12-31'],
  ['30 april 2023', '2023-04-30'],
  ['3 september 2023', '2023-09-03'],
])('%s is the day %s', (text, value) => {
  expect(parseDayOrMonth(text)).toEqual({ ok: true, value });
});

test.each([
  ['2023-04-31', 'bad-date'],
  ['2023-13', 'bad-date'],
  ['i maj', 'bad-date'],
  ['01/02/2023', 'ambiguous-date'],
  ['20230431', 'bad-date'],
  ['31 april 2023', 'bad-date'],
  ['jan-23', 'two-digit-year'],
  ['31/31/2023', 'bad-date'],
  ['23-01-30', 'two-digit-year'],
  ['31/12/23', 'two-digit-year'],
])('%s is refused as %s', (text, error) => {
  expect(parseDayOrMonth(text)).toEqual({ ok: false, error });
});
