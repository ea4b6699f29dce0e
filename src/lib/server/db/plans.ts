import { asc, eq, inArray } from 'drizzle-orm';
import type { Level, Plan } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { level, levelParent, plan, planNamnd } from './schema/plan.ts';
import { namnd } from './schema/who.ts';

/** Every plan of the kommun with the nämnder that own it. */
export type OwnedPlan = Plan & { readonly owners: readonly number[] };

export function list(db: Db, kommun: number): OwnedPlan[] {
  const owners = db
    .select({ plan: planNamnd.plan, namnd: planNamnd.namnd, isFullmaktige: namnd.isFullmaktige })
    .from(planNamnd)
    .innerJoin(namnd, eq(namnd.id, planNamnd.namnd))
    .where(eq(namnd.kommun, kommun))
    .all();
  const plans = db.select().from(plan).where(eq(plan.kommun, kommun)).orderBy(asc(plan.id)).all();
  return plans.map(({ kommun: _kommun, rev: _rev, ...row }) => {
    const own = owners.filter((one) => one.plan === row.id);
    return {
      ...row,
      isFullmaktiges: own.some((one) => one.isFullmaktige),
      owners: own.map((one) => one.namnd),
    };
  });
}

export const levels = (db: Db, plans: readonly number[]): Level[] =>
  db
    .select({
      id: level.id,
      plan: level.plan,
      key: level.key,
      singular: level.singular,
      plural: level.plural,
      holds: level.holds,
      scale: level.scale,
      textParts: level.textParts,
      reported: level.reported,
      policy: level.policy,
      ceilingRule: level.ceilingRule,
      indicatorsFrom: level.indicatorsFrom,
    })
    .from(level)
    .where(inArray(level.plan, [...plans]))
    .orderBy(asc(level.plan), asc(level.position))
    .all();

export function insert(
  db: Db,
  row: Omit<typeof plan.$inferInsert, 'id'>,
  owners: readonly number[],
): number {
  const { id } = db.insert(plan).values(row).returning({ id: plan.id }).get();
  db.insert(planNamnd)
    .values(owners.map((one) => ({ plan: id, namnd: one })))
    .run();
  return id;
}

export const insertLevel = (db: Db, row: Omit<typeof level.$inferInsert, 'id'>): number =>
  db.insert(level).values(row).returning({ id: level.id }).get().id;

export const allowUnder = (db: Db, child: number, parent: number): void => {
  db.insert(levelParent).values({ level: child, parent }).run();
};
