import { expect, test } from 'vitest';
import { placeWord } from './place.ts';

test.each([
  ['group', null, 'Alla kommuner (ovägt medel)', 'Alla kommuner (ovägt medel)'],
  [
    'group',
    null,
    'Liknande kommuner, Gnesta, 2025',
    'Liknande kommuner, Gnesta, 2025 (ovägt medel)',
  ],
  ['group', 'Benchmark NKI Bygglov', 'Benchmark NKI Bygglov', 'Benchmark NKI Bygglov'],
  ['riket', '0000', 'Riket', 'Riket'],
  ['unit', null, 'Hemtjänst Norr', 'Hemtjänst Norr'],
] as const)('%s with the code %s: %s is called %s', (kind, code, name, expected) => {
  expect(placeWord({ kind, code, name })).toBe(expected);
});
