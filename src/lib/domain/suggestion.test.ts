import { describe, expect, test } from 'vitest';
import { aScale, aStep, GREEN, RED, YELLOW } from '../../../tests/builders.ts';
import type { Step } from './model.ts';
import { coverageOf, suggest, underCeiling } from './suggestion.ts';
import type { Part } from './suggestion.ts';

const partOf = (step: Step | null, isLater = false): Part => ({ step, isLater });
const UNKNOWN = partOf(null);
const LATER = partOf(null, true);
const WORST = { kind: 'worst' } as const;

describe('worst', () => {
  test.each<[string, Part[], string | undefined, [of: number, known: number, later: number]]>([
    ['all green', [partOf(GREEN), partOf(GREEN)], 'uppnatt', [2, 2, 0]],
    ['a red among green is seen (B80 M1)', [partOf(GREEN), partOf(RED)], 'ej', [2, 2, 0]],
    ['the red first', [partOf(RED), partOf(GREEN)], 'ej', [2, 2, 0]],
    ['a yellow among green', [partOf(GREEN), partOf(YELLOW)], 'delvis', [2, 2, 0]],
    ['one unknown has no vote: 1 av 2 (B80 M2)', [partOf(GREEN), UNKNOWN], 'uppnatt', [2, 1, 0]],
    ['one not due has no vote', [partOf(YELLOW), LATER, UNKNOWN], 'delvis', [3, 1, 1]],
    ['one known early is known, not later', [partOf(GREEN, true)], 'uppnatt', [1, 1, 0]],
    ['nothing under it (case 8, B80 M3)', [], undefined, [0, 0, 0]],
    ['only what is measured later (case 8)', [LATER, LATER], undefined, [2, 0, 2]],
    ['only unknown', [UNKNOWN], undefined, [1, 0, 0]],
    [
      'steps of a finer scale never flatter',
      [partOf(GREEN), partOf(aStep({ key: 'hog', score: 2 / 3 }))],
      'delvis',
      [2, 2, 0],
    ],
  ])('%s', (_, parts, key, [of, known, later]) => {
    const suggestion = suggest(WORST, aScale(), parts);
    expect(suggestion.step?.key).toBe(key);
    expect(suggestion.policy).toBe('worst');
    expect(suggestion.coverage).toEqual({ of, known, later });
    expect(coverageOf(parts)).toEqual({ of, known, later });
  });
});

test('no policy suggests nothing, and still tells how much is known', () => {
  expect(suggest({ kind: 'none' }, aScale(), [partOf(GREEN), UNKNOWN])).toEqual({
    policy: 'none',
    step: null,
    coverage: { of: 2, known: 1, later: 0 },
  });
});

test.each([
  ['no ceiling', GREEN, null, GREEN],
  ['better than it', GREEN, YELLOW, YELLOW],
  ['on it', YELLOW, YELLOW, YELLOW],
  ['worse than it', RED, YELLOW, RED],
])('under the ceiling: %s', (_, step, ceiling, expected) => {
  expect(underCeiling(step, ceiling)).toBe(expected);
});
