import { expect, test } from 'vitest';
import type { TargetRule } from '#lib/domain/model.ts';
import { aTarget } from '../../../tests/builders.ts';
import { bulletOf, WIDTH } from './bullet.ts';

const against = (value: number) => {
  const rule: TargetRule = { kind: 'at-most', value, yellow: null };
  return aTarget({ rule });
};

test.each([
  ['value over target', 102, 90],
  ['value under target', 8, 15],
  ['a negative value', -5, 10],
  ['both negative', -8, -5],
  ['target zero', 4, 0],
  ['value zero', 0, 10],
])('%s stays inside the box, bar and mark in proportion from zero', (_, value, limit) => {
  const bullet = bulletOf(value, against(limit));
  expect(bullet).not.toBeNull();
  const { from, to, mark } = bullet!;
  for (const x of [from, to, mark]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(WIDTH);
  }
  const zero = value >= 0 ? from : to;
  const end = value >= 0 ? to : from;
  expect((end - zero) * limit).toBeCloseTo((mark - zero) * value, 6);
});

test('nothing to draw when both are zero', () => {
  expect(bulletOf(0, against(0))).toBeNull();
});
