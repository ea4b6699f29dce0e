import { isMeasuredLater } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { CeilingRule } from './model.ts';
import type { Ceiling } from './judgement.ts';

/** What a ceiling says, whether it is a fact of the occasion or comes by the level's rule. */
export type CeilingWords = Pick<Ceiling, 'step' | 'words' | 'source'>;

/**
 * The ceiling that holds for a goal. The fact goes before the rule, which holds while any of the
 * indicators that the goal is judged by is measured later.
 */
export function ceilingOf(
  fact: CeilingWords | null,
  rule: CeilingRule | null,
  indicators: readonly Pick<AssessedIndicator, 'verdict'>[],
): CeilingWords | null {
  return fact ?? (indicators.some(isMeasuredLater) ? rule : null);
}
