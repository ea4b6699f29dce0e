import { LONGEST_SESSION, hasEnded } from '#lib/domain/session-age.ts';
import type { Grant } from '#lib/domain/permission.ts';
import type { Db } from './db/client.ts';
import * as grants from './db/grants.ts';
import * as persons from './db/persons.ts';
import * as sessions from './db/sessions.ts';
import { hashOfToken, newToken } from './token.ts';

/** Who asks, and what they may; read anew for every request, so that a changed role counts on the next. */
export type User = {
  /** Null: the demo's own, who has no account. */
  readonly person: number | null;
  readonly name: string;
  readonly email: string | null;
  readonly grants: readonly Grant[];
  /** Hash of the token by which they are signed in; null in the demo. */
  readonly session: string | null;
};

/** Seen is written down no more often than this: a page is many requests. */
const SEEN_EVERY_MS = 60_000;

/** The one whose token it is; null when it is nobody's, or has ended, or the account is closed. */
export function readUser(db: Db, token: string, now: Date): User | null {
  const session = sessions.read(db, hashOfToken(token));
  const person = session && persons.read(db, session.person);
  if (!session || !person) return null;
  const held = grants.listOf(db, person.id);
  const times = { createdAt: Date.parse(session.createdAt), seenAt: Date.parse(session.seenAt) };
  const roles = held.map(({ role }) => role);
  if (person.closedAt !== null || hasEnded(times, roles, now.getTime())) {
    sessions.end(db, session.tokenHash);
    return null;
  }
  if (now.getTime() - times.seenAt >= SEEN_EVERY_MS)
    sessions.see(db, session.tokenHash, now.toISOString());
  const { id, name, email } = person;
  return { person: id, name, email, grants: held, session: session.tokenHash };
}

/** Signs somebody in: a token that nobody has had before. Sessions that must have ended are forgotten. */
export function beginSession(db: Db, person: number, now: Date): string {
  const token = newToken();
  sessions.forget(db, new Date(now.getTime() - LONGEST_SESSION).toISOString());
  sessions.insert(db, hashOfToken(token), person, now.toISOString());
  return token;
}
