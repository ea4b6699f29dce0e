import { isSameGrant } from '#lib/domain/permission.ts';
import type { Grant } from '#lib/domain/permission.ts';
import { ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { changeOf, homeOf, isLast, nothing } from './account-change.ts';
import { makeLink } from './account-links.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as grants from './db/grants.ts';
import * as invitations from './db/invitations.ts';
import * as persons from './db/persons.ts';
import type { Person, Seen } from './db/persons.ts';
import * as sessions from './db/sessions.ts';
import { write } from './db/write.ts';

/* Who has an account, and in what roles. What somebody has not seen they do not change: `changed`. */

export type Invited = { readonly person: number; readonly token: string };

/** Somebody new, with a role; or `taken` when the address has an account, open or closed. */
export function invite(
  db: Db,
  actor: Actor,
  now: Date,
  { name, email }: Pick<Person, 'name' | 'email'>,
  grant: Grant,
): Result<Invited, 'taken'> {
  return write<Result<Invited, 'taken'>>(db, actor, now, () => {
    if (persons.readByEmail(db, email)) return nothing('taken');
    const at = now.toISOString();
    const person = persons.insert(db, name, email, at);
    grants.insert(db, person, grant, actor.person, at);
    const token = makeLink(db, now, person, actor.person);
    const after = { name, ...grant };
    const change = changeOf(grant, 'account.invite', person, { before: null, after });
    return { result: ok({ person, token }), change };
  });
}

/** `has`: they have it already. */
export function give(
  db: Db,
  actor: Actor,
  now: Date,
  seen: Seen,
  grant: Grant,
): Result<void, 'has' | 'changed'> {
  return write<Result<void, 'has' | 'changed'>>(db, actor, now, () => {
    if (persons.hasChanged(db, seen)) return nothing('changed');
    if (grants.listOf(db, seen.id).some((one) => isSameGrant(one, grant))) return nothing('has');
    grants.insert(db, seen.id, grant, actor.person, now.toISOString());
    persons.touch(db, seen.id);
    const change = changeOf(grant, 'role.give', seen.id, { before: null, after: grant });
    return { result: ok(undefined), change };
  });
}

/** `last`: somebody must be able to give roles in all of the installation. */
export function take(
  db: Db,
  actor: Actor,
  now: Date,
  seen: Seen,
  id: number,
): Result<void, 'gone' | 'last' | 'changed'> {
  return write<Result<void, 'gone' | 'last' | 'changed'>>(db, actor, now, () => {
    if (persons.hasChanged(db, seen)) return nothing('changed');
    const held = grants.listOf(db, seen.id).find((one) => one.id === id);
    if (!held) return nothing('gone');
    if (isLast(db, seen.id, id)) return nothing('last');
    grants.end(db, id, now.toISOString());
    persons.touch(db, seen.id);
    const { role, kommun, namnd } = held;
    const before = { role, kommun, namnd };
    const change = changeOf(held, 'role.take', seen.id, { before, after: null });
    return { result: ok(undefined), change };
  });
}

/** Closed: nobody signs in by it, and what they did stays theirs. Can be opened again. */
export function close(
  db: Db,
  actor: Actor,
  now: Date,
  { id, rev }: Seen,
): Result<void, 'last' | 'changed'> {
  return write<Result<void, 'last' | 'changed'>>(db, actor, now, () => {
    if (isLast(db, id, null)) return nothing('last');
    const closedAt = now.toISOString();
    if (!persons.update(db, id, rev, { closedAt, passwordHash: null })) return nothing('changed');
    sessions.endAll(db, id);
    invitations.retire(db, id, closedAt);
    const told = { before: { closedAt: null }, after: { closedAt } };
    return { result: ok(undefined), change: changeOf(homeOf(db, id), 'account.close', id, told) };
  });
}

/** Open again, without a password: they choose one by the link. */
export function reopen(
  db: Db,
  actor: Actor,
  now: Date,
  { id, rev }: Seen,
): Result<string, 'changed'> {
  return write<Result<string, 'changed'>>(db, actor, now, () => {
    const before = { closedAt: persons.read(db, id)?.closedAt ?? null };
    if (!persons.update(db, id, rev, { closedAt: null })) return nothing('changed');
    return {
      result: ok(makeLink(db, now, id, actor.person)),
      change: changeOf(homeOf(db, id), 'account.reopen', id, { before, after: { closedAt: null } }),
    };
  });
}
