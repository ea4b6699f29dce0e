import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Measure } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { measure, measureTitle } from './schema/plan.ts';

const FIELDS = {
  id: measure.id,
  code: measure.code,
  source: measure.source,
  title: measure.title,
  unit: measure.unit,
  isShare: measure.isShare,
  survey: measure.survey,
  smallCount: measure.smallCount,
  hidesPersons: measure.hidesPersons,
  endedAfter: measure.endedAfter,
};

/** A measure with what its file knows of it, and the titles it has had. */
export type KnownMeasure = Measure & {
  readonly better: typeof measure.$inferSelect.better;
  readonly about: typeof measure.$inferSelect.about;
  readonly oldTitles: readonly string[];
};

const isSeenBy = (kommun: number | null) =>
  kommun === null ? isNull(measure.kommun) : or(isNull(measure.kommun), eq(measure.kommun, kommun));

/** What a kommun's files may hold, its own measures and the shared ones; for null the shared alone. */
export function list(db: Db, kommun: number | null): KnownMeasure[] {
  const titles = new Map<number, string[]>();
  for (const { measure: id, titleFolded } of db.select().from(measureTitle).all()) {
    titles.set(id, [...(titles.get(id) ?? []), titleFolded]);
  }
  return db
    .select({ ...FIELDS, better: measure.better, about: measure.about })
    .from(measure)
    .where(isSeenBy(kommun))
    .all()
    .map((row) => ({ ...row, oldTitles: titles.get(row.id) ?? [] }));
}

export const listByIds = (db: Db, ids: readonly number[]): Measure[] =>
  db
    .select(FIELDS)
    .from(measure)
    .where(inArray(measure.id, [...ids]))
    .all();

/** The shared measure of a code. */
export const readShared = (db: Db, code: string): Measure | undefined =>
  db
    .select(FIELDS)
    .from(measure)
    .where(and(isNull(measure.kommun), eq(measure.code, code)))
    .get();

export const insert = (db: Db, row: Omit<typeof measure.$inferInsert, 'id'>): number =>
  db.insert(measure).values(row).returning({ id: measure.id }).get().id;

export const update = (
  db: Db,
  id: number,
  row: Partial<Omit<typeof measure.$inferInsert, 'id' | 'kommun' | 'code'>>,
): void => {
  db.update(measure).set(row).where(eq(measure.id, id)).run();
};

/** A title it has had, folded, so that old files find it. */
export const rememberTitle = (db: Db, id: number, titleFolded: string): void => {
  db.insert(measureTitle).values({ measure: id, titleFolded }).onConflictDoNothing().run();
};
