import { expect, test } from 'vitest';
import type { PaperDate } from '#lib/domain/model.ts';
import { paperDateWords } from './paper-date.ts';

test.each<[string, PaperDate | null, string]>([
  ['a day', { day: '2022-04-26', text: '2022-04-26' }, '26 april 2022'],
  ['a day that words mean', { day: '2022-12-31', text: 'innan årets slut' }, '31 december 2022'],
  ['words', { day: null, text: 'hösten 2023' }, '”hösten 2023”'],
  [
    'a day that there is not',
    { day: null, text: '2023-04-31' },
    '”2023-04-31” (går inte att läsa som ett datum)',
  ],
  [
    'a year of two figures',
    { day: null, text: '23-01-30' },
    '”23-01-30” (går inte att läsa som ett datum)',
  ],
  ['none', null, 'utan datum'],
])('%s', (_, date, words) => {
  expect(paperDateWords(date)).toBe(words);
});
