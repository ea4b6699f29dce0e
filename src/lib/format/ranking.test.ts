import { expect, test } from 'vitest';
import type { Rank } from '#lib/domain/ranking.ts';
import { QUARTER_WORDS, rankWords } from './ranking.ts';

test.each<[string, Rank]>([
  ['plats 73 av 264', { place: 73, of: 264, ties: 0 }],
  [
    'delad plats 2 av 7 i Liknande kommuner',
    { place: 2, of: 7, ties: 1, group: 'Liknande kommuner' },
  ],
  ['delad plats 62 av 264', { place: 62, of: 264, ties: 11 }],
  ['plats 1 av 2 i Sörmland', { place: 1, of: 2, ties: 0, group: 'Sörmland' }],
])('%s', (words, rank) => {
  expect(rankWords(rank)).toBe(words);
});

test('a quarter is said in words that name no colour', () => {
  expect(QUARTER_WORDS.best).toBe('bland de 25 procent bästa');
  expect(Object.values(QUARTER_WORDS).join(' ')).not.toMatch(/grön|gul|röd/);
});
