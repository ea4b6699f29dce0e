/*
 * What somebody with the whole page, pen and paper can do: solve a system of linear equations. Written
 * apart from `domain/subtraction.ts` and in another way: the unknown is given two values, and when no
 * solution allows both, it is known.
 */

/** The sum of the unknown, each times its factor, is what is known. */
export type Equation = { readonly unknown: ReadonlyMap<string, number>; readonly known: number };

const NOISE = 1e-6;

const namesIn = (equations: readonly Equation[]): readonly string[] => [
  ...new Set(equations.flatMap((one) => [...one.unknown.keys()])),
];

/** Rows of numbers, what is known in the last column. */
const matrixOf = (equations: readonly Equation[], names: readonly string[]): number[][] =>
  equations.map((one) => [...names.map((name) => one.unknown.get(name) ?? 0), one.known]);

const addTo = (row: number[], other: readonly number[], times: number) =>
  other.forEach((size, at) => (row[at] = (row[at] ?? 0) + times * size));

/** Gauss with the largest pivot, downwards only. */
function eliminate(rows: number[][], columns: number): void {
  let top = 0;
  for (let column = 0; column < columns && top < rows.length; column += 1) {
    const size = (row: number[] | undefined) => Math.abs(row?.[column] ?? 0);
    const best = rows.slice(top).reduce((a, b) => (size(b) > size(a) ? b : a));
    if (size(best) < NOISE) continue;
    const at = rows.indexOf(best);
    [rows[top], rows[at]] = [best, rows[top] ?? []];
    for (const row of rows.slice(top + 1))
      addTo(row, best, -(row[column] ?? 0) / (best[column] ?? 1));
    top += 1;
  }
}

/** True when nothing contradicts: no row says that nothing is something. */
function canBeSolved(equations: readonly Equation[]): boolean {
  const names = namesIn(equations);
  const rows = matrixOf(equations, names);
  eliminate(rows, names.length);
  return rows.every(
    (row) =>
      row.slice(0, -1).some((size) => Math.abs(size) > NOISE) || Math.abs(row.at(-1) ?? 0) < NOISE,
  );
}

/** Two values that no table of whole numbers has: if neither can be, only one value can. */
const TRIED = [0.123, 4321.567];

/** True when the equations leave one value only for an unknown. */
export function isPinned(name: string, equations: readonly Equation[]): boolean {
  const whenIs = (known: number) => [...equations, { unknown: new Map([[name, 1]]), known }];
  return !TRIED.some((value) => canBeSolved(whenIs(value)));
}
