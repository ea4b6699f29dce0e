import { assessActivity } from './assess-activity.ts';
import type { AssessedActivity } from './assess-activity.ts';
import { assessGoal } from './assess-goal.ts';
import type { AssessedGoal, Judged } from './assess-goal.ts';
import { assessIndicator } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { outdatedOf } from './basis.ts';
import type { Subject } from './judgement.ts';
import type { Goal, NamndOccasion } from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { suppress } from './suppress.ts';

/** All that one nämnd shows at one occasion, decided once. Every page, table and export is a part of it. */
export type Assessed = Pick<
  Snapshot,
  | 'kommun'
  | 'place'
  | 'namnd'
  | 'occasion'
  | 'forecastOccasion'
  | 'later'
  | 'places'
  | 'plans'
  | 'levels'
  | 'scales'
  | 'roles'
> & {
  readonly goals: readonly AssessedGoal[];
  readonly activities: readonly AssessedActivity[];
  readonly indicators: readonly AssessedIndicator[];
  /** The newest occasion before this one that was published; null for the first. */
  readonly previous: NamndOccasion | null;
  /** What has been judged, and leans on what is no longer so ("underlaget har ändrats"). */
  readonly outdated: readonly Subject[];
};

/** Goals with those under them first. The graph has no cycles: import-plan sees to that. */
function bottomUp(goals: readonly Goal[]): readonly Goal[] {
  const order: Goal[] = [];
  const place = (goal: Goal) => {
    if (order.includes(goal)) return;
    goals.filter((one) => one.parents.includes(goal.id)).forEach(place);
    order.push(goal);
  };
  goals.forEach(place);
  return order;
}

/** Snapshot → Assessed: the one road from what is stored to a colour. */
export function assessAll(stored: Snapshot): Assessed {
  // Before anything else, so that nothing that follows has seen what may not be shown.
  const snapshot = { ...stored, observations: suppress(stored) };
  const judged: Judged = {
    indicators: snapshot.indicators.map((one) => assessIndicator(snapshot, one)),
    activities: snapshot.activities.map((one) => assessActivity(snapshot, one)),
  };
  const below: AssessedGoal[] = [];
  for (const goal of bottomUp(snapshot.goals))
    below.push(assessGoal(snapshot, judged, below, goal));

  const { kommun, place, namnd, occasion, forecastOccasion, later } = snapshot;
  const { plans, levels, scales, roles, places } = snapshot;
  const order = (one: AssessedGoal) => snapshot.goals.indexOf(one.goal);
  const grounds = { ...judged, goals: below.toSorted((a, b) => order(a) - order(b)) };
  return {
    ...{ kommun, place, namnd, occasion, forecastOccasion, later },
    ...{ plans, levels, scales, roles, places },
    ...grounds,
    previous: snapshot.earlier.at(-1)?.occasion ?? null,
    outdated: outdatedOf(snapshot.judgements, grounds),
  };
}
