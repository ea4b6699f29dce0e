import { ADDRESS_WINDOW, FORGOTTEN_AFTER, secondsToWait } from '#lib/domain/login-delay.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as loginTries from './db/login-tries.ts';

/* Every place that asks for a password one has counts here, so that no place is the one to guess at. */

/** Why a password that is had is not taken. */
export type GuessFault =
  /** Not who they say, or no account, or a closed one: which is not told. */
  { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly seconds: number };

/** Tries are kept for who looks into them, and no longer. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** Of IPv6 the half that one is given: the other half anybody chooses for themselves. */
const subnetOf = (address: string): string =>
  address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address;

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();

/**
 * Counts the try before the password is looked at: a hundred at once are a hundred. It is wrong until it is
 * said to be right (`loginTries.succeed`). `subject` is whose password, folded as an address is looked for;
 * null is nobody's.
 */
export function beginTry(
  db: Db,
  now: Date,
  subject: string | null,
  sentFrom: string,
): Result<number, GuessFault> {
  const address = subnetOf(sentFrom);
  return inTransaction<Result<number, GuessFault>>(db, () => {
    const seconds = secondsToWait(
      subject === null ? [] : loginTries.listOfSubject(db, subject, before(now, FORGOTTEN_AFTER)),
      loginTries.listFromAddress(db, address, before(now, ADDRESS_WINDOW)),
      now.getTime(),
    );
    if (seconds > 0) return err({ kind: 'wait', seconds });
    loginTries.forget(db, before(now, KEPT_MS));
    return ok(loginTries.insert(db, subject ?? '', address, now.toISOString()));
  });
}
