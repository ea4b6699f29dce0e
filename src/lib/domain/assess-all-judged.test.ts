import { describe, expect, test } from 'vitest';
import {
  aCeiling,
  aGoal,
  aJudgement,
  aLevel,
  anActivity,
  aMeasure,
  anIndicator,
  anObservation,
  anOccasion,
  aPlan,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import type { Step } from './model.ts';
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

describe('the rule judges a goal', () => {
  const goals = [aGoal()];
  const indicators = [
    anIndicator({ id: 1, goals: [1] }),
    anIndicator({ id: 2, measure: 2, goals: [1] }),
  ];
  const measures = [aSnapshot().measures[0]!, { ...aSnapshot().measures[0]!, id: 2 }];
  const targets = [aTarget({ indicator: 1 }), aTarget({ indicator: 2 })];
  const world = { ...RULE, goals, indicators, measures, targets };

  test.each([
    ['a red indicator is seen (B80 M1)', [80, 79], 'ej', [2, 2, 0]],
    ['an empty one has no vote (B80 M2)', [80], 'uppnatt', [2, 1, 0]],
    ['a nought is red, not missing (case 6)', [80, 0], 'ej', [2, 2, 0]],
    ['all empty is ej bedömt (case 8)', [], undefined, [2, 0, 0]],
  ] as const)('by its indicators: %s', (_, values, key, [of, known, later]) => {
    const observations = values.map((value, index) => anObservation({ measure: index + 1, value }));
    const { state, suggestion } = goalIn({ ...world, observations });
    expect(state).toMatchObject(
      key ? { kind: 'step', step: { key }, by: 'rule' } : { kind: 'ej_bedomt' },
    );
    expect(suggestion?.coverage).toEqual({ of, known, later });
  });

  test('with nothing under it: ej bedömt (case 8, B80 M3)', () => {
    expect(statesOf({ ...RULE, goals })).toBe('1 ej_bedomt');
  });

  test('with only what is not measured yet: ej bedömt, and told (case 8)', () => {
    const later = indicators.map((one) => ({ ...one, measuredAt: ['ar'] }));
    const { state, suggestion } = goalIn({ ...world, indicators: later });
    expect(state?.kind).toBe('ej_bedomt');
    expect(suggestion?.coverage).toEqual({ of: 2, known: 0, later: 2 });
  });

  test('by its activities: one judged, one for later, one nobody has judged', () => {
    const { state, suggestion, activities } = goalIn({
      ...RULE,
      goals,
      activities: [1, 2, 3, 4].map((id) => anActivity({ id, goals: id === 4 ? [] : [1] })),
      judgements: [
        judged('activity', 1, YELLOW),
        aJudgement({ subject: { kind: 'activity', id: 2 }, said: { kind: 'mats_senare', to: 2 } }),
        judged('activity', 4, RED),
      ],
    });
    expect(activities).toEqual([1, 2, 3]);
    expect(state).toMatchObject({ step: YELLOW });
    expect(suggestion?.coverage).toEqual({ of: 3, known: 1, later: 1 });
  });

  test('not by goals or activities that are not judged at this occasion', () => {
    const { suggestion } = goalIn({
      plans: RULE.plans,
      levels: [...RULE.levels, aLevel({ id: 2, reported: { delar: 'words' } })],
      goals: [aGoal(), aGoal({ id: 2, level: 2, parents: [1] })],
      activities: [anActivity({ level: 2, goals: [1] })],
    });
    expect(suggestion?.coverage).toEqual({ of: 0, known: 0, later: 0 });
  });

  test('under a ceiling, which it cannot be over', () => {
    const observations = [anObservation()];
    const goal = goalIn({ ...world, observations, ceilings: [aCeiling({ goal: 2 }), aCeiling()] });
    expect(goal.state).toMatchObject({ step: YELLOW, by: 'rule' });
    expect(goal.ceiling).toMatchObject({ words: 'som mest gult', isOver: false });
    expect(goal.against).toBeNull();
  });
});

describe('people judge', () => {
  const goals = [aGoal()];

  test('the judgement is shown with its line of the papers', () => {
    const judgements = [aJudgement({ source: 'rad 312' })];
    expect(goalIn({ goals, judgements })).toMatchObject({
      state: { kind: 'step', step: GREEN, aspect: 'forecast', by: 'people' },
      source: 'rad 312',
      against: null,
    });
  });

  test('over the ceiling, and without a reason', () => {
    const goal = goalIn({ goals, judgements: [aJudgement()], ceilings: [aCeiling()] });
    expect(goal.against).toEqual({ suggestion: null, ceiling: true, reason: null });
  });

  test('better than suggested, with a reason', () => {
    const goal = goalIn({
      levels: [aLevel({ policy: { kind: 'worst' } })],
      goals: [aGoal(), aGoal({ id: 2, parents: [1] })],
      judgements: [aJudgement({ reason: 'Vänder i höst.' }), judged('goal', 2, RED)],
    });
    expect(goal.against).toEqual({
      suggestion: 'better',
      ceiling: false,
      reason: 'Vänder i höst.',
    });
  });

  test.each<[string, Partial<Judgement>]>([
    ['another goal', { subject: { kind: 'goal', id: 2 } }],
    ['an activity of the same id', { subject: { kind: 'activity', id: 1 } }],
    ['one place of the kommun', { place: 2 }],
    ['the outcome, where the forecast is asked for', { aspect: 'outcome' }],
  ])('a judgement of %s is not the goal’s', (_, given) => {
    const judgements = [aJudgement({ ...given, source: 'rad 1' })];
    expect(goalIn({ goals, judgements })).toMatchObject({
      state: { kind: 'ej_bedomt' },
      source: null,
    });
  });
});

describe('a ceiling by rule', () => {
  const ceilingRule = { step: 'delvis', words: 'Allt är inte mätt.', source: '§ 12' };
  const goals = [aGoal()];
  const indicators = [
    anIndicator({ id: 1, goals: [1] }),
    anIndicator({ id: 2, goals: [1], measuredAt: ['ar'], measure: 2 }),
  ];
  const measures = [aMeasure(), aMeasure({ id: 2 })];
  const targets = [aTarget({ indicator: 1 }), aTarget({ indicator: 2 })];
  const observations = [anObservation()];
  const world = {
    ...{ goals, indicators, measures, targets, observations },
    levels: [aLevel({ ceilingRule })],
  };
  const OVER = { step: YELLOW, words: 'Allt är inte mätt.', source: '§ 12', isOver: true };
  const UNDER = { ...OVER, isOver: false };

  test('stands while an indicator is measured later, also where nothing is suggested', () => {
    expect(goalIn(world)).toMatchObject({ suggestion: { step: null }, ceiling: UNDER });
  });

  test('a judgement over it needs a reason', () => {
    const over = goalIn({ ...world, judgements: [aJudgement()] });
    expect(over.ceiling).toEqual(OVER);
    expect(over.against).toEqual({ suggestion: null, ceiling: true, reason: null });
  });

  test('the rule cannot be over it', () => {
    const levels = [aLevel({ ceilingRule, policy: { kind: 'worst' } })];
    const goal = goalIn({ ...world, levels, plans: RULE.plans });
    expect(goal.suggestion?.step).toEqual(GREEN);
    expect(goal).toMatchObject({ state: { step: YELLOW, by: 'rule' }, ceiling: UNDER });
  });

  test('the fact goes before it', () => {
    const fact = aCeiling({ step: RED.key, source: 'rad 312' });
    expect(goalIn({ ...world, ceilings: [fact] }).ceiling).toMatchObject({
      ...{ step: RED, words: 'som mest gult', source: 'rad 312' },
    });
  });

  test.each<[string, Partial<Snapshot>]>([
    ['all are due', { occasion: anOccasion({ kind: 'ar' }) }],
    ['the one measured later has its value', { observations: [anObservation({ measure: 2 })] }],
    [
      'the one measured later is not compared',
      { indicators: indicators.map((one) => ({ ...one, isCompared: one.id === 1 })) },
    ],
    ['it is not the goal’s', { indicators: indicators.slice(0, 1) }],
    ['the level is not judged now', { levels: [aLevel({ ceilingRule, reported: {} })] }],
    [
      'its step is not on the scale',
      { levels: [aLevel({ ceilingRule: { ...ceilingRule, step: 'x' } })] },
    ],
  ])('does not when %s', (_, given) => {
    expect(goalIn({ ...world, ...given }).ceiling).toBeNull();
  });

  test('counts the indicators of the goals above, where the goal is read with them', () => {
    const levels = [aLevel({ ceilingRule, indicatorsFrom: 'own-and-parents' })];
    const below = [aGoal(), aGoal({ id: 2, parents: [1] })];
    expect(goalIn({ ...world, levels, goals: below }, 2).ceiling).toEqual(UNDER);
    expect(goalIn({ ...world, goals: below }, 2).ceiling).toBeNull();
  });
});

test('shares with limits: four of five green, one not known, is 80 % of those that are (B80)', () => {
  const limits = [{ step: GREEN.key, atLeast: 0.8 }];
  const ids = [1, 2, 3, 4, 5, 6];
  const { state, suggestion } = goalIn({
    plans: RULE.plans,
    levels: [aLevel({ policy: { kind: 'shares', limits } })],
    goals: [aGoal()],
    activities: ids.map((id) => anActivity({ id, goals: [1] })),
    judgements: ids.slice(0, 5).map((id) => judged('activity', id, id === 5 ? RED : GREEN)),
  });
  expect(state).toMatchObject({ step: GREEN, by: 'rule' });
  expect(suggestion?.coverage).toEqual({ of: 6, known: 5, later: 0 });
});
