import writeExcelFile from 'write-excel-file/node';
import type { CellObject, Row as SheetRow, Sheet } from 'write-excel-file/node';
import { invariant } from '#lib/domain/result.ts';
import type { Cell, Column, ReportDocument, Row, Table } from '#lib/format/document.ts';
import { cellText, NO_CELL } from './cell-text.ts';
import { drawn } from './marks.ts';
import { numberFormat } from './number-format.ts';
import { asPart, openPackage, packParts, partText } from './package.ts';
import type { Parts } from './package.ts';
import { withFixedProperties } from './properties.ts';
import { rowHeight } from './row-height.ts';
import { sheetNames } from './sheet-names.ts';
import { holdableAll } from './text.ts';

/*
 * The tables of a report as a workbook: a sheet each, its header on the first line so that it can be sorted and read in
 * again, and a first sheet that says what they are.
 */

type FileSheet = Sheet<Buffer>;

/** Excel's own limit for a cell. */
const LONGEST_TEXT = 32_767;
const CUT = ' … (forts. i rapporten)';

/** `_x0041_` is a sign by its number to Excel, unless the first _ is one itself (ECMA-376 22.9.2.19). */
const literal = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Text stays text, whatever it begins with: it is never a formula. */
function textCell(text: string, look: Partial<CellObject> = {}): CellObject {
  const whole =
    text.length > LONGEST_TEXT
      ? `${text.slice(0, LONGEST_TEXT - CUT.length).toWellFormed()}${CUT}`
      : text;
  return { type: String, value: literal(whole), wrap: true, alignVertical: 'top', ...look };
}

const bold = { fontWeight: 'bold' } as const;
const HEAD = { ...bold, backgroundColor: '#EEF2F6', alignVertical: 'bottom' } as const;
const MUTED = { textColor: '#4A5663' } as const;

function valueCell(cell: Cell, look: Partial<CellObject>): CellObject {
  const { mark, number, words } = cell;
  const state = mark && {
    ...bold,
    textColor: `#${drawn(mark).ink}`,
    backgroundColor: `#${drawn(mark).tint}`,
  };
  // A number beside a written text or a state is told in words.
  if (!number || cell.text.length > 0 || mark)
    return textCell(cellText(cell), { ...look, ...state });
  const { value, decimals } = number;
  const format = numberFormat(words, value, decimals);
  return { type: Number, value, format, align: 'right', alignVertical: 'top', ...look };
}

/** A column whose values have something beside them has a column for it, so that they stay numbers. */
const hasBeside = ({ rows }: Table, at: number) =>
  rows.some((row) => row.kind !== 'heading' && (row.cells[at]?.beside ?? null) !== null);

type Sized = { readonly width: number };
type SheetColumn = { readonly at: number; readonly isBeside: boolean; readonly column: Column };

const sheetColumns = (table: Table): readonly SheetColumn[] =>
  table.columns.flatMap((column, at) => [
    { at, isBeside: false, column },
    ...(hasBeside(table, at) ? [{ at, isBeside: true, column }] : []),
  ]);

const titleOf = ({ isBeside, column }: SheetColumn) =>
  isBeside ? `${column.title}, anmärkning` : column.title;

function rowCells({ kind, cells }: Row, columns: readonly SheetColumn[]): readonly CellObject[] {
  const look = kind === 'cells' ? {} : bold;
  if (kind === 'heading')
    return [textCell(cellText(cells[0] ?? NO_CELL), { ...look, wrap: false })];
  return columns.map(({ at, isBeside }) => {
    const cell = cells[at] ?? NO_CELL;
    return isBeside ? textCell(cell.beside ?? '', { ...MUTED, indent: 1 }) : valueCell(cell, look);
  });
}

/** In signs: a column of numbers is 14 wide, a written text as wide as is pleasant to read. */
const widthOf = ({ isBeside, column }: SheetColumn) =>
  isBeside ? 18 : Math.min(60, Math.max(12, Math.round(10 + column.share * 8)));

/** Its first cell says how high a row is. */
function withHeight(cells: readonly CellObject[], columns: readonly Sized[]): SheetRow {
  const texts = cells.map(({ value, wrap }, at) => ({
    text: wrap && typeof value === 'string' ? value : '',
    width: columns[at]?.width ?? 1,
  }));
  const height = rowHeight(texts);
  return cells.map((cell, at) => (at === 0 && !cell.height ? { ...cell, height } : cell));
}

function tableSheet(table: Table, name: string): FileSheet {
  const columns = sheetColumns(table);
  const head = columns.map((one) =>
    textCell(titleOf(one), { ...HEAD, ...(one.column.isNumber ? { align: 'right' } : {}) }),
  );
  const notes = table.notes.map((note) => [textCell(note, { ...MUTED, wrap: false })]);
  const sizes = columns.map((one) => ({ width: widthOf(one) }));
  return {
    sheet: name,
    data: [
      ...[head, ...table.rows.map((row) => rowCells(row, columns))].map((cells) =>
        withHeight(cells, sizes),
      ),
      ...(notes.length > 0 ? [[], ...notes] : []),
    ],
    columns: sizes,
    ...{ stickyRowsCount: 1, orientation: 'landscape' },
  };
}

const FIRST = 'Rapport';

function firstSheet(report: ReportDocument, tables: readonly Table[], names: readonly string[]) {
  const line = (title: string, words: string) => [textCell(title, MUTED), textCell(words)];
  const facts = [
    ...report.facts.map(({ title, words }) => line(title, words)),
    line('Status', report.standing),
  ];
  const sizes = [{ width: 32 }, { width: 60 }];
  const list = tables.map(({ caption }, at) => [textCell(names[at] ?? ''), textCell(caption)]);
  const head = [textCell('Blad', HEAD), textCell('Tabell', HEAD)];
  return {
    sheet: FIRST,
    data: [
      [textCell(report.title, { ...bold, fontSize: 16, height: 24, wrap: false })],
      [textCell(report.owner, { wrap: false })],
      ...[[], ...facts, ...(list.length > 0 ? [[], head, ...list] : [])].map((cells) =>
        withHeight(cells, sizes),
      ),
    ],
    columns: sizes,
    orientation: 'landscape',
  } satisfies FileSheet;
}

/** Printed with all columns of a sheet on one page: the library has no word for it. */
const fitted = (xml: string) =>
  xml
    .replace(/<worksheet\b[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');

function withFittedSheets(parts: Parts): Parts {
  const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  return new Map([
    ...parts,
    ...sheets.map((name) => [name, asPart(fitted(partText(parts, name)!))] as const),
  ]);
}

/** The bytes of an .xlsx: the same for the same document. */
export async function renderXlsx(given: ReportDocument): Promise<Uint8Array> {
  const report = holdableAll(given);
  const tables = report.pieces.filter((piece) => piece.kind === 'table');
  const names = sheetNames(
    tables.map(({ caption }) => caption),
    [FIRST],
  );
  const sheets = tables.map((table, at) => tableSheet(table, names[at]!));
  const file = await writeExcelFile([firstSheet(report, tables, names), ...sheets], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBuffer();
  const parts = openPackage(file);
  invariant(parts.ok, 'what was written can be opened');
  return packParts(withFixedProperties(withFittedSheets(parts.value), report.title));
}
