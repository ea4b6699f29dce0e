import type { MappedColumn } from './mapping.ts';
import type { Problem } from './problem.ts';

/** Whether something must be told of a column of figures before it can be read: the problem says what. */
export function mends({ header, is, told }: MappedColumn, problem: Problem): boolean {
  if (is !== 'value') return false;
  if (problem.code === 'personal-told') return problem.heading === header;
  if (problem.code === 'told-period') return problem.column === header;
  if (problem.code === 'alike-columns') return problem.columns.includes(header);
  const lacksName = problem.code === 'mapping-lacks' && problem.lacks === 'indicator';
  return lacksName && told.indicator === null;
}
