import { eq, inArray, isNull, or } from 'drizzle-orm';
import type { Measure } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { measure } from './schema/plan.ts';

const FIELDS = {
  id: measure.id,
  code: measure.code,
  source: measure.source,
  title: measure.title,
  unit: measure.unit,
  isShare: measure.isShare,
};

/** What a kommun's files may hold: its own measures and the shared ones. */
export const list = (db: Db, kommun: number): Measure[] =>
  db
    .select(FIELDS)
    .from(measure)
    .where(or(isNull(measure.kommun), eq(measure.kommun, kommun)))
    .all();

export const listByIds = (db: Db, ids: readonly number[]): Measure[] =>
  db
    .select(FIELDS)
    .from(measure)
    .where(inArray(measure.id, [...ids]))
    .all();

export const insert = (db: Db, row: Omit<typeof measure.$inferInsert, 'id'>): number =>
  db.insert(measure).values(row).returning({ id: measure.id }).get().id;
