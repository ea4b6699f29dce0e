import { expect, test } from 'vitest';
import type { TargetRule } from '#lib/domain/rule.ts';
import { assess } from '#lib/domain/target.ts';
import { anIndicator, anObservation, anOccasion, aTarget } from '../../../tests/builders.ts';
import {
  atLeast,
  between,
  BUDGET,
  countBy,
  doneBy,
  keep,
  percent,
  rank,
  WORDS,
} from '../../../tests/rules.ts';
import { bulletFor, bulletOf, WIDTH } from './bullet.ts';

test.each([
  ['value over target', 102, [90]],
  ['value under target', 8, [15]],
  ['a negative value', -5, [10]],
  ['both negative', -8, [-5]],
  ['target zero', 4, [0]],
  ['value zero', 0, [10]],
  ['two marks', 50, [40, 60]],
  ['a mark on either side of zero', -1, [-2, 2]],
])('%s stays inside the box, bar and marks in proportion from zero', (_, value, limits) => {
  const bullet = bulletOf(value, limits);
  expect(bullet).not.toBeNull();
  const { from, to, marks } = bullet!;
  for (const x of [from, to, ...marks]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(WIDTH);
  }
  const zero = value >= 0 ? from : to;
  const end = value >= 0 ? to : from;
  marks.forEach((mark, index) => {
    expect((end - zero) * limits[index]!).toBeCloseTo((mark - zero) * value, 6);
  });
});

test('nothing to draw when all are zero', () => {
  expect(bulletOf(0, [0])).toBeNull();
});

const because = (rule: TargetRule | null, value: number | null) =>
  assess({
    indicator: anIndicator(),
    target: rule && aTarget({ rule }),
    current:
      value === null ? { kind: 'none' } : { kind: 'value', observation: anObservation({ value }) },
    ...{ previous: null, rank: null, occasion: anOccasion() },
  }).because;

test.each<[string, TargetRule | null, number | null, number | null]>([
  ['at least', atLeast(80), 75, 1],
  ['between', between(40, 60), 75, 2],
  ['hold', keep(80, 2), 75, 2],
  ['change', percent(340, 10), 350, 1],
  ['a count by a day', countBy(161), 42, 1],
  ['a place', rank(50), 60, null],
  ['done or not', doneBy(), 1, null],
  ['words', WORDS, 1, null],
  ['a budget', BUDGET, 1, null],
  ['per cent of nought', percent(0, 5), 1, null],
  ['no target', null, 1, null],
  ['no value', atLeast(80), null, null],
])('marks: %s', (_, rule, value, marks) => {
  expect(bulletFor(because(rule, value))?.marks.length ?? null).toBe(marks);
});
