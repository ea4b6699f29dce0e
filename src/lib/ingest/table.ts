import type { Problem } from '#lib/domain/problem.ts';
import type { CsvRecord } from './csv.ts';
import { findHeader, headerProblems } from './header.ts';
import { isUnitRow, unitsOf } from './units.ts';

export type Table = {
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly rows: readonly CsvRecord[];
  /** Header text to unit, from a row of units under the header. */
  readonly units: Readonly<Record<string, string>>;
};

export type TableReading = { readonly table: Table | null; readonly problems: readonly Problem[] };

const isFilled = (cell: string) => cell !== '';
const trimmed = ({ line, cells }: CsvRecord): CsvRecord => ({
  line,
  cells: cells.map((cell) => cell.trim()),
});

/** Index after the last filled cell: Excel's empty columns to the right are no columns. */
const extentOf = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;

/** A row that is too short or too long can be set right by no rule; the empty tail can be cut. */
function squared(row: CsvRecord, width: number): CsvRecord | Problem {
  const found = Math.max(extentOf(row.cells), Math.min(row.cells.length, width));
  return found === width
    ? { line: row.line, cells: row.cells.slice(0, width) }
    : { code: 'ragged-row', line: row.line, found, expected: width };
}

const isProblem = (row: CsvRecord | Problem): row is Problem => 'code' in row;
const isRow = (row: CsvRecord | Problem): row is CsvRecord => !isProblem(row);

function titleProblem(titles: readonly CsvRecord[]): Problem[] {
  const [first] = titles;
  return first ? [{ code: 'title-rows', line: first.line, lines: titles.length }] : [];
}

const trimHeader = ({ cells }: CsvRecord) =>
  cells.slice(0, extentOf(cells)).map((cell) => cell.replace(/\s+/g, ' '));

/** Sets title rows and units aside, drops what is empty, and lists every row of the wrong width. */
export function readTable(records: readonly CsvRecord[]): TableReading {
  const filled = records.map(trimmed).filter((row) => row.cells.some(isFilled));
  const at = findHeader(filled);
  const head = filled[at];
  if (!head) return { table: null, problems: [{ code: 'empty-file' }] };
  return readBelow(filled.slice(0, at), head, filled.slice(at + 1));
}

function readBelow(
  titles: readonly CsvRecord[],
  head: CsvRecord,
  below: readonly CsvRecord[],
): TableReading {
  const header = trimHeader(head);
  const unitRow = below.slice(0, 1).filter((row) => isUnitRow(row.cells));
  const rows = below.slice(unitRow.length).map((row) => squared(row, header.length));
  const problems: Problem[] = [
    ...titleProblem(titles),
    ...headerProblems(head.line, header),
    ...unitRow.map(({ line }): Problem => ({ code: 'unit-row', line })),
    ...rows.filter(isProblem),
    ...(rows.length === 0 ? [{ code: 'no-rows', line: head.line } as const] : []),
  ];
  const units = unitsOf(header, unitRow[0]?.cells ?? []);
  return { table: { headerLine: head.line, header, rows: rows.filter(isRow), units }, problems };
}
