import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { oneSheet, workbook, workbookParts, zipParts } from '../../../../tests/workbook.ts';
import type { TestSheet } from '../../../../tests/workbook.ts';
import { lineTexts } from '../line-texts.ts';
import { readFile } from '../read-file.ts';

const read = (bytes: Uint8Array, choices: Partial<Choices> = {}) =>
  readFile({ name: 'bok.xlsx', bytes }, { ...NO_CHOICES, ...choices });

const PLAIN = ['Indikator', 'Period', 'Värde', 'Kommentar'];
const KOLADA = [
  ['Nyckeltal', 'Kommun/Landsting', 'År', 'Visat Värde'],
  ['Sjukfrånvaro', 'Gnesta', '2010', 3.2],
];
const OWN = [PLAIN, ['ind-1', '2023', 7, 'x']];
const NOTES = [['Läs detta först'], ['Siffrorna är preliminära.']];
const TABLE = [
  ['A', 'B'],
  ['x', 'y'],
];

const ANSWERS = [
  ['SvarsID', 'Fråga 1'],
  ['1', 4],
];

describe('which sheet', () => {
  const sheet = (name: string, rows: TestSheet['rows'], state?: string): TestSheet => ({
    ...{ name, rows },
    ...(state ? { state } : {}),
  });

  test.each<[string, TestSheet[], string, string[]]>([
    ['the only one', [sheet('A', OWN)], 'A', []],
    [
      'the first that is known',
      [sheet('Info', NOTES), sheet('T', TABLE), sheet('K', KOLADA), sheet('O', OWN)],
      'K',
      ['Info', 'T', 'O'],
    ],
    [
      'else the first table',
      [sheet('Info', NOTES), sheet('T', TABLE), sheet('U', TABLE), sheet('Tom', [])],
      'T',
      ['Info', 'U'],
    ],
    [
      'a hidden one after those that show',
      [sheet('H', OWN, 'hidden'), sheet('O', OWN)],
      'O',
      ['H'],
    ],
    [
      'a hidden one where nothing else is a table',
      [sheet('Info', NOTES), sheet('H', OWN, 'veryHidden')],
      'H',
      ['Info'],
    ],
    [
      'never a row for each person where there is a table',
      [sheet('Svar', ANSWERS), sheet('T', TABLE)],
      'T',
      ['Svar'],
    ],
    ['a row for each person where that is all', [sheet('Svar', ANSWERS)], 'Svar', []],
    ['the first where all are empty', [sheet('A', []), sheet('B', [])], 'A', []],
  ])('%s', (_, sheets, expected, others) => {
    const found = read(workbook(sheets));
    expect(found.sheet).toBe(expected);
    const told = found.problems.find(({ code }) => code === 'other-sheets');
    expect(told ?? null).toEqual(
      others.length === 0 ? null : { code: 'other-sheets', value: expected, others },
    );
  });

  const BOOK = workbook([sheet('K & ”L”', KOLADA), sheet('O', OWN), sheet('H', TABLE, 'hidden')]);

  test('that is asked for', () => {
    expect(read(BOOK)).toMatchObject({ sheet: 'K & ”L”', layout: 'xlsx-kolada', isKolada: true });
    const other = read(BOOK, { sheet: 'O' });
    expect(other).toMatchObject({ sheet: 'O', layout: 'plain-long', isKolada: false });
    expect(other.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['K & ”L”', false],
      ['O', false],
      ['H', true],
    ]);
    expect(lineTexts(BOOK, [2], 'O')).toEqual([{ line: 2, text: 'ind-1;2023;7;x' }]);
    expect(lineTexts(BOOK, [2, 9])).toEqual([{ line: 2, text: 'Sjukfrånvaro;Gnesta;2010;3,2' }]);
  });

  test('that there is none of', () => {
    const found = read(BOOK, { sheet: 'X' });
    expect(found).toMatchObject({ sheet: null, table: null });
    expect(found.sheets).toHaveLength(3);
    expect(found.problems).toEqual([
      { code: 'unknown-sheet', value: 'X', sheets: ['K & ”L”', 'O', 'H'] },
    ]);
    expect(lineTexts(BOOK, [2], 'X')).toEqual([]);
  });

  test('of fifty', () => {
    const sheets = Array.from({ length: 50 }, (_, at) =>
      sheet(`Blad ${at + 1}`, at === 41 ? KOLADA : NOTES),
    );
    const found = read(workbook(sheets));
    expect(found.sheet).toBe('Blad 42');
    expect(found.sheets).toHaveLength(50);
  });

  test('where two are one part, or of one name, there is one', () => {
    const parts = workbookParts([sheet('A', OWN), sheet('B', OWN), sheet('B', TABLE)]);
    const rels = parts['xl/_rels/workbook.xml.rels']!.replace('sheet2.xml', './x/../sheet1.xml');
    const found = read(zipParts({ ...parts, 'xl/_rels/workbook.xml.rels': rels }));
    expect(found.sheets.map(({ name }) => name)).toEqual(['B']);
  });

  test.each([
    ['M&#229;l &#xE5;r', 'Mål år'],
    ['a &amp;&lt;&gt;&quot;&apos; b', 'a &<>"\' b'],
    ['&#0; &#9999999; &x;', '&#0; &#9999999; &x;'],
  ])('of the name %s', (written, name) => {
    const parts = workbookParts([sheet('NAMN', OWN)]);
    const book = parts['xl/workbook.xml']!.replace('NAMN', written);
    expect(read(zipParts({ ...parts, 'xl/workbook.xml': book })).sheet).toBe(name);
  });

  test('of a wide table of Kolada’s', () => {
    const rows = [
      ['Nyckeltal', 'Kommun', '2010', '2011'],
      ['Sjukfrånvaro', 'Gnesta', 3.2, 4],
    ];
    expect(read(oneSheet(rows))).toMatchObject({ layout: 'xlsx-kolada', isKolada: true });
  });
});
