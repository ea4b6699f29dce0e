import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { inspectionJson } from '../../src/commands/inspection-json.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { lookAt, readIn, waitWith } from '../reading.ts';
import { unitFile, UNIT_ROWS, withUnits } from '../units.ts';
import { workbook } from '../workbook.ts';
import type { TestSheet } from '../workbook.ts';

/* A workbook by the same door as every other file. */

const ROWS = [
  ['Läget i mars'],
  ['Indikator', 'Period', 'Värde', 'Kommentar'],
  ['ind-1', '2024', 7.5, 'a; b'],
  ['ind-2', 2024, { value: 8.25, format: '0.0' }, null],
];
const BOOK = workbook([
  { name: 'Värden', rows: ROWS },
  {
    name: 'Annat',
    rows: [
      ['Indikator', 'Period', 'Värde'],
      ['ind-1', '2025', 9],
    ],
  },
]);

const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

describe('the fixture of two sheets', () => {
  const FOLDER = 'tests/fixtures/formats';
  const NAME = '21-kolada-excel.xlsx';
  type Expected = { meta: { sheets: string[]; other_sheet: Record<string, unknown> } };
  const { meta } = JSON.parse(readFileSync(`${FOLDER}/${NAME}.expected.json`, 'utf8')) as Expected;
  const { sheet, header_line, layout, observations, problems } = meta.other_sheet;

  test('reads its other sheet when that is chosen', () => {
    const bytes = readFileSync(`${FOLDER}/${NAME}`);
    const choices = { ...NO_CHOICES, sheet: String(sheet) };
    const found = inspectionJson(inspectFile({ name: NAME, bytes }, choices));
    expect(found).toMatchObject({ sheet, header_line, layout, meta: { sheets: meta.sheets } });
    expect(found.observations).toMatchObject(observations as object[]);
    for (const problem of problems as object[]) {
      expect(found.problems).toContainEqual(expect.objectContaining(problem));
    }
  });
});

describe('a workbook', () => {
  test('keeps a year that is merged over the sexes', () => {
    const rows = [
      ['Indikator', '2024', null, null],
      [null, 'Totalt', 'Kvinnor', 'Män'],
      ['ind-1', 1, 2, 3],
    ];
    const bytes = workbook([{ name: 'Blad1', rows, merges: ['B1:D1'] }]);
    const { layout, observations } = inspectionJson(inspectFile({ name: 'x.xlsx', bytes }));
    expect(layout).toBe('plain-wide');
    expect(observations).toMatchObject([
      { period: '2024', gender: 'T', value: 1 },
      { period: '2024', gender: 'K', value: 2 },
      { period: '2024', gender: 'M', value: 3 },
    ]);
  });

  test('read in twice changes nothing the second time', () => {
    const { db, kommun } = gnesta();
    const file = { name: 'bok.xlsx', bytes: BOOK };
    const first = importUpload(db, ACTOR, NOW, kommun, file);
    expect(first).toMatchObject({ outcome: 'stored', new: 2, changed: 0 });
    const again = importUpload(db, ACTOR, NOW, kommun, file);
    expect(again).toMatchObject({ outcome: 'already-stored', new: 0, changed: 0 });
  });

  test.each([
    [null, 3, { heading: 'Indikator;Period;Värde;Kommentar', text: 'ind-1;2024;7,5;"a; b"' }],
    [null, 4, { heading: 'Indikator;Period;Värde;Kommentar', text: 'ind-2;2024;8,25' }],
    ['Annat', 2, { heading: 'Indikator;Period;Värde', text: 'ind-1;2025;9' }],
  ])('shows the row of a value: sheet %s, row %d', (sheet, line, shown) => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, BOOK, { choices: { sheet } });
    expect(upload.choices?.sheet).toBe(sheet ?? 'Värden');
    expect(readSourceLine(db, kommun, upload, line)).toEqual({ line, ...shown });
  });

  test('shows its sheets before it is read in, and the rows that are left out of the one', () => {
    const { db, kommun } = gnesta();
    const told = { name: 'bok.xlsx', choices: { sheet: 'Annat', leftOut: [2] } };
    const report = lookAt(db, kommun, waitWith(db, kommun, BOOK, told))!;
    expect(report.understood).toMatchObject({
      sheet: 'Annat',
      sheets: [
        { name: 'Värden', isHidden: false },
        { name: 'Annat', isHidden: false },
      ],
    });
    expect(report.choices.sheet).toBe('Annat');
    expect(report.leftOut).toEqual([{ line: 2, text: 'ind-1;2025;9' }]);
  });

  test('with rows about a few shows no figures of those that are left out', () => {
    const { db, kommun } = withUnits();
    const lines = unitFile(...Object.values(UNIT_ROWS))
      .trim()
      .split('\n');
    const rows: TestSheet['rows'] = lines.map((line) => line.split(';'));
    const leftOut = rows.map((_, at) => at + 1).slice(1);
    const waiting = waitWith(db, kommun, workbook([{ name: 'A', rows }]), { choices: { leftOut } });
    const texts = lookAt(db, kommun, waiting)!.leftOut.map(({ text }) => text);
    expect(texts).toHaveLength(leftOut.length);
    expect(texts.every((text) => text.includes(';…;…'))).toBe(true);
  });
});
