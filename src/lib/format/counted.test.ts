import { expect, test } from 'vitest';
import type { Counted } from '#lib/domain/preview.ts';
import { counted, countedAs } from './counted.ts';

test.each<[Counted, number, string, string]>([
  ['values', 1, '1 värde', '1 nytt'],
  ['values', 0, '0 värden', '0 nya'],
  ['measures', 1, '1 nyckeltal', '1 nytt'],
  ['measures', 2, '2 nyckeltal', '2 nya'],
  ['places', 1, '1 kommun eller region', '1 ny'],
  ['places', 312, '312 kommuner och regioner', '312 nya'],
  ['groups', 1, '1 grupp', '1 ny'],
  ['groups', 20, '20 grupper', '20 nya'],
])('%s, %d: %s, %s', (of, number, words, isNew) => {
  expect(counted(of, number)).toBe(words);
  expect(countedAs('new', of, number)).toBe(isNew);
});

test('one of them changed, or not', () => {
  expect(countedAs('changed', 'groups', 1)).toBe('1 ändrad');
  expect(countedAs('unchanged', 'values', 1)).toBe('1 oförändrat');
});
