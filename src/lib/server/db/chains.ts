import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client.ts';
import { scaleStep } from './schema/plan.ts';
import { paragraph } from './schema/reports.ts';
import { activityState, comment, judgement, readyMark } from './schema/said.ts';
import { namnd } from './schema/who.ts';

/* What people have said, as the links that they are, of whichever kind and whomever. */

const TABLES = {
  ...{ judgement, comment, paragraph },
  ...{ activity_state: activityState, ready_mark: readyMark },
};

/** A kind of what people say, as the log names it. */
export type Chained = keyof typeof TABLES;

/** Every link there is of a kind, with who said it and when, and nothing of what was said. */
export function links(db: Db, kind: Chained) {
  const table = TABLES[kind];
  return db
    .select({
      ...{ id: table.id, kommun: namnd.kommun, previous: table.previous, at: table.at },
      ...{ byPerson: table.byPerson, byName: table.byName, byRole: table.byRole },
    })
    .from(table)
    .leftJoin(namnd, eq(namnd.id, table.namnd))
    .orderBy(asc(table.id))
    .all();
}

/** Judgements of these numbers, with the step of each; those that are not there are left out. */
export const judgementsOf = (db: Db, ids: readonly number[]) =>
  db
    .select({ row: judgement, step: scaleStep })
    .from(judgement)
    .leftJoin(scaleStep, eq(scaleStep.id, judgement.step))
    .where(inArray(judgement.id, [...ids]))
    .all();

/** Texts of these numbers; those that are not there are left out. */
export const commentsOf = (db: Db, ids: readonly number[]) =>
  db
    .select()
    .from(comment)
    .where(inArray(comment.id, [...ids]))
    .all();

/** Texts of reports, of these numbers; those that are not there are left out. */
export const paragraphsOf = (db: Db, ids: readonly number[]) =>
  db
    .select()
    .from(paragraph)
    .where(inArray(paragraph.id, [...ids]))
    .all();

/** What was said of activities, by these numbers. */
export const activityStatesOf = (db: Db, ids: readonly number[]) =>
  db
    .select()
    .from(activityState)
    .where(inArray(activityState.id, [...ids]))
    .all();

/** What was said to be ready or not, by these numbers. */
export const readyMarksOf = (db: Db, ids: readonly number[]) =>
  db
    .select()
    .from(readyMark)
    .where(inArray(readyMark.id, [...ids]))
    .all();
