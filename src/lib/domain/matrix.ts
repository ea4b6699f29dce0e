import type { Assessed } from './assess-all.ts';
import type { AssessedGoal } from './assess-goal.ts';
import { groupBy } from './group-by.ts';
import type { Goal, Namnd } from './model.ts';
import { isLocked } from './occasion.ts';
import type { State } from './state.ts';

/** A nämnd with what it has published; null when it has not. */
export type Entry = { readonly namnd: Namnd; readonly assessed: Assessed | null };

type Judged = AssessedGoal & { readonly state: State };

/**
 * Where a nämnd meets one of fullmäktige's goals: the goals there with their states; that it follows
 * it up without judging; that it answers for it without having published anything; or nothing to do
 * with each other.
 */
export type Cell =
  | { readonly kind: 'judged'; readonly goals: readonly Judged[] }
  | { readonly kind: 'told' }
  | { readonly kind: 'responsible' }
  | { readonly kind: 'apart' };

/** One of fullmäktige's goals with a cell for every entry, in their order. */
export type MatrixRow = { readonly goal: Goal; readonly cells: readonly Cell[] };

const isJudged = (one: AssessedGoal): one is Judged => one.state !== null;

/** The goal itself where it is judged here, else the nearest that are under it. */
function judgedAt(goals: readonly AssessedGoal[], id: number): readonly Judged[] {
  const self = goals.find((one) => one.goal.id === id);
  if (self && isJudged(self)) return [self];
  return goals
    .filter((one) => one.goal.parents.includes(id))
    .flatMap((one) => judgedAt(goals, one.goal.id));
}

function cellOf({ namnd, assessed }: Entry, goal: Goal): Cell {
  // Two ways down may lead to one goal.
  const goals = [...new Set(judgedAt(assessed?.goals ?? [], goal.id))];
  if (goals.length > 0) return { kind: 'judged', goals };
  if (!goal.namnder.includes(namnd.id)) return { kind: 'apart' };
  return { kind: assessed ? 'told' : 'responsible' };
}

/**
 * Fullmäktige's goals as the page shows them: as they are called today, but as they were decided where every nämnd that
 * shows one has decided it. One that is gone from the plan since stands where it was decided.
 */
export function goalsShown(live: readonly Goal[], entries: readonly Entry[]): readonly Goal[] {
  const shown = entries.flatMap(({ assessed }) => {
    const plans = new Set(assessed?.plans.flatMap((one) => (one.isFullmaktiges ? [one.id] : [])));
    return (assessed?.goals ?? [])
      .filter(({ goal }) => plans.has(goal.plan))
      .map(({ goal }) => ({ goal, isDecided: assessed !== null && isLocked(assessed.occasion) }));
  });
  const decided = [...groupBy(shown, ({ goal }) => goal.id).values()]
    .filter((all) => all.every(({ isDecided }) => isDecided))
    .flatMap(([first]) => (first ? [first.goal] : []));
  const byId = new Map([...live, ...decided].map((goal) => [goal.id, goal]));
  return [...byId.values()];
}

/** Fullmäktige's topmost goals × nämnder. Those under them are met in the cells. */
export function matrixOf(goals: readonly Goal[], entries: readonly Entry[]): readonly MatrixRow[] {
  const ids = new Set(goals.map((one) => one.id));
  return goals
    .filter((one) => !one.parents.some((id) => ids.has(id)))
    .map((goal) => ({ goal, cells: entries.map((entry) => cellOf(entry, goal)) }));
}
