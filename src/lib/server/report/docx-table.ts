import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { FileChild, ITableCellOptions } from 'docx';
import type { Cell, Row, Table } from '#lib/format/document.ts';
import { blocksText, NO_CELL } from './cell-text.ts';
import { columnWidths } from './column-widths.ts';
import { cellParagraphs } from './docx-cell.ts';
import { LINE, MUTED, WEAK } from './docx-styles.ts';
import { textRuns } from './docx-text.ts';
import { STYLE } from './word-names.ts';

/* A table of the report as one of Word: its head on every page, no row over two pages, its words in styles. */

/** About a third of a page in the width of a cell: a row with more may go on over the page. */
const LONGEST_WHOLE = 1500;

/** More columns than these are set in smaller type. */
const MOST_COLUMNS = 8;
const SMALLER = 0.85;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const THICK = { style: BorderStyle.SINGLE, size: 8, color: MUTED } as const;
const SHADED = { type: ShadingType.CLEAR, fill: WEAK, color: 'auto' } as const;

const BORDERS = {
  ...{ top: NONE, bottom: THIN, left: NONE, right: NONE },
  ...{ insideHorizontal: THIN, insideVertical: NONE },
} as const;

/** How the cells of one table are set. */
type Layout = { readonly widths: readonly number[]; readonly style: string };

function layoutOf(table: Table, textWidth: number): Layout {
  const isWide = table.columns.length > MOST_COLUMNS;
  return {
    widths: columnWidths(table, textWidth, isWide ? SMALLER : 1),
    style: isWide ? STYLE.narrow : STYLE.cell,
  };
}

const boxed = (width: number): Omit<ITableCellOptions, 'children'> => ({
  width: { size: width, type: WidthType.DXA },
});

function headRow({ columns }: Table, { widths, style }: Layout): TableRow {
  const cells = columns.map(({ title, isNumber }, at) => {
    const setting = { style, isRight: isNumber, isBold: true, isKept: true };
    return new TableCell({
      ...boxed(widths[at]!),
      ...{ shading: SHADED, verticalAlign: 'bottom', borders: { bottom: THICK } },
      children: cellParagraphs({ ...NO_CELL, words: title }, setting),
    });
  });
  return new TableRow({ children: cells, cantSplit: true, tableHeader: true });
}

/** It stays on the page of the row that it is the heading of. */
function headingRow({ cells }: Row, { widths, style }: Layout): TableRow {
  const cell = new TableCell({
    ...boxed(widths.reduce((sum, one) => sum + one, 0)),
    ...{ columnSpan: widths.length, shading: SHADED },
    children: cellParagraphs(cells[0] ?? NO_CELL, { style, isBold: true, isKept: true }),
  });
  return new TableRow({ children: [cell], cantSplit: true });
}

const isShort = ({ words, text }: Cell) => words.length + blocksText(text).length <= LONGEST_WHOLE;

function cellsRow({ kind, cells }: Row, { columns }: Table, { widths, style }: Layout): TableRow {
  const isSum = kind === 'sum';
  const children = columns.map(({ isNumber }, at) => {
    const setting = { style, isRight: isNumber, isBold: isSum };
    return new TableCell({
      ...boxed(widths[at]!),
      ...(isSum ? { borders: { top: THICK } } : {}),
      children: cellParagraphs(cells[at] ?? NO_CELL, setting),
    });
  });
  return new TableRow({ children, cantSplit: cells.every(isShort) });
}

function wordTable(table: Table, textWidth: number): WordTable {
  const layout = layoutOf(table, textWidth);
  const rows = table.rows.map((row) =>
    row.kind === 'heading' ? headingRow(row, layout) : cellsRow(row, table, layout),
  );
  return new WordTable({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: layout.widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    borders: BORDERS,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [headRow(table, layout), ...rows],
  });
}

const paragraph = (style: string, text: string) =>
  new Paragraph({ style, children: textRuns(text) });

/** The caption over it, the table, and its notes; a table without columns is its words alone. */
export function tableBlocks(table: Table, textWidth: number): readonly FileChild[] {
  const caption = paragraph(STYLE.caption, table.caption);
  const notes = table.notes.map((note) => paragraph(STYLE.note, note));
  if (table.columns.length === 0) return [caption, ...notes];
  // Two tables with nothing between them are one to Word.
  return [caption, wordTable(table, textWidth), ...notes, new Paragraph({ style: STYLE.note })];
}
