import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Grant } from '#lib/domain/permission.ts';
import type { Db } from './client.ts';
import { roleGrant } from './schema/accounts.ts';

/** A role somebody has now. */
export type HeldGrant = Grant & { readonly id: number; readonly person: number };

const COLUMNS = {
  id: roleGrant.id,
  person: roleGrant.person,
  role: roleGrant.role,
  kommun: roleGrant.kommun,
  namnd: roleGrant.namnd,
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

/** False when it had ended already. */
export const end = (db: Db, id: number, at: string): boolean =>
  db
    .update(roleGrant)
    .set({ endedAt: at })
    .where(and(eq(roleGrant.id, id), isNull(roleGrant.endedAt)))
    .run().changes === 1;
