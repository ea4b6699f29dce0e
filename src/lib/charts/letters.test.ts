import { expect, test } from 'vitest';
import { shorten, twoLines } from './letters.ts';

test.each([
  ['kort', 10, 'kort'],
  ['precis tio', 10, 'precis tio'],
  ['Väntetid till särskilt boende', 16, 'Väntetid till s…'],
  ['ett ord till', 5, 'ett…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦…'],
  ['två\n rader', 20, 'två rader'],
  ['x'.repeat(240), 4, 'xxx…'],
])('%j in %i letters is %j', (text, most, expected) => {
  expect(shorten(text, most)).toBe(expected);
});

test.each([
  ['Norr', 10, 'Norr'],
  ['Servicebostad 20 lägenheter', 17, 'Servicebostad 20\nlägenheter'],
  ['Verksamhetsområdesövergripande', 10, 'Verksamhe…'],
  ['Verksamhetsområdesövergripande stöd', 10, 'Verksamhe…\nstöd'],
  ['en två tre fyra fem sex', 6, 'en två\ntre f…'],
])('%j on two lines of %i is %j', (text, most, expected) => {
  expect(twoLines(text, most)).toBe(expected);
});
