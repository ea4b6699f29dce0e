import { gunzipSync, gzipSync } from 'node:zlib';
import { and, asc, desc, eq, inArray, isNull, max, notExists, or, sql, sum } from 'drizzle-orm';
import type { Difference } from '#lib/domain/difference.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from './client.ts';
import { gallring, observation, storedFile, upload, uploadMeasure } from './schema/values.ts';
import { log } from './schema/who.ts';

export type Upload = typeof upload.$inferSelect;

/** Quickly rather than small: a file of figures shrinks to a quarter all the same. */
const PACKING = { level: 1 };

/** A file as it is kept. Made before it is read, so that its bytes need not be held while it is stored. */
export const pack = (bytes: Uint8Array): Buffer => gzipSync(bytes, PACKING);

type FileToKeep = {
  /** Of the file as it came. */
  readonly sha256: string;
  readonly packed: Buffer;
  readonly isRedacted?: boolean;
};

/**
 * A copy without what tells of persons takes the place of the file, and nothing that of the copy. What was
 * removed is not kept again, however often it is read in.
 */
function keepFile(db: Db, { sha256, packed, isRedacted = false }: FileToKeep): void {
  const kept = { bytes: packed, isPacked: true, isRedacted };
  const insert = db.insert(storedFile).values({ sha256, ...kept });
  const setWhere = notExists(
    db.select().from(gallring).where(eq(gallring.sha256, storedFile.sha256)),
  );
  if (isRedacted)
    insert.onConflictDoUpdate({ target: storedFile.sha256, set: kept, setWhere }).run();
  else insert.onConflictDoNothing().run();
}

/** Opens an upload that nobody sees yet, and keeps its file. */
export function open(
  db: Db,
  file: FileToKeep,
  row: Omit<typeof upload.$inferInsert, 'id' | 'file' | 'state'>,
): number {
  keepFile(db, file);
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

/** Uploads that somebody is loading, or was. */
export const loading = (db: Db): Upload[] =>
  db.select().from(upload).where(eq(upload.state, 'loading')).all();

/** Takes back the flip: what stood before is seen again. False when there was nothing to take back. */
export function undo(db: Db, id: number, at: string): boolean {
  const row = db
    .update(upload)
    .set({ state: 'undone', undoneAt: at })
    .where(and(eq(upload.id, id), eq(upload.state, 'stored')))
    .returning({ id: upload.id })
    .get();
  return row !== undefined;
}

const isOf = (kommun: number) => or(isNull(upload.kommun), eq(upload.kommun, kommun));
const isShown = inArray(upload.state, ['stored', 'undone']);

const REMOVED = { at: gallring.at, decision: gallring.decision, byRole: gallring.byRole };

/**
 * What a kommun has read in, the newest first, also what was undone; with how many rows each holds, and the decision by
 * which its bytes were removed, null where they are kept.
 */
export const history = (db: Db, kommun: number) =>
  db
    .select({ upload, rows: sum(uploadMeasure.rows).mapWith(Number), removed: REMOVED })
    .from(upload)
    .leftJoin(uploadMeasure, eq(uploadMeasure.upload, upload.id))
    .leftJoin(gallring, eq(gallring.sha256, upload.file))
    .where(and(isShown, isOf(kommun)))
    .groupBy(upload.id)
    .orderBy(desc(upload.storedSeq))
    .all();

/** One that a kommun has read in; what was never shown is not there. */
export const read = (db: Db, kommun: number, id: number): Upload | undefined =>
  db
    .select()
    .from(upload)
    .where(and(eq(upload.id, id), isShown, isOf(kommun)))
    .get();

/** What a preview became; undefined when it was never stored. */
export const ofPreview = (db: Db, kommun: number, preview: number): Upload | undefined =>
  db
    .select()
    .from(upload)
    .where(and(eq(upload.preview, preview), isShown, isOf(kommun)))
    .get();

/** The bytes of a file as they are kept, unpacked. */
export const unpack = ({
  bytes,
  isPacked,
}: Pick<typeof storedFile.$inferSelect, 'bytes' | 'isPacked'>): Uint8Array =>
  isPacked ? gunzipSync(bytes) : bytes;

/** The bytes that were read in, as they came or without what tells of persons; null when they have been removed. */
export function readBytes(db: Db, sha256: string): Uint8Array | null {
  const row = db.select().from(storedFile).where(eq(storedFile.sha256, sha256)).get();
  return !row || row.bytes.length === 0 ? null : unpack(row);
}

/** Whether what is kept of a file is a copy without what tells of persons. */
export const isRedacted = (db: Db, sha256: string): boolean =>
  db
    .select({ isRedacted: storedFile.isRedacted })
    .from(storedFile)
    .where(eq(storedFile.sha256, sha256))
    .get()?.isRedacted ?? false;

/** What an upload speaks of. */
export const measuresOf = (db: Db, id: number): number[] =>
  db
    .select({ measure: uploadMeasure.measure })
    .from(uploadMeasure)
    .where(eq(uploadMeasure.upload, id))
    .all()
    .map((row) => row.measure);

/** Every upload with values of a measure that a kommun sees or has seen, with whether its bytes have been removed. */
export const everShown = (db: Db, kommun: number, measure: number) =>
  db
    .select({ upload, removedAt: gallring.at })
    .from(upload)
    .innerJoin(uploadMeasure, eq(uploadMeasure.upload, upload.id))
    .leftJoin(gallring, eq(gallring.sha256, upload.file))
    .where(and(eq(uploadMeasure.measure, measure), isShown, isOf(kommun)))
    .all();

/** Who undid some uploads, as the log says; by upload. */
export const undoneBy = (db: Db, ids: readonly number[]) =>
  new Map(
    db
      .select({ id: log.entityId, name: log.actor, role: log.role })
      .from(log)
      .where(
        and(
          eq(log.entity, 'upload'),
          inArray(log.entityId, ids.map(String)),
          eq(log.action, 'upload.undo'),
        ),
      )
      .all()
      .map(({ id, ...who }) => [Number(id), who] as const),
  );

/** Grows with every flip, there and back: the same number means that nothing was read in between. */
export const stamp = (db: Db): string => {
  const row = db
    .select({ seq: max(upload.storedSeq), undone: max(upload.undoneAt) })
    .from(upload)
    .get();
  return `${row?.seq ?? 0} ${row?.undone ?? ''}`;
};

/** The newest upload that a kommun sees now. */
export const newest = (db: Db, kommun: number): Upload | undefined =>
  db
    .select()
    .from(upload)
    .where(and(eq(upload.kommun, kommun), eq(upload.state, 'stored')))
    .orderBy(desc(upload.storedSeq))
    .limit(1)
    .get();

/** The uploads that are seen, by the order in which they were stored: the newest wins. */
export type Seen = ReadonlyMap<number, number>;

/** What a kommun sees now. */
export function visible(db: Db, kommun: number): Seen {
  const rows = db
    .select({ id: upload.id, seq: upload.storedSeq })
    .from(upload)
    .where(and(eq(upload.state, 'stored'), isOf(kommun)))
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

/** Every upload there is, whatever became of it, without what was decided about its file. */
export const all = (db: Db) =>
  db
    .select({
      ...{ id: upload.id, kommun: upload.kommun, fileName: upload.fileName, file: upload.file },
      ...{ state: upload.state, storedSeq: upload.storedSeq, storedAt: upload.storedAt },
      ...{ undoneAt: upload.undoneAt, byPerson: upload.byPerson },
      ...{ byName: upload.byName, byRole: upload.byRole },
    })
    .from(upload)
    .orderBy(asc(upload.id))
    .all();
