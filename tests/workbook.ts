import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/* Workbooks for tests, written part by part as Excel writes them (ECMA-376), so that each fault can be had. */

/** Text, a number, or a cell as XML where `@` is its place. */
export type TestCell =
  | string
  | number
  | null
  | { readonly xml: string }
  | { readonly value: number; readonly format: string };

export type TestSheet = {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly state?: string;
  readonly merges?: readonly string[];
  /** Rows, from 1, that Excel does not show. */
  readonly hidden?: readonly number[];
  /** XML before and after the rows. */
  readonly head?: string;
  readonly tail?: string;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const OFFICE = 'http://schemas.openxmlformats.org';
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${RELATION}"`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letters = (at: number): string =>
  (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function cellXml(cell: TestCell, place: string, formats: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('xml' in cell) return cell.xml.replace('@', place);
  const known = formats.indexOf(cell.format);
  const style = known < 0 ? formats.push(cell.format) : known + 1;
  return `<c r="${place}" s="${style}"><v>${cell.value}</v></c>`;
}

function sheetXml(
  { rows, merges = [], hidden = [], head = '', tail = '' }: TestSheet,
  formats: string[],
) {
  const xml = rows.map((cells, row) => {
    const line = row + 1;
    const inside = cells
      .map((cell, at) => cellXml(cell, `${letters(at)}${line}`, formats))
      .join('');
    return inside === ''
      ? ''
      : `<row r="${line}"${hidden.includes(line) ? ' hidden="1"' : ''}>${inside}</row>`;
  });
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<worksheet ${MAIN}>${head}<sheetData>${xml.join('')}</sheetData>${
    merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`
  }${tail}</worksheet>`;
}

/** A format is its number where it is one of Excel's own, else its code. */
const stylesXml = (formats: readonly string[]) => {
  const own = formats.filter((format) => !/^\d+$/.test(format));
  const idOf = (format: string) => (own.includes(format) ? 164 + own.indexOf(format) : format);
  return `<styleSheet ${MAIN}><numFmts count="${own.length}">${own
    .map((code) => `<numFmt numFmtId="${idOf(code)}" formatCode="${escaped(code)}"/>`)
    .join('')}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats
    .map((format) => `<xf numFmtId="${idOf(format)}" applyNumberFormat="1"/>`)
    .join('')}</cellXfs></styleSheet>`;
};

type Options = { readonly is1904?: boolean; readonly texts?: readonly string[] };

/** The parts of a workbook by name; `texts` are shared strings, each as the XML within its `si`. */
export function workbookParts(
  sheets: readonly TestSheet[],
  { is1904, texts }: Options = {},
): Readonly<Record<string, string>> {
  const formats: string[] = [];
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, formats);
  });
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook ${MAIN}><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships">${sheets
      .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join('')}${relation('s', 'styles', 'styles.xml')}${
      texts ? relation('t', 'sharedStrings', '/xl/sharedStrings.xml') : ''
    }</Relationships>`,
    'xl/styles.xml': stylesXml(formats),
    ...(texts
      ? {
          'xl/sharedStrings.xml': `<sst ${MAIN} count="1">${texts.map((one) => `<si>${one}</si>`).join('')}</sst>`,
        }
      : {}),
    ...parts,
  };
}

export const zipParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]): [string, Zippable[string]] => [name, utf8(text)]),
    ),
  );

export const workbook = (sheets: readonly TestSheet[], options?: Options): Uint8Array =>
  zipParts(workbookParts(sheets, options));

/** A workbook of one sheet. */
export const oneSheet = (
  rows: TestSheet['rows'],
  sheet: Partial<TestSheet> = {},
  options?: Options,
): Uint8Array => workbook([{ name: 'Blad1', rows, ...sheet }], options);
