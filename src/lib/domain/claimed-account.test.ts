import { expect, test } from 'vitest';
import { admissionOf } from './claimed-account.ts';
import type { Admission, Newcomer } from './claimed-account.ts';

const NOBODY: Newcomer = {
  ...{ bySubject: null, byEmail: null },
  ...{ hasEmail: true, ownsEmail: true, hasRole: true },
};
const OPEN = { isClosed: false, isAnothers: false };
const CLOSED = { isClosed: true, isAnothers: false };
const ANOTHERS = { isClosed: false, isAnothers: true };

const refused = (why: Extract<Admission, { kind: 'refuse' }>['why']) => ({ kind: 'refuse', why });

test.each<[string, Partial<Newcomer>, unknown]>([
  ['been here', { bySubject: OPEN }, { kind: 'known' }],
  ['been here, and no role', { bySubject: OPEN, hasRole: false }, { kind: 'known' }],
  [
    'been here, and no address',
    { bySubject: OPEN, hasEmail: false, ownsEmail: false },
    { kind: 'known' },
  ],
  [
    'been here, with the address of another',
    { bySubject: OPEN, byEmail: ANOTHERS },
    { kind: 'known' },
  ],
  ['been here, and closed since', { bySubject: CLOSED }, refused('closed')],
  [
    'been here, closed, with the address of another',
    { bySubject: CLOSED, byEmail: OPEN },
    refused('closed'),
  ],
  ['an account', { byEmail: OPEN }, { kind: 'link' }],
  ['an account, and no role by claims', { byEmail: OPEN, hasRole: false }, { kind: 'link' }],
  ['an account that is closed', { byEmail: CLOSED }, refused('closed')],
  ['an account that is another’s', { byEmail: ANOTHERS }, refused('anothers')],
  ['the address of an account', { byEmail: OPEN, ownsEmail: false }, refused('unverified')],
  ['the address of a closed one', { byEmail: CLOSED, ownsEmail: false }, refused('unverified')],
  ['the address of another', { byEmail: ANOTHERS, ownsEmail: false }, refused('unverified')],
  ['nothing yet', {}, { kind: 'make' }],
  ['nothing yet, and an address nobody has verified', { ownsEmail: false }, { kind: 'make' }],
  ['neither account nor role', { hasRole: false }, refused('no-role')],
  ['neither account, role nor address', { hasRole: false, hasEmail: false }, refused('no-role')],
  ['a role and no address', { hasEmail: false, ownsEmail: false }, refused('no-email')],
])('who has %s', (_, newcomer, admission) => {
  expect(admissionOf({ ...NOBODY, ...newcomer })).toEqual(admission);
});
