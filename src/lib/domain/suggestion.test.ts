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

describe('shares', () => {
  const limits = [
    { step: 'uppnatt', atLeast: 0.8 },
    { step: 'delvis', atLeast: 0.5 },
  ];
  /** So many green, yellow, unknown and later. */
  const parts = (green: number, yellow: number, unknown = 0, later = 0): Part[] =>
    [partOf(GREEN), partOf(YELLOW), UNKNOWN, LATER].flatMap((part, index) =>
      Array.from<Part>({ length: [green, yellow, unknown, later][index] ?? 0 }).fill(part),
    );

  test.each<[string, Part[], string | undefined, [of: number, known: number, later: number]]>([
    ['80 % is on the limit and reaches it', parts(4, 1), 'uppnatt', [5, 5, 0]],
    ['75 % does not', parts(3, 1), 'delvis', [4, 4, 0]],
    ['50 % is on the next limit', parts(1, 1), 'delvis', [2, 2, 0]],
    ['49 % reaches none: the worst step', parts(49, 51), 'ej', [100, 100, 0]],
    ['none that stands best', parts(0, 3), 'ej', [3, 3, 0]],
    ['all', parts(3, 0), 'uppnatt', [3, 3, 0]],
    ['unknown parts have no vote: 1 av 2 (B80 M2)', parts(1, 0, 1), 'uppnatt', [2, 1, 0]],
    ['nor those measured later', parts(4, 1, 1, 2), 'uppnatt', [8, 5, 2]],
    ['a red among green (B80 M1)', [partOf(GREEN), partOf(RED)], 'delvis', [2, 2, 0]],
    ['nothing under it (case 8, B80 M3)', [], undefined, [0, 0, 0]],
    ['nothing known (case 8)', parts(0, 0, 1, 1), undefined, [2, 0, 1]],
  ])('%s', (_, list, key, [of, known, later]) => {
    const suggestion = suggest({ kind: 'shares', limits }, aScale(), list);
    expect(suggestion.step?.key).toBe(key);
    expect(suggestion).toMatchObject({ policy: 'shares', coverage: { of, known, later } });
  });

  test.each([
    ['in any order', limits.toReversed(), 4, 1, 'uppnatt'],
    ['a limit of nought is always reached', [{ step: 'delvis', atLeast: 0 }], 0, 1, 'delvis'],
    ['a step that the scale has not is no step', [{ step: 'okand', atLeast: 0 }], 1, 0, 'ej'],
    ['a third is a third', [{ step: 'uppnatt', atLeast: 1 / 3 }], 1, 2, 'uppnatt'],
    ['0,7 of ten', [{ step: 'uppnatt', atLeast: 0.1 + 0.6 }], 7, 3, 'uppnatt'],
  ])('limits: %s', (_, given, green, yellow, key) => {
    const policy = { kind: 'shares', limits: given } as const;
    expect(suggest(policy, aScale(), parts(green, yellow)).step?.key).toBe(key);
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
