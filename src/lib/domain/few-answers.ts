import type { Measure } from './model.ts';
import type { Observation } from './observation.ts';
import { answersOf } from './small-count.ts';

/** From this many answers on, one of them is no longer worth a word (DESIGN 5). */
const MANY = 100;

/** How few answers a value rests on, and how far one of them moves a share, in procentenheter. */
export type FewAnswers = { readonly answers: number; readonly oneMoves: number | null };

/** What to say beside a value that rests on few answers; null when there is nothing to say. */
export function fewAnswersOf(
  observation: Pick<Observation, 'state' | 'n' | 'asked' | 'denominator'>,
  measure: Pick<Measure, 'source' | 'isShare'>,
): FewAnswers | null {
  // Without `n` nobody has said that the denominator is people who answered.
  if (observation.state !== 'value' || observation.n === null) return null;
  const answers = answersOf({ ...observation, asked: null }, measure);
  if (answers === null || answers <= 0 || answers >= MANY) return null;
  return { answers, oneMoves: measure.isShare ? 100 / answers : null };
}
