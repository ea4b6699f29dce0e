import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

test.each([
  ['password', true],
  ['qwerty123456', true],
  ['password2026!', true],
  ['sommar2026!!', true],
  ['lösenord1234', true],
  ['aaaaaaaaaaaa', true],
  ['abcabcabcabc', true],
  ['123412341234', true],
  ['198102240000', true],
  ['gnestagnesta', true],
  ['fyrtornet blinkar', false],
  ['rätt häst batteri klammer', false],
  ['tre gula bussar 12', false],
  ['x7Kq2mVp9wLz', false],
])('%j is used by many: %j', (password, expected) => {
  expect(isCommonPassword(password)).toBe(expected);
});
