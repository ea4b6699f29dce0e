import { compare } from './compare.ts';
import type { Policy, Scale, Step } from './model.ts';
import { isBetter, stepByKey, stepForScore } from './scale.ts';

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

/** How known parts, at least one, become a step. */
type Rule<P extends Policy> = (policy: P, scale: Scale, known: readonly Step[]) => Step | null;

type Rules = {
  readonly [Kind in Policy['kind']]: Rule<Extract<Policy, { readonly kind: Kind }>>;
};

const isBest = ({ score }: Step) => compare(score, 1) === 0;

/** The best step whose limit is reached, also when limits are written in another order; else the worst. */
const byShares: Rules['shares'] = ({ limits }, scale, known) => {
  const share = known.filter(isBest).length / known.length;
  const reached = limits
    .filter(({ atLeast }) => compare(share, atLeast) >= 0)
    .flatMap(({ step }) => stepByKey(scale, step) ?? []);
  return reached.toSorted((a, b) => b.score - a.score)[0] ?? stepForScore(scale, 0);
};

const POLICIES: Rules = {
  none: () => null,
  worst: (_, scale, known) => stepForScore(scale, Math.min(...known.map((step) => step.score))),
  shares: byShares,
};

/** One policy with its own row of the table. */
const apply = <P extends Policy>(policy: P, scale: Scale, known: readonly Step[]) =>
  (POLICIES[policy.kind] as Rule<P>)(policy, scale, known);

/** The goal's suggestion by the plan's policy. Unknown parts have no vote (DESIGN 7). */
export function suggest(policy: Policy, scale: Scale, parts: readonly Part[]): Suggestion {
  const known = parts.flatMap((part) => part.step ?? []);
  return {
    policy: policy.kind,
    step: known.length === 0 ? null : apply(policy, scale, known),
    coverage: coverageOf(parts),
  };
}

/** The better of nothing: a step no better than the ceiling allows. */
export const underCeiling = (step: Step, ceiling: Step | null): Step =>
  ceiling !== null && isBetter(step, ceiling) ? ceiling : step;
