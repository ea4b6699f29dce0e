import { compare, subtract } from './compare.ts';
import type { Indicator, Met, Occasion, Sex, Target, TargetRule } from './model.ts';
import type { Observation } from './observation.ts';
import type { Current, Previous } from './series.ts';

/** Why nothing can be said. Each is a sentence of its own on the page; none is red and none is zero. */
export type Unknown =
  | 'no-value'
  | 'only-parts'
  | 'not-fresh'
  | 'no-target'
  | 'not-compared'
  | 'measured-later'
  | 'suppressed'
  | 'not-applicable';

/** What a verdict rests on, as data. `distance` is value minus target, in the unit of the measure. */
export type Because = {
  readonly target: Target | null;
  readonly observation: Observation | null;
  readonly previous: Observation | null;
  readonly distance: number | null;
};

export type Verdict =
  | { readonly verdict: Met; readonly because: Because }
  | { readonly verdict: 'unknown'; readonly why: Unknown; readonly because: Because };

/** Which way is good: the sign that makes a difference to the target positive when it is reached. */
const GOOD: Readonly<Record<TargetRule['kind'], 1 | -1>> = { 'at-least': 1, 'at-most': -1 };

/** True when a value lies on the good side of a limit. On the limit is on the good side (DESIGN 5). */
const reaches = (rule: TargetRule, value: number, limit: number) =>
  GOOD[rule.kind] * compare(value, limit) >= 0;

/** The limit of the yellow zone, or null when the rule has none that can be computed. */
export function yellowLimit(rule: TargetRule, previous: number | null): number | null {
  const { yellow } = rule;
  if (yellow === null) return null;
  if (yellow.kind === 'better-than-before') return previous;
  const width = yellow.kind === 'absolute' ? yellow.by : Math.abs(rule.value) * yellow.share;
  return rule.value - GOOD[rule.kind] * width;
}

/**
 * Met, near or missed for a value against a rule. `previous` is the comparable value a year before,
 * which only "better than before" asks for; being level with it is not better.
 */
export function judge(rule: TargetRule, value: number, previous: number | null): Met {
  if (reaches(rule, value, rule.value)) return 'met';
  const limit = yellowLimit(rule, previous);
  if (limit === null || !reaches(rule, value, limit)) return 'missed';
  const isLevel = rule.yellow?.kind === 'better-than-before' && compare(value, limit) === 0;
  return isLevel ? 'missed' : 'near';
}

/** The target that speaks at an occasion: one set for it goes before one for its year. A later year's never does. */
export const targetAt = (
  targets: readonly Target[],
  indicator: number,
  occasion: Pick<Occasion, 'id' | 'year'>,
  sex: Sex,
  place: number,
): Target | null => {
  const due = targets.filter(
    (one) =>
      one.indicator === indicator &&
      one.sex === sex &&
      one.place === place &&
      one.year === occasion.year,
  );
  return (
    due.find((one) => one.occasion === occasion.id) ??
    due.find((one) => one.occasion === null) ??
    null
  );
};

/** Whether the indicator is due at this kind of occasion. */
const isDue = (indicator: Pick<Indicator, 'measuredAt'>, occasion: Pick<Occasion, 'kind'>) =>
  indicator.measuredAt === null || indicator.measuredAt.includes(occasion.kind);

/** Why a series without a value that counts says nothing; null when it has one. */
function whyNoValue(current: Current, due: boolean): Unknown | null {
  if (current.kind === 'value') return null;
  if (current.kind === 'suppressed' || current.kind === 'not-applicable') return current.kind;
  if (current.kind === 'only-parts') return current.kind;
  if (!due) return 'measured-later';
  return current.kind === 'stale' ? 'not-fresh' : 'no-value';
}

/** One indicator at one occasion. Pure, and always with what it rests on. */
export function assess(
  indicator: Pick<Indicator, 'isCompared' | 'measuredAt'>,
  target: Target | null,
  current: Current,
  previous: Previous | null,
  occasion: Pick<Occasion, 'kind'>,
): Verdict {
  const observation = 'observation' in current ? current.observation : null;
  const because = { target, observation, previous: previous?.observation ?? null, distance: null };
  const unknown = (why: Unknown): Verdict => ({ verdict: 'unknown', why, because });

  const missing = whyNoValue(current, isDue(indicator, occasion));
  if (missing !== null) return unknown(missing);
  if (!indicator.isCompared) return unknown('not-compared');
  if (target === null) return unknown('no-target');

  const value = observation?.value ?? null;
  if (value === null) return unknown('no-value');
  const before = previous?.comparable ? previous.observation.value : null;
  return {
    verdict: judge(target.rule, value, before),
    because: { ...because, distance: subtract(value, target.rule.value) },
  };
}
