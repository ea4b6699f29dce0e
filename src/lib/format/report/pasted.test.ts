import { describe, expect, test } from 'vitest';
import { chapterPieces } from './pasted.ts';

const ECONOMY = `Utfallet är sämre än budget.

Drift per ansvar, tkr
Belopp i tkr\tBudget\tUtfall\tKommentar
8101 Ordförande\t-585\t-577\t
8160 Hemtjänst\t-1 574\t-8 488\tFler timmar
\t-186 937\t-192 756,5\t

Se vidare *nedan*.`;

describe('a chapter with a table from Excel', () => {
  const pieces = chapterPieces(ECONOMY, 'Ekonomi');

  test('has its words, the table under its name, and its words', () => {
    expect(pieces.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    const [, table] = pieces;
    expect(table).toMatchObject({
      caption: 'Drift per ansvar, tkr',
      columns: [
        { title: 'Belopp i tkr', isNumber: false },
        { title: 'Budget', isNumber: true },
        { title: 'Utfall', isNumber: true },
        { title: 'Kommentar', isNumber: false },
      ],
    });
  });

  test('has numbers that a workbook can reckon with, and our minus', () => {
    const [, table] = pieces;
    const cells = table?.kind === 'table' ? table.rows.map(({ cells }) => cells[2]) : [];
    expect(cells.map((cell) => [cell?.words, cell?.number])).toEqual([
      ['−577', { value: -577, decimals: 0 }],
      ['−8 488', { value: -8488, decimals: 0 }],
      ['−192 756,5', { value: -192_756.5, decimals: 1 }],
    ]);
  });
});

test.each<[string, string, readonly string[]]>([
  ['nothing', '', []],
  ['words alone', 'Ett.\n\n- två', ['paragraph', 'list']],
  ['a table alone, called as the chapter', 'A\tB\n1\t2', ['table: Ekonomi']],
  [
    'two tables with an empty line between',
    'A\tB\n1\t2\n\nC\tD\n3\t4',
    ['table: Ekonomi', 'table: Ekonomi'],
  ],
  ['a heading in the midst of it', 'A\tB\tC\n1\n2\t3', ['table: Ekonomi']],
])('%s', (_, text, expected) => {
  const told = chapterPieces(text, 'Ekonomi').map((piece) =>
    piece.kind === 'table' ? `table: ${piece.caption}` : piece.kind,
  );
  expect(told).toEqual(expected);
});

test('a word that looks like a number in part is a word', () => {
  const [table] = chapterPieces('A\tB\nx\t12 dagar\ny\t2023-01-01', 'T');
  expect(table).toMatchObject({ columns: [{}, { isNumber: false }] });
});
