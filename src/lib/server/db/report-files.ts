import { and, eq } from 'drizzle-orm';
import { inTransaction } from './client.ts';
import type { Db } from './client.ts';
import { reportFile } from './schema/reports.ts';
import { sha256Of } from './sha256.ts';

export type ReportFormat = (typeof reportFile.$inferSelect)['format'];

/** A report as it was frozen; undefined where there is none of that form. */
export const read = (db: Db, settlement: number, format: ReportFormat) =>
  db
    .select({ bytes: reportFile.bytes, sha256: reportFile.sha256 })
    .from(reportFile)
    .where(and(eq(reportFile.settlement, settlement), eq(reportFile.format, format)))
    .get();

/** Every file that is kept of a version. */
export const all = (db: Db, settlement: number) =>
  db.select().from(reportFile).where(eq(reportFile.settlement, settlement)).all();

/** Its fingerprint. */
export function insert(
  db: Db,
  settlement: number,
  format: ReportFormat,
  bytes: Uint8Array,
): string {
  const sha256 = sha256Of(bytes);
  db.insert(reportFile)
    .values({ settlement, format, bytes: Buffer.from(bytes), sha256 })
    .run();
  return sha256;
}

/**
 * Keeps a file that was made of what is frozen already, and is no change to log; answers the one that is kept, which is
 * the first that came.
 */
export const keepFirst = (
  db: Db,
  settlement: number,
  format: ReportFormat,
  bytes: Uint8Array,
): Uint8Array =>
  inTransaction(db, () => {
    const kept = read(db, settlement, format);
    if (kept) return kept.bytes;
    insert(db, settlement, format, bytes);
    return bytes;
  });
