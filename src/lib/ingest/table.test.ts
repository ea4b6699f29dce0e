import { describe, expect, test } from 'vitest';
import { parseCsv } from './csv.ts';
import { readTable } from './table.ts';

const read = (text: string) => readTable(parseCsv(text, ';').records);
const cells = (text: string) => read(text).table?.rows.map((row) => row.cells);

describe('header', () => {
  test.each([
    ['on the first line', 'A;B\n1;2', 1, ['A', 'B']],
    [
      'under titles and a blank row',
      'Utdrag;;\nKälla;;\n;;\nKod;År;V\n1;2023;3',
      4,
      ['Kod', 'År', 'V'],
    ],
    ['under titles of two cells', 'Uttag;2024-04-02;\n\nKod;År;V\n1;2023;3', 3, ['Kod', 'År', 'V']],
    ['under a title without delimiters', 'Utdrag\nKod;År\n1;2023', 2, ['Kod', 'År']],
    ['of years', 'Enhet;2022;2023\nA;1;2', 1, ['Enhet', '2022', '2023']],
    ['narrower than its rows', 'A;B\n1;2;3\n4;5;6', 1, ['A', 'B']],
    ['of values only, for want of better', '1;2\n3;4', 1, ['1', '2']],
    ['with blanks and line breaks', ' A ;"B\n (fritt)"\n1;2', 1, ['A', 'B (fritt)']],
    ['with a nameless first column', ';a;b\n0;1;x', 1, ['', 'a', 'b']],
    ['alone under a title', 'Titel\nKälla\n\nA;B;C', 4, ['A', 'B', 'C']],
  ])('%s', (_, text, headerLine, header) => {
    expect(read(text).table).toMatchObject({ headerLine, header });
  });

  test.each([
    [
      'twice the same',
      'A;V;V\n1;2;3',
      { code: 'duplicate-column', line: 1, column: 'V', columns: [2, 3] },
    ],
    ['nameless', 'A;;C\n1;2;3', { code: 'nameless-column', line: 1, columns: [2] }],
    ['one column', 'A\n1', { code: 'one-column', line: 1 }],
    ['titles', 'X\n\nA;B\n1;2', { code: 'title-rows', line: 1, lines: 1 }],
    ['no rows', 'A;B\n;\n', { code: 'no-rows', line: 1 }],
  ])('%s is a problem', (_, text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });
});

describe('rows', () => {
  test.each([
    [
      'empty columns to the right',
      'A;B;;\n1;2;;\n3;4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'empty rows',
      'A;B\n1;2\n;\n   ;\n\n3;4\n;',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['blanks round cells', 'A;B\n 1 ;\u00a02', [['1', '2']]],
    ['an empty last cell', 'A;B\n1;', [['1', '']]],
  ])('%s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('too short and too long are each told of, and are no records', () => {
    const { table, problems } = read('A;B;C\n1;2;3\n1;2\n1;2;3;4;;');
    expect(table?.rows).toEqual([{ line: 2, cells: ['1', '2', '3'] }]);
    expect(problems).toEqual([
      { code: 'ragged-row', line: 3, found: 2, expected: 3 },
      { code: 'ragged-row', line: 4, found: 4, expected: 3 },
    ]);
  });

  test('units under the header are set aside', () => {
    const { table, problems } = read('Kommun;Kostnad;Andel\n;tkr;(%)\nGnesta;1;2');
    expect(table?.rows).toHaveLength(1);
    expect(table?.units).toEqual({ Kostnad: 'tkr', Andel: '(%)' });
    expect(problems).toEqual([{ code: 'unit-row', line: 2 }]);
  });

  test('nothing but delimiters is an empty file', () => {
    expect(read(';;\n;\n')).toEqual({ table: null, problems: [{ code: 'empty-file' }] });
  });
});
