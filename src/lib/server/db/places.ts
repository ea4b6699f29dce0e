import { and, eq, isNull, or } from 'drizzle-orm';
import type { Place } from '#lib/domain/snapshot.ts';
import type { Db } from './client.ts';
import { place } from './schema/who.ts';

const FIELDS = {
  id: place.id,
  kind: place.kind,
  code: place.code,
  name: place.name,
  parent: place.parent,
};

/** What a kommun's files may be about: the shared places and its own units. */
export const list = (db: Db, kommun: number): Place[] =>
  db
    .select(FIELDS)
    .from(place)
    .where(or(isNull(place.kommun), eq(place.kommun, kommun)))
    .all();

/** Those that are everybody's. */
export const listShared = (db: Db): Place[] =>
  db.select(FIELDS).from(place).where(isNull(place.kommun)).all();

/** The place of a kommun itself. */
export const readKommun = (db: Db, code: string): Place | undefined =>
  db
    .select(FIELDS)
    .from(place)
    .where(and(eq(place.kind, 'kommun'), eq(place.code, code)))
    .get();

/** A group of others that a plan names, by its code: the mean that a survey gives beside one's own value. */
export const readGroup = (db: Db, code: string): Place | undefined =>
  db
    .select(FIELDS)
    .from(place)
    .where(and(eq(place.kind, 'group'), eq(place.code, code)))
    .get();

export const readName = (db: Db, id: number): string | undefined =>
  db.select({ name: place.name }).from(place).where(eq(place.id, id)).get()?.name;

export const insert = (db: Db, row: typeof place.$inferInsert): number =>
  db.insert(place).values(row).returning({ id: place.id }).get().id;

export const update = (
  db: Db,
  id: number,
  row: Partial<Pick<typeof place.$inferInsert, 'code' | 'name'>>,
): void => {
  db.update(place).set(row).where(eq(place.id, id)).run();
};
