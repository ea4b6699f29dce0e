import { cutPassword } from '#lib/domain/password.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { readEmail } from './account-form.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as loginTries from './db/login-tries.ts';
import * as persons from './db/persons.ts';
import type { Person } from './db/persons.ts';
import { beginTry } from './guesses.ts';
import type { GuessFault } from './guesses.ts';
import { checkHash, hashPassword } from './password-hash.ts';
import { beginSession } from './signed-in.ts';

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Where it was sent from. */
  readonly address: string;
};

/** Signed in only if the account is as it was when its password was looked at: it may have changed meanwhile. */
function admit(db: Db, now: Date, tried: number, { id, passwordHash }: Person): string | null {
  return inTransaction(db, () => {
    const person = persons.read(db, id);
    if (person?.closedAt !== null || person.passwordHash !== passwordHash) return null;
    loginTries.succeed(db, tried);
    return beginSession(db, id, now);
  });
}

/** A better hash of the same password, once it is known to be right. */
async function improve(db: Db, { id, passwordHash }: Person, password: string): Promise<void> {
  if (passwordHash !== null) persons.rehash(db, id, passwordHash, await hashPassword(password));
}

/**
 * The token of a new session; or that it was wrong, or how long to wait. Takes as long whoever it is. What is
 * no address is kept as none: somebody may have written a password there.
 */
export async function signIn(
  db: Db,
  now: Date,
  { email, password, address }: Credentials,
): Promise<Result<string, GuessFault>> {
  const subject = readEmail(email);
  const begun = beginTry(db, now, subject && persons.foldEmail(subject), address);
  if (!begun.ok) return begun;
  const person = subject === null ? undefined : persons.readByEmail(db, subject);
  const open = person?.closedAt === null ? person : undefined;
  const { isRight, isOld } = await checkHash(cutPassword(password), open?.passwordHash ?? null);
  const token = isRight && open ? admit(db, now, begun.value, open) : null;
  if (token === null || !open) return err({ kind: 'wrong' });
  if (isOld) await improve(db, open, password);
  return ok(token);
}
