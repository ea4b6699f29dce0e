import type { Problem } from '#lib/domain/problem.ts';
import type { Column } from './columns.ts';

/*
 * 0,85 among 84 and 79: a share of one where the others are per cent. Judged for all the cells of
 * one thing together, never row by row.
 */

type Figure = { readonly row: number; readonly text: string; readonly value: number };

const isSigned = (text: string) => text.includes('%');
/** Written with decimals, above 0 and at most 1, and without a sign that would settle it. */
export const mayBeOfOne = (text: string, value: number): boolean =>
  value > 0 && value <= 1 && /[.,]\d/.test(text) && !isSigned(text);

function figuresOf(column: Column, rows: Iterable<number>): Figure[] {
  const figures: Figure[] = [];
  for (const row of rows) {
    const { text, value, state } = column.cell(row);
    if (state === 'value' && typeof value === 'number') figures.push({ row, text, value });
  }
  return figures;
}

/** The figures that are of another scale than the rest; none where the rest are no shares. */
function oddOnes(figures: readonly Figure[]): readonly Figure[] {
  const odd = figures.filter(({ text, value }) => mayBeOfOne(text, value));
  const rest = figures.filter((one) => !mayBeOfOne(one.text, one.value) && one.value !== 0);
  if (odd.length === 0 || rest.length === 0) return [];
  const hasSign = rest.some(({ text }) => isSigned(text));
  if (!hasSign && odd.length + rest.length < 3) return [];
  const values = rest.map(({ value }) => value);
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  if (!hasSign && (least < 1 || most > 100)) return [];
  return odd.filter(({ value }) => {
    const asPercent = value * 100;
    return value * 10 <= least && asPercent >= least / 2 && asPercent <= most * 2;
  });
}

/** One problem for each group of rows that mixes scales, at the first odd cell. */
export function mixedScales(
  name: string,
  column: Column,
  lines: Int32Array,
  groups: Iterable<Iterable<number>>,
  indicatorOf?: (row: number) => string,
): Problem[] {
  const found: Problem[] = [];
  for (const rows of groups) {
    const odd = oddOnes(figuresOf(column, rows));
    const [first] = odd;
    if (!first) continue;
    const [line, value] = [lines[first.row]!, first.text];
    const about = indicatorOf ? { indicator: indicatorOf(first.row) } : {};
    found.push({ code: 'mixed-scale', line, column: name, value, lines: odd.length, ...about });
  }
  return found;
}
