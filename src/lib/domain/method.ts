import type { Level, Occasion, Plan, Scale } from './model.ts';
import type { TargetRule } from './rule.ts';

/** A plan with the rules that colour what is in it. */
export type PlanMethod = {
  readonly plan: Plan;
  readonly owners: readonly string[];
  readonly levels: readonly Level[];
  readonly indicatorScale: Scale | null;
};

/** How a kommun's colours come about: read from the rules that set them, so that it cannot say otherwise. */
export type Method = {
  readonly plans: readonly PlanMethod[];
  readonly scales: readonly Scale[];
  readonly occasions: readonly Occasion[];
  /** Kinds of target in use, and how many indicators have one. */
  readonly kinds: readonly { readonly kind: TargetRule['kind']; readonly count: number }[];
  readonly hasYellow: boolean;
};

/** Whether a level is judged at any kind of occasion. */
export const isEverJudged = ({ reported }: Pick<Level, 'reported'>): boolean =>
  Object.values(reported).some((word) => word === 'forecast' || word === 'outcome');

/** Whether any level on a scale is ever judged as a forecast. */
export const hasForecasts = (plans: readonly PlanMethod[], scale: number): boolean =>
  plans.some(({ levels }) =>
    levels.some(
      (level) => level.scale === scale && Object.values(level.reported).includes('forecast'),
    ),
  );
