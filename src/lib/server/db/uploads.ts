import { and, desc, eq, inArray, isNull, lt, max, or, sql } from 'drizzle-orm';
import type { Difference } from '#lib/domain/difference.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from './client.ts';
import { observation, storedFile, upload, uploadMeasure } from './schema/values.ts';

export type Upload = typeof upload.$inferSelect;

/** The same bytes, not a copy of them. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Opens an upload that nobody sees yet, and keeps the file's bytes. */
export function open(
  db: Db,
  file: { readonly sha256: string; readonly bytes: Uint8Array },
  row: Omit<typeof upload.$inferInsert, 'id' | 'file' | 'state'>,
): number {
  db.insert(storedFile)
    .values({ sha256: file.sha256, bytes: asBuffer(file.bytes) })
    .onConflictDoNothing()
    .run();
  return db
    .insert(upload)
    .values({ ...row, file: file.sha256, state: 'loading' })
    .returning({ id: upload.id })
    .get().id;
}

/** The flip: from here on every reader sees all of its rows. Newest means order of storing. */
export function store(db: Db, id: number, counts: Difference, at: string): Upload {
  const newest = db
    .select({ seq: max(upload.storedSeq) })
    .from(upload)
    .get();
  const row = db
    .update(upload)
    .set({ state: 'stored', storedSeq: (newest?.seq ?? 0) + 1, storedAt: at, counts })
    .where(and(eq(upload.id, id), eq(upload.state, 'loading')))
    .returning()
    .get();
  invariant(row, `upload ${id} is still open`);
  return row;
}

/** Throws an upload away that was never shown, rows and all; one that was shown stays as it is. */
export function discard(db: Db, id: number): void {
  const open = db
    .update(upload)
    .set({ state: 'discarded' })
    .where(and(eq(upload.id, id), eq(upload.state, 'loading')))
    .returning({ id: upload.id })
    .get();
  if (!open) return;
  // By measure first: the key begins with it, and there is no index on upload.
  const measures = db
    .select({ measure: uploadMeasure.measure })
    .from(uploadMeasure)
    .where(eq(uploadMeasure.upload, id));
  db.delete(observation)
    .where(and(inArray(observation.measure, measures), eq(observation.upload, id)))
    .run();
}

/** Uploads begun before a moment and never finished. */
export const interrupted = (db: Db, before: string): Upload[] =>
  db
    .select()
    .from(upload)
    .where(and(eq(upload.state, 'loading'), lt(upload.createdAt, before)))
    .all();

/** The newest upload that a kommun sees now. */
export const newest = (db: Db, kommun: number): Upload | undefined =>
  db
    .select()
    .from(upload)
    .where(and(eq(upload.kommun, kommun), eq(upload.state, 'stored')))
    .orderBy(desc(upload.storedSeq))
    .limit(1)
    .get();

/** The uploads that a kommun sees, by the order in which they were stored: the newest wins. */
export function visible(db: Db, kommun: number): ReadonlyMap<number, number> {
  const rows = db
    .select({ id: upload.id, seq: upload.storedSeq })
    .from(upload)
    .where(and(eq(upload.state, 'stored'), or(isNull(upload.kommun), eq(upload.kommun, kommun))))
    .all();
  return new Map(rows.map(({ id, seq }) => [id, seq ?? 0]));
}

/** Adds to how many rows of each measure an upload holds. */
export function countRows(db: Db, id: number, measures: readonly number[]): void {
  const counts = new Map<number, number>();
  for (const measure of measures) counts.set(measure, (counts.get(measure) ?? 0) + 1);
  for (const [measure, rows] of counts) {
    db.insert(uploadMeasure)
      .values({ upload: id, measure, rows })
      .onConflictDoUpdate({
        target: [uploadMeasure.upload, uploadMeasure.measure],
        set: { rows: sql`${uploadMeasure.rows} + ${rows}` },
      })
      .run();
  }
}
