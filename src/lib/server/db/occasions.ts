import { and, asc, eq } from 'drizzle-orm';
import type { NamndOccasion, Occasion } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { occasion } from './schema/plan.ts';
import { namndOccasion } from './schema/said.ts';

const FIELDS = {
  id: occasion.id,
  key: occasion.key,
  kind: occasion.kind,
  title: occasion.title,
  year: occasion.year,
  cutoffOn: occasion.cutoffOn,
  forecasts: occasion.forecasts,
};

/** The kommun's occasions in order of time. */
export const list = (db: Db, kommun: number): Occasion[] =>
  db
    .select(FIELDS)
    .from(occasion)
    .where(eq(occasion.kommun, kommun))
    .orderBy(asc(occasion.cutoffOn), asc(occasion.id))
    .all();

/** Those that one nämnd has, in order of time. */
export const listOfNamnd = (db: Db, namnd: number): NamndOccasion[] =>
  db
    .select({
      ...FIELDS,
      phase: namndOccasion.phase,
      publishedOn: namndOccasion.publishedOn,
      meetingOn: namndOccasion.meetingOn,
    })
    .from(namndOccasion)
    .innerJoin(occasion, eq(occasion.id, namndOccasion.occasion))
    .where(eq(namndOccasion.namnd, namnd))
    .orderBy(asc(occasion.cutoffOn), asc(occasion.id))
    .all();

export const readName = (db: Db, id: number) =>
  db
    .select({ key: occasion.key, title: occasion.title })
    .from(occasion)
    .where(eq(occasion.id, id))
    .get();

export const insert = (db: Db, row: typeof occasion.$inferInsert): number =>
  db.insert(occasion).values(row).returning({ id: occasion.id }).get().id;

/** Says which later occasion the forecasts of this one are about. */
export const forecast = (db: Db, id: number, forecasts: number): void => {
  db.update(occasion)
    .set({ forecasts })
    .where(and(eq(occasion.id, id)))
    .run();
};

export const insertInNamnd = (db: Db, row: typeof namndOccasion.$inferInsert): void => {
  db.insert(namndOccasion).values(row).run();
};
