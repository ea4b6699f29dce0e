import { expect, test } from 'vitest';
import { aMeasure, anObservation } from '../../../tests/builders.ts';
import { fewAnswersOf } from './few-answers.ts';
import type { FewAnswers } from './few-answers.ts';
import type { Measure } from './model.ts';
import type { Observation } from './observation.ts';

const SHARE = aMeasure({ source: 'survey' });
const INDEX = aMeasure({ source: 'hme', unit: '', isShare: false });

test.each<[string, Partial<Observation>, Measure, FewAnswers | null]>([
  ['25 answers move a share 4', { n: 25 }, SHARE, { answers: 25, oneMoves: 4 }],
  ['one answer is all of it', { n: 1 }, SHARE, { answers: 1, oneMoves: 100 }],
  ['an index is not moved by a rule', { n: 25 }, INDEX, { answers: 25, oneMoves: null }],
  [
    'those who answered this question are fewer',
    { n: 30, denominator: 20 },
    SHARE,
    { answers: 20, oneMoves: 5 },
  ],
  [
    'the denominator of an own measure may be days',
    { n: 50, denominator: 20 },
    aMeasure({ source: 'own', isShare: false }),
    { answers: 50, oneMoves: null },
  ],
  [
    'unless it is a share',
    { n: 50, denominator: 20 },
    aMeasure({ source: 'own' }),
    { answers: 20, oneMoves: 5 },
  ],
  ['those who were asked say nothing', { n: 25, asked: 20 }, SHARE, { answers: 25, oneMoves: 4 }],
  ['99 is few', { n: 99 }, INDEX, { answers: 99, oneMoves: null }],
  ['100 is not', { n: 100 }, SHARE, null],
  ['nobody', { n: 0 }, SHARE, null],
  ['not said', { n: null, denominator: 25 }, SHARE, null],
  ['no value', { n: 25, state: 'missing' }, SHARE, null],
  ['a hidden value says nothing', { n: null, state: 'suppressed' }, SHARE, null],
])('%s', (_, given, measure, expected) => {
  expect(fewAnswersOf(anObservation(given as object), measure)).toEqual(expected);
});
