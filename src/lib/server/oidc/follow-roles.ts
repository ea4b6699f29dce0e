import { grantChanges } from '#lib/domain/claims.ts';
import type { Grant } from '#lib/domain/permission.ts';
import { invariant } from '#lib/domain/result.ts';
import { asThemselves, changeOf, isLast } from '../account-change.ts';
import type { Actor } from '../db/actor.ts';
import type { Db } from '../db/client.ts';
import * as grants from '../db/grants.ts';
import type { HeldGrant } from '../db/grants.ts';
import * as persons from '../db/persons.ts';
import { write } from '../db/write.ts';
import { BY_CLAIMS } from './account.ts';
import type { Note } from './account.ts';

type Own = { readonly actor: Actor; readonly id: number };

const plain = ({ role, kommun, namnd }: Grant): Grant => ({ role, kommun, namnd });

function give(db: Db, now: Date, { actor, id }: Own, grant: Grant): void {
  write(db, actor, now, () => {
    grants.insertClaimed(db, id, grant, now.toISOString());
    const change = changeOf(grant, 'role.give', id, { before: null, after: plain(grant) });
    return { result: undefined, change: { ...change, reason: BY_CLAIMS } };
  });
}

/** Ends a role that claims gave. */
export function endRole(db: Db, now: Date, actor: Actor, held: HeldGrant, reason: string): void {
  write(db, actor, now, () => {
    grants.end(db, held.id, now.toISOString());
    const change = changeOf(held, 'role.take', held.person, { before: plain(held), after: null });
    return { result: undefined, change: { ...change, reason } };
  });
}

/** Gives and ends roles until somebody has those that the claims give, beside those given by hand. */
export function followRoles(
  db: Db,
  now: Date,
  id: number,
  claimed: readonly Grant[],
): readonly Note[] {
  const person = persons.read(db, id);
  invariant(person, 'an account stays');
  const own = { actor: asThemselves(db, person), id };
  const changes = grantChanges(grants.listOf(db, id), claimed);
  for (const grant of changes.give) give(db, now, own, grant);
  const kept = changes.end.filter((held) => isLast(db, id, held.id));
  const ended = changes.end.filter((held) => !kept.includes(held));
  for (const held of ended) endRole(db, now, own.actor, held, BY_CLAIMS);
  if (changes.give.length + ended.length > 0) persons.touch(db, id);
  return kept.map(() => 'last-administrator');
}
