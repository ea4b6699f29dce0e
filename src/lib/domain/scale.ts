import { compare } from './compare.ts';
import type { Met, Scale, Step } from './model.ts';

export const stepByKey = (scale: Scale, key: string): Step | null =>
  scale.steps.find((step) => step.key === key) ?? null;

/** The step a computed verdict lands on; null where the scale has none for it. */
export const stepForVerdict = (scale: Scale, verdict: Met): Step | null =>
  scale.steps.find((step) => step.verdict === verdict) ?? null;

/** True when `step` is better than `other`. */
export const isBetter = (step: Step, other: Step): boolean => compare(step.score, other.score) > 0;

/**
 * The best step that is not better than a score, so that a roll-up from one scale to another never
 * flatters; the worst step when even that is better.
 */
export function stepForScore(scale: Scale, score: number): Step | null {
  const ordered = scale.steps.toSorted((a, b) => b.score - a.score);
  return ordered.find((step) => compare(step.score, score) <= 0) ?? ordered.at(-1) ?? null;
}
