import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { sha256Of } from './sha256.ts';
import { gallring, storedFile, upload } from './schema/values.ts';
import * as uploads from './uploads.ts';

/* Files as they are kept: by what is in them, and by whose they are. */

/** What is in a file now: of a copy that is kept in its place not what the file was called by. */
function contentOf(db: Db, sha256: string): string | null {
  const bytes = uploads.readBytes(db, sha256);
  return bytes && sha256Of(bytes);
}

/**
 * Every file that holds the same bytes as one: itself, and where it is kept as a copy that was read in again, the
 * copy as a file of its own. The one that is asked about stands first.
 */
export function sameBytes(db: Db, sha256: string): string[] {
  const content = contentOf(db, sha256);
  if (content === null) return [sha256];
  const copies = db
    .select({ sha256: storedFile.sha256 })
    .from(storedFile)
    .where(eq(storedFile.isRedacted, true))
    .all();
  const same = copies.filter((one) => contentOf(db, one.sha256) === content);
  const whole = db.select().from(storedFile).where(eq(storedFile.sha256, content)).get();
  const found = [...same, ...(whole ? [whole] : [])].map((one) => one.sha256);
  return [...new Set([sha256, ...found])];
}

/** Every name that a file that waits may have, when it is one of these: its own, or that of what is kept of it. */
export const namesOf = (db: Db, files: readonly string[]): string[] => [
  ...new Set([...files, ...files.flatMap((one) => contentOf(db, one) ?? [])]),
];

/** The uploads that some files came with, the oldest first; not those that were thrown away. */
export const uploadsOf = (db: Db, files: readonly string[]) =>
  db
    .select()
    .from(upload)
    .where(and(inArray(upload.file, [...files]), ne(upload.state, 'discarded')))
    .orderBy(asc(upload.createdAt), asc(upload.id))
    .all();

/** Every file that is kept, and whether its bytes were removed by a decision; one at a time: they are large. */
export function* all(db: Db) {
  const keys = db.select({ sha256: storedFile.sha256 }).from(storedFile).all();
  const isRemoved = sql<boolean>`${gallring.sha256} IS NOT NULL`.mapWith(Boolean);
  for (const { sha256 } of keys) {
    const row = db
      .select({ file: storedFile, isRemoved })
      .from(storedFile)
      .leftJoin(gallring, eq(gallring.sha256, storedFile.sha256))
      .where(eq(storedFile.sha256, sha256))
      .get();
    if (row) yield { ...row.file, isRemoved: row.isRemoved };
  }
}

/** Files that an upload came with and that are not there: nothing but a hand can take one away. */
export const missing = (db: Db): string[] =>
  db
    .selectDistinct({ sha256: upload.file })
    .from(upload)
    .leftJoin(storedFile, eq(storedFile.sha256, upload.file))
    .where(isNull(storedFile.sha256))
    .all()
    .map(({ sha256 }) => sha256);
