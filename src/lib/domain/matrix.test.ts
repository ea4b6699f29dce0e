import { expect, test } from 'vitest';
import { aGoal, aJudgement, aLevel, aSnapshot } from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { matrixOf } from './matrix.ts';

const { namnd } = aSnapshot();
const ABOVE = aGoal({ id: 10, level: 2, namnder: [namnd.id] });

const assessed = assessAll(
  aSnapshot({
    levels: [aLevel(), aLevel({ id: 2, reported: {} })],
    goals: [
      ABOVE,
      aGoal({ id: 1, parents: [10] }),
      aGoal({ id: 2, parents: [10, 11] }),
      aGoal({ id: 3, level: 2, parents: [12] }),
    ],
    judgements: [aJudgement()],
  }),
);

const cellOf = (goal: ReturnType<typeof aGoal>, published: boolean) =>
  matrixOf([goal], [{ namnd, assessed: published ? assessed : null }])[0]!.cells[0]!;

test.each([
  ['its own goals under it, judged or not', ABOVE, [1, 2]],
  ['a goal it does not answer for', aGoal({ id: 11, namnder: [2] }), [2]],
])('a nämnd meets %s', (_, goal, ids) => {
  const cell = cellOf(goal, true);
  expect(cell.kind === 'judged' && cell.goals.map((one) => one.goal.id)).toEqual(ids);
});

test.each([
  ['answers for it and has published nothing', ABOVE, false, 'responsible'],
  ['has nothing to do with it', aGoal({ id: 11, namnder: [2] }), false, 'apart'],
  [
    'answers for it and has no goal under it',
    aGoal({ id: 13, namnder: [1, 2] }),
    true,
    'responsible',
  ],
  ['has only goals under it that are not judged', aGoal({ id: 12 }), true, 'apart'],
])('a nämnd that %s', (_, goal, published, kind) => {
  expect(cellOf(goal, published)).toEqual({ kind });
});

test('a row for every nämnd, a cell for every goal', () => {
  const other = { ...namnd, id: 2 };
  const rows = matrixOf(
    [ABOVE, aGoal({ id: 11, namnder: [2] })],
    [
      { namnd, assessed },
      { namnd: other, assessed: null },
    ],
  );
  expect(rows.map((row) => [row.namnd.id, ...row.cells.map((cell) => cell.kind)])).toEqual([
    [1, 'judged', 'judged'],
    [2, 'apart', 'responsible'],
  ]);
});
