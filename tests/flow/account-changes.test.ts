import { expect, test } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import { newLink } from '#lib/server/account-links.ts';
import { close, give, reopen, take } from '#lib/server/accounts.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as grants from '#lib/server/db/grants.ts';
import * as persons from '#lib/server/db/persons.ts';
import type { Person } from '#lib/server/db/persons.ts';
import { aPerson } from '../accounts.ts';
import { ACTOR, gnestaDb, NOW } from '../db.ts';

/* Two administrators with the same account before them. */

const READER: Grant = { role: 'lasare', kommun: null, namnd: null };
const WRITER: Grant = { ...READER, role: 'rapportskrivare' };
const STRATEGIST: Grant = { ...READER, role: 'kvalitetsstrateg' };

/** The role they have first. */
const firstOf = (db: Db, id: number) => grants.listOf(db, id)[0]!.id;

type Change = (db: Db, seen: Person) => { readonly ok: boolean };

const CHANGES: readonly (readonly [string, Change])[] = [
  ['gives a role', (db, seen) => give(db, ACTOR, NOW, seen, WRITER)],
  ['takes a role', (db, seen) => take(db, ACTOR, NOW, seen, firstOf(db, seen.id))],
  ['makes a link', (db, seen) => newLink(db, ACTOR, NOW, seen)],
  ['closes the account', (db, seen) => close(db, ACTOR, NOW, seen)],
  ['opens it again', (db, seen) => reopen(db, ACTOR, NOW, seen)],
];

const everything = (db: Db) =>
  ['person', 'role_grant', 'invitation', 'session', 'log'].map((table) =>
    db.$client.prepare(`SELECT * FROM ${table}`).all(),
  );

const CHANGED = { ok: false, error: 'changed' };

test.each(CHANGES)('who %s leaves the other with what has changed', async (_, change) => {
  const db = gnestaDb();
  const { id } = await aPerson(db, 'Karin', [READER, STRATEGIST], NOW);
  const seen = persons.read(db, id)!;
  expect(change(db, seen)).toMatchObject({ ok: true });
  const before = everything(db);
  expect(CHANGES.map(([, other]) => other(db, seen))).toEqual(CHANGES.map(() => CHANGED));
  expect(everything(db)).toEqual(before);
  const again = persons.read(db, id)!;
  expect(give(db, ACTOR, NOW, again, { ...READER, role: 'administrator' }).ok).toBe(true);
});
