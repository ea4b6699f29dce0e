import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { Choices } from '#lib/domain/choices.ts';
import type { Db } from './client.ts';
import { preview } from './schema/values.ts';

/** A file that waits to be read in, without its bytes. */
export type Preview = Omit<typeof preview.$inferSelect, 'bytes'>;

const { id, kommun, fileName, sha256, choices, rev, byName, byRole, createdAt } = preview;
const FIELDS = { id, kommun, fileName, sha256, choices, rev, byName, byRole, createdAt };

export const insert = (db: Db, row: Omit<typeof preview.$inferInsert, 'id' | 'rev'>): number =>
  db.insert(preview).values(row).returning({ id }).get().id;

/** What waits in a kommun, the oldest first. */
export const list = (db: Db, kommunId: number): Preview[] =>
  db.select(FIELDS).from(preview).where(eq(kommun, kommunId)).orderBy(asc(id)).all();

/** One of a kommun's; that of another is not there. */
export const read = (db: Db, kommunId: number, wanted: number): Preview | undefined =>
  db
    .select(FIELDS)
    .from(preview)
    .where(and(eq(kommun, kommunId), eq(id, wanted)))
    .get();

/** The file itself; null when it is gone. */
export const readBytes = (db: Db, wanted: number): Uint8Array | null =>
  db.select({ bytes: preview.bytes }).from(preview).where(eq(id, wanted)).get()?.bytes ?? null;

/** Keeps what was decided, if nobody has decided since it was read; else false. */
export function choose(db: Db, wanted: number, seenRev: number, decided: Choices): boolean {
  const row = db
    .update(preview)
    .set({ choices: decided, rev: sql`${rev} + 1` })
    .where(and(eq(id, wanted), eq(rev, seenRev)))
    .returning({ id })
    .get();
  return row !== undefined;
}

/** Thrown away, bytes and all. False when it was gone already. */
export const remove = (db: Db, wanted: number): boolean =>
  db.delete(preview).where(eq(id, wanted)).run().changes > 0;

/** Nobody came back to them. */
export function removeOlder(db: Db, before: string): void {
  db.delete(preview).where(lt(createdAt, before)).run();
}
