import { read } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { RawCell } from './cell-text.ts';
import { workbookOf } from './written.ts';
import type { SharedParts } from './written.ts';

/*
 * The library sees a workbook of our own making: some rows of some sheets, the texts and formats that they
 * refer to, and nothing else. No links, ranges or formulas of the file's can make it do more.
 */

/** What the cells of a workbook refer to; null where there is none. */
export type Shared = SharedParts;

/** Cells by row and column, both from 0; with holes. */
export type Cells = readonly (readonly [row: number, cells: readonly (RawCell | undefined)[]])[];

const OPTIONS = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellDates: false,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
} as const;

const GENERAL = 'General';

function rawCell({ t, v, z }: CellObject): RawCell | undefined {
  if (typeof v === 'number' && t === 'n') {
    return { type: 'number', value: v, format: typeof z === 'string' ? z : GENERAL };
  }
  if (typeof v === 'string' && t === 's') return { type: 'text', value: v };
  if (typeof v === 'boolean') return { type: 'truth', value: v };
  return t === 'e' ? { type: 'error', value: typeof v === 'number' ? v : undefined } : undefined;
}

/** The last row and column that Excel has. */
const LAST = { row: 1_048_575, column: 16_383 } as const;
/** So many cells are taken together, and gaps count: as many as a text file of 20 MB has. */
const MOST_CELLS = 10_000_000;

export type Unreadable = 'broken' | 'too-large';

/** Only the rows that have cells are gone through: a sheet may have one in its last row. */
function cellsOf(data: readonly (readonly CellObject[])[]): Result<Cells, Unreadable> {
  const rows = Object.keys(data).map(Number);
  const widths = rows.map((row) => data[row]!.length);
  if (rows.some((row) => row > LAST.row) || widths.some((width) => width > LAST.column + 1)) {
    return err('broken');
  }
  if (widths.reduce((sum, width) => sum + width, 0) > MOST_CELLS) return err('too-large');
  return ok(rows.map((row) => [row, data[row]!.map(rawCell)]));
}

/** The cells of some rows of each of some sheets. */
export function readRows(
  sheets: readonly Uint8Array[],
  shared: Shared,
): Result<readonly Cells[], Unreadable> {
  try {
    const named = sheets.map((rows, at) => ({ name: `sheet${at + 1}`, rows }));
    const book = read(workbookOf(named, shared), OPTIONS);
    const found: Cells[] = [];
    for (const { name } of named) {
      const sheet = book.Sheets[name];
      if (!sheet) return err('broken');
      const cells = cellsOf((sheet['!data'] ?? []) as readonly (readonly CellObject[])[]);
      if (!cells.ok) return cells;
      found.push(cells.value);
    }
    return ok(found);
  } catch {
    return err('broken');
  }
}
