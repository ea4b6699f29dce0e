import { expect, test } from 'vitest';
import { fieldChanges } from './field-changes.ts';

test.each<[unknown, unknown, unknown[]]>([
  [null, null, []],
  [{ a: 1 }, { a: 1 }, []],
  [null, { a: 1, b: null }, [[['a'], undefined, 1]]],
  [{ a: 'x' }, null, [[['a'], 'x', undefined]]],
  [
    { a: 'x', c: '' },
    { a: 'y', b: true },
    [
      [['a'], 'x', 'y'],
      [['b'], undefined, true],
    ],
  ],
  [{ a: { b: 1, c: 2 } }, { a: { b: 3, c: 2 } }, [[['a', 'b'], 1, 3]]],
  [{ a: ['x', 'y'] }, { a: ['x'] }, [[['a'], 'x, y', 'x']]],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [[['a', '0', 'b'], 1, 2]]],
  [{ a: [] }, { a: ['x'] }, [[['a'], undefined, 'x']]],
  [
    { 'a","b': 1 },
    { a: { b: 1 } },
    [
      [['a', 'b'], undefined, 1],
      [['a","b'], 1, undefined],
    ],
  ],
  ['x', 'y', [[[], 'x', 'y']]],
  [0, false, [[[], 0, false]]],
])('from %j to %j', (before, after, changes) => {
  expect(fieldChanges(before, after).map((one) => [one.path, one.before, one.after])).toEqual(
    changes,
  );
});
