import { describe, expect, test, vi } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import { firstLink, newLink, readLink } from '#lib/server/account-links.ts';
import { close, give, invite, reopen, take } from '#lib/server/accounts.ts';
import { accept, changePassword } from '#lib/server/choose-password.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as grants from '#lib/server/db/grants.ts';
import * as persons from '#lib/server/db/persons.ts';
import { readUser } from '#lib/server/signed-in.ts';
import { signIn } from '#lib/server/sign-in.ts';
import { aPerson, PASSWORD, signedIn } from '../accounts.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';

/* An account from its first link to the day it is closed. */

// Every password takes a third of a second, and more where other tests run beside.
vi.setConfig({ testTimeout: 60_000 });

const ADMINISTRATOR: Grant = { role: 'administrator', kommun: null, namnd: null };
const READER: Grant = { role: 'lasare', kommun: null, namnd: null };
const OTHER = 'en annan lång mening';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const KARIN = { name: 'Karin Berg', email: 'karin.berg@gnesta.se' };

const at = (db: Db, email: string, password: string, now = NOW, address = '192.0.2.1') =>
  signIn(db, now, { email, password, address });

/** The token of a link that somebody makes for who has forgotten. */
function linkFor(db: Db, id: number, actor = ACTOR): string {
  const made = newLink(db, actor, NOW, persons.read(db, id)!);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const logOf = (db: Db) =>
  db.$client
    .prepare("SELECT action, actor, person, after FROM log WHERE entity = 'person' ORDER BY seq")
    .all() as { action: string; actor: string; person: number | null; after: string | null }[];

describe('the first administrator', () => {
  test('is made by the link of the log, once', async () => {
    const db = gnestaDb();
    const token = firstLink(db, NOW)!;
    const made = await accept(db, NOW, token, PASSWORD, KARIN);
    expect(made).toMatchObject({ ok: true });
    const user = made.ok ? readUser(db, made.value, NOW) : null;
    expect(user).toMatchObject({ name: 'Karin Berg', grants: [ADMINISTRATOR] });
    expect(firstLink(db, NOW)).toBeNull();
    expect(await accept(db, NOW, token, PASSWORD, KARIN)).toEqual({ ok: false, error: 'gone' });
    expect(logOf(db).map(({ action }) => action)).toEqual(['account.first']);
    expect(await at(db, 'KARIN.berg@gnesta.SE ', PASSWORD)).toMatchObject({ ok: true });
  });

  test('is made by the newest link alone, and by none that is a week old', async () => {
    const db = gnestaDb();
    const old = firstLink(db, NOW)!;
    const token = firstLink(db, NOW)!;
    expect(readLink(db, old, NOW)).toBeNull();
    expect(readLink(db, token, later(7 * 24 * 60 - 1))).not.toBeNull();
    expect(readLink(db, token, later(7 * 24 * 60))).toBeNull();
    expect(readLink(db, 'gissat', NOW)).toBeNull();
  });

  test('is one, also when two use it at once', async () => {
    const db = gnestaDb();
    const token = firstLink(db, NOW)!;
    const both = await Promise.all([
      accept(db, NOW, token, PASSWORD, KARIN),
      accept(db, NOW, token, PASSWORD, { name: 'Olle', email: 'olle@gnesta.se' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(persons.list(db)).toHaveLength(1);
  });

  test.each(['kort', 'qwerty123456', 'karin.berg12'])('has no password as %j', async (password) => {
    const db = gnestaDb();
    const token = firstLink(db, NOW)!;
    expect(await accept(db, NOW, token, password, KARIN)).toMatchObject({ ok: false });
    expect(persons.list(db)).toEqual([]);
    expect(readLink(db, token, NOW)).not.toBeNull();
  });
});

describe('somebody who is invited', () => {
  test('chooses a password by the link, and has the role that was given', async () => {
    const db = gnestaDb();
    const { kommun, namnd } = gnestaIn(db);
    const grant: Grant = { role: 'rapportskrivare', kommun: kommun.id, namnd: namnd.id };
    const invited = invite(db, ACTOR, NOW, KARIN, grant);
    if (!invited.ok) throw new Error('taken');
    expect(await at(db, KARIN.email, PASSWORD)).toMatchObject({ ok: false });
    expect(invite(db, ACTOR, NOW, { ...KARIN, email: 'Karin.BERG@gnesta.se' }, grant)).toEqual({
      ...{ ok: false, error: 'taken' },
    });
    const made = await accept(db, NOW, invited.value.token, PASSWORD, {
      name: 'X',
      email: 'x@x.se',
    });
    const user = made.ok ? readUser(db, made.value, NOW) : null;
    expect(user).toMatchObject({ name: 'Karin Berg', email: KARIN.email, grants: [grant] });
    expect(logOf(db).map(({ action, actor }) => [action, actor])).toEqual([
      ['account.invite', 'Prov'],
      ['account.password', 'Karin Berg'],
    ]);
    expect(JSON.stringify(logOf(db))).not.toMatch(/scrypt|fyrtornet/);
  });

  test('has forgotten the password: a new link, and the old one leads nowhere', async () => {
    const db = gnestaDb();
    const { id, email } = await aPerson(db, 'Karin', [READER], NOW);
    const session = signedIn(db, id, NOW);
    const first = linkFor(db, id);
    const second = linkFor(db, id);
    expect(readLink(db, first, NOW)).toBeNull();
    expect(await accept(db, NOW, second, OTHER, KARIN)).toMatchObject({ ok: true });
    expect(readUser(db, session, NOW)).toBeNull();
    expect(await at(db, email, PASSWORD)).toMatchObject({ ok: false });
    expect(await at(db, email, OTHER)).toMatchObject({ ok: true });
  });
});

describe('a session', () => {
  test('ends by itself, when the account is closed, and when the password changes elsewhere', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [{ ...READER, role: 'rapportskrivare' }], NOW);
    const begin = () => signedIn(db, id, NOW);
    expect(readUser(db, begin(), later(29))).toMatchObject({ person: id });
    expect(readUser(db, begin(), later(30))).toBeNull();
    const kept = begin();
    for (const minutes of [25, 50, 75]) expect(readUser(db, kept, later(minutes))).not.toBeNull();
    const [here, there] = [begin(), begin()];
    const self = { id, session: readUser(db, here, NOW)!.session, address: '192.0.2.1' };
    const changed = await changePassword(db, NOW, self, { was: PASSWORD, password: OTHER });
    expect(changed.ok).toBe(true);
    expect([readUser(db, here, NOW), readUser(db, there, NOW)]).toMatchObject([
      { person: id },
      null,
    ]);
    expect(close(db, ACTOR, NOW, persons.read(db, id)!)).toMatchObject({ ok: true });
    expect(readUser(db, here, NOW)).toBeNull();
  });

  test('has a token that the database does not know, and no other opens', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [READER], NOW);
    const token = signedIn(db, id, NOW);
    expect(db.$client.serialize().includes(token)).toBe(false);
    for (const forged of ['', token.slice(0, -1), `${token}a`, token.toUpperCase()])
      expect(readUser(db, forged, NOW)).toBeNull();
  });

  test('has the roles that are held now: what is given or taken counts at once', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [READER], NOW);
    const token = signedIn(db, id, NOW);
    const roles = () => readUser(db, token, NOW)!.grants.map(({ role }) => role);
    const self = () => persons.read(db, id)!;
    const strategist: Grant = { ...READER, role: 'kvalitetsstrateg' };
    expect(give(db, ACTOR, NOW, self(), strategist)).toMatchObject({ ok: true });
    expect(give(db, ACTOR, NOW, self(), strategist)).toEqual({ ok: false, error: 'has' });
    expect(roles()).toEqual(['lasare', 'kvalitetsstrateg']);
    expect(take(db, ACTOR, NOW, self(), grants.listOf(db, id)[0]!.id)).toMatchObject({ ok: true });
    expect(roles()).toEqual(['kvalitetsstrateg']);
  });
});

describe('what takes its time is not trusted afterwards', () => {
  test('a password that is changed while the old one is looked at signs nobody in', async () => {
    const db = gnestaDb();
    const { id, email } = await aPerson(db, 'Karin', [READER], NOW);
    const trying = at(db, email, PASSWORD);
    persons.update(db, id, 1, { passwordHash: 'scrypt$annat' });
    expect(await trying).toEqual({ ok: false, error: { kind: 'wrong' } });
    const [sessions] = db.$client.prepare('SELECT count(*) FROM session').pluck().all();
    expect(sessions).toBe(0);
  });

  test('a link reaches no further than who made it does now', async () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const own = { kommun: kommun.id, namnd: null };
    const maker = await aPerson(db, 'Karin', [{ ...ADMINISTRATOR, ...own }], NOW);
    const { id } = await aPerson(db, 'Olle', [{ ...READER, ...own }], NOW);
    const actor = { ...ACTOR, person: maker.id };
    const kept = linkFor(db, id, actor);
    expect(readLink(db, kept, NOW)).not.toBeNull();
    const more = give(db, ACTOR, NOW, persons.read(db, id)!, ADMINISTRATOR);
    expect([more.ok, readLink(db, kept, NOW)]).toEqual([true, null]);
    const other = linkFor(db, maker.id, actor);
    expect(readLink(db, other, NOW)).not.toBeNull();
    close(db, ACTOR, NOW, persons.read(db, maker.id)!);
    expect(readLink(db, other, NOW)).toBeNull();
  });

  test('one’s own new password ends the links there were', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [READER], NOW);
    const link = linkFor(db, id);
    const self = { id, session: null, address: '192.0.2.1' };
    await changePassword(db, NOW, self, { was: PASSWORD, password: OTHER });
    expect(readLink(db, link, NOW)).toBeNull();
  });

  test('what is written for an address and is none is kept nowhere', async () => {
    const db = gnestaDb();
    const secret = 'mitt lösenord i fel ruta';
    expect(await at(db, secret, PASSWORD)).toMatchObject({ error: { kind: 'wrong' } });
    expect(db.$client.serialize().includes(Buffer.from(secret))).toBe(false);
  });

  test('a password of the longest is looked at whole, whatever its signs', async () => {
    const db = gnestaDb();
    const token = firstLink(db, NOW)!;
    // Two units of text each.
    const long = String.fromCodePoint(...Array.from({ length: 256 }, (_, at) => 0x20000 + at));
    expect(await accept(db, NOW, token, long, KARIN)).toMatchObject({ ok: true });
    expect(await at(db, KARIN.email, long)).toMatchObject({ ok: true });
    expect(await at(db, KARIN.email, long.slice(0, -2))).toMatchObject({ ok: false });
  });
});

describe('the last administrator', () => {
  test('is neither closed nor stripped of the role', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [ADMINISTRATOR], NOW);
    const [grant] = grants.listOf(db, id);
    const takeIt = () => take(db, ACTOR, NOW, persons.read(db, id)!, grant!.id);
    expect(takeIt()).toEqual({ ok: false, error: 'last' });
    expect(close(db, ACTOR, NOW, persons.read(db, id)!)).toEqual({ ok: false, error: 'last' });
    const other = await aPerson(db, 'Olle', [ADMINISTRATOR], NOW);
    expect(takeIt()).toMatchObject({ ok: true });
    expect(close(db, ACTOR, NOW, persons.read(db, id)!)).toMatchObject({ ok: true });
    expect(close(db, ACTOR, NOW, persons.read(db, other.id)!)).toEqual({
      ok: false,
      error: 'last',
    });
  });

  test('who is closed is opened again by a link, and has no password till then', async () => {
    const db = gnestaDb();
    await aPerson(db, 'Olle', [ADMINISTRATOR], NOW);
    const { id, email } = await aPerson(db, 'Karin', [READER], NOW);
    const person = persons.read(db, id)!;
    expect(close(db, ACTOR, NOW, person)).toMatchObject({ ok: true });
    expect(close(db, ACTOR, NOW, person)).toEqual({ ok: false, error: 'changed' });
    const opened = reopen(db, ACTOR, NOW, persons.read(db, id)!);
    expect(await at(db, email, PASSWORD)).toMatchObject({ ok: false });
    if (!opened.ok) throw new Error(opened.error);
    expect(await accept(db, NOW, opened.value, OTHER, KARIN)).toMatchObject({ ok: true });
    expect(await at(db, email, OTHER)).toMatchObject({ ok: true });
  });
});
