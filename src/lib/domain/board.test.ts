import { describe, expect, test } from 'vitest';
import {
  aGoal,
  aJudgement,
  aLevel,
  aMeasure,
  anActivity,
  anIndicator,
  anObservation,
  aPlan,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { boardOf, goalRow, indicatorTallyOf } from './board.ts';
import type { Step } from './model.ts';
import type { Judgement } from './judgement.ts';
import type { Snapshot } from './snapshot.ts';
import type { Tally } from './tally.ts';

const judged = (kind: 'goal' | 'activity', id: number, step: Step): Judgement =>
  aJudgement({ subject: { kind, id }, said: { kind: 'step', step: step.key } });

/** As "uppnatt 2, ej_bedomt 1"; null for no tally. */
const told = (tally: Tally | null | undefined) =>
  tally
    ? tally.parts
        .map((part) => `${part.kind === 'step' ? part.step.key : part.kind} ${part.count}`)
        .join(', ')
    : null;

const assessed = (given: Partial<Snapshot>) => assessAll(aSnapshot(given));

/** Indicators 1 … with these values against at least 80; null is missing. */
const measured = (...values: (number | null)[]) => ({
  measures: values.map((_, index) => aMeasure({ id: index + 1 })),
  indicators: values.map((_, index) =>
    anIndicator({ id: index + 1, measure: index + 1, goals: [1] }),
  ),
  targets: values.map((_, index) => aTarget({ indicator: index + 1 })),
  observations: values.map((value, index) =>
    anObservation(
      value === null ? { measure: index + 1, state: 'missing' } : { measure: index + 1, value },
    ),
  ),
});

describe('a goal with what stands under it', () => {
  const world = {
    goals: [aGoal()],
    activities: [1, 2, 3, 4].map((id) => anActivity({ id, goals: id === 4 ? [] : [1] })),
    judgements: [
      judged('activity', 1, GREEN),
      judged('activity', 2, YELLOW),
      judged('activity', 4, RED),
    ],
  };
  const row = (given: Partial<Snapshot>) => {
    const tree = assessed({ ...world, ...given });
    return goalRow(tree, tree.goals[0]!);
  };
  const ids = (list: readonly { readonly indicator: { readonly id: number } }[]) =>
    list.map((one) => one.indicator.id);

  test('has its indicators that are compared, and those that missed', () => {
    const given = measured(80, 79, null, 10);
    const indicators = given.indicators.map((one) => ({ ...one, isCompared: one.id !== 4 }));
    const { indicators: shown, missed } = row({ ...given, indicators });
    expect(ids(shown)).toEqual([1, 2, 3]);
    expect(ids(missed)).toEqual([2]);
  });

  test('has its activities, those that deviate first, and how many stand where', () => {
    const { activities, deviating, activityTally } = row({});
    expect(activities.map((one) => one.activity.id)).toEqual([2, 1, 3]);
    expect(deviating.map((one) => one.activity.id)).toEqual([2]);
    expect(told(activityTally)).toBe('uppnatt 1, delvis 1, ej_bedomt 1');
  });

  test.each([
    ['there are no activities', { activities: [] }],
    ['they are not judged', { levels: [aLevel({ reported: {} })] }],
  ])('has no tally of activities when %s', (_, given) => {
    expect(row(given).activityTally).toBeNull();
  });
});

describe('the tally of indicators', () => {
  const tallyOf = (given: Partial<Snapshot>) => {
    const tree = assessed(given);
    return told(indicatorTallyOf(tree, tree.indicators));
  };
  const later = (given: Partial<Snapshot>, measuredAt: string[]) => ({
    ...given,
    indicators: given.indicators!.map((one) => ({ ...one, measuredAt })),
  });

  test.each<[string, Partial<Snapshot>, string | null]>([
    ['met, missed and empty', measured(80, 81, 79, null), 'uppnatt 2, ej 1, ej_bedomt 1'],
    ['measured later', later(measured(80, null), ['ar']), 'uppnatt 1, mats_senare 1'],
    ['none', {}, null],
    [
      'none that is compared',
      { indicators: [anIndicator({ isCompared: false })], observations: [anObservation()] },
      null,
    ],
    [
      'a budget and words are no wanting judgement',
      {
        ...measured(80, 80, 80),
        targets: [
          aTarget(),
          aTarget({ indicator: 2, rule: { kind: 'reference', value: 1200 } }),
          aTarget({ indicator: 3, rule: { kind: 'text', words: 'Redovisa vilka.' } }),
        ],
      },
      'uppnatt 1',
    ],
    ['no scale for them', { ...measured(80), plans: [aPlan({ indicatorScale: null })] }, null],
  ])('%s', (_, given, expected) => {
    expect(tallyOf(given)).toBe(expected);
  });
});

describe('the first page of a board', () => {
  const levels = [
    aLevel({ id: 1, reported: {} }),
    aLevel({ id: 2 }),
    aLevel({ id: 3, holds: 'activity', reported: { delar: 'outcome' } }),
    aLevel({ id: 4, scale: null }),
    aLevel({ id: 5 }),
  ];
  const board = boardOf(
    assessed({
      levels,
      goals: [
        aGoal({ id: 1, level: 1, namnder: [1] }),
        aGoal({ id: 2, level: 1, namnder: [2] }),
        aGoal({ id: 3, level: 1, namnder: [2, 3] }),
        aGoal({ id: 4, level: 2, parents: [1, 3] }),
        aGoal({ id: 5, level: 2, parents: [1] }),
      ],
      activities: [anActivity({ level: 3 })],
      judgements: [judged('goal', 4, RED)],
      ...measured(80),
    }),
  );

  test('has a row for every goal that is judged', () => {
    expect(board.rows.map((row) => row.goal.goal.id)).toEqual([4, 5]);
  });

  test('counts every level that is judged, as forecast or as outcome', () => {
    expect(board.tallies.map((one) => [one.level.id, one.aspect, told(one.tally)])).toEqual([
      [2, 'forecast', 'ej 1, ej_bedomt 1'],
      [3, 'outcome', 'ej_bedomt 1'],
    ]);
  });

  test('counts its indicators', () => {
    expect(told(board.indicatorTally)).toBe('uppnatt 1');
  });

  test('sets apart what other nämnder answer for and none of its own goals stands under', () => {
    expect(board.apart.map((one) => one.goal.id)).toEqual([2]);
  });
});
