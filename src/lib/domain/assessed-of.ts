import type { AssessedActivity } from './assess-activity.ts';
import type { AssessedGoal } from './assess-goal.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { invariant } from './result.ts';

/* The assessed thing that an id is of. Ids come from the same tree: one that is not there is our own fault. */

function found<T>(thing: T | undefined, name: string): T {
  invariant(thing !== undefined, `${name} is assessed`);
  return thing;
}

export const goalOf = (
  { goals }: { readonly goals: readonly AssessedGoal[] },
  id: number,
): AssessedGoal =>
  found(
    goals.find((one) => one.goal.id === id),
    `goal ${id}`,
  );

export const activityOf = (
  { activities }: { readonly activities: readonly AssessedActivity[] },
  id: number,
): AssessedActivity =>
  found(
    activities.find((one) => one.activity.id === id),
    `activity ${id}`,
  );

export const indicatorOf = (
  { indicators }: { readonly indicators: readonly AssessedIndicator[] },
  id: number,
): AssessedIndicator =>
  found(
    indicators.find((one) => one.indicator.id === id),
    `indicator ${id}`,
  );
