import type { Problem } from '#lib/domain/problem.ts';
import type { TypedTable } from '../layouts/layout.ts';
import type { Positions } from './fields.ts';

/** The mark of a row whose answers are too few to be told, `<7`: no figure of it is shown then; else null. */
export function fewMark(
  { columns }: TypedTable,
  { n, asked }: Positions,
  row: number,
): string | null {
  const counts = [n, asked].map((at) => (at === undefined ? null : columns[at]!.cell(row)));
  return counts.find((cell) => cell?.state === 'suppressed')?.text ?? null;
}

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
