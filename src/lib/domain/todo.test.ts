import { describe, expect, test } from 'vitest';
import {
  aCeiling,
  aGoal,
  aJudgement,
  aLevel,
  aMeasure,
  anActivity,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { dueOf } from './due.ts';
import type { Judgement } from './judgement.ts';
import type { Step } from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { todoOf } from './todo.ts';
import type { Missing } from './todo.ts';

function missingIn(world: Partial<Snapshot>): readonly Missing[] {
  const assessed = assessAll(aSnapshot(world));
  return todoOf(assessed, dueOf(assessed)).map(({ missing }) => missing);
}

describe('of a measure', () => {
  test.each<[string, Partial<Snapshot>, readonly string[]]>([
    ['that has no value', { observations: [] }, ['value']],
    [
      'whose value is of another year',
      { observations: [anObservation({ period: '2021' })] },
      ['old-value'],
    ],
    ['whose value was there the last time', { earlier: lastTime('2023-08-30') }, []],
    ['and covers no more than that did', { earlier: lastTime('2023-08-31') }, ['old-value']],
    [
      'that is measured in its own time',
      { earlier: lastTime('2023-08-31'), measures: [aMeasure({ source: 'survey' })] },
      [],
    ],
    ['without a target', { targets: [] }, ['target']],
    [
      'without a target, and that wants none',
      { targets: [], indicators: [anIndicator({ isCompared: false })] },
      [],
    ],
    ['that has both', {}, []],
    ['whose value is protected', { observations: [anObservation({ state: 'suppressed' })] }, []],
    [
      'that is answered in words and not measured',
      { observations: [], indicators: [anIndicator({ isQualitative: true })] },
      [],
    ],
    [
      'that people judge otherwise than the rule',
      { judgements: [ofIndicator(RED, null)] },
      ['contradiction'],
    ],
    ['and say why', { judgements: [ofIndicator(RED, 'Ett fel i mätningen.')] }, []],
    ['that people judge as the rule', { judgements: [ofIndicator(GREEN, null)] }, []],
  ])('%s', (_, world, kinds) => {
    const found = missingIn({
      indicators: [anIndicator()],
      targets: [aTarget()],
      observations: [anObservation()],
      ...world,
    });
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
  });
});

function lastTime(cutoffOn: string) {
  return [{ occasion: anOccasion({ id: 9, cutoffOn, phase: 'publicerat' }), judgements: [] }];
}

function ofIndicator(step: Step, reason: string | null): Judgement {
  const subject = { kind: 'indicator', id: 1 } as const;
  return aJudgement({ subject, aspect: 'outcome', said: { kind: 'step', step: step.key }, reason });
}

const judged = (step: Step, reason: string | null = null) => [
  aJudgement({ said: { kind: 'step', step: step.key }, reason }),
];

describe('of a goal', () => {
  const WORLD: Partial<Snapshot> = {
    goals: [aGoal()],
    levels: [aLevel({ textParts: [] })],
    indicators: [anIndicator({ goals: [1] })],
    targets: [aTarget()],
  };
  const missed = [anObservation({ value: 1 })];
  const met = [anObservation({ value: 99 })];
  const policy = { levels: [aLevel({ textParts: [], policy: { kind: 'worst' } })] };

  test.each<[string, Partial<Snapshot>, readonly Missing[]]>([
    ['not judged', { observations: met }, [{ kind: 'judgement' }]],
    [
      'best, with a measure that misses',
      { observations: missed, judgements: judged(GREEN) },
      [{ kind: 'contradiction', what: { of: 'measures', side: 'better', count: 1 } }],
    ],
    ['and why', { observations: missed, judgements: judged(GREEN, 'Fel enhet.') }, []],
    [
      'yellow, with a measure that misses',
      { observations: missed, judgements: judged(YELLOW) },
      [],
    ],
    [
      'worst, with all its measures met',
      { observations: met, judgements: judged(RED) },
      [{ kind: 'contradiction', what: { of: 'measures', side: 'worse', count: 1 } }],
    ],
    [
      'over the ceiling',
      { observations: met, judgements: judged(GREEN), ceilings: [aCeiling()] },
      [{ kind: 'contradiction', what: { of: 'ceiling' } }],
    ],
    [
      'better than suggested',
      { ...policy, observations: missed, judgements: judged(YELLOW) },
      [{ kind: 'contradiction', what: { of: 'suggestion', side: 'better' } }],
    ],
    [
      'judged before its value changed',
      { observations: met, judgements: [aJudgement({ basis: '[]' })] },
      [{ kind: 'basis' }],
    ],
  ])('%s', (_, world, expected) => {
    expect(missingIn({ ...WORLD, ...world })).toEqual(expected);
  });
});

describe('of an activity', () => {
  const day = (text: string) => ({ day: text, text });
  test.each([
    ['whose end has passed', { end: day('2023-06-30') }, [], ['ended-undone']],
    ['and that is done', { end: day('2023-06-30') }, ['done'], []],
    ['that is said to be late', { end: day('2023-06-30') }, ['under_way'], []],
    [
      'that ends on a day that is none',
      { end: { day: null, text: '2023-04-31' } },
      [],
      ['no-such-day'],
    ],
    ['that has time left', { end: day('2023-12-31') }, [], []],
  ])('%s', (_, given, told, expected) => {
    const found = missingIn({
      occasion: anOccasion({ cutoffOn: '2023-08-31' }),
      levels: [aLevel({ holds: 'activity' })],
      activities: [anActivity(given)],
      judgements: [aJudgement({ subject: { kind: 'activity', id: 1 } })],
      activityStates: told.map((lifecycle) => ({
        ...{ activity: 1, lifecycle: lifecycle as 'done' },
        ...{ startOn: null, endOn: null, atMeeting: false },
      })),
    });
    expect(found.map((one) => one.kind === 'date' && one.what)).toEqual(expected);
  });
});

test('a date that was said anew is the one that counts', () => {
  const said = { activity: 1, lifecycle: null, startOn: null, atMeeting: false };
  const missing = (endOn: string | null) =>
    missingIn({
      levels: [aLevel({ holds: 'activity' })],
      activities: [anActivity({ end: { day: null, text: '2023-04-31' } })],
      judgements: [aJudgement({ subject: { kind: 'activity', id: 1 } })],
      activityStates: [{ ...said, endOn }],
    });
  expect(missing(null)).toEqual([{ kind: 'date', what: 'no-such-day' }]);
  expect(missing('2023-12-31')).toEqual([]);
  expect(missing('2023-05-31')).toEqual([{ kind: 'date', what: 'ended-undone' }]);
});
