import type { Problem } from '#lib/domain/problem.ts';
import type { TypedTable } from '../layouts/layout.ts';

/** Told of once for a column: how many of its figures are hidden, and where the first is. */
export function suppressedIn(
  { header, lines, columns }: TypedTable,
  at: number,
  rows: readonly number[],
  isFew: (row: number) => boolean,
): Problem[] {
  const isHidden = (row: number) => {
    const { state } = columns[at]!.cell(row);
    return state === 'suppressed' || (state === 'value' && isFew(row));
  };
  const hidden = rows.filter(isHidden);
  const [first] = hidden;
  if (first === undefined) return [];
  const [line, column] = [lines[first]!, header[at]!];
  return [{ code: 'suppressed-values', line, column, lines: hidden.length }];
}
