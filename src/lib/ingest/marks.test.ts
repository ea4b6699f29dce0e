import { expect, test } from 'vitest';
import { missingMark } from './marks.ts';

test.each([
  ['', 'missing'],
  ['\u00a0', 'missing'],
  ['-', 'missing'],
  ['–', 'missing'],
  ['nan', 'missing'],
  ['NA', 'missing'],
  ['Missing', 'missing'],
  ['Bortfall', 'missing'],
  ['Uppgift  saknas', 'missing'],
  ['#SAKNAS!', 'missing'],
  ['#DIVISION/0!', 'missing'],
  ['#DIV/0!', 'missing'],
  ['#VÄRDEFEL!', null],
  ['..', 'suppressed'],
  ['(..)', 'suppressed'],
  ['*', 'suppressed'],
  ['x', 'suppressed'],
  ['X', 'suppressed'],
  ['<5', 'suppressed'],
  ['< 5', 'suppressed'],
  ['Sekretess', 'suppressed'],
  ['.', 'not_applicable'],
  ['Ej tillämplig', 'not_applicable'],
  ['Ej tilla\u0308mplig', 'not_applicable'],
  ['0', null],
  ['-0', null],
  ['Skola', null],
  ['constructor', null],
  ['Uppgift saknas för den här enheten', null],
])('%j means %s', (text, state) => {
  expect(missingMark(text)).toBe(state);
});
