import { read } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { RawCell } from './cell-text.ts';
import { zipped } from './zip.ts';

/*
 * The library sees a workbook of our own making: some rows of some sheets, the texts and formats that they
 * refer to, and nothing else. No links, ranges or formulas of the file's can make it do more.
 */

/** What the cells of a workbook refer to; null where there is none. */
export type Shared = {
  readonly styles: Uint8Array | null;
  readonly texts: Uint8Array | null;
};

/** Cells by row and column, both from 0; with holes. */
export type Cells = readonly (readonly [row: number, cells: readonly (RawCell | undefined)[]])[];

const utf8 = new TextEncoder();
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const OF_PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;

const override = (part: string, kind: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${OF_PART}.${kind}+xml"/>`;

const sheetName = (at: number) => `sheet${at + 1}`;

const contentTypes = (names: readonly string[], { styles, texts }: Shared) =>
  [
    `<Types xmlns="${OFFICE}/package/2006/content-types">`,
    override('workbook', 'sheet.main'),
    ...names.map((name) => override(`worksheets/${name}`, 'worksheet')),
    ...(styles ? [override('styles', 'styles')] : []),
    ...(texts ? [override('sharedStrings', 'sharedStrings')] : []),
    '</Types>',
  ].join('');

const workbookXml = (names: readonly string[]) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${names
    .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;

const relationsXml = (names: readonly string[]) =>
  `<Relationships xmlns="${OFFICE}/package/2006/relationships">${names
    .map(
      (name, at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATION}/worksheet" Target="worksheets/${name}.xml"/>`,
    )
    .join('')}</Relationships>`;

const BEFORE = utf8.encode(`<worksheet xmlns="${MAIN}"><sheetData>`);
const AFTER = utf8.encode('</sheetData></worksheet>');

function around(rows: Uint8Array): Uint8Array {
  const whole = new Uint8Array(BEFORE.length + rows.length + AFTER.length);
  whole.set(BEFORE);
  whole.set(rows, BEFORE.length);
  whole.set(AFTER, BEFORE.length + rows.length);
  return whole;
}

function workbookOf(sheets: readonly Uint8Array[], shared: Shared): Uint8Array {
  const names = sheets.map((_, at) => sheetName(at));
  return zipped({
    '[Content_Types].xml': utf8.encode(contentTypes(names, shared)),
    'xl/workbook.xml': utf8.encode(workbookXml(names)),
    'xl/_rels/workbook.xml.rels': utf8.encode(relationsXml(names)),
    ...(shared.styles ? { 'xl/styles.xml': shared.styles } : {}),
    ...(shared.texts ? { 'xl/sharedStrings.xml': shared.texts } : {}),
    ...Object.fromEntries(
      sheets.map((rows, at) => [`xl/worksheets/${sheetName(at)}.xml`, around(rows)]),
    ),
  });
}

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
    const book = read(workbookOf(sheets, shared), OPTIONS);
    const found: Cells[] = [];
    for (const [at] of sheets.entries()) {
      const sheet = book.Sheets[sheetName(at)];
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
