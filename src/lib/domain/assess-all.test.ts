import { describe, expect, test } from 'vitest';
import {
  aCeiling,
  aComment,
  aGoal,
  aJudgement,
  aLevel,
  anActivity,
  anIndicator,
  anObservation,
  anOccasion,
  aPlan,
  aScale,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import type { Goal, Step } from './model.ts';
import type { Judgement } from './judgement.ts';
import type { Snapshot } from './snapshot.ts';

const RULE = {
  plans: [aPlan({ judgedBy: 'rule' })],
  levels: [aLevel({ policy: { kind: 'worst' } })],
};

const goalIn = (given: Partial<Snapshot>, id = 1) =>
  assessAll(aSnapshot(given)).goals.find((one) => one.goal.id === id)!;

const judged = (kind: 'goal' | 'activity', id: number, step: Step): Judgement =>
  aJudgement({ subject: { kind, id }, said: { kind: 'step', step: step.key } });

/** The state of every goal: "1 uppnatt, 2 ej_bedomt". */
const statesOf = (given: Partial<Snapshot>) =>
  assessAll(aSnapshot(given))
    .goals.map(
      ({ goal, state }) => `${goal.id} ${state?.kind === 'step' ? state.step.key : state?.kind}`,
    )
    .join(', ');

describe('the title of a goal', () => {
  const [top, middle, bottom] = [
    aGoal({ id: 1, title: 'Trygg omsorg' }),
    aGoal({ id: 2, title: null, parents: [1, 9] }),
    aGoal({ id: 3, key: 'fokus-3', title: null, parents: [2] }),
  ];

  test.each<[string, Goal[], number, string]>([
    ['its own', [top, aGoal({ id: 2, title: 'Eget', parents: [1] })], 2, 'Eget'],
    ['lent from its parent', [top, middle], 2, 'Trygg omsorg'],
    ['lent from two steps up', [bottom, middle, top], 3, 'Trygg omsorg'],
    [
      'lent from the first of its parents',
      [aGoal({ id: 9, title: 'Nej' }), top, middle],
      2,
      'Trygg omsorg',
    ],
    ['its key when there is nobody to lend from', [bottom], 3, 'fokus-3'],
  ])('%s', (_, goals, id, title) => {
    expect(goalIn({ goals }, id).title).toBe(title);
  });
});

describe('the indicators a goal is read with', () => {
  const goals = [aGoal({ id: 1 }), aGoal({ id: 2 }), aGoal({ id: 3, parents: [1, 2] })];
  const indicators = [
    anIndicator({ id: 1, goals: [1] }),
    anIndicator({ id: 2, goals: [1, 2, 3] }),
    anIndicator({ id: 3, goals: [3] }),
    anIndicator({ id: 4, goals: [] }),
  ];

  test.each([
    ['own', 3, [2, 3]],
    ['own-and-parents', 3, [1, 2, 3]],
    ['own', 1, [1, 2]],
    ['own-and-parents', 1, [1, 2]],
  ] as const)('%s: goal %i', (indicatorsFrom, id, expected) => {
    const levels = [aLevel({ indicatorsFrom, policy: { kind: 'worst' } })];
    const goal = goalIn({ goals, indicators, levels }, id);
    expect(goal.indicators).toEqual(expected);
    // Goal 1 has goal 3 under it, which is one part more.
    expect(goal.suggestion?.coverage.of).toBe(expected.length + (id === 1 ? 1 : 0));
  });

  test('not compared: shown, and no part of the suggestion', () => {
    const goal = goalIn({
      ...RULE,
      goals: [aGoal()],
      indicators: [anIndicator({ goals: [1], isCompared: false })],
      observations: [anObservation()],
    });
    expect(goal.indicators).toEqual([1]);
    expect(goal.suggestion?.coverage).toEqual({ of: 0, known: 0, later: 0 });
  });
});

describe('goals under goals', () => {
  const goals = [
    aGoal({ id: 1 }),
    aGoal({ id: 2, parents: [1] }),
    aGoal({ id: 3, parents: [2] }),
    aGoal({ id: 4, parents: [2] }),
  ];
  const judgements = [judged('goal', 3, RED), judged('goal', 4, GREEN)];

  test.each<[string, Goal[], string]>([
    ['parents first', goals, '1 ej, 2 ej, 3 ej, 4 uppnatt'],
    ['children first', goals.toReversed(), '4 uppnatt, 3 ej, 2 ej, 1 ej'],
    ['mixed', [1, 3, 0, 2].map((at) => goals[at]!), '2 ej, 4 uppnatt, 1 ej, 3 ej'],
  ])('children are judged before parents, and the order kept: %s', (_, list, expected) => {
    expect(statesOf({ ...RULE, goals: list, judgements })).toBe(expected);
  });

  test('are listed in the plan’s order, also under several parents', () => {
    const shared = [
      aGoal({ id: 1 }),
      aGoal({ id: 2 }),
      aGoal({ id: 3, parents: [2] }),
      aGoal({ id: 4, parents: [1, 2] }),
    ];
    expect(goalIn({ goals: shared }, 1).children).toEqual([4]);
    expect(goalIn({ goals: shared }, 2).children).toEqual([3, 4]);
  });

  test('cross from one scale to another without flattering', () => {
    const four = aScale({
      id: 2,
      steps: [1, 2 / 3, 1 / 3, 0].map((score) => ({
        ...GREEN,
        key: `${Math.round(score * 3)} av 3`,
        score,
      })),
    });
    const levels = [...RULE.levels, aLevel({ id: 2, scale: 2 })];
    const below = aGoal({ id: 2, level: 2, parents: [1] });
    const said = { kind: 'step', step: '2 av 3' } as const;
    const one = aJudgement({ subject: { kind: 'goal', id: 2 }, said });
    const world = { ...RULE, levels, scales: [aScale(), four] };
    expect(statesOf({ ...world, goals: [aGoal(), below], judgements: [one] })).toBe(
      '1 delvis, 2 2 av 3',
    );
  });
});

describe('a level', () => {
  test.each([
    ['forecast at this occasion', 'delar', 'forecast'],
    ['outcome at another', 'ar', 'outcome'],
    ['not told of this kind of occasion', 'april', undefined],
  ])('%s', (_, kind, aspect) => {
    const world = { goals: [aGoal()], activities: [anActivity()], occasion: anOccasion({ kind }) };
    const { goals, activities } = assessAll(aSnapshot(world));
    expect(goals[0]?.state?.aspect).toBe(aspect);
    expect(activities[0]?.state?.aspect).toBe(aspect);
    expect(goals[0]?.suggestion === null).toBe(aspect === undefined);
  });

  test('without a scale has no state, no suggestion and no ceiling', () => {
    const levels = [aLevel({ scale: null })];
    const goal = goalIn({ levels, goals: [aGoal()], ceilings: [aCeiling()] });
    expect(goal).toMatchObject({ state: null, suggestion: null, ceiling: null });
  });

  test.each([
    ['a plan', { plans: [] }],
    ['a level', { levels: [] }],
  ])('a goal without %s is our own fault', (_, given) => {
    const message = 'Invariant: mal-1 has a plan and a level';
    expect(() => goalIn({ goals: [aGoal()], ...given })).toThrow(message);
  });
});

test('an activity has its state, its line and its comments', () => {
  const comment = aComment({ subject: { kind: 'activity', id: 1 } });
  const one = { ...judged('activity', 1, RED), source: 'rad 40' };
  const { activities } = assessAll(
    aSnapshot({ activities: [anActivity()], judgements: [one], comments: [aComment(), comment] }),
  );
  expect(activities).toMatchObject([
    { state: { step: RED }, source: 'rad 40', comments: [comment] },
  ]);
});

test('comments go along with their goal', () => {
  const mine = aComment();
  const others = [
    aComment({ subject: { kind: 'goal', id: 2 } }),
    aComment({ subject: { kind: 'indicator', id: 1 } }),
  ];
  expect(goalIn({ goals: [aGoal()], comments: [...others, mine] }).comments).toEqual([
    { ...mine, title: null, placeName: null },
  ]);
});

test('the same snapshot gives the same tree, and is left as it was', () => {
  const world = aSnapshot({
    ...RULE,
    goals: [aGoal({ id: 2, parents: [1] }), aGoal()],
    activities: [anActivity({ goals: [2] })],
    indicators: [anIndicator({ goals: [1, 2] })],
    targets: [aTarget()],
    observations: [anObservation({ period: '2022-T2', value: 70 }), anObservation()],
    judgements: [judged('activity', 1, YELLOW)],
    ceilings: [aCeiling()],
  });
  const before = structuredClone(world);
  const tree = assessAll(world);
  expect(assessAll(structuredClone(world))).toEqual(tree);
  expect(world).toEqual(before);
  expect(tree).toMatchObject({
    kommun: world.kommun,
    occasion: world.occasion,
    roles: [],
    place: 1,
  });
});
