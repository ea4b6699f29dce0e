import type { Problem } from '#lib/domain/problem.ts';
import type { CsvRecord } from './csv.ts';
import { looksLikeDay } from './dates.ts';
import { fold } from './fold.ts';
import { isNumberLike } from './number.ts';
import { scaleColumns } from './osa/columns.ts';
import type { Texts } from './texts.ts';
import { isUnitRow } from './units.ts';

const filledIn = (row: CsvRecord) => row.cells.filter((cell) => cell !== '').length;
const extentIn = (row: CsvRecord) => row.cells.findLastIndex((cell) => cell !== '') + 1;

/**
 * The width most rows have; of two as common the wider. One cell alone is a title, not a width, and a row of
 * units ends where the last unit stands.
 */
function usualExtent(rows: readonly CsvRecord[]): number {
  const tally = new Map<number, number>();
  for (const extent of rows.filter(({ cells }) => !isUnitRow(cells)).map(extentIn)) {
    if (extent > 1) tally.set(extent, (tally.get(extent) ?? 0) + 1);
  }
  return [...tally].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 1;
}

const isYear = (cell: string) => /^(?:19|20)\d{2}(?:\.0)?$/.test(cell);
const holdsValues = (row: CsvRecord) =>
  row.cells.some((cell) => isNumberLike(cell) && !isYear(cell));

/** A block that begins in column C, or has a column for air, is judged as if it had not. */
function withoutEmptyColumns(rows: readonly CsvRecord[]): readonly CsvRecord[] {
  const used: boolean[] = [];
  for (const { cells } of rows) {
    cells.forEach((cell, at) => (used[at] ||= cell !== ''));
  }
  if (!used.includes(false)) return rows;
  return rows.map(({ line, cells }) => ({ line, cells: cells.filter((_, at) => used[at]) }));
}

/** Where no row is more than half filled the fullest is the likeliest header; -1 for no rows. */
function mostFilled(rows: readonly CsvRecord[]): number {
  const counts = rows.map(filledIn);
  return counts.indexOf(Math.max(...counts));
}

/** 1, 2, 3 … over columns: answers on a scale, each with its count below. */
const isScale = (numbers: readonly string[]) =>
  numbers.length > 1 && numbers.every((cell, at) => Number(cell) === Number(numbers[0]) + at);

/** Whether cells that look like values head the steps of a scale, whose ends may be worded: `1 Aldrig`, `2`, `3 Alltid`. */
function areSteps(header: readonly string[], values: readonly number[]): boolean {
  const steps = scaleColumns(header);
  const areAll = values.length > 0 && values.every((at) => steps.includes(at));
  return areAll || isScale(values.map((at) => header[at]!));
}

/** Under a title no record: its scale begins at the beginning, with words beside it and no year. */
function headsScale({ cells }: CsvRecord): boolean {
  const values = [...cells.keys()].filter((at) => isNumberLike(cells[at]!));
  const isWhole =
    scaleColumns(cells).length > 0 || (values.length > 2 && cells[values[0]!] === '0');
  const isOfWords = cells.some((cell) => /^\p{L}/u.test(cell));
  return isWhole && isOfWords && areSteps(cells, values);
}

/**
 * Index of the header: the first row as wide as the rows below and more than half filled. A row of
 * values is no header; then the header is too narrow itself, and is the last row of two cells or
 * more above it.
 */
export function findHeader(all: readonly CsvRecord[]): number {
  const rows = withoutEmptyColumns(all);
  const extent = usualExtent(rows);
  const filled = rows.findIndex((row) => extentIn(row) >= extent && filledIn(row) > extent / 2);
  const wide = filled < 0 ? mostFilled(rows) : filled;
  const found = rows[wide];
  if (!found || !holdsValues(found) || headsScale(found)) return wide;
  const narrow = rows.slice(0, wide).findLastIndex((row) => filledIn(row) > 1);
  return narrow < 0 ? wide : narrow;
}

/** Every name that stands twice, whatever its case, with its columns counted from 1. */
function duplicates(line: number, header: readonly string[]): Problem[] {
  const columns = new Map<string, number[]>();
  header.forEach((name, at) => {
    const same = columns.get(fold(name)) ?? [];
    same.push(at + 1);
    columns.set(fold(name), same);
  });
  return [...columns]
    .filter(([name, at]) => name !== '' && at.length > 1)
    .map(([, at]) => ({
      code: 'duplicate-column',
      line,
      column: header[at[0]! - 1]!,
      columns: at,
    }));
}

/** A header that holds what the rows under it hold is the first of them: asked, never taken for names. */
function noHeader(line: number, header: readonly string[], texts: readonly Texts[]): Problem[] {
  const isLike = (test: (cell: string) => boolean, at: number) => {
    let [filled, like] = [0, 0];
    texts[at]!.forEach((cell) => {
      if (cell === '') return;
      filled += 1;
      if (test(cell)) like += 1;
    });
    return like * 2 > filled;
  };
  const isNumber = (cell: string) => isNumberLike(cell);
  const years = header.filter(isYear).length;
  const isValue = (cell: string, at: number) =>
    (isYear(cell) && years === 1 && texts[at]!.length > 0 && texts[at]!.every(isYear)) ||
    (isNumberLike(cell) && !isYear(cell) && isLike(isNumber, at)) ||
    (looksLikeDay(cell) && isLike(looksLikeDay, at));
  const values = [...header.keys()].filter((at) => isValue(header[at]!, at));
  const [first] = values;
  const isOfWords = header.some((cell, at) => cell !== '' && !values.includes(at));
  return first === undefined || (isOfWords && areSteps(header, values))
    ? []
    : [{ code: 'no-header', line, value: header[first]! }];
}

export function headerProblems(
  line: number,
  header: readonly string[],
  texts: readonly Texts[],
): Problem[] {
  const isAir = (at: number) => header[at] === '' && texts[at]!.every((cell) => cell === '');
  const nameless = header.flatMap((name, at) => (name === '' && !isAir(at) ? [at + 1] : []));
  const width = header.filter((_, at) => !isAir(at)).length;
  return [
    ...noHeader(line, header, texts),
    ...(width === 1 ? [{ code: 'one-column', line } as const] : []),
    ...(nameless.length > 0 ? [{ code: 'nameless-column', line, columns: nameless } as const] : []),
    ...duplicates(line, header),
  ];
}
