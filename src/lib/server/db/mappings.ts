import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { mapping } from './schema/values.ts';

/** What somebody has said of files with certain headings. */
export type Remembered = typeof mapping.$inferSelect;

const isHere = (kommun: number) => and(eq(mapping.kommun, kommun), isNull(mapping.replacedAt));

/** What holds now of headings; undefined where nobody has said anything. */
export const find = (db: Db, kommun: number, fingerprint: string): Remembered | undefined =>
  db
    .select()
    .from(mapping)
    .where(and(isHere(kommun), eq(mapping.fingerprint, fingerprint)))
    .get();

/** All that holds now, the newest first. */
export const list = (db: Db, kommun: number): Remembered[] =>
  db.select().from(mapping).where(isHere(kommun)).orderBy(desc(mapping.id)).all();

/** One that holds now; what was changed since, and another kommun's, is not there. */
export const read = (db: Db, kommun: number, id: number): Remembered | undefined =>
  db
    .select()
    .from(mapping)
    .where(and(isHere(kommun), eq(mapping.id, id)))
    .get();

/** Holds no more. False when it did not hold. */
export const retire = (db: Db, id: number, at: string): boolean =>
  db
    .update(mapping)
    .set({ replacedAt: at })
    .where(and(eq(mapping.id, id), isNull(mapping.replacedAt)))
    .run().changes > 0;

export const insert = (
  db: Db,
  row: Omit<typeof mapping.$inferInsert, 'id' | 'replacedAt'>,
): number => db.insert(mapping).values(row).returning({ id: mapping.id }).get().id;
