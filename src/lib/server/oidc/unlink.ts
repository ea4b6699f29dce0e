import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { changeOf, homeOf, isLast } from '../account-change.ts';
import type { Actor } from '../db/actor.ts';
import { inTransaction } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import * as grants from '../db/grants.ts';
import * as persons from '../db/persons.ts';
import type { Seen } from '../db/persons.ts';
import * as sessions from '../db/sessions.ts';
import { write } from '../db/write.ts';
import { endRole } from './follow-roles.ts';

const REASON = 'kontot kopplades loss från kommunens inloggning';

/**
 * Parts an account from who signs in to it by the kommun's identity provider, with the roles that came from there:
 * the provider may have made the person anew, under another subject. Signed out everywhere.
 */
export function unlink(
  db: Db,
  actor: Actor,
  now: Date,
  { id, rev }: Seen,
): Result<void, 'changed' | 'last'> {
  return inTransaction<Result<void, 'changed' | 'last'>>(db, () => {
    const person = persons.read(db, id);
    if (person?.rev !== rev) return err('changed');
    if (isLast(db, id, null)) return err('last');
    const claimed = grants.listOf(db, id).filter(({ isClaimed }) => isClaimed);
    for (const held of claimed) endRole(db, now, actor, held, REASON);
    sessions.endAll(db, id);
    return write(db, actor, now, () => {
      persons.update(db, id, rev, { oidcIssuer: null, oidcSubject: null });
      const before = { issuer: person.oidcIssuer };
      return {
        result: ok(undefined),
        change: changeOf(homeOf(db, id), 'account.disconnect', id, { before, after: null }),
      };
    });
  });
}
