import { asc, eq } from 'drizzle-orm';
import type { OwnerRole } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { ownerRole } from './schema/who.ts';

export const list = (db: Db, kommun: number): OwnerRole[] =>
  db
    .select({ code: ownerRole.code, title: ownerRole.title })
    .from(ownerRole)
    .where(eq(ownerRole.kommun, kommun))
    .orderBy(asc(ownerRole.id))
    .all();

export const insert = (db: Db, row: OwnerRole & { readonly kommun: number }): number =>
  db.insert(ownerRole).values(row).returning({ id: ownerRole.id }).get().id;
