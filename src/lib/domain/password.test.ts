import { expect, test } from 'vitest';
import { checkPassword } from './password.ts';
import type { PasswordFault } from './password.ts';

const OWN = ['Anna Lundqvist', 'anna.lundqvist@gnesta.se'];
const isCommon = (password: string) => password === 'passwordpassword';

test.each<[string, PasswordFault | null]>([
  ['', 'too-short'],
  ['elva tecken', 'too-short'],
  ['tolv tecken!', null],
  ['åäöåäöåäöåä', 'too-short'],
  ['👩‍👩‍👧‍👦ab', 'too-short'],
  ['a'.repeat(12), null],
  ['     blanksteg räknas', null],
  ['x'.repeat(256), null],
  ['x'.repeat(257), 'too-long'],
  ['PasswordPassword', 'common'],
  ['lundqvist123', 'own-name'],
  ['LUNDQVIST2026', 'own-name'],
  ['gnesta gnesta', 'own-name'],
  ['lundqvist bor vid sjön', null],
  // Short words are in every other.
  ['annandagspromenad', null],
])('%j: %s', (password, fault) => {
  const found = checkPassword(password, OWN, isCommon);
  expect(found).toEqual(
    fault === null ? { ok: true, value: password } : { ok: false, error: fault },
  );
});
