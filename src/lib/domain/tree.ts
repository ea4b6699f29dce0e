import type { AssessedGoal } from './assess-goal.ts';

/** A goal with how deep it lies under those that are shown above it. */
export type Branch = { readonly goal: AssessedGoal; readonly depth: number };

/** A goal that lends its title to one under it is the same thing to a reader: the one under stands for both. */
const lendsTitle = (goal: AssessedGoal, goals: readonly AssessedGoal[]) =>
  goals.some((one) => one.goal.title === null && one.goal.parents[0] === goal.goal.id);

/**
 * Goals in the order they are read: each once, under its first parent, siblings in the plan's order.
 * `goals` are those to show; a parent that is not among them is no parent here.
 */
export function branchesOf(goals: readonly AssessedGoal[]): readonly Branch[] {
  const shown = goals.filter((one) => !lendsTitle(one, goals));
  /** What is under one that lends its title hangs where that one did. */
  const parentOf = (one: AssessedGoal): number | null => {
    for (const id of one.goal.parents) {
      const above = goals.find((other) => other.goal.id === id);
      const parent = above && (shown.includes(above) ? id : parentOf(above));
      if (parent !== undefined && parent !== null) return parent;
    }
    return null;
  };
  const under = (parent: number | null, depth: number): Branch[] =>
    shown
      .filter((one) => parentOf(one) === parent)
      .flatMap((goal) => [{ goal, depth }, ...under(goal.goal.id, depth + 1)]);
  return under(null, 0);
}
