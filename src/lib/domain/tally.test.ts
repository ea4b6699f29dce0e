import { expect, test } from 'vitest';
import { aScale, GREEN, RED, YELLOW } from '../../../tests/builders.ts';
import type { Step } from './model.ts';
import type { NotAStep } from './judgement.ts';
import { tallyOf } from './tally.ts';
import type { Counted } from './tally.ts';

const counted = (one: Step | NotAStep): Counted =>
  typeof one === 'string' ? { kind: one } : { kind: 'step', step: one };

/** As "uppnatt 2, ej_bedomt 1". */
const told = (...states: (Step | NotAStep)[]) =>
  tallyOf(aScale(), states.map(counted))
    .parts.map((part) => `${part.kind === 'step' ? part.step.key : part.kind} ${part.count}`)
    .join(', ');

test.each<[string, (Step | NotAStep)[], string]>([
  ['nobody', [], ''],
  ['a part nobody is in is left out', [RED, GREEN, GREEN], 'uppnatt 2, ej 1'],
  [
    'from the best, then those that are not steps',
    ['ej_bedomt', RED, 'ej_utvarderad', YELLOW, 'mats_senare', GREEN],
    'uppnatt 1, delvis 1, ej 1, mats_senare 1, ej_utvarderad 1, ej_bedomt 1',
  ],
  ['only those that are not steps', ['ej_bedomt', 'ej_bedomt'], 'ej_bedomt 2'],
])('%s', (_, states, expected) => {
  expect(told(...states)).toBe(expected);
  expect(tallyOf(aScale(), states.map(counted)).of).toBe(states.length);
});

test('a part has its step, with colour and words', () => {
  expect(tallyOf(aScale(), [counted(YELLOW)])).toEqual({
    of: 1,
    parts: [{ kind: 'step', step: YELLOW, count: 1 }],
  });
});
