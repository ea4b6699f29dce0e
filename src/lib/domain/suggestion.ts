import type { Policy, Scale, Step } from './model.ts';
import { isBetter, stepForScore } from './scale.ts';

/** One thing a goal is read from: an indicator, an activity or a goal under it. */
export type Part = {
  readonly step: Step | null;
  /** It is not due until a later occasion. */
  readonly isLater: boolean;
};

/** "3 av 5 bedömda, 2 mäts till årsredovisningen." */
export type Coverage = { readonly of: number; readonly known: number; readonly later: number };

export const coverageOf = (parts: readonly Part[]): Coverage => ({
  of: parts.length,
  known: parts.filter((part) => part.step !== null).length,
  later: parts.filter((part) => part.step === null && part.isLater).length,
});

/** What the parts say of a goal. `step` is null when no part is known: never green, never zero. */
export type Suggestion = {
  readonly policy: Policy['kind'];
  readonly step: Step | null;
  readonly coverage: Coverage;
};

type Rule = (scale: Scale, known: readonly Step[]) => Step | null;

const POLICIES: Readonly<Record<Policy['kind'], Rule>> = {
  none: () => null,
  worst: (scale, known) =>
    known.length === 0 ? null : stepForScore(scale, Math.min(...known.map((step) => step.score))),
};

/** The goal's suggestion by the plan's policy. Unknown parts have no vote (DESIGN 7). */
export function suggest(policy: Policy, scale: Scale, parts: readonly Part[]): Suggestion {
  const known = parts.flatMap((part) => part.step ?? []);
  return {
    policy: policy.kind,
    step: POLICIES[policy.kind](scale, known),
    coverage: coverageOf(parts),
  };
}

/** The better of nothing: a step no better than the ceiling allows. */
export const underCeiling = (step: Step, ceiling: Step | null): Step =>
  ceiling !== null && isBetter(step, ceiling) ? ceiling : step;
