import { readColumns } from '../columns.ts';
import { recogniseOfPersons } from '../layouts/all.ts';
import { isFullName } from '../person-names.ts';
import { personalIn } from '../personal.ts';
import { signIn } from '../personal-signs.ts';
import { tableReader } from '../table.ts';
import type { Table } from '../table.ts';
import type { SheetPart } from './parts.ts';
import { readSheet } from './sheet.ts';
import type { SheetXml } from './sheet-xml.ts';
import type { Workbook } from './workbook.ts';

/*
 * What of a workbook nobody reads, and everybody who fetched it would: other sheets, comments, what a pivot
 * keeps. Where it may tell of persons the workbook is not kept as it came (DESIGN 6).
 */

export type Beside = {
  /** Sheets that tell of persons, or are more than can be looked through. */
  readonly sheets: readonly string[];
  /** Comments, text boxes, what is kept of pivots: what no cell shows. */
  readonly hasUnseen: boolean;
};

export const NOTHING_BESIDE: Beside = { sheets: [], hasUnseen: false };

/** So much XML of other sheets is looked through, about a second's work; more is taken to tell of persons. */
const MOST_LOOKED_AT = 20_000_000;

/** All columns as if nobody read them: no layout says what they are. */
function columnsTell(table: Table): boolean {
  const { texts: _texts, ...rest } = table;
  const kinds = table.header.map(() => 'text' as const);
  const typed = { ...rest, columns: readColumns(table, kinds, null), answers: {} };
  const isOfPersons = recogniseOfPersons(table) !== undefined;
  return isOfPersons || personalIn(table, typed, { used: [] }).problems.length > 0;
}

/** What stands over and under a sheet when it is printed, and in lists to choose from. */
const hasSignBeside = ({ head, tail }: SheetXml) =>
  [head, tail].some((xml) =>
    xml.split(/[<>"']|&(?:quot|apos|amp);/).some((text) => signIn(text) !== null),
  );

/** A sheet for each person has their name on it. */
const isNamed = (name: string) => signIn(name) !== null || isFullName(name);

function tells(xml: SheetXml, { shared, calendar }: Workbook): boolean {
  const reader = tableReader({ isRagged: true });
  let hasSign = false;
  const read = readSheet(xml, shared, calendar, (row) => {
    hasSign ||= row.cells.some((cell) => signIn(cell) !== null);
    reader.add(row);
  });
  if (hasSign || !read.ok) return true;
  const { table } = reader.finish();
  return table !== null && columnsTell(table);
}

/** What of a workbook beside one of its sheets may tell of persons. */
export function besideSheet(book: Workbook, read: SheetPart): Beside {
  let left = MOST_LOOKED_AT;
  const mayTell = (sheet: SheetPart): boolean => {
    if (left < 0) return true;
    const xml = book.xmlOf(sheet);
    // The texts of all sheets are gone through with each of them.
    left -= (xml?.rows.length ?? 0) + (book.shared.texts?.length ?? 0);
    return xml !== null && (left < 0 || hasSignBeside(xml) || tells(xml, book));
  };
  const sheets = book.sheets.filter(
    (sheet) => sheet !== read && (isNamed(sheet.name) || mayTell(sheet)),
  );
  const own = book.xmlOf(read);
  const hasUnseen = book.hasUnseen || (own !== null && hasSignBeside(own));
  return { sheets: sheets.map(({ name }) => name), hasUnseen };
}
