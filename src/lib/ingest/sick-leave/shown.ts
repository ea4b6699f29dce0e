import type { Problem } from '#lib/domain/problem.ts';
import { suppressed } from '../figures.ts';
import type { ReadObservation } from '../layouts/layout.ts';
import type { KeyFigure } from './key-figures.ts';

/**
 * Of so many employed or fewer a kommun need not tell, and a figure of them points at persons
 * (Ds 2002:22, the proposal behind the seven figures).
 */
const FEW = 10;

/** A share that is none is refused, as is what a program writes where it has divided by nothing. */
function fault({ printed, value, line }: ReadObservation, column: string): Problem | null {
  const cell = { line, column, value: printed };
  if (/^nan$/i.test(printed)) return { code: 'bad-number', ...cell };
  const isOutside = value !== null && (value < 0 || value > 100);
  return isOutside ? { code: 'value-out-of-scale', ...cell, from: 0, to: 100 } : null;
}

/** One of the seven figures as it may be told: the employed are counted beside the total alone. */
export function shown(
  one: ReadObservation,
  { kpi, sex }: KeyFigure,
  column: string,
): ReadObservation | Problem {
  const bad = fault(one, column);
  if (bad) return bad;
  const figure = { ...one, sex: sex === 'T' ? one.sex : sex };
  const isAll = kpi === 'N00090' && figure.sex === 'T';
  const told = isAll ? figure : { ...figure, n: null };
  return one.n !== null && one.n <= FEW ? suppressed(told) : told;
}
