import { describe, expect, test } from 'vitest';
import {
  aComment,
  aGoal,
  aJudgement,
  aLevel,
  anActivity,
  anIndicator,
  anOccasion,
  aPlan,
  aSnapshot,
  RED,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import { dueOf, isTold } from './due.ts';
import type { TextPart } from './model.ts';
import type { Snapshot } from './snapshot.ts';

const part = (key: string): TextPart => ({ key, title: key, perPlace: false });
const PARTS = [part('orsak'), part('atgard')];
const dueIn = (world: Partial<Snapshot>) => dueOf(assessAll(aSnapshot(world)));
const RED_JUDGED = aJudgement({ said: { kind: 'step', step: RED.key } });

describe('what is due', () => {
  test('comes with what goals are read from first, and measures last', () => {
    const levels = [
      aLevel({ id: 1, key: 'mal' }),
      aLevel({ id: 2, key: 'delmal' }),
      aLevel({ id: 3, key: 'uppdrag', holds: 'activity' }),
    ];
    const due = dueIn({
      levels,
      goals: [aGoal({ id: 1 }), aGoal({ id: 2, key: 'under', level: 2, parents: [1] })],
      activities: [anActivity({ level: 3 })],
      indicators: [anIndicator()],
    });
    expect(due.map(({ subject, key }) => [subject.kind, key])).toEqual([
      ['activity', 'uppdrag-1'],
      ['goal', 'under'],
      ['goal', 'mal-1'],
      ['indicator', 'ind-1'],
    ]);
  });

  test.each<[string, Partial<Snapshot>, readonly string[]]>([
    ['a goal of a level that is not reported', { levels: [aLevel({ reported: {} })] }, []],
    ['a goal that others share', { goals: [aGoal({ namnder: [2] })] }, []],
    ['a goal that this nämnd shares', { goals: [aGoal({ namnder: [1, 2] })] }, ['mal-1']],
    ['a goal that is read through others', { goals: [aGoal({ isJudged: false })] }, []],
    [
      'a goal that others share and that is told of in words',
      { goals: [aGoal({ namnder: [2] })], levels: [aLevel({ reported: { delar: 'words' } })] },
      [],
    ],
    [
      'a measure that is measured at another occasion',
      { goals: [], indicators: [anIndicator({ measuredAt: ['ar'] })] },
      [],
    ],
    [
      'a measure that is measured at this',
      { goals: [], indicators: [anIndicator({ measuredAt: ['delar'] })] },
      ['ind-1'],
    ],
  ])('%s', (_, world, keys) => {
    expect(dueIn({ goals: [aGoal()], ...world }).map(({ key }) => key)).toEqual(keys);
  });

  test('of a measure that is neither judged nor told of, nothing can be said', () => {
    const world = { plans: [aPlan({ indicatorScale: null })], indicators: [anIndicator()] };
    expect(dueIn(world).map(isTold)).toEqual([false]);
    expect(dueIn({ indicators: [anIndicator()] }).map(isTold)).toEqual([true]);
  });

  test('a measure has the roles of what carries it, each once', () => {
    const due = dueIn({
      goals: [aGoal({ owners: ['EC', 'FC'] })],
      activities: [anActivity({ owners: ['EC'], indicators: [1] })],
      indicators: [anIndicator({ goals: [1] })],
    });
    expect(due.at(-1)!.owners).toEqual(['EC', 'FC']);
  });
});

describe('what somebody has yet to say of a goal', () => {
  test.each<[string, Partial<Snapshot>, readonly string[]]>([
    ['not judged', {}, ['judgement']],
    ['green', { judgements: [aJudgement()] }, []],
    ['red, without a word', { judgements: [RED_JUDGED] }, ['orsak', 'atgard']],
    [
      'red, with one of its texts',
      { judgements: [RED_JUDGED], comments: [aComment({ part: 'orsak' })] },
      ['atgard'],
    ],
    [
      'red, with a text of one unit',
      { judgements: [RED_JUDGED], comments: [aComment({ part: 'atgard', place: 7 })] },
      ['orsak'],
    ],
    [
      'red, with a text that was taken away',
      { judgements: [RED_JUDGED], comments: [aComment({ part: 'orsak', body: '' })] },
      ['orsak', 'atgard'],
    ],
    [
      'not evaluated',
      { judgements: [aJudgement({ said: { kind: 'ej_utvarderad' }, reason: 'Drogs in.' })] },
      [],
    ],
    [
      'told of in words',
      { levels: [aLevel({ reported: { delar: 'words' }, textParts: PARTS })] },
      ['orsak', 'atgard'],
    ],
  ])('%s', (_, world, lacks) => {
    const levels = [aLevel({ textParts: PARTS })];
    const [due] = dueIn({ goals: [aGoal()], levels, ...world });
    const told = due!.lacks.map((one) => (one.kind === 'text' ? one.part.key : one.kind));
    expect(told).toEqual(lacks);
  });
});

test.each([
  [true, [], ['svar']],
  [true, [aComment({ subject: { kind: 'indicator', id: 1 }, part: 'svar' })], []],
  [false, [], []],
])('a measure that is answered in words (%j) wants them', (isQualitative, comments, lacks) => {
  const [due] = dueIn({
    plans: [aPlan({ indicatorParts: [part('svar'), part('mer')] })],
    indicators: [anIndicator({ isQualitative })],
    comments,
  });
  expect(due!.isOptional).toBe(!isQualitative);
  expect(due!.lacks.map((one) => one.kind === 'text' && one.part.key)).toEqual(lacks);
});

test('what leans on what is no longer so is said to', () => {
  const world = { goals: [aGoal()], occasion: anOccasion() };
  const judged = (basis: string) => dueIn({ ...world, judgements: [aJudgement({ basis })] })[0]!;
  expect([judged('[]').isOutdated, judged('[1]').isOutdated]).toEqual([false, true]);
});
