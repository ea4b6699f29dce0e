import { expect, test } from 'vitest';
import { groupBy } from './group-by.ts';

test('groups stand in the order they were met, and what is in them too', () => {
  const groups = groupBy(['äpple', 'bil', 'ärta', 'boll', 'ö'], (word) => word.length);
  expect([...groups]).toEqual([
    [5, ['äpple']],
    [3, ['bil']],
    [4, ['ärta', 'boll']],
    [1, ['ö']],
  ]);
});
