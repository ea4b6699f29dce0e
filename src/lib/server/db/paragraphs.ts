import { and, asc, eq, sql } from 'drizzle-orm';
import { unlessTaken } from './client.ts';
import type { Db } from './client.ts';
import { paragraph } from './schema/reports.ts';

export type ParagraphRow = typeof paragraph.$inferSelect;

type At = Pick<ParagraphRow, 'namnd' | 'occasion'>;

const isAt = ({ namnd, occasion }: At) =>
  and(eq(paragraph.namnd, namnd), eq(paragraph.occasion, occasion));

/** What was written last in each place of a report. */
export const list = (db: Db, at: At): ParagraphRow[] =>
  db
    .select()
    .from(paragraph)
    .where(
      and(
        isAt(at),
        sql`NOT EXISTS (SELECT 1 FROM paragraph AS next WHERE next.previous = ${paragraph.id})`,
      ),
    )
    .orderBy(asc(paragraph.id))
    .all();

/** All that has been written in one place, the newest first. */
export const historyOf = (db: Db, at: At, slot: string): ParagraphRow[] =>
  db
    .select()
    .from(paragraph)
    .where(and(isAt(at), eq(paragraph.slot, slot)))
    .orderBy(asc(paragraph.id))
    .all()
    .toReversed();

export const read = (db: Db, id: number): ParagraphRow | undefined =>
  db.select().from(paragraph).where(eq(paragraph.id, id)).get();

/** Its id; null when somebody has written there since. */
export const insert = (db: Db, row: Omit<ParagraphRow, 'id'>): number | null =>
  unlessTaken(() => db.insert(paragraph).values(row).returning({ id: paragraph.id }).get().id);
