import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Choices } from '#lib/domain/choices.ts';
import type { Db } from './client.ts';
import { preview } from './schema/values.ts';
import * as waitingFiles from './waiting-files.ts';

/** A file that waits to be read in. */
export type Preview = typeof preview.$inferSelect;

const { id, kommun, rev, createdAt } = preview;

export const insert = (db: Db, row: Omit<typeof preview.$inferInsert, 'id' | 'rev'>): number =>
  db.insert(preview).values(row).returning({ id }).get().id;

/** The same for a file that is here already. */
export function keep(
  db: Db,
  {
    bytes,
    ...row
  }: Omit<typeof preview.$inferInsert, 'id' | 'rev' | 'storedAs' | 'sha256'> & {
    readonly bytes: Uint8Array;
  },
): number {
  const incoming = waitingFiles.receive(db);
  incoming.add(bytes);
  const { storedAs, sha256 } = incoming.done();
  return insert(db, { ...row, storedAs, sha256 });
}

/** What waits in a kommun, the oldest first. */
export const list = (db: Db, kommunId: number): Preview[] =>
  db.select().from(preview).where(eq(kommun, kommunId)).orderBy(asc(id)).all();

/** One of a kommun's; that of another is not there. */
export const read = (db: Db, kommunId: number, wanted: number): Preview | undefined =>
  db
    .select()
    .from(preview)
    .where(and(eq(kommun, kommunId), eq(id, wanted)))
    .get();

/** The file itself; null when it is gone. */
export function readBytes(db: Db, wanted: number): Uint8Array | null {
  const row = db.select().from(preview).where(eq(id, wanted)).get();
  return row ? waitingFiles.read(db, row) : null;
}

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

/** Waits no more. False when it was gone already. Its file is thrown away by `clearFile`, once this holds. */
export const remove = (db: Db, wanted: number): boolean =>
  db.delete(preview).where(eq(id, wanted)).run().changes > 0;

/** Nobody came back to them: they go, and their files with them. */
export function removeOlder(db: Db, before: string): void {
  const gone = db.delete(preview).where(lt(createdAt, before)).returning().all();
  for (const one of gone) clearFile(db, one);
}

/** Some kommuner wait for some files no more; their files are thrown away by `clearFile`, once this holds. */
export const removeFiles = (
  db: Db,
  kommuner: readonly number[],
  files: readonly string[],
): Preview[] =>
  db
    .delete(preview)
    .where(and(inArray(kommun, [...kommuner]), inArray(preview.sha256, [...files])))
    .returning()
    .all();

/** Throws away one file that waits no more. */
export const clearFile = (db: Db, { storedAs }: Pick<Preview, 'storedAs'>): void =>
  waitingFiles.remove(db, storedAs);

/** At start: throws away every file that nobody waits for. */
export function clearFiles(db: Db): void {
  const known = new Set(
    db
      .select({ storedAs: preview.storedAs })
      .from(preview)
      .all()
      .map((one) => one.storedAs),
  );
  for (const name of waitingFiles.list(db)) if (!known.has(name)) waitingFiles.remove(db, name);
}
