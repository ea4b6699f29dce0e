import type { Grant, Role } from '#lib/domain/permission.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as grants from '#lib/server/db/grants.ts';
import * as persons from '#lib/server/db/persons.ts';
import { hashPassword } from '#lib/server/password-hash.ts';
import { beginSession } from '#lib/server/signed-in.ts';
import type { User } from '#lib/server/signed-in.ts';

export const PASSWORD = 'fyrtornet blinkar';

/** Made once: it takes a third of a second, as it should. */
let hash: Promise<string> | undefined;

/** Somebody with an account, a password and some roles, past the door. */
export async function aPerson(
  db: Db,
  name: string,
  held: readonly Grant[],
  now: Date,
): Promise<{ readonly id: number; readonly email: string }> {
  const email = `${name.toLowerCase().replace(/\W/g, '.')}@example.se`;
  const id = persons.insert(db, name, email, now.toISOString());
  persons.update(db, id, 0, { passwordHash: await (hash ??= hashPassword(PASSWORD)) });
  for (const grant of held) grants.insert(db, id, grant, null, now.toISOString());
  return { id, email };
}

/** Somebody signed in, as a request has them. */
export const userOf = (role: Role, grant: Partial<Grant> = {}): User => ({
  person: null,
  name: 'Prov',
  email: null,
  grants: [{ role, kommun: null, namnd: null, ...grant }],
  session: null,
});

/** The token of a session for somebody. */
export function signedIn(db: Db, person: number, now: Date): string {
  const token = beginSession(db, person, now);
  invariant(token.length >= 43, 'a token has 256 bits');
  return token;
}
