import type { Problem } from './problem.ts';

/** Faults of one row: without the row they are gone. */
const ROW_FAULTS: ReadonlySet<Problem['code']> = new Set([
  'ragged-row',
  'personal-cell',
  'bad-number',
  'too-large-number',
  'bad-date',
  'two-digit-year',
  'empty-cell',
  'bad-period',
  'yearless-period',
  'unknown-value',
  'odd-field',
  'value-out-of-scale',
  'uncalculated',
  'long-name',
] as const);

/** Lines that a problem stands on, where leaving them out takes it away; none for one of the whole file. */
export function linesOut(problem: Problem): readonly number[] {
  if (problem.code === 'duplicate-row') return problem.lines;
  // A column on another scale is no fault of its first row.
  if (problem.code === 'value-out-of-scale' && problem.lines !== undefined) return [];
  if (problem.code === 'long-name' && problem.lines > 1) return [];
  return ROW_FAULTS.has(problem.code) && 'line' in problem ? [problem.line] : [];
}
