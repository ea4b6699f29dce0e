import { describe, expect, test } from 'vitest';
import {
  aCeiling,
  aGoal,
  aJudgement,
  aLevel,
  anOccasion,
  aPlace,
  aPlan,
  aSnapshot,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import type { Goal, Reported } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/* Which goals are a nämnd's to judge, and what is told of them besides; the rest is in assess-all. */

const goalIn = (given: Partial<Snapshot>) =>
  assessAll(aSnapshot({ goals: [aGoal()], ...given })).goals[0]!;

describe('whether a goal is judged here', () => {
  const judgements = [aJudgement()];

  test.each<[string, Partial<Goal>, Reported]>([
    ['the nämnd’s own', {}, 'forecast'],
    ['fullmäktige’s that it has a share in', { namnder: [2, 1] }, 'forecast'],
    ['fullmäktige’s that others answer for', { namnder: [2] }, 'none'],
    ['one that is read through those under it', { isJudged: false }, 'none'],
    ['one with a share, read through those under it', { namnder: [1], isJudged: false }, 'none'],
  ])('%s', (_, given, reported) => {
    const goal = goalIn({ goals: [aGoal(given)], judgements });
    expect(goal.reported).toBe(reported);
    expect(goal.state?.kind ?? null).toBe(reported === 'none' ? null : 'step');
  });

  test.each<[Reported | undefined, Reported]>([
    ['forecast', 'none'],
    ['outcome', 'none'],
    ['words', 'words'],
    ['none', 'none'],
    [undefined, 'none'],
  ])('where its level says %s and it is not the nämnd’s, it is %s', (delar, reported) => {
    const levels = [aLevel({ reported: delar ? { delar } : {} })];
    expect(goalIn({ goals: [aGoal({ namnder: [2] })], levels }).reported).toBe(reported);
  });

  test('the rule has nothing to say of one that is not', () => {
    const goal = goalIn({
      plans: [aPlan({ judgedBy: 'rule' })],
      levels: [
        aLevel({
          policy: { kind: 'worst' },
          ceilingRule: { step: 'delvis', words: 'Allt är inte mätt.', source: null },
        }),
      ],
      goals: [aGoal({ isJudged: false }), aGoal({ id: 2, parents: [1] })],
      judgements: [aJudgement({ subject: { kind: 'goal', id: 2 } })],
    });
    expect(goal).toMatchObject({ state: null, suggestion: null, ceiling: null, against: null });
  });

  test('nor is it a part of the one above', () => {
    const { suggestion } = goalIn({
      levels: [aLevel({ policy: { kind: 'worst' } })],
      goals: [
        aGoal(),
        aGoal({ id: 2, parents: [1], isJudged: false }),
        aGoal({ id: 3, parents: [1] }),
      ],
      judgements: [2, 3].map((id) =>
        aJudgement({
          subject: { kind: 'goal', id },
          said: { kind: 'step', step: (id === 2 ? RED : GREEN).key },
        }),
      ),
    });
    expect(suggestion).toEqual({
      ...{ policy: 'worst', step: GREEN },
      coverage: { of: 1, known: 1, later: 0 },
    });
  });

  test('a fact of a ceiling is told of it all the same, and nothing is over it', () => {
    const goal = goalIn({
      goals: [aGoal({ isJudged: false })],
      judgements,
      ceilings: [aCeiling()],
    });
    expect(goal.ceiling).toMatchObject({ step: YELLOW, isOver: false });
  });
});

test('what units have said stands apart from what is said of the whole', () => {
  const { state, atPlaces } = goalIn({
    places: [aPlace()],
    judgements: [
      aJudgement({ place: 2, said: { kind: 'step', step: RED.key }, source: 'rad 40' }),
      aJudgement(),
    ],
  });
  expect(state).toMatchObject({ step: GREEN });
  expect(atPlaces).toMatchObject([{ place: 2, state: { step: RED }, source: 'rad 40' }]);
});

test('its earlier judgements go along, the oldest first', () => {
  const at = (year: number, step: string) => ({
    occasion: anOccasion({ id: year, year, kind: 'ar' }),
    judgements: [aJudgement({ aspect: 'outcome', said: { kind: 'step', step } })],
  });
  expect(goalIn({ earlier: [at(2021, RED.key), at(2022, YELLOW.key)] }).earlier).toMatchObject([
    { occasion: { year: 2021 }, state: { step: RED } },
    { occasion: { year: 2022 }, state: { step: YELLOW } },
  ]);
});
