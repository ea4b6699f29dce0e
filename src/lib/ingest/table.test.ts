import { describe, expect, test } from 'vitest';
import { parseCsv } from './csv.ts';
import { tableReader } from './table.ts';

function read(text: string) {
  const reader = tableReader();
  parseCsv([text], ';', 1, reader.add);
  return reader.finish();
}

const cells = (text: string) => {
  const { table } = read(text);
  return table && Array.from(table.lines, (_, row) => table.texts.map((column) => column.at(row)));
};

const noHeader = (value: string) => ({ code: 'no-header', line: 1, value });

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
    [
      'over a row of units that is as narrow as a title',
      'Uttag;Enhet: alla\nA;B;C;D\n;antal;;\n1;2;x;',
      2,
      ['A', 'B', 'C', 'D'],
    ],
    ['under a title without delimiters', 'Utdrag\nKod;År\n1;2023', 2, ['Kod', 'År']],
    ['of years', 'Enhet;2022;2023\nA;1;2', 1, ['Enhet', '2022', '2023']],
    ['narrower than its rows', 'A;B\n1;2;3\n4;5;6', 1, ['A', 'B']],
    ['of values only, for want of better', '1;2\n3;4', 1, ['1', '2']],
    ['that begins in column C', ';;;\n;;Namn;Värde\n;;A;1,5', 2, ['Namn', 'Värde']],
    ['with columns of air', 'Namn;;;;Värde\nA;;;;1', 1, ['Namn', 'Värde']],
    ['under a title, in column C', 'Titel;;;\n;;Namn;Värde\n;;A;1', 2, ['Namn', 'Värde']],
    ['of hardly anything', 'A;;;;\n;;B;;C', 2, ['B', 'C']],
    ['with blanks and line breaks', ' A ;"B\n (fritt)"\n1;2', 1, ['A', 'B (fritt)']],
    ['with a nameless first column', ';a;b\n0;1;x', 1, ['', 'a', 'b']],
    ['alone under a title', 'Titel\nKälla\n\nA;B;C', 4, ['A', 'B', 'C']],
    ['of steps under a title', 'X;Y: z\nFråga;1;2;3\nA;8;9;7', 2, ['Fråga', '1', '2', '3']],
    ['of steps from 0', 'X;Y: z\nFråga;0;1;2\nA;8;9;7', 2, ['Fråga', '0', '1', '2']],
    [
      'of steps with worded ends',
      'X;Y: z\nFråga;1 Aldrig;2;3 Alltid\nA;8;9;7',
      2,
      ['Fråga', '1 Aldrig', '2', '3 Alltid'],
    ],
    ['over figures that are no steps', 'Enhet;V\nA;5;6;7\nB;1;2;3', 1, ['Enhet', 'V']],
    ['over figures of a year', 'Enhet;År\nA;2023;1;2;3\nB;2023;4;5;6', 1, ['Enhet', 'År']],
  ])('%s', (_, text, headerLine, header) => {
    expect(read(text).table).toMatchObject({ headerLine, header });
  });

  test.each([
    'Fråga;1;2;3\nA;10;20;30',
    'Fråga;n;1 Aldrig;2;3 Alltid\nA;60;10;20;30',
    '60 dagar;1;2;3\nA;10;20;30',
    'Enhet;2022;2023\nA;1;2',
    'Enhet;2021.0\nA;1',
  ])('%j has one', (text) => {
    expect(read(text).problems).toEqual([]);
  });

  test.each([
    [
      'twice the same',
      'A;V;V\n1;2;3',
      { code: 'duplicate-column', line: 1, column: 'V', columns: [2, 3] },
    ],
    ['nameless', 'A;;C\n1;2;3', { code: 'nameless-column', line: 1, columns: [2] }],
    [
      'twice the same but for its case',
      'Enhet;Värde;värde\nA;1;2',
      { code: 'duplicate-column', line: 1, column: 'Värde', columns: [2, 3] },
    ],
    ['a record for a header', 'ind-1;2023;102\nind-2;2023;7', noHeader('2023')],
    ['numbers for a header', '1;2\n3;4', noHeader('1')],
    ['a figure beside steps for a header', 'Norr;84;1 a;2;3 b\nSyd;79;8;9;7', noHeader('84')],
    ['a place and its figure for a header', 'Norr;84,5\nSyd;79', noHeader('84,5')],
    ['years for a header', 'Norr;2023\nSyd;2022', noHeader('2023')],
    ['days for a header', 'M1;2023-01-31\nM2;2023-02-28', noHeader('2023-01-31')],
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
    expect(table?.lines).toEqual(Int32Array.of(2));
    expect(table?.texts.map((column) => column.at(0))).toEqual(['1', '2', '3']);
    expect(problems).toEqual([
      { code: 'ragged-row', line: 3, found: 2, expected: 3 },
      { code: 'ragged-row', line: 4, found: 4, expected: 3 },
    ]);
  });

  test('units under the header are set aside', () => {
    const { table, problems } = read('Kommun;Kostnad;Andel\n;tkr;(%)\nGnesta;1;2');
    expect(table?.lines).toEqual(Int32Array.of(3));
    expect(table?.units).toEqual({ Kostnad: 'tkr', Andel: '(%)' });
    expect(problems).toEqual([{ code: 'unit-row', line: 2 }]);
  });

  test('nothing but delimiters is an empty file', () => {
    expect(read(';;\n;\n')).toEqual({ table: null, problems: [{ code: 'empty-file' }] });
  });

  test.each([
    ['a source', 'Enhet;V\nNorr;1\nKälla: Enkät 2023;', 'Källa: Enkät 2023'],
    ['a source cut in cells', 'Enhet;V\nNorr;1\nKälla: SCB;Kolada', 'Källa: SCB'],
    ['a source of one cell', 'Enhet;V;W\nNorr;1;2\nKälla: SCB', 'Källa: SCB'],
    ['a footnote', 'Enhet;V\nNorr;1\n* avser maj;', '* avser maj'],
    ['a legend', 'Enhet;V\nNorr;1\n.. Sekretess   - Bortfall;', '.. Sekretess   - Bortfall'],
    ['a remark', 'Enhet;V\nNorr;1\nAnm. Gäller våren;', 'Anm. Gäller våren'],
  ])('%s is set aside and told of', (_, text, value) => {
    expect(read(text).problems).toEqual([{ code: 'footnote-rows', line: 3, value, lines: 1 }]);
    expect(cells(text)).toHaveLength(1);
  });

  test('the notes under a table are told of once', () => {
    const { problems } = read('Enhet;V\nNorr;1\n* a;\n** b;');
    expect(problems).toEqual([{ code: 'footnote-rows', line: 3, value: '* a', lines: 2 }]);
  });

  test.each([
    ['an enhet without a figure', 'Enhet;V\nNorr;1\nSyd;'],
    ['a mark alone in a column', 'Enhet;V\nNorr;1\n*;'],
    ['a note in a table of one column', 'Namn\nNorr\n* avser maj'],
    ['a sum where nothing is about a place', 'Kön;V\nKvinnor;1\nTotalt;2'],
    ['an enhet that begins as a sum', 'Enhet;V\nNorr;1\nTotalförsvaret;2'],
  ])('%s is a row', (_, text) => {
    expect(cells(text)).toHaveLength(2);
  });

  test('a remark about a source is no source of the table', () => {
    expect(cells('Kommentar;V\nKälla: egen;1')).toEqual([['Källa: egen', '1']]);
  });

  test('sums of the rows are set aside, each with its line', () => {
    const { table, problems } = read('Enhet;Antal\nNorr;10\nTotalt;30\nSumma kommunen;30');
    expect(table?.lines).toEqual(Int32Array.of(2));
    expect(problems).toEqual([
      { code: 'total-row', line: 3, column: 'Enhet', value: 'Totalt' },
      { code: 'total-row', line: 4, column: 'Enhet', value: 'Summa kommunen' },
    ]);
  });

  test.each([
    ['of a part', 'Förvaltning;Enhet;V\nA;Norr;1\nA totalt;;2', 'Förvaltning', 'A totalt'],
    ['before the place', 'Bolag;Namn;V\nA;Norr;1\nSumma;;2', 'Bolag', 'Summa'],
    ['of the kommun', 'Enhet;V\nNorr;1\nHela kommunen;2', 'Enhet', 'Hela kommunen'],
    ['that is a mean', 'Enhet;V\nNorr;1\nMedelvärde ;2', 'Enhet', 'Medelvärde'],
  ])('a sum %s is set aside', (_, text, column, value) => {
    expect(read(text).problems).toEqual([{ code: 'total-row', line: 3, column, value }]);
  });

  test.each([
    ['a name that begins as a mean', 'Enhet;V\nNorr;1\nMedelby;2'],
    ['a remark on the kommun', 'Anmärkning;Enhet;V\n;Norr;1\nTotalt;;2'],
    ['both sexes of the kommun', 'Kön;Enhet;V\nMän;Norr;1\nTotalt;;2'],
  ])('%s is no sum', (_, text) => {
    expect(cells(text)).toHaveLength(2);
  });

  test('sentences after the last row are notes, and what a note announces', () => {
    const rows =
      'Index 0-100;;\nResultat visas för stora grupper\nUppdaterad:\n2025;;\nKälla:\nSCB';
    const { problems } = read(`Enhet;V;W\nNorr;1;2\n\n${rows}`);
    expect(problems).toEqual([{ code: 'footnote-rows', line: 4, value: 'Index 0-100', lines: 6 }]);
  });

  test.each([
    ['a sentence between rows', 'Enhet;V;W\nNorr;1;2\nHär bor de som är kvar;;\nSyd;3;4', 3],
    ['a name at the end', 'Enhet;V;W\nNorr;1;2\nSyd;;', 2],
    ['a number at the end', 'Enhet;V;W\nNorr;1;2\n12 3 4 5 6;;', 2],
  ])('%s is no note', (_, text, rows) => {
    expect(cells(text)).toHaveLength(rows);
  });

  test('many rows are read as few are', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ` Norr ;${at}`);
    const { table } = read(`Enhet;V\n${rows.join('\n')}`);
    expect(table?.lines).toHaveLength(5000);
    expect(table?.lines.at(-1)).toBe(5001);
    expect(table?.texts[0]?.every((text) => text === 'Norr')).toBe(true);
    expect(table?.texts[1]?.at(4999)).toBe('4999');
  });
});
