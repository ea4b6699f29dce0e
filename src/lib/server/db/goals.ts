import { asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Goal } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { goal, goalNamnd, goalOwner, goalParent } from './schema/plan.ts';
import { ownerRole } from './schema/who.ts';

/** The goals of some plans, in the plans' order, with their parents wherever those lie. */
export function list(db: Db, plans: readonly number[]): Goal[] {
  const goals = db
    .select()
    .from(goal)
    .where(inArray(goal.plan, [...plans]))
    .orderBy(asc(goal.plan), asc(goal.position))
    .all();
  const ids = goals.map((one) => one.id);
  const parents = db
    .select()
    .from(goalParent)
    .where(inArray(goalParent.child, ids))
    .orderBy(asc(goalParent.position))
    .all();
  const owners = db
    .select({ goal: goalOwner.goal, code: ownerRole.code })
    .from(goalOwner)
    .innerJoin(ownerRole, eq(ownerRole.id, goalOwner.owner))
    .where(inArray(goalOwner.goal, ids))
    .orderBy(asc(goalOwner.position))
    .all();
  const shares = db.select().from(goalNamnd).where(inArray(goalNamnd.goal, ids)).all();
  return goals.map(({ position: _position, rev: _rev, ...row }) => ({
    ...row,
    parents: parents.filter((one) => one.child === row.id).map((one) => one.parent),
    namnder: shares.filter((one) => one.goal === row.id).map((one) => one.namnd),
    owners: owners.filter((one) => one.goal === row.id).map((one) => one.code),
  }));
}

/** What one is called, by its parent's title where it has none, and its key; undefined when there is none. */
export function readName(db: Db, id: number) {
  const above = alias(goal, 'above');
  return db
    .select({ key: goal.key, title: sql<string | null>`coalesce(${goal.title}, ${above.title})` })
    .from(goal)
    .leftJoin(goalParent, eq(goalParent.child, goal.id))
    .leftJoin(above, eq(above.id, goalParent.parent))
    .where(eq(goal.id, id))
    .orderBy(asc(goalParent.position))
    .limit(1)
    .get();
}

export const insert = (db: Db, row: Omit<typeof goal.$inferInsert, 'id'>): number =>
  db.insert(goal).values(row).returning({ id: goal.id }).get().id;

export const hangUnder = (db: Db, child: number, parent: number, position: number): void => {
  db.insert(goalParent).values({ child, parent, position }).run();
};

export const shareWith = (db: Db, id: number, namnd: number): void => {
  db.insert(goalNamnd).values({ goal: id, namnd }).run();
};

export const giveTo = (db: Db, id: number, owner: number, position: number): void => {
  db.insert(goalOwner).values({ goal: id, owner, position }).run();
};
