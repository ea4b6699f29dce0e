import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { oneSheet, workbookParts, zipParts } from '../../../../tests/workbook.ts';
import type { TestCell } from '../../../../tests/workbook.ts';
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
    const sheet = parts['xl/worksheets/sheet1.xml']!.replace(/ r="[A-Z]*\d+"/g, '');
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
    const sheet = parts['xl/worksheets/sheet1.xml']!.replace(
      /<(\/?)(sheetData|row|c|v|is|t)\b/g,
      '<$1x:$2',
    );
    expect(valuesOf(read(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet })))).toEqual([
      [7, '7'],
      [8, '8'],
    ]);
  });
});
