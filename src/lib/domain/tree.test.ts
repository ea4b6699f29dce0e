import { expect, test } from 'vitest';
import { aGoal, aSnapshot } from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import type { Goal } from './model.ts';
import { branchesOf } from './tree.ts';

const goal = (id: number, ...parents: number[]) => aGoal({ id, parents });
/** One without a title of its own. */
const lent = (id: number, ...parents: number[]) => aGoal({ id, title: null, parents });

/** As "1 .2 ..3": a dot for each step down. `hidden` are assessed and not shown. */
function toldOf(goals: readonly Goal[], hidden: readonly number[] = []): string {
  const all = assessAll(aSnapshot({ goals })).goals;
  return branchesOf(all.filter((one) => !hidden.includes(one.goal.id)))
    .map((one) => `${'.'.repeat(one.depth)}${one.goal.goal.id}`)
    .join(' ');
}

test.each<[string, Goal[], string]>([
  ['no goals', [], ''],
  ['goals beside each other, in the plan’s order', [goal(2), goal(1), goal(3)], '2 1 3'],
  ['goals under goals', [goal(1), goal(2, 1), goal(3, 2)], '1 .2 ..3'],
  [
    'a parent before its children, wherever it stands',
    [goal(3, 2), goal(2, 1), goal(1)],
    '1 .2 ..3',
  ],
  [
    'siblings in the plan’s order, each with its own',
    [goal(1), goal(2), goal(4, 1), goal(3, 1), goal(5, 2), goal(6, 4)],
    '1 .4 ..6 .3 2 .5',
  ],
  ['one of several parents once, under its first', [goal(1), goal(2), goal(3, 2, 1)], '1 2 .3'],
])('%s', (_, goals, expected) => {
  expect(toldOf(goals)).toBe(expected);
});

test.each<[string, Goal[], number[], string]>([
  ['is at the top', [goal(1), goal(2, 1), goal(3, 2)], [1], '2 .3'],
  ['is under its next', [goal(1), goal(2), goal(3, 1, 2)], [1], '2 .3'],
  ['hangs under none of those above it', [goal(1), goal(2, 1), goal(3, 2)], [2], '1 3'],
])('whose parent is not shown: %s', (_, goals, hidden, expected) => {
  expect(toldOf(goals, hidden)).toBe(expected);
});

test.each<[string, Goal[], string]>([
  ['stands for both', [goal(1), lent(2, 1)], '2'],
  ['stands for all of a chain', [goal(1), lent(2, 1), lent(3, 2)], '3'],
  ['stands where the other stood', [goal(9), goal(1, 9), lent(2, 1), goal(3, 2)], '9 .2 ..3'],
  ['has the others of its parent beside it', [goal(1), lent(2, 1), goal(3, 1)], '2 3'],
  ['lends from its first parent alone', [goal(1), goal(2), lent(3, 1, 2)], '2 .3'],
  ['is itself where there is nobody to lend from', [goal(1), lent(2)], '1 2'],
])('a goal with a lent title %s', (_, goals, expected) => {
  expect(toldOf(goals)).toBe(expected);
});
