import { describe, expect, test } from 'vitest';
import type { Claims } from '#lib/domain/claims.ts';
import type { Grant } from '#lib/domain/permission.ts';
import { firstLink } from '#lib/server/account-links.ts';
import { close, give, reopen, take } from '#lib/server/accounts.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as grants from '#lib/server/db/grants.ts';
import * as persons from '#lib/server/db/persons.ts';
import { admit } from '#lib/server/oidc/admit.ts';
import type { RoleRow } from '#lib/server/oidc/role-file.ts';
import { unknownIn } from '#lib/server/oidc/role-rules.ts';
import type { OidcSettings } from '#lib/server/oidc/settings.ts';
import { unlink } from '#lib/server/oidc/unlink.ts';
import { readUser } from '#lib/server/signed-in.ts';
import { aPerson } from '../accounts.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';

/* Who the provider says somebody is, and what becomes of it here. What the provider says is tried in tests/e2e. */

const row = (
  värde: string,
  roll: string,
  kommun: string | null = null,
  nämnd: string | null = null,
): RoleRow => ({
  ...{ värde, roll, kommun, nämnd },
});

const SETTINGS: OidcSettings = {
  ...{ issuer: 'https://id.example.se', clientId: 'fyren', clientSecret: null, scope: 'openid' },
  rolesClaim: 'groups',
  roles: [
    row('SOC', 'rapportskrivare', 'gnesta', 'socialnamnden'),
    row('STAB', 'Kvalitetsstrateg', 'gnesta'),
    row('IT', 'administratör'),
    row('NY', 'läsare', 'gnesta', 'ny-namnd'),
  ],
  ...{ label: 'Logga in', trustsEmail: false, redirectUri: 'https://fyren.se/logga-in/oidc/svar' },
};

const KARIN: Claims = {
  ...{ name: 'Karin Berg', email: 'karin@gnesta.se', email_verified: true, groups: ['SOC'] },
};

type Options = {
  readonly subject?: string;
  readonly issuer?: string;
  readonly settings?: Partial<OidcSettings>;
  readonly signedIn?: number;
};

/** Signs in as somebody of the provider. */
function arrive(db: Db, claims: Claims, options: Options = {}) {
  const { subject = 's-1', issuer = 'https://id.example.se', settings = {}, signedIn } = options;
  const identity = { issuer, subject, claims };
  const asked = { settings: { ...SETTINGS, ...settings }, identity, signedIn: signedIn ?? null };
  const { outcome, notes } = admit(db, NOW, asked);
  const user = outcome.ok ? readUser(db, outcome.value.token, NOW) : null;
  return { user, refused: outcome.ok ? null : outcome.error, notes };
}

const rolesOf = (db: Db, id: number) =>
  grants.listOf(db, id).map(({ role, isClaimed }) => `${role}${isClaimed ? '*' : ''}`);

const logOf = (db: Db) =>
  db.$client
    .prepare("SELECT action, actor, reason, via FROM log WHERE entity = 'person' ORDER BY seq")
    .all() as { action: string; actor: string; reason: string | null; via: string }[];

const actionsOf = (db: Db) => logOf(db).map(({ action }) => action);
const READER: Grant = { role: 'lasare', kommun: null, namnd: null };

describe('the first time', () => {
  test('somebody with a role gets an account and the role, each of them in the log', () => {
    const db = gnestaDb();
    const { kommun, namnd } = gnestaIn(db);
    const { user, notes } = arrive(db, KARIN);
    expect(user).toMatchObject({ name: 'Karin Berg', email: 'karin@gnesta.se' });
    expect(user!.grants).toMatchObject([
      { role: 'rapportskrivare', kommun: kommun.id, namnd: namnd.id },
    ]);
    expect(rolesOf(db, user!.person!)).toEqual(['rapportskrivare*']);
    expect(notes).toEqual([]);
    const by = { actor: 'Karin Berg', reason: 'enligt kommunens inloggning', via: 'web' };
    expect(logOf(db)).toEqual([
      { action: 'account.make', ...by },
      { action: 'role.give', ...by },
    ]);
    expect(db.$client.prepare('SELECT count(*) FROM login_try').pluck().get()).toBe(0);
  });

  test.each<[string, Claims, string]>([
    ['in no group that gives a role', { ...KARIN, groups: ['ALLA'] }, 'no-role'],
    ['in no group', { ...KARIN, groups: undefined }, 'no-role'],
    ['in a group of a nämnd that is not there', { ...KARIN, groups: ['NY'] }, 'no-role'],
    [
      'in more groups than are told',
      { ...KARIN, groups: undefined, _claim_names: { groups: 'src1' } },
      'overage',
    ],
    ['without an address', { ...KARIN, email: undefined }, 'no-email'],
    ['with an address that is none', { ...KARIN, email: 'karin' }, 'no-email'],
  ])('somebody %s gets no account', (_, claims, refused) => {
    const db = gnestaDb();
    expect(arrive(db, claims)).toMatchObject({ user: null, refused });
    expect(persons.list(db)).toEqual([]);
    expect(actionsOf(db)).toEqual([]);
  });

  test('is tied to the account that has the verified address, and keeps what was given by hand', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [READER], NOW);
    const claims = { ...KARIN, email: 'KARIN@example.se' };
    expect(arrive(db, claims).user).toMatchObject({ person: id, name: 'Karin Berg' });
    expect(rolesOf(db, id)).toEqual(['lasare', 'rapportskrivare*']);
    expect(actionsOf(db)).toEqual([
      'account.connect',
      'account.name',
      'account.email',
      'role.give',
    ]);
    expect(persons.read(db, id)!.passwordHash).not.toBeNull();
    expect(arrive(db, { ...claims, groups: [] }).user).toMatchObject({ person: id });
    expect(rolesOf(db, id)).toEqual(['lasare']);
  });

  test.each<[string, Claims, Options, string | null]>([
    ['nobody has verified', { email_verified: false }, {}, 'unverified'],
    ['nothing is said of', { email_verified: undefined }, {}, 'unverified'],
    ['is verified, as a text', { email_verified: 'true' }, {}, null],
    ['is trusted', { email_verified: undefined }, { settings: { trustsEmail: true } }, null],
  ])('with an address that has an account and %s: %j', async (_, more, options, refused) => {
    const db = gnestaDb();
    await aPerson(db, 'Karin', [READER], NOW);
    const claims = { ...KARIN, email: 'karin@example.se', ...more };
    expect(arrive(db, claims, options).refused).toBe(refused);
  });

  test('who is signed in to the account with that address ties it to themselves, and nobody else does', async () => {
    const db = gnestaDb();
    const karin = await aPerson(db, 'Karin', [READER], NOW);
    const olle = await aPerson(db, 'Olle', [READER], NOW);
    const claims = { ...KARIN, email: karin.email, email_verified: false };
    expect(arrive(db, claims, { signedIn: olle.id }).refused).toBe('unverified');
    expect(arrive(db, claims, { signedIn: karin.id }).user).toMatchObject({ person: karin.id });
    expect(arrive(db, claims).user).toMatchObject({ person: karin.id });
  });

  test('leaves the link of the first administrator as long as there is none', () => {
    const db = gnestaDb();
    expect(arrive(db, KARIN).user).not.toBeNull();
    expect(firstLink(db, NOW)).not.toBeNull();
    expect(arrive(db, { ...KARIN, groups: ['IT'] }).user).not.toBeNull();
    expect(firstLink(db, NOW)).toBeNull();
  });
});

describe('the next time', () => {
  test('the account is found by the subject, and follows name, address and roles', () => {
    const db = gnestaDb();
    const first = arrive(db, KARIN).user!.person!;
    const before = actionsOf(db).length;
    expect(arrive(db, KARIN).user!.person).toBe(first);
    expect(actionsOf(db)).toHaveLength(before);
    const married = { ...KARIN, name: 'Karin Ek', email: 'karin.ek@gnesta.se', groups: ['STAB'] };
    expect(arrive(db, married).user).toMatchObject({ person: first, name: 'Karin Ek' });
    expect(persons.read(db, first)).toMatchObject({
      email: 'karin.ek@gnesta.se',
      emailFolded: 'karin.ek@gnesta.se',
    });
    expect(rolesOf(db, first)).toEqual(['kvalitetsstrateg*']);
    expect(actionsOf(db).slice(before)).toEqual([
      ...['account.name', 'account.email', 'role.give', 'role.take'],
    ]);
    expect(JSON.stringify(db.$client.prepare('SELECT * FROM log').all())).not.toContain('karin');
  });

  test('what the provider leaves out stays', () => {
    const db = gnestaDb();
    const { person } = arrive(db, KARIN).user!;
    const { user } = arrive(db, { groups: ['SOC'] });
    expect(user).toMatchObject({ person, name: 'Karin Berg', email: 'karin@gnesta.se' });
  });

  test('an address that another has stays theirs', () => {
    const db = gnestaDb();
    const olle = { ...KARIN, name: 'Olle', email: 'olle@gnesta.se' };
    arrive(db, olle, { subject: 's-2' });
    arrive(db, KARIN);
    const { user, notes } = arrive(db, { ...KARIN, email: 'OLLE@gnesta.se' });
    expect(user).toMatchObject({ email: 'karin@gnesta.se' });
    expect(notes).toEqual(['email-taken']);
  });

  test('the same subject of another issuer is somebody else', () => {
    const db = gnestaDb();
    const karin = arrive(db, KARIN).user!;
    const other = { ...KARIN, email: 'annan@gnesta.se' };
    const { user } = arrive(db, other, { issuer: 'https://annan.example.se' });
    expect(user!.person).not.toBe(karin.person);
  });

  test('another subject with the address is refused, and let in once the account is parted from the first', async () => {
    const db = gnestaDb();
    await aPerson(db, 'Bo', [{ ...READER, role: 'administrator' }], NOW);
    const person = arrive(db, KARIN).user!.person!;
    const anew = () => arrive(db, KARIN, { subject: 's-2' });
    expect(anew().refused).toBe('anothers');
    expect(unlink(db, ACTOR, NOW, persons.read(db, person)!).ok).toBe(true);
    expect(rolesOf(db, person)).toEqual([]);
    expect(anew().user).toMatchObject({ person });
    expect(arrive(db, KARIN).refused).toBe('anothers');
  });

  test('when the kommun has changed provider the account follows the verified address', () => {
    const db = gnestaDb();
    const { person } = arrive(db, KARIN).user!;
    const { user } = arrive(db, KARIN, { issuer: 'https://ny.example.se', subject: 'n-1' });
    expect(user!.person).toBe(person);
  });

  test('a closed account is closed, by its subject and by its address, until it is opened', () => {
    const db = gnestaDb();
    const { person } = arrive(db, KARIN).user!;
    const seen = () => persons.read(db, person!)!;
    expect(close(db, ACTOR, NOW, seen()).ok).toBe(true);
    expect(arrive(db, KARIN).refused).toBe('closed');
    expect(arrive(db, { ...KARIN, email: 'annan@gnesta.se' }).refused).toBe('closed');
    expect(arrive(db, KARIN, { subject: 's-2', issuer: 'https://ny.se' }).refused).toBe('closed');
    expect(reopen(db, ACTOR, NOW, seen()).ok).toBe(true);
    expect(arrive(db, KARIN).user).toMatchObject({ person });
  });
});

describe('roles', () => {
  test('that were taken here come back, and those that both give are given once and stay', () => {
    const db = gnestaDb();
    const id = arrive(db, KARIN).user!.person!;
    const seen = () => persons.read(db, id)!;
    const [held] = grants.listOf(db, id);
    expect(take(db, ACTOR, NOW, seen(), held!.id).ok).toBe(true);
    expect(rolesOf(db, id)).toEqual([]);
    arrive(db, KARIN);
    expect(rolesOf(db, id)).toEqual(['rapportskrivare*']);
    const again = grants.listOf(db, id)[0]!;
    expect(take(db, ACTOR, NOW, seen(), again.id).ok).toBe(true);
    const { role, kommun, namnd } = again;
    expect(give(db, ACTOR, NOW, seen(), { role, kommun, namnd }).ok).toBe(true);
    arrive(db, KARIN);
    arrive(db, { ...KARIN, groups: [] });
    expect(rolesOf(db, id)).toEqual(['rapportskrivare']);
  });

  test('make the account another than it was seen, and only when they change', () => {
    const db = gnestaDb();
    const id = arrive(db, KARIN).user!.person!;
    const { rev } = persons.read(db, id)!;
    arrive(db, KARIN);
    expect(persons.read(db, id)!.rev).toBe(rev);
    arrive(db, { ...KARIN, groups: ['STAB'] });
    expect(persons.read(db, id)!.rev).toBeGreaterThan(rev);
  });

  test.each<[string, Claims, readonly string[], readonly string[]]>([
    ['absent', { groups: undefined }, [], ['absent']],
    ['too many', { _claim_names: { groups: 'src1' } }, [], ['overage']],
    ['a text', { groups: 'STAB' }, ['kvalitetsstrateg*'], ['single']],
    ['a number', { groups: 7 }, [], ['odd']],
  ])('of a claim that is %s are those that are sure, and it is told', (_, more, roles, notes) => {
    const db = gnestaDb();
    const id = arrive(db, KARIN).user!.person!;
    expect(arrive(db, { ...KARIN, ...more }).notes).toEqual(notes);
    expect(rolesOf(db, id)).toEqual(roles);
  });

  test('without a file of groups nothing is read, and those that came from one end', () => {
    const db = gnestaDb();
    const id = arrive(db, KARIN).user!.person!;
    const { notes } = arrive(db, { ...KARIN, groups: undefined }, { settings: { roles: [] } });
    expect([notes, rolesOf(db, id)]).toEqual([[], []]);
  });

  test('the last administrator stays one, until there is another', () => {
    const db = gnestaDb();
    const boss = { ...KARIN, groups: ['IT'] };
    const id = arrive(db, boss).user!.person!;
    const seen = () => persons.read(db, id)!;
    expect(close(db, ACTOR, NOW, seen())).toEqual({ ok: false, error: 'last' });
    expect(unlink(db, ACTOR, NOW, seen())).toEqual({ ok: false, error: 'last' });
    expect(arrive(db, KARIN).notes).toEqual(['last-administrator']);
    expect(rolesOf(db, id)).toEqual(['administrator*', 'rapportskrivare*']);
    arrive(db, { ...boss, email: 'bo@gnesta.se' }, { subject: 's-2' });
    expect(arrive(db, KARIN).notes).toEqual([]);
    expect(rolesOf(db, id)).toEqual(['rapportskrivare*']);
  });

  test('that the file names and that are not here are named, and give nothing', () => {
    const db = gnestaDb();
    const rows = [...SETTINGS.roles, row('A', 'chef', 'gnesta'), row('B', 'läsare', 'ingenstans')];
    expect(unknownIn(db, rows)).toEqual([
      expect.stringContaining(
        'gruppen ”NY” ger ingen roll, för nämnden ”ny-namnd” i gnesta finns inte',
      ),
      expect.stringContaining('gruppen ”A” ger ingen roll, för rollen ”chef” finns inte'),
      expect.stringContaining('gruppen ”B” ger ingen roll, för kommunen ”ingenstans” finns inte'),
    ]);
  });
});
