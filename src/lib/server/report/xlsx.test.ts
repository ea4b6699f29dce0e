import { read, utils } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Piece, ReportDocument } from '#lib/format/document.ts';
import { readWorkbook } from '#lib/ingest/workbook/read-workbook.ts';
import { cell, column, headingRow, numberCell, row } from '../../../../tests/office/build.ts';
import { stateCell, sumRow, table, textCell } from '../../../../tests/office/build.ts';
import { gnestaReport } from '../../../../tests/office/gnesta.ts';
import { hardReport, wideReport } from '../../../../tests/office/hard.ts';
import { faultsOf, textParts } from '../../../../tests/office/opened.ts';
import { renderXlsx } from './xlsx.ts';

const report = (...pieces: readonly Piece[]): ReportDocument => ({
  title: 'Delårsrapport 2023',
  owner: 'Socialnämnden, Gnesta kommun',
  facts: [{ title: 'Diarienummer', words: 'SN 2023/112' }],
  pieces,
  standing: 'Arbetsmaterial, 20 september 2023',
});

async function bookOf(...pieces: readonly Piece[]) {
  const file = await renderXlsx(report(...pieces));
  return { file, book: read(file, { cellStyles: true, cellNF: true }), parts: textParts(file) };
}

const textsOf = (sheet: WorkSheet | undefined) =>
  utils.sheet_to_json<string[]>(sheet!, { header: 1, raw: true, defval: '' });

const VALUES = table(
  'Indikatorer',
  [column('Indikator', 3), column('Nuläge', 1, true), column('Läge', 2), column('Kommentar', 3)],
  [
    headingRow('En attraktiv kommun'),
    row(
      cell('Väntetid'),
      { ...numberCell(102, 0, 'dagar'), beside: 'jan–jun 2023' },
      stateCell('Bedöms delvis uppnås', 'yellow', 'forecast'),
      textCell('Försämrat.\n\n- åtgärd ett\n- åtgärd två'),
    ),
    row(cell('=1+1'), numberCell(-3285.25, 2), stateCell('Ej bedömt', null), cell('@SUM(A1)')),
    sumRow(cell('Summa'), numberCell(0.5, 1, '%'), cell(''), cell('-19,1')),
  ],
  ['En tryckt summa är fel: −19,1 i handlingen, −19,4 uträknat.'],
);

describe('a report as a workbook', () => {
  test('has a first sheet with its header data and a list of the others', async () => {
    const { book } = await bookOf(VALUES, VALUES);
    expect(book.SheetNames).toEqual(['Rapport', 'Indikatorer', 'Indikatorer (2)']);
    expect(textsOf(book.Sheets['Rapport']).filter((one) => one.some(Boolean))).toEqual([
      ['Delårsrapport 2023', ''],
      ['Socialnämnden, Gnesta kommun', ''],
      ['Diarienummer', 'SN 2023/112'],
      ['Status', 'Arbetsmaterial, 20 september 2023'],
      ['Blad', 'Tabell'],
      ['Indikatorer', 'Indikatorer'],
      ['Indikatorer (2)', 'Indikatorer'],
    ]);
  });

  test('says in each cell what the report says; numbers are numbers', async () => {
    const { book } = await bookOf(VALUES);
    expect(textsOf(book.Sheets['Indikatorer'])).toEqual([
      ['Indikator', 'Nuläge', 'Nuläge, anmärkning', 'Läge', 'Kommentar'],
      ['En attraktiv kommun', '', '', '', ''],
      [
        ...['Väntetid', 102, 'jan–jun 2023', 'Bedöms delvis uppnås'],
        'Försämrat.\n– åtgärd ett\n– åtgärd två',
      ],
      ['=1+1', -3285.25, '', 'Ej bedömt', '@SUM(A1)'],
      ['Summa', 0.5, '', '', '-19,1'],
      ['', '', '', '', ''],
      ['En tryckt summa är fel: −19,1 i handlingen, −19,4 uträknat.', '', '', '', ''],
    ]);
  });

  test('holds no formula', async () => {
    const { parts } = await bookOf(VALUES);
    expect([...parts.values()].join('')).not.toMatch(/<f[ >]/);
  });

  test('shows a number with its decimals and its unit', async () => {
    const { book } = await bookOf(VALUES);
    const sheet = book.Sheets['Indikatorer'];
    const formats = ['B3', 'B4', 'B5'].map((at) => (sheet?.[at] as { z: string }).z);
    expect(formats).toEqual(['#,##0"\u00a0dagar"', '#,##0.00', '#,##0.0"\u00a0%"']);
  });

  test('keeps its header in sight, in bold, and colours what is behind a state', async () => {
    const { parts } = await bookOf(VALUES);
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(parts.get('xl/styles.xml')).toMatch(/<b\/>/);
    expect(parts.get('xl/styles.xml')).toMatch(/<fgColor rgb="FFFCF2D7"\/>/i);
  });

  test('reads back through our own door', async () => {
    const { file } = await bookOf(
      table(
        'Värden',
        [column('Indikator'), column('Period'), column('Värde', 1, true)],
        [row(cell('ind-1'), cell('2023'), numberCell(1234.5, 1))],
      ),
    );
    const { table: found, problems } = readWorkbook(file, { ...NO_CHOICES, sheet: 'Värden' });
    expect(problems.filter(({ code }) => code !== 'other-sheets')).toEqual([]);
    expect(found?.header).toEqual(['Indikator', 'Period', 'Värde']);
    expect(found?.texts.map((one) => one.at(0))).toEqual(['ind-1', '2023', '1234,5']);
  });

  test('cuts a text that Excel has no room for, and says so; signs by their numbers stay as written', async () => {
    const { book } = await bookOf(
      table('T', [column('A')], [row(cell('å'.repeat(40_000))), row(cell('_x0041_'))]),
    );
    const [, long, literal] = textsOf(book.Sheets['T']);
    expect(long?.[0]).toHaveLength(32_767);
    expect(long?.[0]).toMatch(/å … \(forts\. i rapporten\)$/);
    expect(literal?.[0]).toBe('_x0041_');
  });

  test.each<[string, ReportDocument]>([
    ['Gnesta’s', gnestaReport()],
    ['300 rows and nasty signs', hardReport()],
    ['twelve columns', wideReport()],
    ['an empty one', { title: '', owner: '', facts: [], pieces: [], standing: '' }],
    ['no columns, no cells', report(table('', [], [row()]), table("'", [column('')], [row()]))],
  ])('%s: every part is XML, and the same bytes again', async (_, document) => {
    const file = await renderXlsx(document);
    expect(faultsOf(file)).toEqual([]);
    expect(Buffer.compare(file, await renderXlsx(document))).toBe(0);
  });
});
