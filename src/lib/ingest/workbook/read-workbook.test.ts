import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { oneSheet, workbook, workbookParts, zipParts } from '../../../../tests/workbook.ts';
import type { TestCell, TestSheet } from '../../../../tests/workbook.ts';
import { lineTexts } from '../line-texts.ts';
import { readFile } from '../read-file.ts';

const read = (bytes: Uint8Array, choices: Partial<Choices> = {}) =>
  readFile({ name: 'bok.xlsx', bytes }, { ...NO_CHOICES, ...choices });

const PLAIN = ['Indikator', 'Period', 'Värde', 'Kommentar'];
const plain = (...values: TestCell[]) =>
  oneSheet([PLAIN, ...values.map((value, at) => [`ind-${at + 1}`, '2023', value, 'x'])]);

const valuesOf = ({ observations }: ReturnType<typeof read>) =>
  Array.from({ length: observations.length }, (_, at) => {
    const { value, state, printed } = observations.at(at);
    return state === 'value' ? [value, printed] : [state, printed];
  });
const codesOf = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.map(({ code }) => code);

describe('the value of a cell', () => {
  test.each<[string, TestCell, unknown]>([
    ['a number', 76.4, [76.4, '76,4']],
    ['never thousands', 1.234, [1.234, '1,234']],
    ['as many digits as Excel keeps', 0.1 + 0.2, [0.3, '0,3']],
    ['a percentage', { value: 0.733, format: '0.0%' }, [73.3, '73,3 %']],
    ['a percentage by Excel’s own format', { value: 0.5, format: '9' }, [50, '50 %']],
    ['a formula that is worked out', { xml: '<c r="@"><f>1+1</f><v>2</v></c>' }, [2, '2']],
    ['not available', { xml: '<c r="@" t="e"><v>#N/A</v></c>' }, ['missing', '#N/A']],
    ['a mark', '..', ['suppressed', '..']],
    ['text that is a number', ' 76,4 ', [76.4, '76,4']],
    [
      'text of several formats',
      { xml: '<c r="@" t="inlineStr"><is><r><t>7</t></r><r><rPr/><t>9</t></r></is></c>' },
      [79, '79'],
    ],
    [
      'text that a formula gives',
      { xml: '<c r="@" t="str"><f>A1</f><v>84,5</v></c>' },
      [84.5, '84,5'],
    ],
    [
      'no text that a formula gives',
      { xml: '<c r="@" t="str"><f>A1</f><v></v></c>' },
      ['missing', ''],
    ],
  ])('%s', (_, cell, expected) => expect(valuesOf(read(plain(cell)))).toEqual([expected]));

  test.each<[string, TestCell, Partial<Problem>]>([
    ['#DIV/0!', { xml: '<c r="@" t="e"><v>#DIV/0!</v></c>' }, { code: 'bad-number' }],
    ['SANT', { xml: '<c r="@" t="b"><v>1</v></c>' }, { code: 'bad-number' }],
    ['37:30', { value: 1.5625, format: '46' }, { code: 'bad-number' }],
    ['100000000000000000000', 1e20, { code: 'too-large-number' }],
  ])('%s is told as in a text file', (value, cell, problem) => {
    expect(read(plain(cell, 7)).problems).toContainEqual({
      ...problem,
      ...{ line: 2, column: 'Värde', value },
    });
  });

  test('numbers are sure whatever text stands beside them', () => {
    const found = read(plain(1.234, '12.5', '13.5', '1.234'));
    expect(valuesOf(found)).toEqual([
      [1.234, '1,234'],
      [12.5, '12.5'],
      [13.5, '13.5'],
      [1.234, '1.234'],
    ]);
    expect(found.decimal).toBe('.');
  });

  test('a doubtful text is asked about, and not the number above it', () => {
    const found = read(plain(1.234, '1.234'));
    expect(found.problems).toContainEqual({
      code: 'ambiguous-number',
      ...{ line: 3, column: 'Värde', value: '1.234', lines: 1 },
    });
    expect(valuesOf(found)).toEqual([[1.234, '1,234']]);
    const answered = read(plain(1.234, '1.234'), { answers: { 'ambiguous-number': 'thousands' } });
    expect(valuesOf(answered)).toEqual([
      [1.234, '1,234'],
      [1234, '1.234'],
    ]);
  });

  test('numbers as text are told of once, and years never', () => {
    expect(read(plain('76,4', 5, '77,1')).problems).toEqual([
      { code: 'number-as-text', line: 2, column: 'Värde', value: '76,4', lines: 2 },
    ]);
    expect(codesOf(read(plain(5, '2010', '2011.0')))).toEqual([]);
  });

  test.each<[string, TestCell, string]>([
    ['a year', 2010, '2010'],
    ['a year as text', '2010', '2010'],
    ['a year as text of a program', '2010.0', '2010'],
    ['a year that is a day', { value: 40179, format: 'yyyy' }, '2010'],
    ['a month', { value: 44927, format: '17' }, '2023-01'],
    ['a month in digits', { value: 44927, format: 'yyyy-mm' }, '2023-01'],
  ])('the period is %s', (_, cell, period) => {
    const { observations } = read(oneSheet([PLAIN, ['ind-1', cell, 7, 'x']]));
    expect(observations.at(0).period?.text).toBe(period);
  });

  test.each<[TestCell, string | null, boolean]>([
    [{ value: 45016, format: '14' }, '2023-03-31', false],
    [{ value: 45016, format: '22' }, '2023-03-31', false],
    [{ value: 43554, format: 'd mmm yyyy' }, '2023-03-31', true],
    [{ value: 45016, format: 'mmm-yy' }, '2023-03-31', false],
    ['2023-03-31', '2023-03-31', false],
  ])('the day of %o', (cell, day, is1904) => {
    const rows = [
      ['Indikator', 'Period', 'Värde', 'Mätt'],
      ['ind-1', '2023', 7, cell],
    ];
    const { observations } = read(oneSheet(rows, {}, { is1904 }));
    expect(observations.at(0).measuredOn).toBe(day);
  });

  test('a day without its format is asked about', () => {
    const rows = [
      ['Enhet', 'Startdatum', 'X'],
      ['A', 45016, 1],
      ['B', 45017, 2],
    ];
    const found = read(oneSheet(rows));
    expect(codesOf(found)).toContain('serial-date');
    const { table } = read(oneSheet(rows), { answers: { 'serial-date': 'days' } });
    expect(table!.columns[1]!.cell(0).value).toBe('2023-03-31');
  });

  test('shared strings are read, and what is mistaken in them is told of', () => {
    const cell = (at: number) => ({ xml: `<c r="@" t="s"><v>${at}</v></c>` });
    const texts = [
      '<t>HÃ¤rnÃ¶sand</t>',
      '<t xml:space="preserve"> två\r\nrader </t>',
      '<t>V\ufffdrd</t>',
    ];
    const rows = [PLAIN, ['ind-1', '2023', 7, cell(0)], ['ind-2', '2023', 7, cell(1)]];
    const found = read(oneSheet(rows, {}, { texts }));
    expect(found.problems).toEqual([
      { code: 'double-encoded', line: 2, value: 'HÃ¤rnÃ¶sand', lines: 1 },
    ]);
    expect(found.observations.at(1).note).toBe('två\nrader');
    const repaired = read(oneSheet(rows, {}, { texts }), {
      answers: { 'double-encoded': 'repair' },
    });
    expect(repaired.observations.at(0).note).toBe('Härnösand');
    const damaged = read(oneSheet([PLAIN, ['ind-1', '2023', 7, cell(2)]], {}, { texts }));
    expect(codesOf(damaged)).toEqual(['damaged-text']);
  });
});

describe('a sheet', () => {
  test('may end its rows early, begin late, and have rows between', () => {
    const rows = [
      [],
      ['Utdrag 2024'],
      [],
      [null, ...PLAIN],
      [null, 'ind-1', '2023', 7],
      [],
      [null, 'ind-2', '2023', 8, 'x'],
    ];
    const found = read(oneSheet(rows));
    expect(valuesOf(found)).toEqual([
      [7, '7'],
      [8, '8'],
    ]);
    expect(found.table).toMatchObject({ headerLine: 4, header: PLAIN, positions: [1, 2, 3, 4] });
    expect(found.observations.at(1)).toMatchObject({ line: 7, column: 3 });
  });

  test('with a cell beyond its columns says on which row', () => {
    const far = { xml: '<c r="XFD1048576"><v>1</v></c>' };
    const bytes = oneSheet(
      [PLAIN, ['ind-1', '2023', 7, 'x'], [{ xml: '<c r="XFD3"><v>1</v></c>' }], [far]],
      {
        head: '<dimension ref="A1:XFD1048576"/>',
        tail: '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="x"/></hyperlinks>',
      },
    );
    expect(codesOf(read(bytes))).toEqual(['ragged-row', 'ragged-row']);
    expect(read(bytes, { leftOut: [3, 1048576] }).observations.length).toBe(1);
  }, 5000);

  test('tells of hidden rows and columns among those that are read', () => {
    const rows = [
      PLAIN,
      ['ind-1', '2023', 7, 'x'],
      ['ind-2', '2023', 8, 'y'],
      ['ind-3', '2023', 9, 'z'],
    ];
    const bytes = oneSheet(rows, {
      hidden: [3, 4],
      head: '<cols><col min="3" max="3" width="9"/><col min="4" max="16384" hidden="1"/></cols>',
    });
    expect(read(bytes).problems).toEqual([
      { code: 'hidden-columns', line: 1, columns: ['D'] },
      { code: 'hidden-rows', line: 3, lines: 2 },
    ]);
    expect(read(bytes, { leftOut: [3, 4] }).problems).toEqual([
      { code: 'hidden-columns', line: 1, columns: ['D'] },
    ]);
  });

  test.each([
    ['nothing', '<c r="@"><f>C9</f></c>'],
    ['an empty value', '<c r="@"><f>C9</f><v></v></c>'],
    ['a value that is closed at once', '<c r="@"><f>C9</f><v /></c>'],
    ['a shared formula', '<c s="0" r="@"><f t="shared" si="0"/></c>'],
  ])('tells of a formula with %s', (_, xml) => {
    expect(read(plain({ xml }, 5)).problems).toEqual([
      { code: 'uncalculated', line: 2, value: 'C2' },
    ]);
  });

  test.each<[string, readonly (readonly TestCell[])[], string[], string[], string[][]]>([
    [
      'a heading belongs to every column under it',
      [
        ['Enhet', 'HME', null],
        ['A', 1, 2],
      ],
      ['B1:C1'],
      ['Enhet', 'HME', 'HME'],
      [['A', '1', '2']],
    ],
    [
      'a name belongs to every row beside it',
      [
        ['Enhet', 'Fråga', 'Svar'],
        ['A', 'x', 1],
        [null, 'y', 2],
        [null, 'z', 3],
        ['B', 'x', 4],
      ],
      ['A2:A4'],
      ['Enhet', 'Fråga', 'Svar'],
      [
        ['A', 'x', '1'],
        ['A', 'y', '2'],
        ['A', 'z', '3'],
        ['B', 'x', '4'],
      ],
    ],
    [
      'a title stays a title',
      [
        ['Medarbetare 2025', null, null],
        ['Enhet', 'Fråga', 'Svar'],
        ['A', 'x', 1],
      ],
      ['A1:C1'],
      ['Enhet', 'Fråga', 'Svar'],
      [['A', 'x', '1']],
    ],
    [
      'and so with a date beside it',
      [
        ['Medarbetare 2025', null, null, '2025-01-01'],
        ['Enhet', 'Fråga', 'Svar', 'Y'],
        ['A', 'x', 1, 2],
      ],
      ['A1:C1'],
      ['Enhet', 'Fråga', 'Svar', 'Y'],
      [['A', 'x', '1', '2']],
    ],
    [
      'a heading over two rows is one',
      [['Enhet', 'Fråga', 'Svar'], [], ['A', 'x', 1]],
      ['A1:A2', 'B1:B2', 'C1:C2'],
      ['Enhet', 'Fråga', 'Svar'],
      [['A', 'x', '1']],
    ],
    [
      'nothing merged is nothing',
      [
        ['Enhet', 'Fråga', 'Svar'],
        ['A', 'x', 1],
        [null, 'y', 2],
      ],
      ['A3:A4', 'XX9:XY9'],
      ['Enhet', 'Fråga', 'Svar'],
      [
        ['A', 'x', '1'],
        ['', 'y', '2'],
      ],
    ],
  ])('merged: %s', (_, rows, merges, header, cells) => {
    const { table } = read(oneSheet(rows, { merges }));
    expect(table!.header).toEqual(header);
    const found = Array.from(table!.lines, (_line, row) =>
      table!.columns.map(({ texts }) => texts.at(row)),
    );
    expect(found).toEqual(cells);
  });

  test('of many pieces is one, with and without the numbers of its rows', () => {
    const count = 30_000;
    const rows = [
      PLAIN,
      ...Array.from({ length: count }, (_, at) => ['ind-1', `${1960 + (at % 60)}`, at, 'x']),
    ];
    const whole = read(oneSheet(rows));
    expect(whole.observations.length).toBe(count);
    expect(whole.observations.at(count - 1)).toMatchObject({ value: count - 1, line: count + 1 });
    const parts = workbookParts([{ name: 'A', rows: rows.slice(0, 20_000) }]);
    const sheet = parts['xl/worksheets/sheet1.xml'].replace(/ r="[A-Z]*\d+"/g, '');
    const bare = read(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet }));
    expect(bare.observations.at(19_998)).toMatchObject({ value: 19_998, line: 20_000 });
  }, 30_000);

  test('of another prefix, and with a row longer than a piece', () => {
    const parts = workbookParts([
      {
        name: 'A',
        rows: [PLAIN, ['ind-1', '2023', 7, 'x'.repeat(1_100_000)], ['ind-2', '2023', 8]],
      },
    ]);
    const sheet = parts['xl/worksheets/sheet1.xml'].replace(
      /<(\/?)(sheetData|row|c|v|is|t)\b/g,
      '<$1x:$2',
    );
    expect(valuesOf(read(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet })))).toEqual([
      [7, '7'],
      [8, '8'],
    ]);
  });
});

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
    const rels = parts['xl/_rels/workbook.xml.rels'].replace('sheet2.xml', './x/../sheet1.xml');
    const found = read(zipParts({ ...parts, 'xl/_rels/workbook.xml.rels': rels }));
    expect(found.sheets.map(({ name }) => name)).toEqual(['B']);
  });

  test('of a wide table of Kolada’s', () => {
    const rows = [
      ['Nyckeltal', 'Kommun', '2010', '2011'],
      ['Sjukfrånvaro', 'Gnesta', 3.2, 4],
    ];
    expect(read(oneSheet(rows))).toMatchObject({ layout: 'xlsx-kolada', isKolada: true });
  });
});
