import type { CsvRecord } from '../csv.ts';
import { zipped } from './zip.ts';

/* Workbooks of our own making, part by part (ECMA-376 parts 1 and 2). */

export type WrittenSheet = { readonly name: string; readonly rows: Uint8Array };
export type SharedParts = { readonly styles: Uint8Array | null; readonly texts: Uint8Array | null };

const utf8 = new TextEncoder();
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const OF_PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
const RELATIONS = `<Relationships xmlns="${OFFICE}/package/2006/relationships">`;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** XML has no place for other control characters, nor for halves of signs (XML 1.0, 2.2). */
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(NO_XML, '')
    .replace(/[&<>"]/g, (sign) => ESCAPED[sign]!);

const override = (part: string, kind: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${OF_PART}.${kind}+xml"/>`;

const contentTypes = (sheets: readonly WrittenSheet[], { styles, texts }: SharedParts) =>
  [
    `<Types xmlns="${OFFICE}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    override('workbook', 'sheet.main'),
    ...sheets.map((_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')),
    ...(styles ? [override('styles', 'styles')] : []),
    ...(texts ? [override('sharedStrings', 'sharedStrings')] : []),
    '</Types>',
  ].join('');

const workbookXml = (sheets: readonly WrittenSheet[]) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheets
    .map(
      ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;

const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;

const relationsXml = (sheets: readonly WrittenSheet[]) =>
  `${RELATIONS}${sheets
    .map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`))
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

/** A workbook of sheets whose rows are XML already, and the texts and formats that they refer to. */
export const workbookOf = (sheets: readonly WrittenSheet[], shared: SharedParts): Uint8Array =>
  zipped({
    '[Content_Types].xml': utf8.encode(contentTypes(sheets, shared)),
    '_rels/.rels': utf8.encode(
      `${RELATIONS}${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': utf8.encode(workbookXml(sheets)),
    'xl/_rels/workbook.xml.rels': utf8.encode(relationsXml(sheets)),
    ...(shared.styles ? { 'xl/styles.xml': shared.styles } : {}),
    ...(shared.texts ? { 'xl/sharedStrings.xml': shared.texts } : {}),
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, around(rows)]),
    ),
  });

const cellXml = (text: string) =>
  text === ''
    ? '<c/>'
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const rowXml = ({ line, cells }: CsvRecord) =>
  `<row r="${line}">${cells.map(cellXml).join('')}</row>`;

/** A workbook of sheets whose cells are text, each row on its line. */
export const writeWorkbook = (
  sheets: readonly { readonly name: string; readonly rows: readonly CsvRecord[] }[],
): Uint8Array =>
  workbookOf(
    sheets.map(({ name, rows }) => ({ name, rows: utf8.encode(rows.map(rowXml).join('')) })),
    { styles: null, texts: null },
  );
