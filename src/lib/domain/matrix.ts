import type { Assessed, AssessedGoal } from './assess-all.ts';
import type { Goal, Namnd } from './model.ts';
import type { State } from './state.ts';

/** A nämnd with what it has published for the occasion; null when it has not. */
export type Entry = { readonly namnd: Namnd; readonly assessed: Assessed | null };

/**
 * Where a nämnd meets one of fullmäktige's goals: its own goals under it with their states; that it
 * answers for the goal without having published anything; or nothing to do with each other.
 */
export type Cell =
  | {
      readonly kind: 'judged';
      readonly goals: readonly (AssessedGoal & { readonly state: State })[];
    }
  | { readonly kind: 'responsible' }
  | { readonly kind: 'apart' };

export type MatrixRow = Entry & { readonly cells: readonly Cell[] };

const hasState = (one: AssessedGoal): one is AssessedGoal & { readonly state: State } =>
  one.state !== null;

function cellOf({ namnd, assessed }: Entry, goal: Goal): Cell {
  const goals = (assessed?.goals ?? [])
    .filter((one) => one.goal.parents.includes(goal.id))
    .filter(hasState);
  if (goals.length > 0) return { kind: 'judged', goals };
  return { kind: goal.namnder.includes(namnd.id) ? 'responsible' : 'apart' };
}

/** Nämnder × fullmäktige's goals. */
export const matrixOf = (goals: readonly Goal[], entries: readonly Entry[]): readonly MatrixRow[] =>
  entries.map((entry) => ({ ...entry, cells: goals.map((goal) => cellOf(entry, goal)) }));
