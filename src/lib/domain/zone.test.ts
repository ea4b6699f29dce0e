import { describe, expect, test } from 'vitest';
import {
  atLeast,
  atMost,
  over,
  under,
  between,
  keep,
  percent,
  points,
  UP,
  DOWN,
  rank,
  countBy,
  doneBy,
  WORDS,
  BUDGET,
  within,
  share,
  BETTER,
} from '../../../tests/rules.ts';
import { aimOf } from './aim.ts';
import type { Met } from './model.ts';
import type { TargetRule } from './rule.ts';
import { judge } from './target.ts';

/** What the rule says of a number, when nothing has to be waited for. */
function judged(rule: TargetRule, value: number, previous: number | null): string {
  const aim = aimOf(rule, previous);
  return typeof aim === 'string' ? aim : judge(aim, value);
}

type Row = [string, TargetRule, number, Met];

describe('near', () => {
  test.each<Row>([
    ['within five: the target itself', atLeast(80, within(5)), 80, 'met'],
    ['within five: just below', atLeast(80, within(5)), 79.99, 'near'],
    ['within five: on the limit', atLeast(80, within(5)), 75, 'near'],
    ['within five: below it', atLeast(80, within(5)), 74.99, 'missed'],
    ['within five, at most: just above', atMost(80, within(5)), 80.01, 'near'],
    ['within five, at most: on the limit', atMost(80, within(5)), 85, 'near'],
    ['within five, at most: above it', atMost(80, within(5)), 85.01, 'missed'],
    ['keep 80 within one, 79 (case 1)', atLeast(80, within(1)), 79, 'near'],
    ['within one of nought (case 5)', atMost(0, within(1)), 1, 'near'],
    ['within 0,1 of 0,3, with noise (case 10)', atLeast(0.3, within(0.1)), 0.1 + 0.1, 'near'],
    ['B77 H within a half', atLeast(85, within(0.5)), 84.95, 'near'],
    ['within nought is only the target', atLeast(80, within(0)), 79.99, 'missed'],
    ['a tenth: on the limit', atLeast(90, share(0.1)), 81, 'near'],
    ['a tenth: below it', atLeast(90, share(0.1)), 80.99, 'missed'],
    ['a tenth, at most: on the limit', atMost(90, share(0.1)), 99, 'near'],
    ['a tenth, at most: above it', atMost(90, share(0.1)), 99.01, 'missed'],
    ['15 % of 100 is 15, whatever binary says', atLeast(100, share(0.15)), 85, 'near'],
    ['a tenth of minus ten is one: on the limit', atLeast(-10, share(0.1)), -11, 'near'],
    ['a tenth of minus ten is one: below it', atLeast(-10, share(0.1)), -11.01, 'missed'],
    ['a tenth of minus ten, at most', atMost(-10, share(0.1)), -9, 'near'],
    ['a tenth of minus ten, at most: above it', atMost(-10, share(0.1)), -8.99, 'missed'],
    ['a tenth of nought is nothing: on it', atMost(0, share(0.1)), 0, 'met'],
    ['a tenth of nought is nothing: above it', atMost(0, share(0.1)), 0.01, 'missed'],
  ])('%s', (_, rule, value, expected) => {
    expect(judged(rule, value, null)).toBe(expected);
  });

  test.each<[string, TargetRule, number, number | null, Met]>([
    ['at least, better', atLeast(80, BETTER), 75, 70, 'near'],
    ['at least, level is not better', atLeast(80, BETTER), 75, 75, 'missed'],
    ['at least, level but for noise', atLeast(1, BETTER), 0.1 + 0.2, 0.3, 'missed'],
    ['at least, worse', atLeast(80, BETTER), 70, 75, 'missed'],
    ['at least, nothing to compare with', atLeast(80, BETTER), 75, null, 'missed'],
    ['at least, reached though worse', atLeast(80, BETTER), 81, 90, 'met'],
    ['at least, worse than one that had reached', atLeast(80, BETTER), 79, 90, 'missed'],
    ['at most, better', atMost(90, BETTER), 100, 120, 'near'],
    ['at most, level', atMost(90, BETTER), 100, 100, 'missed'],
    ['at most, worse', atMost(90, BETTER), 120, 100, 'missed'],
    ['at most, nothing to compare with', atMost(90, BETTER), 100, null, 'missed'],
    ['better than nought', atLeast(80, BETTER), 1, 0, 'near'],
    ['B77 C: 100 on the way from 200 to nought', atMost(0, BETTER), 100, 200, 'near'],
  ])('better than before: %s', (_, rule, value, previous, expected) => {
    expect(judged(rule, value, previous)).toBe(expected);
  });

  test.each<[string, TargetRule, number | null, unknown]>([
    ['none', atLeast(80), 70, null],
    ['in the unit', atLeast(80, within(5)), 70, { low: 75, high: null }],
    ['as a share', atMost(80, share(0.25)), 70, { low: null, high: 100 }],
    ['from before', atMost(80, BETTER), 90, { low: null, high: 90 }],
    ['from before, and there is nothing', atMost(80, BETTER), null, null],
    ['on both sides', between(40, 60, within(5)), null, { low: 35, high: 65 }],
    ['on both sides, each its own share', between(40, 60, share(0.1)), null, { low: 36, high: 66 }],
    ['nearer than before, from below', keep(80, 2, BETTER), 70, { low: 70, high: 90 }],
    ['nearer than before, from above', keep(80, 2, BETTER), 90, { low: 70, high: 90 }],
    ['nearer than what was inside is nowhere', keep(80, 2, BETTER), 81, { low: 78, high: 82 }],
  ])('has its limits, to be drawn and told: %s', (_, rule, previous, expected) => {
    const aim = aimOf(rule, previous);
    const near = typeof aim === 'string' ? null : aim.near;
    expect(near && { low: near.low?.at ?? null, high: near.high?.at ?? null }).toEqual(expected);
  });

  /** Just outside the yellow, on its edge, and just outside the target. */
  test.each<[string, TargetRule, readonly [number, number, number], string]>([
    ['over, within', over(80, within(5)), [74.9, 75, 80], 'missed near near'],
    ['under, within', under(80, within(5)), [85.1, 85, 80], 'missed near near'],
    ['over, a share', over(80, share(0.1)), [71.9, 72, 80], 'missed near near'],
    ['under, a share', under(80, share(0.1)), [88.1, 88, 80], 'missed near near'],
    ['over, better', over(80, BETTER), [70, 70.1, 80], 'missed near near'],
    ['under, better', under(80, BETTER), [90.1, 89.9, 80], 'missed near near'],
    ['between, within, below', between(40, 60, within(5)), [34.9, 35, 39], 'missed near near'],
    ['between, within, above', between(40, 60, within(5)), [65.1, 65, 61], 'missed near near'],
    ['between, a share, below', between(40, 60, share(0.1)), [35.9, 36, 39], 'missed near near'],
    ['between, a share, above', between(40, 60, share(0.1)), [66.1, 66, 61], 'missed near near'],
    ['hold, within, below', keep(80, 2, within(1)), [76.9, 77, 77.9], 'missed near near'],
    ['hold, within, above', keep(80, 2, within(1)), [83.1, 83, 82.1], 'missed near near'],
    ['hold, a share, above', keep(80, 2, share(0.5)), [123.1, 123, 82.1], 'missed near near'],
    ['change, within', percent(340, 10, within(4)), [369, 370, 373], 'missed near near'],
    ['change, a share', points(62, -2, share(0.1)), [66.1, 66, 61], 'missed near near'],
  ])('every kind: %s', (_, rule, values, expected) => {
    const previous = rule.kind === 'at-most' ? 90 : 70;
    expect(values.map((value) => judged(rule, value, previous)).join(' ')).toBe(expected);
  });

  test.each<[string, TargetRule, number, number, Met]>([
    ['nearer from the same side', between(40, 60, BETTER), 35, 30, 'near'],
    ['as near from the same side', between(40, 60, BETTER), 30, 30, 'missed'],
    ['nearer from the other side', between(40, 60, BETTER), 65, 30, 'near'],
    ['as near from the other side', between(40, 60, BETTER), 70, 30, 'missed'],
    ['farther from the other side', between(40, 60, BETTER), 71, 30, 'missed'],
    ['nearer, from above', keep(80, 2, BETTER), 77, 90, 'near'],
    ['it was inside', keep(80, 2, BETTER), 77, 80, 'missed'],
    ['change, better', percent(340, 10, BETTER), 350, 340, 'near'],
    ['change, level', percent(340, 10, BETTER), 340, 340, 'missed'],
    ['level with a small one beside a large limit', atLeast(1_000_000, BETTER), 0.3, 0.3, 'missed'],
  ])('better than before, on either side: %s', (_, rule, value, previous, expected) => {
    expect(judged(rule, value, previous)).toBe(expected);
  });
});

describe('every kind, below, on and above', () => {
  test.each<[string, TargetRule, readonly [number, number, number], string]>([
    ['at least', atLeast(80), [79, 80, 81], 'missed met met'],
    ['over', over(80), [79, 80, 81], 'missed missed met'],
    ['over, but for noise', over(0.3), [0.29, 0.1 + 0.2, 0.31], 'missed missed met'],
    ['at most', atMost(80), [79, 80, 81], 'met met missed'],
    ['under', under(80), [79, 80, 81], 'met missed missed'],
    ['over nought (case 5)', over(0), [-1, 0, 1], 'missed missed met'],
    ['between, its low end', between(40, 60), [39.9, 40, 40.1], 'missed met met'],
    ['between, its high end', between(40, 60), [59.9, 60, 60.1], 'met met missed'],
    ['between nought and nought', between(0, 0), [-1, 0, 1], 'missed met missed'],
    ['hold, its low end (case 1)', keep(80, 2), [77.9, 78, 78.1], 'missed met met'],
    ['hold, its high end (case 1)', keep(80, 2), [81.9, 82, 82.1], 'met met missed'],
    ['hold, exactly (case 1)', keep(80, 0), [79, 80, 81], 'missed met missed'],
    ['hold, with noise (case 10)', keep(0.3, 0.1), [0.19, 0.2, 0.4], 'missed met met'],
    ['10 % more than 340', percent(340, 10), [373, 374, 375], 'missed met met'],
    ['10 % less than 340', percent(340, -10), [305, 306, 307], 'met met missed'],
    ['10 % better than −100', percent(-100, 10), [-91, -90, -89], 'missed met met'],
    ['3 more than 62', points(62, 3), [64, 65, 66], 'missed met met'],
    ['3 less than 62', points(62, -3), [58, 59, 60], 'met met missed'],
    ['3 more than nought', points(0, 3), [2, 3, 4], 'missed met met'],
    ['10 % more than nought', percent(0, 10), [-1, 0, 1], 'no-base no-base no-base'],
    ['a reported place', rank(50), [49, 50, 51], 'met met missed'],
    ['a count by a day', countBy(161), [160, 161, 162], 'missed met met'],
    ['done by a day', doneBy(), [0, 1, 2], 'missed met met'],
    ['words', WORDS, [0, 1, 2], 'words-only words-only words-only'],
    ['a budget', BUDGET, [1199, 1200, 1201], 'reference reference reference'],
  ])('%s', (_, rule, values, expected) => {
    expect(values.map((value) => judged(rule, value, null)).join(' ')).toBe(expected);
  });

  test.each<[string, TargetRule, readonly [number, number, number], string]>([
    ['more than before', UP, [69, 70, 71], 'missed missed met'],
    ['less than before', DOWN, [69, 70, 71], 'met missed missed'],
  ])('%s', (_, rule, values, expected) => {
    expect(values.map((value) => judged(rule, value, 70)).join(' ')).toBe(expected);
    expect(judged(rule, 70, null)).toBe('no-previous');
  });

  test('more than before is not the noise of binary', () => {
    expect(judged(UP, 0.1 + 0.2, 0.3)).toBe('missed');
  });

  /** Just outside the yellow, on its edge, and just outside the target. */
  test.each<[string, TargetRule, readonly [number, number, number], string]>([
    ['over, within', over(80, within(5)), [74.9, 75, 80], 'missed near near'],
    ['under, within', under(80, within(5)), [85.1, 85, 80], 'missed near near'],
    ['over, a share', over(80, share(0.1)), [71.9, 72, 80], 'missed near near'],
    ['under, a share', under(80, share(0.1)), [88.1, 88, 80], 'missed near near'],
    ['over, better', over(80, BETTER), [70, 70.1, 80], 'missed near near'],
    ['under, better', under(80, BETTER), [90.1, 89.9, 80], 'missed near near'],
    ['between, within, below', between(40, 60, within(5)), [34.9, 35, 39], 'missed near near'],
    ['between, within, above', between(40, 60, within(5)), [65.1, 65, 61], 'missed near near'],
    ['between, a share, below', between(40, 60, share(0.1)), [35.9, 36, 39], 'missed near near'],
    ['between, a share, above', between(40, 60, share(0.1)), [66.1, 66, 61], 'missed near near'],
    ['hold, within, below', keep(80, 2, within(1)), [76.9, 77, 77.9], 'missed near near'],
    ['hold, within, above', keep(80, 2, within(1)), [83.1, 83, 82.1], 'missed near near'],
    ['hold, a share, above', keep(80, 2, share(0.5)), [123.1, 123, 82.1], 'missed near near'],
    ['change, within', percent(340, 10, within(4)), [369, 370, 373], 'missed near near'],
    ['change, a share', points(62, -2, share(0.1)), [66.1, 66, 61], 'missed near near'],
  ])('every kind: %s', (_, rule, values, expected) => {
    const previous = rule.kind === 'at-most' ? 90 : 70;
    expect(values.map((value) => judged(rule, value, previous)).join(' ')).toBe(expected);
  });

  test.each<[string, TargetRule, number, number, Met]>([
    ['nearer from the same side', between(40, 60, BETTER), 35, 30, 'near'],
    ['as near from the same side', between(40, 60, BETTER), 30, 30, 'missed'],
    ['nearer from the other side', between(40, 60, BETTER), 65, 30, 'near'],
    ['as near from the other side', between(40, 60, BETTER), 70, 30, 'missed'],
    ['farther from the other side', between(40, 60, BETTER), 71, 30, 'missed'],
    ['nearer, from above', keep(80, 2, BETTER), 77, 90, 'near'],
    ['it was inside', keep(80, 2, BETTER), 77, 80, 'missed'],
    ['change, better', percent(340, 10, BETTER), 350, 340, 'near'],
    ['change, level', percent(340, 10, BETTER), 340, 340, 'missed'],
    ['level with a small one beside a large limit', atLeast(1_000_000, BETTER), 0.3, 0.3, 'missed'],
  ])('better than before, on either side: %s', (_, rule, value, previous, expected) => {
    expect(judged(rule, value, previous)).toBe(expected);
  });
});

test.each<[string, TargetRule, boolean]>([
  ['a share of nought', atMost(0, share(0.1)), false],
  ['nothing', atMost(5, within(0)), false],
  ['a share of one end of a span', between(0, 60, share(0.1)), true],
])('a yellow without a width is none: %s', (_, rule, hasNear) => {
  expect(aimOf(rule, null)).toMatchObject({ near: hasNear ? {} : null });
});
