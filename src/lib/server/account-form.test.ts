import { expect, test } from 'vitest';
import { readEmail, readName } from './account-form.ts';

test.each([
  ['  Karin \n Berg ', 'Karin Berg'],
  ['Åsa', 'Åsa'],
  ['', null],
  [' \t ', null],
  [undefined, null],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['x'.repeat(101), null],
])('the name %j is %j', (text, name) => {
  expect(readName(text)).toBe(name);
});

test.each([
  [' Karin.Berg@Gnesta.se ', 'Karin.Berg@Gnesta.se'],
  ['karin+hme@kommun.gnesta.se', 'karin+hme@kommun.gnesta.se'],
  ['karin@gnesta', null],
  ['karin berg@gnesta.se', null],
  ['Karin <karin@gnesta.se>', null],
  ['a@b@c.se', null],
  ['', null],
  [undefined, null],
  [`${'a'.repeat(250)}@x.se`, null],
])('the address %j is %j', (text, email) => {
  expect(readEmail(text)).toBe(email);
});
