import type { CsvRecord } from './csv.ts';
import type { FileReading } from './read-file.ts';
import { redactor } from './redact.ts';
import { readSheet } from './workbook/sheet.ts';
import { openWorkbook } from './workbook/workbook.ts';
import type { Workbook } from './workbook/workbook.ts';
import { writeWorkbook } from './workbook/written.ts';

/*
 * The copy of a workbook that is kept where the workbook itself may not be: the sheet that was read without
 * what tells of persons, and the other sheets that tell of nobody; cells on the rows where they were, as
 * text, with nothing written on them.
 */

type Reading = Pick<FileReading, 'delimiter' | 'table' | 'notKept' | 'isPerPerson'> &
  Pick<FileReading, 'sheet' | 'besideSheet'>;

function recordsOf(book: Workbook, name: string): readonly CsvRecord[] {
  const sheet = book.sheets.find((one) => one.name === name);
  const xml = sheet && book.xmlOf(sheet);
  const found: CsvRecord[] = [];
  if (xml) readSheet(xml, book.shared, book.calendar, (row) => found.push(row));
  return found;
}

/**
 * `before` is a copy that was made of the same workbook, of which another sheet may have been read: what
 * it was without it is without for ever.
 */
export function redactedWorkbook(
  bytes: Uint8Array,
  before: Uint8Array | null,
  reading: Reading,
): Uint8Array {
  const open = (some: Uint8Array) => {
    const book = openWorkbook(some);
    return book.ok ? book.value : null;
  };
  const [book, copy] = [open(bytes), before && open(before)];
  const [dropped, redact] = [new Set(reading.besideSheet.sheets), redactor(reading)];
  const isInCopy = (name: string) => copy?.sheets.some((one) => one.name === name) ?? false;
  const sheets = (book?.sheets ?? []).flatMap(({ name }) => {
    const isRead = name === reading.sheet;
    if (dropped.has(name) && !isRead && !isInCopy(name)) return [];
    const records = recordsOf(isInCopy(name) ? copy! : book!, name);
    const kept = isRead ? records.map((one) => ({ ...one, cells: redact(one) })) : records;
    return [{ name, rows: kept }];
  });
  return writeWorkbook(sheets);
}
