import { and, asc, eq, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { unlessTaken } from './client.ts';
import type { Db } from './client.ts';
import { activityState } from './schema/said.ts';

export type ActivityStateRow = typeof activityState.$inferSelect;

/** How far each activity has come, where somebody has said: the last link of every chain. */
export function list(db: Db, namnd: number, occasion: number): ActivityStateRow[] {
  const next = alias(activityState, 'next');
  return db
    .select()
    .from(activityState)
    .where(
      and(
        eq(activityState.namnd, namnd),
        eq(activityState.occasion, occasion),
        notExists(db.select().from(next).where(eq(next.previous, activityState.id))),
      ),
    )
    .all();
}

/** All that has been said of how far one has come, in the order it was said. */
export const history = (
  db: Db,
  at: { readonly namnd: number; readonly occasion: number },
  activity: number,
): ActivityStateRow[] =>
  db
    .select()
    .from(activityState)
    .where(
      and(
        eq(activityState.activity, activity),
        eq(activityState.namnd, at.namnd),
        eq(activityState.occasion, at.occasion),
      ),
    )
    .orderBy(asc(activityState.id))
    .all();

export const read = (db: Db, id: number): ActivityStateRow | undefined =>
  db.select().from(activityState).where(eq(activityState.id, id)).get();

/** The same at every occasion of a nämnd. */
export const historyOf = (db: Db, namnd: number, activity: number): ActivityStateRow[] =>
  db
    .select()
    .from(activityState)
    .where(and(eq(activityState.activity, activity), eq(activityState.namnd, namnd)))
    .orderBy(asc(activityState.id))
    .all();

/** Null when somebody else has said so since `previous`. */
export const insert = (db: Db, row: Omit<ActivityStateRow, 'id'>): number | null =>
  unlessTaken(
    () => db.insert(activityState).values(row).returning({ id: activityState.id }).get().id,
  );
