import { describe, expect, test } from 'vitest';
import { aScale, aStep, GREEN, RED, YELLOW } from '../../../tests/builders.ts';
import type { Step } from './model.ts';
import type { NotAStep } from './judgement.ts';
import { addTallies, tallyOf } from './tally.ts';
import type { Counted, Tally } from './tally.ts';

const counted = (one: Step | NotAStep): Counted =>
  typeof one === 'string' ? { kind: one } : { kind: 'step', step: one };

const tallyIn = (...states: (Step | NotAStep)[]) => tallyOf(aScale(), states.map(counted));

/** As "uppnatt 2, ej_bedomt 1". */
const told = (tally: Tally) =>
  tally.parts
    .map((part) => `${part.kind === 'step' ? part.step.key : part.kind} ${part.count}`)
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
  expect(told(tallyIn(...states))).toBe(expected);
  expect(tallyIn(...states).of).toBe(states.length);
});

test('a part has its step, with colour and words', () => {
  expect(tallyIn(YELLOW)).toEqual({
    of: 1,
    parts: [{ kind: 'step', step: YELLOW, count: 1 }],
  });
});

describe('tallies on one scale counted together', () => {
  test.each<[string, Tally[], string]>([
    ['none', [], ''],
    ['one is itself', [tallyIn(GREEN, 'ej_bedomt')], 'uppnatt 1, ej_bedomt 1'],
    ['the same parts', [tallyIn(GREEN, RED), tallyIn(GREEN, RED, RED)], 'uppnatt 2, ej 3'],
    [
      'in the order of the steps, whoever has them first',
      [tallyIn('ej_bedomt', RED), tallyIn('mats_senare', YELLOW), tallyIn(GREEN, 'ej_utvarderad')],
      'uppnatt 1, delvis 1, ej 1, mats_senare 1, ej_utvarderad 1, ej_bedomt 1',
    ],
  ])('%s', (_, tallies, expected) => {
    expect(told(addTallies(aScale(), tallies))).toBe(expected);
  });

  test('count everybody, and leave those they were made of alone', () => {
    const [one, two] = [tallyIn(GREEN, GREEN), tallyIn(GREEN, RED, 'ej_bedomt')];
    expect(addTallies(aScale(), [one, two]).of).toBe(5);
    expect([told(one), told(two)]).toEqual(['uppnatt 2', 'uppnatt 1, ej 1, ej_bedomt 1']);
  });

  test('two steps that are worth the same stand in the order of the scale', () => {
    const [first, second] = ['ett', 'tva'].map((key) => aStep({ key, score: 0.5 }));
    const scale = aScale({ steps: [first!, second!] });
    const tallies = [second!, first!].map((step) => tallyOf(scale, [counted(step)]));
    expect(told(addTallies(scale, tallies))).toBe('ett 1, tva 1');
  });
});
