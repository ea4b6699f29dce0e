import { describe, expect, test } from 'vitest';
import {
  aComment,
  aGoal,
  aJudgement,
  aLevel,
  aMeasure,
  anActivity,
  anIndicator,
  anObservation,
  aPlan,
  aScale,
  aSnapshot,
  aStep,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { boardOf, goalRow, indicatorTalliesOf } from './board.ts';
import type { Goal, Step } from './model.ts';
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

  test('has its indicators that are compared, the others apart, and those that missed', () => {
    const given = measured(80, 79, null, 10);
    const indicators = given.indicators.map((one) => ({ ...one, isCompared: one.id !== 4 }));
    const { indicators: shown, others, missed } = row({ ...given, indicators });
    expect(ids(shown)).toEqual([1, 2, 3]);
    expect(ids(others)).toEqual([4]);
    expect(ids(missed)).toEqual([2]);
  });

  test('has its activities, those that deviate first, and how many stand where', () => {
    const { activities, deviating, activityTally } = row({});
    expect(activities.map((one) => one.activity.id)).toEqual([2, 1, 3]);
    expect(deviating.map((one) => one.activity.id)).toEqual([2]);
    expect(told(activityTally)).toBe('uppnatt 1, delvis 1, ej_bedomt 1');
  });

  test.each<[string, Step, string[], string[]]>([
    ['deviates and nothing is written', RED, [], ['kommentar', 'orsak']],
    ['deviates and one part is written', RED, ['orsak'], ['kommentar']],
    ['stands best', GREEN, [], []],
  ])('knows which texts are wanted of one that %s', (_, step, written, wanted) => {
    const textParts = ['kommentar', 'orsak'].map((key) => ({ key, title: key, perPlace: false }));
    const { unwritten } = row({
      levels: [aLevel({ textParts })],
      judgements: [judged('goal', 1, step)],
      comments: written.map((part) => aComment({ part })),
    });
    expect(unwritten.map((part) => part.key)).toEqual(wanted);
  });

  test.each([
    ['there are no activities', { activities: [] }],
    ['they are not judged', { levels: [aLevel({ reported: {} })] }],
  ])('has no tally of activities when %s', (_, given) => {
    expect(row(given).activityTally).toBeNull();
  });
});

describe('the tally of indicators', () => {
  const tallyOf = (given: Partial<Snapshot>) =>
    indicatorTalliesOf(assessed(given).indicators).map((one) => told(one.tally));
  const later = (given: Partial<Snapshot>, measuredAt: string[]) => ({
    ...given,
    indicators: given.indicators!.map((one) => ({ ...one, measuredAt })),
  });

  test.each<[string, Partial<Snapshot>, string[]]>([
    ['met, missed and empty', measured(80, 81, 79, null), ['uppnatt 2, ej 1, ej_bedomt 1']],
    ['measured later', later(measured(80, null), ['ar']), ['uppnatt 1, mats_senare 1']],
    ['none', {}, []],
    [
      'none that is compared',
      { indicators: [anIndicator({ isCompared: false })], observations: [anObservation()] },
      [],
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
      ['uppnatt 1'],
    ],
    ['no scale for them', { ...measured(80), plans: [aPlan({ indicatorScale: null })] }, []],
  ])('%s', (_, given, expected) => {
    expect(tallyOf(given)).toEqual(expected);
  });

  test('one for each scale, where the plans of a nämnd have different ones', () => {
    const tallies = boardOf(
      assessed({
        ...measured(80, 79, 80, null),
        plans: [aPlan(), aPlan({ id: 2, indicatorScale: 2 })],
        scales: [aScale(), aScale({ id: 2, steps: [aStep({ key: 'nar' })] })],
        goals: [aGoal(), aGoal({ id: 2, plan: 2 })],
        indicators: measured(80, 79, 80, null).indicators.map((one) => ({
          ...one,
          goals: [one.id < 3 ? 1 : 2],
        })),
      }),
    ).indicatorTallies;
    expect(tallies.map(({ scale, tally }) => [scale.id, tally.of, told(tally)])).toEqual([
      [1, 2, 'uppnatt 1, ej 1'],
      [2, 2, 'nar 1, ej_bedomt 1'],
    ]);
  });
});

/** Fullmäktige's level 1 is never judged; level 2 is. Fullmäktige's goals have nämnder. */
const levels = [aLevel({ id: 1, reported: {} }), aLevel({ id: 2 })];
const above = (id: number, ...namnder: number[]) => aGoal({ id, level: 1, namnder });
const own = (id: number, ...parents: number[]) => aGoal({ id, level: 2, parents });

/** As "10: 1 .2", a row with a dot for each step down; "–" for no heading. */
const sectionsOf = (given: Partial<Snapshot>) =>
  boardOf(assessed({ levels, ...given })).sections.map(
    ({ heading, rows }) =>
      `${heading?.goal.goal.id ?? '–'}: ${rows
        .map(({ goal, depth }) => `${'.'.repeat(depth)}${goal.goal.id}`)
        .join(' ')}`,
  );

describe('the sections of a board', () => {
  test.each<[string, Goal[], string[]]>([
    ['no goals', [], []],
    ['what is never judged heads what is under it', [above(10, 1), own(1, 10)], ['10: 1']],
    ['those under none stand without a heading', [own(1), own(2, 1)], ['–: 1 .2']],
    [
      'each heading has its own',
      [above(10, 1), above(20, 1), own(1, 20), own(2, 10), own(3, 2)],
      ['10: 2 .3', '20: 1'],
    ],
    [
      'before and after a heading',
      [own(1), own(2), above(10, 1), own(3, 10), own(4), own(5, 4)],
      ['–: 1 2', '10: 3', '–: 4 .5'],
    ],
    ['one that is judged heads nothing', [own(1), own(2, 1), own(3, 2)], ['–: 1 .2 ..3']],
    ['what is never judged and has nothing under it', [aGoal({ level: 1 })], ['–: 1']],
    [
      'one that is never judged under a heading is a row',
      [above(10, 1), aGoal({ id: 1, level: 1, parents: [10] }), own(2, 1)],
      ['10: 1 .2'],
    ],
    ['goals of others are none of its own', [above(10, 2), own(1)], ['–: 1']],
    ['but head what hangs under them', [above(10, 2), own(1, 10)], ['10: 1']],
    [
      'however far down',
      [above(10, 2), { ...above(20, 2), parents: [10] }, own(1, 20)],
      ['10: 20 .1'],
    ],
  ])('%s', (_, goals, expected) => {
    expect(sectionsOf({ goals })).toEqual(expected);
  });

  test('a heading has its own indicators and activities', () => {
    const [section] = boardOf(
      assessed({
        levels,
        goals: [above(10, 1), own(1, 10)],
        activities: [anActivity({ level: 2, goals: [10] })],
        indicators: [anIndicator({ goals: [10] })],
      }),
    ).sections;
    expect(section?.heading).toMatchObject({
      depth: 0,
      indicators: [{ indicator: { id: 1 } }],
      activities: [{ activity: { id: 1 } }],
    });
  });
});

describe('goals of fullmäktige on a board', () => {
  const placed = (given: Partial<Snapshot>) => {
    const board = boardOf(assessed({ levels, ...given }));
    return {
      frame: board.frame.map((one) => one.goal.id),
      apart: board.apart.map((one) => one.goal.id),
    };
  };
  const onGoal = [anActivity({ level: 2, goals: [10] })];

  test.each<[string, Partial<Snapshot>, number[], number[]]>([
    ['a frame when nothing hangs under it', { goals: [above(10, 1), own(1)] }, [10], []],
    ['no frame when a goal does', { goals: [above(10, 1), own(1, 10)] }, [], []],
    ['no frame when an activity does', { goals: [above(10, 1)], activities: onGoal }, [], []],
    ['no frame when it is judged', { goals: [aGoal({ id: 10, level: 2, namnder: [1] })] }, [], []],
    ['no frame when it is the nämnd’s own', { goals: [aGoal({ id: 10, level: 1 })] }, [], []],
    ['no frame under another', { goals: [above(9, 1), { ...above(10, 1), parents: [9] }] }, [], []],
    ['apart when others answer for it', { goals: [above(10, 2), own(1)] }, [], [10]],
    ['not apart when a goal hangs under it', { goals: [above(10, 2), own(1, 10)] }, [], []],
  ])('%s', (_, given, frame, apart) => {
    expect(placed(given)).toEqual({ frame, apart });
  });

  test('a frame stands in no section', () => {
    expect(sectionsOf({ goals: [above(10, 1), own(1)] })).toEqual(['–: 1']);
  });
});

test('what hangs under no goal is loose', () => {
  const activities = [anActivity({ id: 1 }), anActivity({ id: 2, goals: [1] })];
  const { loose } = boardOf(assessed({ goals: [aGoal()], activities }));
  expect(loose.map((one) => one.activity.id)).toEqual([1]);
});

test('every level that is judged is counted, as forecast or as outcome', () => {
  const { tallies } = boardOf(
    assessed({
      levels: [
        ...levels,
        aLevel({ id: 3, holds: 'activity', reported: { delar: 'outcome' } }),
        aLevel({ id: 4, scale: null }),
        aLevel({ id: 5 }),
      ],
      goals: [above(10, 1), own(4, 10), own(5, 10)],
      activities: [anActivity({ level: 3 })],
      judgements: [judged('goal', 4, RED)],
    }),
  );
  expect(tallies.map((one) => [one.level.id, one.aspect, told(one.tally)])).toEqual([
    [2, 'forecast', 'ej 1, ej_bedomt 1'],
    [3, 'outcome', 'ej_bedomt 1'],
  ]);
});
