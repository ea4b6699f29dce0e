import { expect, test } from 'vitest';
import { parseCsv, unifyLineEnds } from './csv.ts';
import type { CsvRecord } from './csv.ts';

/** In pieces of a line each, which no record may be cut by. */
const piecesOf = (text: string) => text.split(/(?<=\n)/);

function parse(text: string, delimiter: string | null = ';', firstLine = 1) {
  const records: CsvRecord[] = [];
  const openQuotes = parseCsv(
    piecesOf(text),
    delimiter,
    firstLine,
    (record) => void records.push(record),
  );
  return { records, openQuotes };
}

test('every record knows the physical line it starts on', () => {
  const text = unifyLineEnds('A;B\r1;"x\r\ny\nz"\r\n\n2;"y"\n3;w');
  expect(parse(text).records).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: ['1', 'x\ny\nz'] },
    { line: 5, cells: [''] },
    { line: 6, cells: ['2', 'y'] },
    { line: 7, cells: ['3', 'w'] },
  ]);
});

test.each([
  ['a quote in the middle of a cell is a quote', 'A;B\n1;Mål "upp', []],
  ['a blank before a quoted cell', 'A; "B"\n1; "a ""b"""', []],
  ['a blank before a quoted cell with a delimiter', 'A;B\n1; "a;b"', [2]],
  ['doubled quotes are one', 'A;B\n1;"a ""b"""', []],
  ['a quote never closed', 'A;B\n1;2\n3;"x\n4;y\n', [3]],
  ['a quote closed in the middle of a cell', 'A;B\n"x\ny";1\n2;"a" b\n3;c\n', [4]],
])('%s', (_, text, openQuotes) => {
  expect(parse(text).openQuotes).toEqual(openQuotes);
});

test('a cell quoted after a blank is what stands in the quotes', () => {
  expect(parse('A; "B"\n1; "a ""b"""').records).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: ['1', 'a "b"'] },
  ]);
});

test('without a delimiter a line is one cell, and lines count from where the text began', () => {
  expect(parse('a;b,c\td', null, 2).records).toEqual([{ line: 2, cells: ['a;b,c\td'] }]);
});

test('a text longer than what is read at a time is the same records', () => {
  const rows = Array.from(
    { length: 40_000 },
    (_, at) => `${at};"a; ""b""\nc ${'x'.repeat(at % 90)}"`,
  );
  const { records, openQuotes } = parse(`A;B\n${rows.join('\n')}`);
  expect(openQuotes).toEqual([]);
  expect(records).toHaveLength(40_001);
  records.slice(1).forEach(({ line, cells }, at) => {
    if (line !== 2 + 2 * at || cells[0] !== String(at)) expect({ line, cells }).toBe(at);
  });
  expect(records.at(-1)).toEqual({ line: 80_000, cells: ['39999', `a; "b"\nc ${'x'.repeat(39)}`] });
});
