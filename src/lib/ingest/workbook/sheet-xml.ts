/*
 * What is read of a sheet's XML before the library sees any of it: where its rows are, so that they can be
 * handed over piece by piece and nothing else is; and what the library says nothing of, which is what is
 * hidden, merged, and not worked out. Bytes are looked at as Latin letters: all that is sought is ASCII.
 */

const latin = new TextDecoder('windows-1252');
const P = '(?:\\w+:)?';

/** The rows of a sheet, and what stands before and after them. */
export type SheetXml = {
  readonly head: string;
  readonly rows: Uint8Array;
  readonly tail: string;
};

const SHEET_DATA = new RegExp(`<${P}sheetData\\b[^>]{0,999}>`);
/** Views, columns and formats stand before the rows. */
const LONGEST_HEAD = 1 << 20;

const ROW_END = [0x72, 0x6f, 0x77, 0x3e]; // row>
const [SLASH, COLON] = [0x2f, 0x3a];

const endsRow = (bytes: Uint8Array, at: number) =>
  ROW_END.every((byte, next) => bytes[at + next] === byte) &&
  (bytes[at - 1] === SLASH || bytes[at - 1] === COLON);

/** Just after the last row that ends at or before `to`; -1 where none ends after `from`. */
function lastRowEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let at = to - ROW_END.length; at > from; at -= 1) {
    if (endsRow(bytes, at)) return at + ROW_END.length;
  }
  return -1;
}

function firstRowEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (endsRow(bytes, at)) return at + ROW_END.length;
  }
  return bytes.length;
}

/** Null where it is no sheet. */
export function sheetXml(bytes: Uint8Array): SheetXml | null {
  const start = latin.decode(bytes.subarray(0, LONGEST_HEAD));
  const found = SHEET_DATA.exec(start);
  if (!found) return null;
  const from = found.index + found[0].length;
  const last = lastRowEnd(bytes, from, bytes.length);
  const to = last < 0 ? from : last;
  return {
    head: start.slice(0, found.index),
    rows: bytes.subarray(from, to),
    tail: latin.decode(bytes.subarray(to)),
  };
}

/** A row without its number is the one after the one above: then no row can be read without that. */
const NUMBERLESS = new RegExp(`<${P}row\\b(?![^>]{0,999}\\br=)[^>]{0,999}>`);

/** The rows in pieces of whole rows, each about so large. */
export function* piecesOf(rows: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < rows.length;) {
    const isLast = from + size >= rows.length;
    const last = isLast ? rows.length : lastRowEnd(rows, from, from + size);
    const to = last < 0 ? firstRowEnd(rows, from + size) : last;
    yield rows.subarray(from, to);
    from = to;
  }
}

export const isNumbered = (piece: Uint8Array): boolean => !NUMBERLESS.test(latin.decode(piece));

const TRUE = `=["'](?:1|true)["']`;
const HIDDEN_ROW = new RegExp(
  `<${P}row\\b(?=[^>]{0,999}\\bhidden${TRUE})[^>]{0,999}\\br=["'](\\d{1,7})["']`,
  'g',
);
const HIDDEN_COLUMN = new RegExp(
  `<${P}col\\b(?=[^>]{0,999}\\bhidden${TRUE})(?=[^>]{0,999}\\bmin=["'](\\d{1,5})["'])[^>]{0,999}\\bmax=["'](\\d{1,5})["']`,
  'g',
);
/** A formula with nothing after it: a cell that is text has nothing for its value then. */
const UNCALCULATED = new RegExp(
  `<${P}c\\b(?![^>]{0,999}\\bt=["']str["'])[^>]{0,999}\\br=["']([A-Z]{1,3})(\\d{1,7})["'][^>]{0,999}>\\s*<${P}f\\b[^>]{0,999}(?:/>|>([^<]*)</${P}f>)\\s*(?:<${P}v\\s*/>|<${P}v>\\s*</${P}v>)?\\s*</${P}c>`,
  'g',
);
const MERGED = new RegExp(
  `<${P}mergeCell\\b[^>]{0,999}\\bref=["']([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})["']`,
  'g',
);

const A = 64;
/** A is 0, XFD 16 383. */
export const columnIndex = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - A, 0) - 1;

export const hiddenRows = (piece: Uint8Array): number[] =>
  Array.from(latin.decode(piece).matchAll(HIDDEN_ROW), ([, row]) => Number(row));

/** First and last of each run of hidden columns, from 0. */
export const hiddenColumns = ({ head }: SheetXml): { from: number; to: number }[] =>
  Array.from(head.matchAll(HIDDEN_COLUMN), ([, min, max]) => ({
    from: Number(min) - 1,
    to: Number(max) - 1,
  }));

export type Uncalculated = { readonly line: number; readonly at: number };

export const uncalculated = (piece: Uint8Array): Uncalculated[] =>
  Array.from(latin.decode(piece).matchAll(UNCALCULATED), ([, letters, line]) => ({
    line: Number(line),
    at: columnIndex(letters!),
  }));

/** Lines from 1 and columns from 0, both ends counted. */
export type Merge = Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>;

export const mergesOf = ({ tail }: SheetXml): Merge[] =>
  Array.from(tail.matchAll(MERGED), ([, left, top, right, bottom]) => ({
    top: Number(top),
    left: columnIndex(left!),
    bottom: Number(bottom),
    right: columnIndex(right!),
  }));
