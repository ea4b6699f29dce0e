import { error, redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/components/paths.ts';
import { mayGive, mayManage, ROLES } from '#lib/domain/permission.ts';
import type { Grant, Where } from '#lib/domain/permission.ts';
import { whereWords } from '#lib/format/accounts.ts';
import { FORBIDDEN } from '#lib/format/roles.ts';
import { sortSv } from '#lib/format/sv.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as grants from '#lib/server/db/grants.ts';
import type { HeldGrant } from '#lib/server/db/grants.ts';
import * as persons from '#lib/server/db/persons.ts';
import type { Person } from '#lib/server/db/persons.ts';
import { kommunerOf } from '#lib/server/kommuner-of.ts';
import type { User } from '#lib/server/signed-in.ts';

/* Whom an administrator sees and what they may give: what lies within their own reach, and no more. */

/** Somebody who manages accounts somewhere. */
export function managerOr403(user: User | null, url: URL): User {
  if (!user) redirect(303, signInPath(url));
  if (!user.grants.some(({ role }) => role === 'administrator'))
    error(403, FORBIDDEN['manage-accounts']);
  return user;
}

export type Managed = Person & {
  readonly grants: readonly HeldGrant[];
  /** Their account may be closed, and a link made to it. */
  readonly isMine: boolean;
};

const isSeen = (user: User, theirs: readonly HeldGrant[]) =>
  mayManage(user.grants, theirs) || theirs.some((one) => mayGive(user.grants, one));

/** Those within reach, by name. */
export function managedBy(db: Db, user: User): readonly Managed[] {
  const held = grants.list(db);
  const all = persons.list(db).map((person) => {
    const theirs = held.filter((one) => one.person === person.id);
    return { ...person, grants: theirs, isMine: mayManage(user.grants, theirs) };
  });
  return sortSv(
    all.filter((one) => isSeen(user, one.grants)),
    ({ name }) => name,
  );
}

/** Where somebody may give a role, as a choice: the installation, a whole kommun, a nämnd. */
export function placesFor(db: Db, user: User) {
  const kommuner = kommunerOf(db, user.grants);
  const all: readonly Where[] = [
    { kommun: null, namnd: null },
    ...kommuner.flatMap(({ id: kommun, namnder }) => [
      { kommun, namnd: null },
      ...namnder.map(({ id: namnd }) => ({ kommun, namnd })),
    ]),
  ];
  return all
    .filter((where) => mayGive(user.grants, where))
    .map((where) => ({
      value: `${where.kommun ?? ''}-${where.namnd ?? ''}`,
      text: whereWords(where, kommuner),
    }));
}

/** The role of a form that somebody may give; null for any other, and for what is none. */
export function grantIn(db: Db, user: User, fields: ReadonlyMap<string, string>): Grant | null {
  const role = ROLES.find((one) => one === fields.get('roll'));
  const where = placesFor(db, user).find(({ value }) => value === fields.get('var'));
  if (!role || !where) return null;
  const [kommun, namnd] = where.value.split('-').map((text) => (text === '' ? null : Number(text)));
  return { role, kommun: kommun ?? null, namnd: namnd ?? null };
}
