import { ADDRESS_WINDOW, FORGOTTEN_AFTER, secondsToWait } from '#lib/domain/login-delay.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as loginTries from './db/login-tries.ts';
import * as persons from './db/persons.ts';
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

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();

/** Counts the try before the password is looked at: a hundred at once are a hundred. */
function beginTry(db: Db, subject: string, address: string, now: Date): Result<number, number> {
  return inTransaction(db, () => {
    const seconds = secondsToWait(
      loginTries.listOfSubject(db, subject, before(now, FORGOTTEN_AFTER)),
      loginTries.listFromAddress(db, address, before(now, ADDRESS_WINDOW)),
      now.getTime(),
    );
    if (seconds > 0) return err(seconds);
    loginTries.forget(db, before(now, KEPT_MS));
    return ok(loginTries.insert(db, subject, address, now.toISOString()));
  });
}

/** The token of a new session; or that it was wrong, or how long to wait. Takes as long whoever it is. */
export async function signIn(
  db: Db,
  now: Date,
  { email, password, address }: Credentials,
): Promise<Result<string, SignInFault>> {
  const begun = beginTry(db, persons.foldEmail(email), address, now);
  if (!begun.ok) return err({ kind: 'wait', seconds: begun.error });
  const found = persons.readByEmail(db, email);
  const person = found?.closedAt === null ? found : undefined;
  const hash = person?.passwordHash ?? null;
  const { isRight, isOld } = await checkHash(password, hash);
  if (!isRight || !person || hash === null) return err({ kind: 'wrong' });
  loginTries.succeed(db, begun.value);
  if (isOld) persons.rehash(db, person.id, hash, await hashPassword(password));
  return ok(beginSession(db, person.id, now));
}
