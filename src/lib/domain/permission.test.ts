import { describe, expect, test } from 'vitest';
import {
  ACTIONS,
  around,
  covers,
  mayGive,
  mayManage,
  reachOf,
  roleFor,
  ROLES,
} from './permission.ts';
import type { Action, Grant, Role, Where } from './permission.ts';

const GNESTA = 1;
const KALMAR = 2;
const [SOCIAL, SKOLA] = [11, 12];
const HERE: Where = { kommun: GNESTA, namnd: SOCIAL };

/** Written out anew, so that the table is not held against itself. */
const EXPECTED: Readonly<Record<Action, readonly [boolean, boolean, boolean, boolean]>> = {
  'read-open': [true, true, true, true],
  'see-names': [true, true, true, true],
  'see-files': [false, true, true, true],
  'read-in': [false, false, true, true],
  judge: [false, true, true, true],
  'mark-ready': [false, true, true, true],
  publish: [false, false, false, true],
  'remove-bytes': [false, false, false, true],
  'manage-accounts': [false, false, false, true],
  'read-log': [false, false, false, true],
};

describe('every role and every action', () => {
  const rows = ACTIONS.flatMap((action) =>
    ROLES.map((role, at): [Role, Action, boolean] => [role, action, EXPECTED[action][at]!]),
  );
  test.each(rows)('%s, %s: %j', (role, action, may) => {
    const grant: Grant = { role, kommun: GNESTA, namnd: SOCIAL };
    expect(roleFor([grant], action, HERE)).toBe(may ? role : null);
    expect(roleFor([grant], action, { kommun: GNESTA, namnd: SKOLA })).toBeNull();
    expect(roleFor([], action, HERE)).toBeNull();
  });
});

test.each<[Where, Where, boolean]>([
  [{ kommun: null, namnd: null }, HERE, true],
  [{ kommun: null, namnd: null }, { kommun: null, namnd: null }, true],
  [{ kommun: GNESTA, namnd: null }, HERE, true],
  [{ kommun: GNESTA, namnd: null }, { kommun: GNESTA, namnd: null }, true],
  [{ kommun: GNESTA, namnd: null }, { kommun: KALMAR, namnd: null }, false],
  [{ kommun: GNESTA, namnd: null }, { kommun: null, namnd: null }, false],
  [{ kommun: GNESTA, namnd: SOCIAL }, HERE, true],
  [{ kommun: GNESTA, namnd: SOCIAL }, { kommun: GNESTA, namnd: null }, false],
  [{ kommun: GNESTA, namnd: SOCIAL }, { kommun: GNESTA, namnd: SKOLA }, false],
  [{ kommun: KALMAR, namnd: SOCIAL }, HERE, false],
])('a role in %j reaches %j: %j', (grant, at, expected) => {
  expect(covers(grant, at)).toBe(expected);
});

test('somebody with several roles acts in the least that may', () => {
  const grants: Grant[] = [
    { role: 'administrator', kommun: null, namnd: null },
    { role: 'lasare', kommun: GNESTA, namnd: null },
    { role: 'kvalitetsstrateg', kommun: GNESTA, namnd: SOCIAL },
  ];
  expect(roleFor(grants, 'read-open', HERE)).toBe('lasare');
  expect(roleFor(grants, 'judge', HERE)).toBe('kvalitetsstrateg');
  expect(roleFor(grants, 'judge', { kommun: GNESTA, namnd: SKOLA })).toBe('administrator');
  expect(roleFor(grants, 'manage-accounts', HERE)).toBe('administrator');
});

test.each<[Grant, Where, boolean]>([
  [{ role: 'administrator', kommun: GNESTA, namnd: null }, { kommun: GNESTA, namnd: null }, true],
  [{ role: 'administrator', kommun: GNESTA, namnd: null }, HERE, true],
  [{ role: 'administrator', kommun: GNESTA, namnd: null }, { kommun: null, namnd: null }, false],
  [
    { role: 'administrator', kommun: GNESTA, namnd: SOCIAL },
    { kommun: GNESTA, namnd: null },
    false,
  ],
  [{ role: 'kvalitetsstrateg', kommun: null, namnd: null }, HERE, false],
])('%j gives a role in %j: %j', (grant, where, expected) => {
  expect(mayGive([grant], where)).toBe(expected);
});

const IN = (kommun: number | null, namnd: number | null = null): Where => ({ kommun, namnd });
const administrator = (where: Where): Grant => ({ role: 'administrator', ...where });

test.each<[readonly Where[], Where]>([
  [[], IN(null)],
  [[HERE], HERE],
  [[HERE, HERE], HERE],
  [[HERE, IN(GNESTA, SKOLA)], IN(GNESTA)],
  [[HERE, IN(GNESTA)], IN(GNESTA)],
  [[HERE, IN(KALMAR)], IN(null)],
  [[IN(null), HERE], IN(null)],
])('around %j lies %j', (places, least) => {
  expect(around(places)).toEqual(least);
});

test.each<[readonly Grant[], readonly Where[]]>([
  [[], []],
  [[{ role: 'kvalitetsstrateg', ...IN(null) }], []],
  [[administrator(HERE)], [HERE]],
  [[administrator(HERE), administrator(IN(GNESTA))], [IN(GNESTA)]],
  [[administrator(HERE), administrator(HERE)], [HERE]],
  [
    [administrator(IN(KALMAR)), administrator(HERE)],
    [IN(KALMAR), HERE],
  ],
  [[administrator(IN(null)), administrator(IN(KALMAR))], [IN(null)]],
  [[administrator(HERE), { role: 'lasare', ...IN(null) }], [HERE]],
])('who has %j reads the log of %j', (grants, places) => {
  expect(reachOf(grants, 'read-log')).toEqual(places);
});

const EVERYWHERE: Grant = { role: 'administrator', kommun: null, namnd: null };
const OF_GNESTA: Grant = { role: 'administrator', kommun: GNESTA, namnd: null };
test.each<[Grant, readonly Grant[], boolean]>([
  [OF_GNESTA, [{ role: 'lasare', kommun: GNESTA, namnd: SOCIAL }], true],
  [OF_GNESTA, [OF_GNESTA], true],
  // A link to their password would be a link to the other kommun too.
  [OF_GNESTA, [OF_GNESTA, { role: 'lasare', kommun: KALMAR, namnd: null }], false],
  [OF_GNESTA, [EVERYWHERE], false],
  [OF_GNESTA, [], false],
  [EVERYWHERE, [], true],
  [EVERYWHERE, [EVERYWHERE, OF_GNESTA], true],
])('%j manages the account of %j: %j', (grant, theirs, expected) => {
  expect(mayManage([grant], theirs)).toBe(expected);
});
