import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { FileChild, IParagraphOptions, ITableCellOptions } from 'docx';
import type { Cell, Column, Row, Table } from '#lib/format/document.ts';
import { CELL_BULLETS, LINE, WEAK } from './docx-styles.ts';
import { blockParagraphs, signRun, textRuns } from './docx-text.ts';
import type { Setting } from './docx-text.ts';
import { drawn } from './marks.ts';
import { STYLE } from './word-names.ts';

/* A table of the report as one of Word: its head on every page, no row over two pages, its words in styles. */

const SETTING: Setting = {
  paragraph: { style: STYLE.cell },
  item: {
    style: STYLE.cellItem,
    numbering: { reference: CELL_BULLETS, level: 0, custom: true },
  },
};

/** About a third of a page in the width of a cell: a row with more may go on over the page. */
const LONGEST_WHOLE = 1500;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '4A5663' } as const;
const SHADED = { type: ShadingType.CLEAR, fill: WEAK, color: 'auto' } as const;

/** Widths in twentieths of a point that together are the width of the text. */
export function widthsOf(
  columns: readonly Pick<Column, 'share'>[],
  textWidth: number,
): readonly number[] {
  const shares = columns.map(({ share }) => (share > 0 ? share : 1));
  const whole = shares.reduce((sum, one) => sum + one, 0);
  const widths = shares.map((share) => Math.floor((textWidth * share) / whole));
  const left = textWidth - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((width, at) => (at === 0 ? width + left : width));
}

type Place = {
  readonly width: number;
  readonly isRight: boolean;
  readonly isBold: boolean;
  /** Kept on the page of the row after. */
  readonly isKept: boolean;
};

const asParagraph = ({ isRight, isKept }: Place): IParagraphOptions => ({
  ...(isRight ? { alignment: AlignmentType.RIGHT } : {}),
  ...(isKept ? { keepNext: true } : {}),
});

function wordsParagraph(cell: Cell, place: Place): Paragraph {
  const { mark, words } = cell;
  const look = {
    ...(place.isBold || mark ? { bold: true } : {}),
    ...(mark ? { color: drawn(mark).ink } : {}),
  };
  return new Paragraph({
    ...asParagraph(place),
    style: STYLE.cell,
    children: [...(mark ? [signRun(mark)] : []), ...textRuns(words, look)],
  });
}

function cellParagraphs(cell: Cell, place: Place): readonly Paragraph[] {
  const besides = cell.beside === null ? [] : [cell.beside];
  const hasWords = cell.words !== '' || cell.mark !== null;
  const inside = [
    ...(hasWords ? [wordsParagraph(cell, place)] : []),
    ...blockParagraphs(cell.text, SETTING),
    ...besides.map(
      (text) =>
        new Paragraph({
          ...asParagraph(place),
          style: STYLE.beside,
          children: textRuns(text),
        }),
    ),
  ];
  // Word takes no cell without a paragraph.
  return inside.length > 0 ? inside : [new Paragraph({ style: STYLE.cell })];
}

const boxed = (width: number): Omit<ITableCellOptions, 'children'> => ({
  width: { size: width, type: WidthType.DXA },
});

const wholeRow = (cells: readonly TableCell[], isWhole = true) =>
  new TableRow({ children: cells, cantSplit: isWhole });

function headRow({ columns }: Table, widths: readonly number[]): TableRow {
  const cells = columns.map(
    ({ title, isNumber }, at) =>
      new TableCell({
        ...boxed(widths[at]!),
        shading: SHADED,
        verticalAlign: 'bottom',
        borders: { bottom: THICK },
        children: [
          new Paragraph({
            ...{ style: STYLE.cell, keepNext: true },
            ...(isNumber ? { alignment: AlignmentType.RIGHT } : {}),
            children: textRuns(title, { bold: true }),
          }),
        ],
      }),
  );
  return new TableRow({ children: cells, cantSplit: true, tableHeader: true });
}

function headingRow(row: Row, widths: readonly number[]): TableRow {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const place = { width, isRight: false, isBold: true, isKept: true };
  const cell = row.cells[0];
  return wholeRow([
    new TableCell({
      ...boxed(width),
      columnSpan: widths.length,
      shading: SHADED,
      children: cell ? cellParagraphs(cell, place) : [new Paragraph({ style: STYLE.cell })],
    }),
  ]);
}

const EMPTY: Cell = { words: '', number: null, mark: null, beside: null, text: [] };

const signsOf = (cell: Cell): number =>
  cell.words.length +
  cell.text.reduce((sum, block) => {
    const lines = block.kind === 'list' ? block.items : block.lines;
    return sum + lines.flat().reduce((all, run) => all + run.text.length, 0);
  }, 0);

function cellsRow(row: Row, { columns }: Table, widths: readonly number[]): TableRow {
  const isSum = row.kind === 'sum';
  const cells = columns.map((column, at) => {
    const place = { width: widths[at]!, isRight: column.isNumber, isBold: isSum, isKept: false };
    return new TableCell({
      ...boxed(place.width),
      ...(isSum ? { borders: { top: THICK } } : {}),
      children: cellParagraphs(row.cells[at] ?? EMPTY, place),
    });
  });
  return wholeRow(
    cells,
    row.cells.every((cell) => signsOf(cell) <= LONGEST_WHOLE),
  );
}

const rowOf = (row: Row, table: Table, widths: readonly number[]) =>
  row.kind === 'heading' ? headingRow(row, widths) : cellsRow(row, table, widths);

const BORDERS = { top: NONE, bottom: THIN, left: NONE, right: NONE } as const;
const INSIDE = { insideHorizontal: THIN, insideVertical: NONE } as const;

function wordTable(table: Table, textWidth: number): WordTable {
  const widths = widthsOf(table.columns, textWidth);
  return new WordTable({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    borders: { ...BORDERS, ...INSIDE },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [headRow(table, widths), ...table.rows.map((row) => rowOf(row, table, widths))],
  });
}

const noteParagraph = (text: string) =>
  new Paragraph({ style: STYLE.note, children: textRuns(text) });

/** The caption over it, the table, and its notes; a table without columns is its words alone. */
export function tableBlocks(table: Table, textWidth: number): readonly FileChild[] {
  const caption = new Paragraph({
    style: STYLE.caption,
    children: [new TextRun({ text: table.caption })],
  });
  const notes = table.notes.map(noteParagraph);
  // Two tables with nothing between them are one to Word; the space is that of a paragraph.
  const space = new Paragraph({ style: STYLE.note });
  return table.columns.length === 0
    ? [caption, ...notes]
    : [caption, wordTable(table, textWidth), ...notes, space];
}
