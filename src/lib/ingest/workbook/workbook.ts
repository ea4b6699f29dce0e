import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { recognise } from '../layouts/all.ts';
import { tableReader } from '../table.ts';
import { isRead, otherKind, partsOf, workbookName } from './parts.ts';
import type { Parts, SheetPart } from './parts.ts';
import { rowsOf } from './sheet.ts';
import { piecesOf, sheetXml } from './sheet-xml.ts';
import type { SheetXml } from './sheet-xml.ts';
import { readRows } from './xlsx.ts';
import type { Shared, Unreadable } from './xlsx.ts';
import { openZip } from './zip.ts';

/* A workbook opened, and which of its sheets is read. */

/** A sheet as it is chosen among others. */
export type Sheet = Pick<SheetPart, 'name' | 'isHidden'>;

export type Workbook = Omit<Parts, 'styles' | 'texts'> & {
  readonly shared: Shared;
  /** Null where the part is missing or no sheet. */
  readonly xmlOf: (sheet: SheetPart) => SheetXml | null;
};

const ZIP = [0x50, 0x4b];
const AFTER_ZIP: readonly (readonly number[])[] = [
  [3, 4],
  [5, 6],
];

/** A zip file, and so maybe a workbook. */
export const isZip = (bytes: Uint8Array): boolean =>
  ZIP.every((byte, at) => bytes[at] === byte) &&
  AFTER_ZIP.some((pair) => pair.every((byte, at) => bytes[at + 2] === byte));

export const PROBLEMS: Readonly<Record<Unreadable, Problem>> = {
  broken: { code: 'broken-workbook' },
  'too-large': { code: 'large-workbook' },
};

/** The sheets that show before those that do not. */
const inOrder = (sheets: readonly SheetPart[]) => [
  ...sheets.filter(({ isHidden }) => !isHidden),
  ...sheets.filter(({ isHidden }) => isHidden),
];

export function openWorkbook(bytes: Uint8Array): Result<Workbook, Problem> {
  const zip = openZip(bytes, isRead);
  if (!zip.ok) return err(PROBLEMS[zip.error]);
  const name = workbookName(zip.value);
  if (name === undefined) return err({ code: 'not-a-table', found: otherKind(zip.value) });
  const { styles, texts, sheets, ...rest } = partsOf(zip.value, name);
  if (sheets.length === 0) return err(PROBLEMS.broken);
  const partAt = (path: string | null) => (path === null ? null : zip.value.read(path));
  return ok({
    ...rest,
    sheets: inOrder(sheets),
    shared: { styles: partAt(styles), texts: partAt(texts) },
    xmlOf: ({ path }) => {
      const part = partAt(path);
      return part && sheetXml(part);
    },
  });
}

/** So much of each sheet shows what it is. */
const START = 1 << 18;
/** More sheets than these are not looked into. */
const MOST_SHEETS = 200;

/** What the start of a sheet shows: nothing, some cells, a row for each person, a table, or one that a layout knows. */
const LOOKS = ['empty', 'filled', 'persons', 'table', 'known'] as const;
type Look = (typeof LOOKS)[number];

function lookOf(rows: ReturnType<typeof rowsOf>): Look {
  const reader = tableReader({ isRagged: true });
  for (const row of rows) reader.add(row);
  const { table } = reader.finish();
  if (!table) return 'empty';
  if (table.header.length < 2 || table.lines.length === 0) return 'filled';
  const known = recognise(table);
  if (known?.layout.isRefused) return 'persons';
  return known ? 'known' : 'table';
}

function looksOf({ shared, calendar, xmlOf }: Workbook, sheets: readonly SheetPart[]) {
  const starts = sheets.map((sheet) => {
    const [start] = piecesOf(xmlOf(sheet)?.rows ?? new Uint8Array(), START);
    // A copy, so that all of the sheet is not held on to.
    return start?.slice() ?? new Uint8Array();
  });
  const found = readRows(starts, shared);
  return found.ok ? ok(found.value.map((cells) => lookOf(rowsOf(cells, calendar)))) : found;
}

export type ChosenSheet = {
  readonly sheet: SheetPart;
  /** Those that hold something too, and are not read. */
  readonly others: readonly string[];
};

/** The first sheet of those that look most like a table we know; of the hidden only where no other does. */
function likeliest(sheets: readonly SheetPart[], looks: readonly Look[]): SheetPart {
  const rank = (at: number) => LOOKS.indexOf(looks[at]!) * 2 - Number(sheets[at]!.isHidden);
  const best = sheets.reduce((found, _, at) => (rank(at) > rank(found) ? at : found), 0);
  return sheets[best]!;
}

/** The sheet that was asked for, else the likeliest. */
export function chooseSheet(book: Workbook, wanted: string | null): Result<ChosenSheet, Problem> {
  const sheets = book.sheets.slice(0, MOST_SHEETS);
  const named = book.sheets.find(({ name }) => name === wanted);
  if (wanted !== null && !named) {
    const names = sheets.map(({ name }) => name);
    return err({ code: 'unknown-sheet', value: wanted, sheets: names });
  }
  if (book.sheets.length === 1) return ok({ sheet: book.sheets[0]!, others: [] });
  const looks = looksOf(book, sheets);
  if (!looks.ok) return err(PROBLEMS[looks.error]);
  const sheet = named ?? likeliest(sheets, looks.value);
  const isOther = (one: SheetPart, at: number) => one !== sheet && looks.value[at] !== 'empty';
  return ok({ sheet, others: sheets.filter(isOther).map(({ name }) => name) });
}
