import { describe, expect, test } from 'vitest';
import {
  aGoal,
  aJudgement,
  aLevel,
  anOccasion,
  aPlan,
  aSnapshot,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { goalsShown, matrixOf } from './matrix.ts';
import type { Cell } from './matrix.ts';
import type { Goal, Phase } from './model.ts';

const { namnd } = aSnapshot();
const other = { ...namnd, id: 2 };

/** Fullmäktige's, on the level that is never judged. */
const above = (id: number, namnder: number[], ...parents: number[]) =>
  aGoal({ id, level: 2, namnder, parents });

/** What nämnd 1 has published, with fullmäktige's goals above its own. */
const published = (...goals: Goal[]) =>
  assessAll(
    aSnapshot({
      levels: [aLevel(), aLevel({ id: 2, reported: {} })],
      goals,
      judgements: [aJudgement()],
    }),
  );

/** As "judged 1 2", the ids of the goals that are met there. */
const toldOf = (cell: Cell) =>
  cell.kind === 'judged' ? `judged ${cell.goals.map((one) => one.goal.id).join(' ')}` : cell.kind;

const rowsOf = (...args: Parameters<typeof matrixOf>) =>
  matrixOf(...args).map(({ goal, cells }) => [goal.id, ...cells.map(toldOf)]);

const TEN = above(10, [1]);
const OTHERS = above(10, [2]);
const own = (id: number, ...parents: number[]) => aGoal({ id, parents });

describe('where a nämnd that has published meets a goal of fullmäktige’s', () => {
  test.each<[string, Goal, Goal[], string]>([
    ['its own goals under it, judged or not', TEN, [own(1, 10), own(2, 10)], 'judged 1 2'],
    ['one under two of fullmäktige’s', TEN, [above(11, [1]), own(1, 11, 10)], 'judged 1'],
    ['the nearest that are judged', TEN, [own(1, 10), own(2, 1)], 'judged 1'],
    [
      'the nearest that are judged, further down',
      TEN,
      [above(11, [1], 10), own(1, 11), own(2, 10)],
      'judged 1 2',
    ],
    [
      'one that two ways lead to, once',
      TEN,
      [above(11, [1], 10), above(12, [1], 10), own(1, 11, 12)],
      'judged 1',
    ],
    ['the goal itself, where it judges it', aGoal({ id: 10, namnder: [1] }), [], 'judged 10'],
    ['one that hangs under a goal of others', OTHERS, [own(1, 10)], 'judged 1'],
    ['one it has a share in and judges nothing under', TEN, [], 'told'],
    ['one with only goals under it that are not judged', TEN, [above(11, [1], 10)], 'told'],
    ['one of others, with nothing under it', OTHERS, [], 'apart'],
  ])('it meets %s', (_, goal, goals, expected) => {
    expect(rowsOf([goal], [{ namnd, assessed: published(goal, ...goals) }])).toEqual([
      [10, expected],
    ]);
  });
});

test.each([
  ['answers for', TEN, 'responsible'],
  ['has nothing to do with', OTHERS, 'apart'],
])('a nämnd that has published nothing and %s the goal', (_, goal, expected) => {
  expect(rowsOf([goal], [{ namnd, assessed: null }])).toEqual([[10, expected]]);
});

test('a row for every topmost goal, a cell for every nämnd', () => {
  const goals = [TEN, above(11, [1, 2], 10), above(12, [2]), above(13, [2], 99)];
  const assessed = published(...goals, own(1, 11));
  expect(
    rowsOf(goals, [
      { namnd, assessed },
      { namnd: other, assessed: null },
    ]),
  ).toEqual([
    [10, 'judged 1', 'apart'],
    [12, 'apart', 'responsible'],
    [13, 'apart', 'responsible'],
  ]);
});

describe('fullmäktige’s goals are shown', () => {
  const plans = [aPlan({ isFullmaktiges: true })];
  const entry = (id: number, phase: Phase, ...goals: Goal[]) => {
    const occasion = anOccasion({ phase });
    const assessed = assessAll(aSnapshot({ plans, goals, occasion, namnd: { ...namnd, id } }));
    return { namnd: { ...namnd, id }, assessed };
  };
  const called = (title: string, id = 10) => aGoal({ id, title });
  const titlesOf = (...entries: Parameters<typeof goalsShown>[1]) =>
    goalsShown([called('Nu')], entries).map(({ title }) => title);

  test.each<[string, readonly string[], readonly string[]]>([
    ['by nobody', [], ['Nu']],
    ['by one that has published', ['publicerat'], ['Nu']],
    ['by one that has decided', ['last'], ['Då']],
    ['by two that have decided', ['last', 'last'], ['Då']],
    ['by one that has, and one that has not', ['last', 'publicerat'], ['Nu']],
  ])('%s', (_, phases, expected) => {
    const entries = phases.map((phase, at) => entry(at + 1, phase as Phase, called('Då')));
    expect(titlesOf(...entries)).toEqual(expected);
  });

  test('also one that is gone from the plan since it was decided', () => {
    expect(titlesOf(entry(1, 'last', called('Då', 11)))).toEqual(['Nu', 'Då']);
  });
});
