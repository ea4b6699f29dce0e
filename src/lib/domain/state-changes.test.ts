import { describe, expect, test } from 'vitest';
import {
  aGoal,
  aJudgement,
  aLevel,
  anActivity,
  anIndicator,
  anObservation,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import type { Snapshot } from './snapshot.ts';
import { stateChanges } from './state-changes.ts';

/** A goal of which the indicator says how it goes, an activity and an indicator that nobody judges. */
const world = (given: Partial<Snapshot> = {}) =>
  assessAll(
    aSnapshot({
      levels: [
        aLevel({ policy: { kind: 'worst' } }),
        aLevel({ id: 2, key: 'uppdrag', holds: 'activity' }),
      ],
      goals: [aGoal()],
      activities: [anActivity({ level: 2, goals: [1] })],
      indicators: [
        anIndicator({ goals: [1] }),
        anIndicator({ id: 2, key: 'ind-2', goals: [], title: 'En volym', isCompared: false }),
      ],
      targets: [aTarget()],
      observations: [anObservation({ value: 79 })],
      ...given,
    }),
  );

const told = (before: ReturnType<typeof world>, after: ReturnType<typeof world>) =>
  stateChanges(before, after).map((change) => change.kind);

describe('what would be shown otherwise', () => {
  test.each<[string, Partial<Snapshot>, string[]]>([
    ['nothing, where nothing is other', {}, []],
    [
      'nothing, where a value moves and its verdict stays',
      { observations: [anObservation({ value: 78 })] },
      [],
    ],
    [
      'the indicator whose verdict turns',
      { observations: [anObservation({ value: 80 })] },
      ['indicator'],
    ],
    ['the indicator that is known no more', { observations: [] }, ['indicator']],
    ['the indicator that is judged no more', { targets: [] }, ['indicator']],
    ['the goal that people judge', { judgements: [aJudgement()] }, ['goal']],
    [
      'the activity that people judge',
      { judgements: [aJudgement({ subject: { kind: 'activity', id: 1 } })] },
      ['activity'],
    ],
    [
      'nothing of what was not there before',
      { goals: [aGoal(), aGoal({ id: 2, key: 'mal-2' })] },
      [],
    ],
    ['nothing of what is there no more', { goals: [] }, []],
  ])('%s', (_, given, kinds) => {
    expect(told(world(), world(given))).toEqual(kinds);
  });

  test('goals first, then activities, then indicators, each as it was and as it is', () => {
    const subject = { kind: 'activity', id: 1 } as const;
    const judged = [aJudgement(), aJudgement({ subject })];
    const turned = [
      aJudgement({ said: { kind: 'step', step: RED.key } }),
      aJudgement({ subject, said: { kind: 'ej_bedomt' } }),
    ];
    const changes = stateChanges(
      world({ judgements: judged }),
      world({ judgements: turned, observations: [anObservation({ value: 90 })] }),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['goal', 'activity', 'indicator']);
    const [goal, , indicator] = changes;
    expect(goal).toMatchObject({
      before: { state: { step: { key: GREEN.key } } },
      after: { state: { step: { key: RED.key } } },
    });
    expect(indicator).toMatchObject({
      before: { verdict: { verdict: 'missed' } },
      after: { verdict: { verdict: 'met' } },
    });
  });

  test('also where a forecast becomes an outcome of the same step', () => {
    const [forecast, outcome] = (['forecast', 'outcome'] as const).map((aspect) =>
      world({
        levels: [
          aLevel({ reported: { delar: aspect } }),
          aLevel({ id: 2, key: 'u', holds: 'activity' }),
        ],
        judgements: [aJudgement({ aspect })],
      }),
    ) as [ReturnType<typeof world>, ReturnType<typeof world>];
    expect(told(forecast, outcome)).toEqual(['goal']);
  });
});
