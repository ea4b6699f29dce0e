import type { AssessedActivity } from './assess-activity.ts';
import type { Assessed } from './assess-all.ts';
import type { AssessedGoal } from './assess-goal.ts';
import { isJudged } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { State } from './state.ts';

/** Something whose state is another than it was. */
export type StateChange =
  | {
      readonly kind: 'indicator';
      readonly before: AssessedIndicator;
      readonly after: AssessedIndicator;
    }
  | { readonly kind: 'goal'; readonly before: AssessedGoal; readonly after: AssessedGoal }
  | {
      readonly kind: 'activity';
      readonly before: AssessedActivity;
      readonly after: AssessedActivity;
    };

/** What tells two states apart for whoever reads them. */
const markOf = (state: State | null) =>
  state === null
    ? ''
    : JSON.stringify([state.kind, state.aspect, state.kind === 'step' ? state.step.key : state.to]);

const verdictMark = ({ verdict, step }: AssessedIndicator) =>
  JSON.stringify([verdict.verdict, verdict.verdict === 'unknown' ? verdict.why : '', step?.key]);

/** The same things before and after, in the same order. */
function pairs<T>(before: readonly T[], after: readonly T[], idOf: (one: T) => number) {
  const was = new Map(before.map((one) => [idOf(one), one]));
  return after.flatMap((one) => {
    const old = was.get(idOf(one));
    return old ? [{ before: old, after: one }] : [];
  });
}

/**
 * What a nämnd would show otherwise at an occasion, if its values were others: indicators that a rule
 * judges, activities and goals. A text or a value that changes no state is none.
 */
export function stateChanges(before: Assessed, after: Assessed): StateChange[] {
  const indicators = pairs(before.indicators, after.indicators, (one) => one.indicator.id);
  const activities = pairs(before.activities, after.activities, (one) => one.activity.id);
  const goals = pairs(before.goals, after.goals, (one) => one.goal.id);
  return [
    ...goals
      .filter((pair) => markOf(pair.before.state) !== markOf(pair.after.state))
      .map((pair) => ({ kind: 'goal' as const, ...pair })),
    ...activities
      .filter((pair) => markOf(pair.before.state) !== markOf(pair.after.state))
      .map((pair) => ({ kind: 'activity' as const, ...pair })),
    ...indicators
      .filter((pair) => isJudged(pair.before) || isJudged(pair.after))
      .filter((pair) => verdictMark(pair.before) !== verdictMark(pair.after))
      .map((pair) => ({ kind: 'indicator' as const, ...pair })),
  ];
}
