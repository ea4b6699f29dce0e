import { expect, test } from 'vitest';
import { grantWords, waitWords } from './accounts.ts';

const GNESTA = { id: 1, name: 'Gnesta kommun', namnder: [{ id: 7, name: 'Socialnämnden' }] };

test.each([
  [null, null, 'läsare, alla kommuner'],
  [1, null, 'läsare, hela Gnesta kommun'],
  [1, 7, 'läsare, Socialnämnden i Gnesta kommun'],
  // One that the reader has nothing to do with is not named, and never taken for all of them.
  [2, null, 'läsare, en annan kommun'],
  [2, 8, 'läsare, en annan kommun'],
])('a role in kommun %j and nämnd %j is %j', (kommun, namnd, words) => {
  expect(grantWords({ role: 'lasare', kommun, namnd }, [GNESTA])).toBe(words);
});

test.each([
  [1, '1 sekund'],
  [59, '59 sekunder'],
  [60, '1 minut'],
  [61, '2 minuter'],
])('%j seconds are %j', (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});
