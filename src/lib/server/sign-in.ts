import { ADDRESS_WINDOW, FORGOTTEN_AFTER, secondsToWait } from '#lib/domain/login-delay.ts';
import { cutPassword } from '#lib/domain/password.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { readEmail } from './account-form.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as loginTries from './db/login-tries.ts';
import * as persons from './db/persons.ts';
import type { Person } from './db/persons.ts';
import { checkHash, hashPassword } from './password-hash.ts';
import { beginSession } from './signed-in.ts';

export type SignInFault =
  /** Not who they say, or no account, or a closed one: which is not told. */
  { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly seconds: number };

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Where it was sent from. */
  readonly address: string;
};

/** Tries are kept for who looks into them, and no longer. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** Of IPv6 the half that one is given: the other half anybody chooses for themselves. */
const subnetOf = (address: string): string =>
  address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address;

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();

/** Counts the try before the password is looked at: a hundred at once are a hundred. */
function beginTry(
  db: Db,
  subject: string | null,
  address: string,
  now: Date,
): Result<number, number> {
  return inTransaction(db, () => {
    const seconds = secondsToWait(
      subject === null ? [] : loginTries.listOfSubject(db, subject, before(now, FORGOTTEN_AFTER)),
      loginTries.listFromAddress(db, address, before(now, ADDRESS_WINDOW)),
      now.getTime(),
    );
    if (seconds > 0) return err(seconds);
    loginTries.forget(db, before(now, KEPT_MS));
    return ok(loginTries.insert(db, subject ?? '', address, now.toISOString()));
  });
}

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
): Promise<Result<string, SignInFault>> {
  const subject = readEmail(email);
  const begun = beginTry(db, subject && persons.foldEmail(subject), subnetOf(address), now);
  if (!begun.ok) return err({ kind: 'wait', seconds: begun.error });
  const person = subject === null ? undefined : persons.readByEmail(db, subject);
  const open = person?.closedAt === null ? person : undefined;
  const { isRight, isOld } = await checkHash(cutPassword(password), open?.passwordHash ?? null);
  const token = isRight && open ? admit(db, now, begun.value, open) : null;
  if (token === null || !open) return err({ kind: 'wrong' });
  if (isOld) await improve(db, open, password);
  return ok(token);
}
