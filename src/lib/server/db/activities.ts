import { asc, eq, inArray } from 'drizzle-orm';
import type { Activity, PaperDate } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import {
  activity,
  activityGoal,
  activityIndicator,
  activityOwner,
  activityRelated,
} from './schema/plan.ts';
import { ownerRole } from './schema/who.ts';

const asDate = (day: string | null, text: string | null): PaperDate | null =>
  text === null ? null : { day, text };

/** The activities of some plans, in the plans' order. */
export function list(db: Db, plans: readonly number[]): Activity[] {
  const rows = db
    .select()
    .from(activity)
    .where(inArray(activity.plan, [...plans]))
    .orderBy(asc(activity.plan), asc(activity.position))
    .all();
  const ids = rows.map((one) => one.id);
  const goals = db.select().from(activityGoal).where(inArray(activityGoal.activity, ids)).all();
  const related = db
    .select()
    .from(activityRelated)
    .where(inArray(activityRelated.activity, ids))
    .all();
  const indicators = db
    .select()
    .from(activityIndicator)
    .where(inArray(activityIndicator.activity, ids))
    .all();
  const owners = db
    .select({ activity: activityOwner.activity, code: ownerRole.code })
    .from(activityOwner)
    .innerJoin(ownerRole, eq(ownerRole.id, activityOwner.owner))
    .where(inArray(activityOwner.activity, ids))
    .orderBy(asc(activityOwner.position))
    .all();
  return rows.map((row) => ({
    id: row.id,
    plan: row.plan,
    level: row.level,
    key: row.key,
    title: row.title,
    owners: owners.filter((one) => one.activity === row.id).map((one) => one.code),
    start: asDate(row.startOn, row.startText),
    end: asDate(row.endOn, row.endText),
    note: row.note,
    source: row.source,
    goals: goals.filter((one) => one.activity === row.id).map((one) => one.goal),
    related: related.filter((one) => one.activity === row.id).map((one) => one.related),
    indicators: indicators.filter((one) => one.activity === row.id).map((one) => one.indicator),
  }));
}

/** What one is called, and its key; undefined when there is none. */
export const readName = (db: Db, id: number) =>
  db
    .select({ key: activity.key, title: activity.title })
    .from(activity)
    .where(eq(activity.id, id))
    .get();

export const insert = (db: Db, row: Omit<typeof activity.$inferInsert, 'id'>): number =>
  db.insert(activity).values(row).returning({ id: activity.id }).get().id;

export const hangUnder = (db: Db, id: number, goal: number): void => {
  db.insert(activityGoal).values({ activity: id, goal }).run();
};

export const relate = (db: Db, id: number, related: number): void => {
  db.insert(activityRelated).values({ activity: id, related }).run();
};

export const follow = (db: Db, id: number, indicator: number): void => {
  db.insert(activityIndicator).values({ activity: id, indicator }).run();
};

export const giveTo = (db: Db, id: number, owner: number, position: number): void => {
  db.insert(activityOwner).values({ activity: id, owner, position }).run();
};
