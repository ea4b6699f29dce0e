import { and, asc, eq, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Subject } from '#lib/domain/judgement.ts';
import { unlessTaken } from './client.ts';
import type { Db } from './client.ts';
import { readyMark } from './schema/said.ts';

export type ReadyMark = typeof readyMark.$inferSelect;

/** What has been said to be ready, or not after all: the last link of every chain. */
export function list(db: Db, namnd: number, occasion: number): ReadyMark[] {
  const next = alias(readyMark, 'next');
  return db
    .select()
    .from(readyMark)
    .where(
      and(
        eq(readyMark.namnd, namnd),
        eq(readyMark.occasion, occasion),
        notExists(db.select().from(next).where(eq(next.previous, readyMark.id))),
      ),
    )
    .all();
}

export const read = (db: Db, id: number): ReadyMark | undefined =>
  db.select().from(readyMark).where(eq(readyMark.id, id)).get();

/** All that has been said of one thing, at every occasion of a nämnd. */
export const historyOf = (db: Db, namnd: number, { kind, id }: Subject): ReadyMark[] =>
  db
    .select()
    .from(readyMark)
    .where(and(eq(readyMark[kind], id), eq(readyMark.namnd, namnd)))
    .orderBy(asc(readyMark.id))
    .all();

/** Null when somebody else has said so since `previous`. */
export const insert = (db: Db, row: Omit<ReadyMark, 'id'>): number | null =>
  unlessTaken(() => db.insert(readyMark).values(row).returning({ id: readyMark.id }).get().id);
