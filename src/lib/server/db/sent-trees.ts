import { asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { sentTree } from './schema/said.ts';

/** What was sent when a step published it; undefined of one from before it was kept. */
export const read = (db: Db, step: number) =>
  db.select().from(sentTree).where(eq(sentTree.step, step)).get();

export const insert = (db: Db, row: typeof sentTree.$inferSelect): void => {
  db.insert(sentTree).values(row).run();
};

/** All that has been sent, one at a time: they are large. */
export function* all(db: Db) {
  const steps = db.select({ step: sentTree.step }).from(sentTree).orderBy(asc(sentTree.step)).all();
  for (const { step } of steps) {
    const row = read(db, step);
    if (row) yield row;
  }
}
