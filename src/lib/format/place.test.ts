import { expect, test } from 'vitest';
import { placeWord } from './place.ts';

test.each([
  ['group', 'Alla kommuner (ovägt medel)', 'Alla kommuner (ovägt medel)'],
  ['group', 'Liknande kommuner, Gnesta, 2025', 'Liknande kommuner, Gnesta, 2025 (ovägt medel)'],
  ['riket', 'Riket', 'Riket'],
  ['unit', 'Hemtjänst Norr', 'Hemtjänst Norr'],
] as const)('%s %s is called %s', (kind, name, expected) => {
  expect(placeWord({ kind, name })).toBe(expected);
});
