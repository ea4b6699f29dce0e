import { toCsv } from '../csv.ts';
import { readSheet } from './sheet.ts';
import { chooseSheet, openWorkbook } from './workbook.ts';

/** Between the cells of a row that is shown as text. */
export const BETWEEN = ';';

/** What stands on some rows of a sheet, in its order, as a line of a text file would have it. */
export function sheetLines(
  bytes: Uint8Array,
  wanted: readonly number[],
  name: string | null,
): { readonly line: number; readonly text: string }[] {
  const book = openWorkbook(bytes);
  const chosen = book.ok ? chooseSheet(book.value, name) : book;
  const xml = book.ok && chosen.ok ? book.value.xmlOf(chosen.value.sheet) : null;
  if (!book.ok || !xml) return [];
  const isWanted = new Set(wanted);
  const found: { line: number; text: string }[] = [];
  readSheet(xml, book.value.shared, book.value.calendar, ({ line, cells }) => {
    if (isWanted.has(line)) found.push({ line, text: toCsv([cells]) });
  });
  return found;
}
