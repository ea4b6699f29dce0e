import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { DatedTarget } from '#lib/domain/history.ts';
import type { Indicator, Target } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { goalIndicator, indicator, seriesBreak, target } from './schema/plan.ts';
import { namnd } from './schema/who.ts';

/** The indicators of a nämnd in its own order. */
export function list(db: Db, namndId: number): Indicator[] {
  const rows = db
    .select()
    .from(indicator)
    .where(eq(indicator.namnd, namndId))
    .orderBy(asc(indicator.position))
    .all();
  const ids = rows.map((one) => one.id);
  const goals = db.select().from(goalIndicator).where(inArray(goalIndicator.indicator, ids)).all();
  const breaks = db
    .select()
    .from(seriesBreak)
    .where(inArray(seriesBreak.indicator, ids))
    .orderBy(asc(seriesBreak.fromOn))
    .all();
  return rows.map(({ namnd: _namnd, position: _position, rev: _rev, ...row }) => ({
    ...row,
    goals: goals.filter((one) => one.indicator === row.id).map((one) => one.goal),
    breaks: breaks
      .filter((one) => one.indicator === row.id)
      .map((one) => ({ from: one.fromOn, reason: one.reason })),
  }));
}

/** Every indicator of a kommun as a file may name it: key and titles, with the measure they mean. */
export const names = (db: Db, kommun: number) =>
  db
    .select({
      measure: indicator.measure,
      key: indicator.key,
      title: indicator.title,
      short: indicator.short,
    })
    .from(indicator)
    .innerJoin(namnd, eq(namnd.id, indicator.namnd))
    .where(eq(namnd.kommun, kommun))
    .all();

const TARGET = {
  id: target.id,
  indicator: target.indicator,
  year: target.year,
  occasion: target.occasion,
  sex: target.sex,
  place: target.place,
  rule: target.rule,
  printed: target.printed,
  source: target.source,
};

/** Every target that an indicator has had, in the order they were set. */
export const everyTarget = (db: Db, id: number): DatedTarget[] =>
  db
    .select({ ...TARGET, replacedAt: target.replacedAt })
    .from(target)
    .where(eq(target.indicator, id))
    .orderBy(asc(target.id))
    .all();

/** The targets in force. */
export const targets = (db: Db, indicators: readonly number[]): Target[] =>
  db
    .select(TARGET)
    .from(target)
    .where(and(inArray(target.indicator, [...indicators]), isNull(target.replacedAt)))
    .all();

/** What one is called, and its key; undefined when there is none. */
export const readName = (db: Db, id: number) =>
  db
    .select({ key: indicator.key, title: indicator.title })
    .from(indicator)
    .where(eq(indicator.id, id))
    .get();

export const insert = (db: Db, row: Omit<typeof indicator.$inferInsert, 'id'>): number =>
  db.insert(indicator).values(row).returning({ id: indicator.id }).get().id;

export const hangOn = (db: Db, id: number, goal: number): void => {
  db.insert(goalIndicator).values({ indicator: id, goal }).run();
};

export const breakAt = (db: Db, id: number, fromOn: string, reason: string): void => {
  db.insert(seriesBreak).values({ indicator: id, fromOn, reason }).run();
};

export const insertTarget = (db: Db, row: Omit<typeof target.$inferInsert, 'id'>): void => {
  db.insert(target).values(row).run();
};
