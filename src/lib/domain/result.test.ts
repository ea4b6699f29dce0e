import { expect, test } from 'vitest';
import { err, invariant, ok } from './result.ts';

test('a result has a value or an error', () => {
  expect(ok(85)).toEqual({ ok: true, value: 85 });
  expect(err('bad-number')).toEqual({ ok: false, error: 'bad-number' });
});

test.each([null, undefined, false, 0, ''])(
  'an invariant throws on %j, and says what was meant',
  (is) => {
    expect(() => invariant(is, 'a goal has a level')).toThrow('Invariant: a goal has a level');
  },
);

test('an invariant that holds says nothing', () => {
  expect(() => invariant({}, 'a goal has a level')).not.toThrow();
});
