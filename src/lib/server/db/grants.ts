import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Grant } from '#lib/domain/permission.ts';
import type { Db } from './client.ts';
import { person, roleGrant } from './schema/accounts.ts';

/** A role somebody has now. */
export type HeldGrant = Grant & {
  readonly id: number;
  readonly person: number;
  /** Given by what the kommun's own sign-in says of them, and not by hand. */
  readonly isClaimed: boolean;
};

const COLUMNS = {
  id: roleGrant.id,
  person: roleGrant.person,
  role: roleGrant.role,
  kommun: roleGrant.kommun,
  namnd: roleGrant.namnd,
  isClaimed: roleGrant.isClaimed,
};

export const list = (db: Db): HeldGrant[] =>
  db
    .select(COLUMNS)
    .from(roleGrant)
    .where(isNull(roleGrant.endedAt))
    .orderBy(asc(roleGrant.id))
    .all();

export const listOf = (db: Db, person: number): HeldGrant[] =>
  db
    .select(COLUMNS)
    .from(roleGrant)
    .where(and(eq(roleGrant.person, person), isNull(roleGrant.endedAt)))
    .orderBy(asc(roleGrant.id))
    .all();

export const insert = (
  db: Db,
  person: number,
  { role, kommun, namnd }: Grant,
  givenBy: number | null,
  givenAt: string,
): number =>
  db
    .insert(roleGrant)
    .values({ person, role, kommun, namnd, givenBy, givenAt })
    .returning({ id: roleGrant.id })
    .get().id;

/** One that the kommun's own sign-in gives: nobody here gave it. */
export const insertClaimed = (
  db: Db,
  person: number,
  { role, kommun, namnd }: Grant,
  givenAt: string,
): void => {
  db.insert(roleGrant).values({ person, role, kommun, namnd, givenAt, isClaimed: true }).run();
};

/** Whether somebody with an open account is administrator of all of the installation. */
export const hasAdministrator = (db: Db): boolean =>
  db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.person))
    .where(
      and(
        ...[eq(roleGrant.role, 'administrator'), isNull(roleGrant.kommun)],
        ...[isNull(roleGrant.endedAt), isNull(person.closedAt)],
      ),
    )
    .limit(1)
    .get() !== undefined;

/** False when it had ended already. */
export const end = (db: Db, id: number, at: string): boolean =>
  db
    .update(roleGrant)
    .set({ endedAt: at })
    .where(and(eq(roleGrant.id, id), isNull(roleGrant.endedAt)))
    .run().changes === 1;
