import { mayManage } from '#lib/domain/permission.ts';
import { ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Config } from './config.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as grants from './db/grants.ts';
import * as invitations from './db/invitations.ts';
import type { Invitation } from './db/invitations.ts';
import * as persons from './db/persons.ts';
import type { Person, Seen } from './db/persons.ts';
import { write } from './db/write.ts';
import { changeOf, homeOf, nothing } from './account-change.ts';
import { hashOfToken, newToken } from './token.ts';

/* Links by which a password is chosen: the first administrator's, an invitation, and one for who has forgotten. */

const LINK_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();

/** The token of a link by which somebody chooses a password, within a week and once. */
export function makeLink(db: Db, now: Date, person: number | null, madeBy: number | null): string {
  const token = newToken();
  const row = { tokenHash: hashOfToken(token), person, madeBy };
  invitations.insert(db, {
    ...row,
    madeAt: now.toISOString(),
    expiresAt: daysFrom(now, LINK_DAYS),
  });
  return token;
}

/** A link as who makes it without a page is told it. */
export const linkUrl = ({ origin, port }: Pick<Config, 'origin' | 'port'>, token: string) =>
  `${origin ?? `http://localhost:${port}`}/inbjudan/${token}`;

/**
 * The token of the link that makes the first administrator, for the server's log; null when there is one. Who
 * signs in by the kommun's own identity provider may have an account before. Every start makes a new link: the
 * one before is known to no one but who read the log.
 */
export const firstLink = (db: Db, now: Date): string | null =>
  grants.hasAdministrator(db) ? null : makeLink(db, now, null, null);

/** A new link for somebody who has forgotten their password, or let the first one get too old. */
export const newLink = (db: Db, actor: Actor, now: Date, seen: Seen): Result<string, 'changed'> =>
  write<Result<string, 'changed'>>(db, actor, now, () => {
    if (persons.hasChanged(db, seen)) return nothing('changed');
    const linkUntil = () => invitations.waitsUntil(db, seen.id, now.toISOString());
    const before = { linkUntil: linkUntil() };
    persons.touch(db, seen.id);
    const token = makeLink(db, now, seen.id, actor.person);
    const told = { before, after: { linkUntil: linkUntil() } };
    return {
      result: ok(token),
      change: changeOf(homeOf(db, seen.id), 'account.link', seen.id, told),
    };
  });

/** Whoever made it may make it still: a link kept until its owner has been given more leads nowhere. */
function isWithinReach(db: Db, { madeBy, person }: Invitation): boolean {
  if (madeBy === null || person === null) return true;
  const maker = persons.read(db, madeBy);
  const isOpen = maker !== undefined && maker.closedAt === null;
  return isOpen && mayManage(grants.listOf(db, madeBy), grants.listOf(db, person));
}

/** The link that a token is of, and whose; null when it leads nowhere. */
export function readLink(
  db: Db,
  token: string,
  now: Date,
): { readonly link: Invitation; readonly person: Person | null } | null {
  const link = invitations.read(db, hashOfToken(token), now.toISOString());
  if (!link) return null;
  const person = link.person === null ? null : (persons.read(db, link.person) ?? null);
  // Somebody may have become administrator, or been closed, since it was made.
  const isStale = person === null ? grants.hasAdministrator(db) : person.closedAt !== null;
  return isStale || !isWithinReach(db, link) ? null : { link, person };
}
