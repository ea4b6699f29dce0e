import { toCsv } from '../csv.ts';
import type { CsvRecord } from '../csv.ts';
import { readSheet } from './sheet.ts';
import { chooseSheet, openWorkbook } from './workbook.ts';

/** Between the cells of a row that is shown as text. */
export const BETWEEN = ';';

/** Every row of a sheet that holds anything, in its order, by its number in Excel; none of what cannot be opened. */
export function sheetRecords(
  bytes: Uint8Array,
  name: string | null,
  each: (record: CsvRecord) => void,
): void {
  const book = openWorkbook(bytes);
  const chosen = book.ok ? chooseSheet(book.value, name) : book;
  const xml = book.ok && chosen.ok ? book.value.xmlOf(chosen.value.sheet) : null;
  if (book.ok && xml) readSheet(xml, book.value.shared, book.value.calendar, each);
}

/** What stands on some rows of a sheet, in its order, as a line of a text file would have it. */
export function sheetLines(
  bytes: Uint8Array,
  wanted: readonly number[],
  name: string | null,
): { readonly line: number; readonly text: string }[] {
  const isWanted = new Set(wanted);
  const found: { line: number; text: string }[] = [];
  sheetRecords(bytes, name, ({ line, cells }) => {
    if (isWanted.has(line)) found.push({ line, text: toCsv([cells]) });
  });
  return found;
}
