import { expect, test } from 'vitest';
import {
  aGoal,
  aJudgement,
  aLevel,
  aMeasure,
  anIndicator,
  anObservation,
  aSnapshot,
  aTarget,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { basisOf as basisIn } from './basis.ts';
import type { Snapshot } from './snapshot.ts';

const WORLD: Partial<Snapshot> = {
  goals: [aGoal({ id: 1 })],
  measures: [aMeasure()],
  indicators: [anIndicator({ goals: [1] })],
  targets: [aTarget({ rule: { kind: 'at-most', value: 90, isStrict: false, yellow: null } })],
  observations: [anObservation({ value: 102 })],
};

const basisOf = (change: Partial<Snapshot> = {}) => {
  const assessed = assessAll(aSnapshot({ ...WORLD, ...change }));
  return basisIn(assessed, { kind: 'goal', id: 1 });
};

test('what a judgement leans on is the same for as long as nothing under it changes', () => {
  expect(basisOf()).toBe(basisOf());
  // What it is judged to be is not what it leans on.
  const subject = { kind: 'goal', id: 1 } as const;
  expect(basisOf({ judgements: [aJudgement({ subject })] })).toBe(basisOf());
});

test.each<[string, Partial<Snapshot>]>([
  ['a value', { observations: [anObservation({ value: 103 })] }],
  ['a value that is missing', { observations: [] }],
  [
    'a target',
    { targets: [aTarget({ rule: { kind: 'at-most', value: 91, isStrict: false, yellow: null } })] },
  ],
  ['a measure that is hung elsewhere', { indicators: [anIndicator({ goals: [] })] }],
  [
    'a goal under it',
    { goals: [aGoal({ id: 1 }), aGoal({ id: 2, key: 'under', parents: [1] })], levels: [aLevel()] },
  ],
])('%s that changes changes it', (_, change) => {
  expect(basisOf(change)).not.toBe(basisOf());
});

test('an indicator leans on its value and its target', () => {
  const of = (value: number) =>
    basisIn(assessAll(aSnapshot({ ...WORLD, observations: [anObservation({ value })] })), {
      kind: 'indicator',
      id: 1,
    });
  expect(of(1)).toBe(of(1));
  expect(of(1)).not.toBe(of(2));
});

const SUBJECT = { kind: 'goal', id: 1 } as const;

test.each([
  ['nothing', {}, []],
  ['a value', { observations: [anObservation({ value: 103 })] }, [SUBJECT]],
])('a judgement that was given before %s changed is outdated: %#', (_, change, expected) => {
  const judgements = [aJudgement({ subject: SUBJECT, basis: basisOf() })];
  const assessed = assessAll(aSnapshot({ ...WORLD, ...change, judgements }));
  expect(assessed.outdated).toEqual(expected);
});

test.each([
  ['that was taken from the papers', aJudgement({ subject: SUBJECT, basis: null })],
  [
    'that has been taken back',
    aJudgement({ subject: SUBJECT, said: { kind: 'ej_bedomt' }, basis: '' }),
  ],
])('a judgement %s leans on nothing', (_, judgement) => {
  expect(assessAll(aSnapshot({ ...WORLD, judgements: [judgement] })).outdated).toEqual([]);
});
