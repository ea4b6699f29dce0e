import { expect, test } from 'vitest';
import type { Role } from './permission.ts';
import { hasEnded } from './session-age.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 26, 12);

test.each<[readonly Role[], number, number, boolean]>([
  [['lasare'], 0, 0, false],
  [['lasare'], 11 * 60, 7 * 60 + 59, false],
  [['lasare'], 11 * 60, 8 * 60, true],
  [[], 60, 59, false],
  [['rapportskrivare'], 60, 29, false],
  [['rapportskrivare'], 60, 30, true],
  [['kvalitetsstrateg'], 60, 30, true],
  [['administrator'], 60, 30, true],
  // One role that writes is enough.
  [['lasare', 'administrator'], 60, 31, true],
  [['administrator'], 12 * 60 - 1, 0, false],
  [['administrator'], 12 * 60, 0, true],
])('%j, %d minutes old, seen %d minutes ago: has ended %j', (roles, age, idle, expected) => {
  const session = { createdAt: NOW - age * MINUTE, seenAt: NOW - idle * MINUTE };
  expect(hasEnded(session, roles, NOW)).toBe(expected);
});
