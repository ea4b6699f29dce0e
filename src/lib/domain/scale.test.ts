import { describe, expect, test } from 'vitest';
import { aScale, aStep, GREEN, RED, YELLOW } from '../../../tests/builders.ts';
import { isBetter, stepByKey, stepForScore, stepForVerdict } from './scale.ts';

const FOUR = aScale({
  steps: [
    aStep({ key: 'helt', score: 1 }),
    aStep({ key: 'hog', score: 2 / 3 }),
    aStep({ key: 'viss', score: 1 / 3 }),
    aStep({ key: 'inte', score: 0 }),
  ],
});
const NONE = aScale({ steps: [] });

test('a step by its key', () => {
  expect(stepByKey(aScale(), 'delvis')).toBe(YELLOW);
  expect(stepByKey(aScale(), 'okand')).toBeNull();
});

test.each([
  ['met', GREEN],
  ['near', YELLOW],
  ['missed', RED],
] as const)('%s lands on its step', (verdict, step) => {
  expect(stepForVerdict(aScale(), verdict)).toBe(step);
});

test('a verdict the scale has no step for lands nowhere', () => {
  expect(stepForVerdict(aScale({ steps: [GREEN, RED] }), 'near')).toBeNull();
});

test.each([
  ['green than yellow', GREEN, YELLOW, true],
  ['yellow than green', YELLOW, GREEN, false],
  ['itself', GREEN, GREEN, false],
  ['one worth the same but for noise', aStep({ score: 0.1 + 0.2 }), aStep({ score: 0.3 }), false],
])('better %s', (_, step, other, expected) => {
  expect(isBetter(step, other)).toBe(expected);
});

describe('a score on another scale never flatters', () => {
  test.each([
    ['best of four on three', aScale(), 1, 'uppnatt'],
    ['second of four on three', aScale(), 2 / 3, 'delvis'],
    ['third of four on three', aScale(), 1 / 3, 'ej'],
    ['worst of four on three', aScale(), 0, 'ej'],
    ['best of three on four', FOUR, 1, 'helt'],
    ['middle of three on four', FOUR, 0.5, 'viss'],
    ['worst of three on four', FOUR, 0, 'inte'],
    ['a third, summed', FOUR, 0.1 + 0.2 + 1 / 30, 'viss'],
    ['two thirds, with noise', FOUR, 1 - 1 / 3, 'hog'],
    ['lower than the worst step is worth', aScale({ steps: [GREEN, YELLOW] }), 0.2, 'delvis'],
    ['higher than the best step is worth', aScale({ steps: [YELLOW, RED] }), 1, 'delvis'],
    ['steps in any order', aScale({ steps: [RED, GREEN, YELLOW] }), 0.9, 'delvis'],
    ['steps in any order, lower than the worst', aScale({ steps: [YELLOW, GREEN] }), 0, 'delvis'],
    ['a scale without steps', NONE, 1, undefined],
  ])('%s', (_, scale, score, key) => {
    expect(stepForScore(scale, score)?.key).toBe(key);
  });

  test('whatever the score', () => {
    for (let score = 0; score <= 1; score += 0.01) {
      for (const scale of [aScale(), FOUR]) {
        expect(stepForScore(scale, score)!.score).toBeLessThanOrEqual(score);
      }
    }
  });
});
