import { around } from '#lib/domain/permission.ts';
import type { Where } from '#lib/domain/permission.ts';
import { err } from '#lib/domain/result.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as grants from './db/grants.ts';
import * as persons from './db/persons.ts';
import type { Person } from './db/persons.ts';
import type { Change } from './db/write.ts';

/** Nothing was done, and so nothing is logged. */
export const nothing = <E extends string>(error: E) => ({ result: err(error), change: null });

/**
 * What the log keeps of an account is who it is; what is secret it never sees. `where` is where it belongs: a
 * role is of where it holds.
 */
export const changeOf = (
  { kommun, namnd }: Where,
  action: string,
  person: number,
  { before, after }: Pick<Change, 'before' | 'after'>,
): Change => ({
  ...{ kommun, namnd, action, entity: 'person', entityId: String(person) },
  ...{ before, after, reason: null },
});

/** An account as such belongs where all of its roles are: those who manage all of them read of it. */
export const homeOf = (db: Db, person: number): Where => around(grants.listOf(db, person));

/** Who a person is to the log when they change their own account. */
export const asThemselves = (db: Db, { id, name }: Pick<Person, 'id' | 'name'>): Actor => ({
  person: id,
  name,
  role: grants.listOf(db, id)[0]?.role ?? 'lasare',
  via: 'web',
});

/** By a password, or by the kommun's own identity provider. */
const canSignIn = ({ closedAt, passwordHash, oidcSubject }: Person): boolean =>
  closedAt === null && (passwordHash !== null || oidcSubject !== null);

/** Whether nobody with an open account would be administrator of the installation without somebody, or a grant of theirs. */
export function isLast(db: Db, person: number, grant: number | null): boolean {
  const open = new Set(
    persons
      .list(db)
      .filter(canSignIn)
      .map(({ id }) => id),
  );
  const isAdministrator = (one: grants.HeldGrant) =>
    one.role === 'administrator' && one.kommun === null && open.has(one.person);
  const all = grants.list(db).filter(isAdministrator);
  const isMeant = (one: grants.HeldGrant) =>
    one.person === person && (grant === null || one.id === grant);
  return all.some(isMeant) && all.every(isMeant);
}
