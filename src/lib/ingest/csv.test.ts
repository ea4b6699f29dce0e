import { expect, test } from 'vitest';
import { parseCsv, unifyLineEnds } from './csv.ts';

test('every record knows the physical line it starts on', () => {
  const text = unifyLineEnds('A;B\r1;"x\r\ny\nz"\r\n\n2;"y"\n3;w');
  expect(parseCsv(text, ';').records).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: ['1', 'x\ny\nz'] },
    { line: 5, cells: [''] },
    { line: 6, cells: ['2', 'y'] },
    { line: 7, cells: ['3', 'w'] },
  ]);
});

test.each([
  ['a quote in the middle of a cell is a quote', 'A;B\n1;Mål "upp', []],
  ['doubled quotes are one', 'A;B\n1;"a ""b"""', []],
  ['a quote never closed', 'A;B\n1;2\n3;"x\n4;y\n', [3]],
  ['a quote closed in the middle of a cell', 'A;B\n"x\ny";1\n2;"a" b\n3;c\n', [4]],
])('%s', (_, text, openQuotes) => {
  expect(parseCsv(text, ';').openQuotes).toEqual(openQuotes);
});

test('without a delimiter a line is one cell, and lines count from where the text began', () => {
  expect(parseCsv('a;b,c\td', null, 2).records).toEqual([{ line: 2, cells: ['a;b,c\td'] }]);
});
