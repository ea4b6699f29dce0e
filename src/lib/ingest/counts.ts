import type { Problem } from '#lib/domain/problem.ts';
import type { TypedTable } from './layouts/layout.ts';

type Place = { readonly line: number; readonly column: string; readonly value: string };

/** Those who answered or were asked are whole people: 24,5 and -3 count nobody. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

export const noCount = (at: Place): Problem => ({
  code: 'unknown-value',
  ...at,
  accepted: ['ett heltal, till exempel 24'],
});

/** Where those who answered and those who were asked are counted. */
type Counts = Readonly<Partial<Record<'n' | 'asked', number | undefined>>>;

/** The mark of a row whose answers are too few to be told, `<7`: no figure of it is shown then; else null. */
export function fewMark(
  { columns }: Pick<TypedTable, 'columns'>,
  { n, asked }: Counts,
  row: number,
): string | null {
  const counts = [n, asked].map((at) => (at === undefined ? null : columns[at]!.cell(row)));
  return counts.find((cell) => cell?.state === 'suppressed')?.text ?? null;
}
