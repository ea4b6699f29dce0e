import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { CsvRecord } from '../csv.ts';
import { unifyLineEnds } from '../csv.ts';
import { remembered } from '../rows.ts';
import { cellText } from './cell-text.ts';
import type { Calendar, CellText } from './cell-text.ts';
import { mergeSpreader } from './merged.ts';
import {
  hiddenColumns,
  hiddenRows,
  isNumbered,
  mergesOf,
  piecesOf,
  uncalculated,
} from './sheet-xml.ts';
import type { SheetXml, Uncalculated } from './sheet-xml.ts';
import { readRows } from './xlsx.ts';
import type { Cells, Shared, Unreadable } from './xlsx.ts';

/* A sheet from its first row to its last, a piece at a time: all its cells at once would take much memory. */

/** A row, and which of its cells are numbers of the workbook's own, `1` for each that is. */
export type SheetRow = CsvRecord & { readonly numbers: string };

export type SheetFacts = {
  /** Lines of rows that Excel does not show. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
  /** Formulas whose values nobody has worked out. */
  readonly uncalculated: readonly Uncalculated[];
};

/** About so many bytes of XML are turned into cells together; they take ten times as much. */
const PIECE = 1_000_000;
/** So many cells may be filled from merged ones, and signs stand in a sheet. */
const MOST_SPREAD = 5_000_000;
const MOST_SIGNS = 100_000_000;

/** All texts that a piece refers to are read with it, so a piece is not much less than they are. */
function pieces({ rows }: SheetXml, { texts }: Shared): readonly Uint8Array[] {
  const cut = [...piecesOf(rows, Math.max(PIECE, texts?.length ?? 0))];
  return cut.length === 1 || cut.every(isNumbered) ? cut : [rows];
}

const NOTHING: CellText = { text: '', isNumber: false };
/** Most rows are alike, and one string does for all of them. */
const flags = remembered((text: string) => text);

function rowOf(line: number, cells: readonly (CellText | undefined)[]): SheetRow {
  // Not by map, which passes holes by.
  const whole = Array.from(cells, (cell) => cell ?? NOTHING);
  return {
    line,
    cells: whole.map(({ text }) => unifyLineEnds(text)),
    numbers: flags(whole.map(({ isNumber }) => (isNumber ? '1' : '0')).join('')),
  };
}

/** The rows of some cells, as they stand. */
export const rowsOf = (cells: Cells, calendar: Calendar): SheetRow[] =>
  cells.map(([row, raw]) =>
    rowOf(
      row + 1,
      Array.from(raw, (cell) => cell && cellText(cell, calendar)),
    ),
  );

const signsIn = ({ cells }: CsvRecord) => cells.reduce((sum, cell) => sum + cell.length + 1, 0);

/** Hands over every row that has a cell; then tells what the cells themselves do not say. */
export function readSheet(
  xml: SheetXml,
  shared: Shared,
  calendar: Calendar,
  each: (row: SheetRow) => void,
): Result<SheetFacts, Unreadable> {
  const spread = mergeSpreader(mergesOf(xml), MOST_SPREAD);
  const hidden: number[] = [];
  const formulas: Uncalculated[] = [];
  let signs = 0;
  for (const piece of pieces(xml, shared)) {
    const found = readRows([piece], shared);
    if (!found.ok) return found;
    for (const line of hiddenRows(piece)) hidden.push(line);
    for (const formula of uncalculated(piece)) formulas.push(formula);
    for (const [row, raw] of found.value[0]!) {
      const own = Array.from(raw, (cell) => cell && cellText(cell, calendar));
      const cells = spread(row + 1, own);
      if (!cells) return err('too-large');
      const made = rowOf(row + 1, cells);
      signs += signsIn(made);
      if (signs > MOST_SIGNS) return err('too-large');
      each(made);
    }
  }
  return ok({ hiddenRows: hidden, hiddenColumns: hiddenColumns(xml), uncalculated: formulas });
}
