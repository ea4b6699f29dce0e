import { desc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { wordTemplate } from './schema/reports.ts';

export type WordTemplate = typeof wordTemplate.$inferSelect;

/** A kommun's own Word file; undefined where it has none, or has taken it away. */
export function read(db: Db, kommun: number): (WordTemplate & { bytes: Buffer }) | undefined {
  const newest = db
    .select()
    .from(wordTemplate)
    .where(eq(wordTemplate.kommun, kommun))
    .orderBy(desc(wordTemplate.id))
    .limit(1)
    .get();
  return newest && newest.bytes !== null ? { ...newest, bytes: newest.bytes } : undefined;
}

export const insert = (db: Db, row: Omit<WordTemplate, 'id'>): void => {
  db.insert(wordTemplate).values(row).run();
};
