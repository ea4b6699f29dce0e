import type { Problem } from '#lib/domain/problem.ts';
import type { CsvRecord } from './csv.ts';
import { isNumberLike } from './number.ts';

const filledIn = (row: CsvRecord) => row.cells.filter((cell) => cell !== '').length;
const extentIn = (row: CsvRecord) => row.cells.findLastIndex((cell) => cell !== '') + 1;

/** The width most rows have; of two as common the wider. One cell alone is a title, not a width. */
function usualExtent(rows: readonly CsvRecord[]): number {
  const tally = new Map<number, number>();
  for (const extent of rows.map(extentIn)) {
    if (extent > 1) tally.set(extent, (tally.get(extent) ?? 0) + 1);
  }
  return [...tally].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 1;
}

const isYear = (cell: string) => /^(?:19|20)\d{2}$/.test(cell);
const holdsValues = (row: CsvRecord) =>
  row.cells.some((cell) => isNumberLike(cell) && !isYear(cell));

/**
 * Index of the header: the first row as wide as the rows below and more than half filled. A row of
 * values is no header; then the header is too narrow itself, and is the last row of two cells or
 * more above it.
 */
export function findHeader(rows: readonly CsvRecord[]): number {
  const extent = usualExtent(rows);
  const wide = rows.findIndex((row) => extentIn(row) >= extent && filledIn(row) > extent / 2);
  const found = rows[wide];
  if (!found || !holdsValues(found)) return wide;
  const narrow = rows.slice(0, wide).findLastIndex((row) => filledIn(row) > 1);
  return narrow < 0 ? wide : narrow;
}

/** Every name that stands twice, with its columns counted from 1. */
function duplicates(line: number, header: readonly string[]): Problem[] {
  const columns = new Map<string, number[]>();
  header.forEach((name, at) => {
    const same = columns.get(name) ?? [];
    same.push(at + 1);
    columns.set(name, same);
  });
  return [...columns]
    .filter(([name, at]) => name !== '' && at.length > 1)
    .map(([column, at]) => ({ code: 'duplicate-column', line, column, columns: at }));
}

export function headerProblems(line: number, header: readonly string[]): Problem[] {
  const nameless = header.flatMap((name, at) => (name === '' ? [at + 1] : []));
  return [
    ...(header.length === 1 ? [{ code: 'one-column', line } as const] : []),
    ...(nameless.length > 0 ? [{ code: 'nameless-column', line, columns: nameless } as const] : []),
    ...duplicates(line, header),
  ];
}
