import { and, asc, eq, sql } from 'drizzle-orm';
import type { NamndOccasion, Occasion } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { OCCASION } from './logged-as.ts';
import { occasion } from './schema/plan.ts';
import { namndOccasion, settlement } from './schema/said.ts';
import { namnd } from './schema/who.ts';
import { DECISION, isMistaken } from './settlements.ts';

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

/** The newest decision of what a row is about. */
const newestDecision = and(
  eq(settlement.namnd, namndOccasion.namnd),
  eq(settlement.occasion, namndOccasion.occasion),
  eq(
    settlement.number,
    sql`(SELECT max(number) FROM settlement WHERE namnd = ${namndOccasion.namnd} AND occasion = ${namndOccasion.occasion} AND NOT ${isMistaken})`,
  ),
);

/** Those that one nämnd has, in order of time. */
export const listOfNamnd = (db: Db, namnd: number): NamndOccasion[] =>
  db
    .select({
      ...FIELDS,
      phase: namndOccasion.phase,
      publishedOn: namndOccasion.publishedOn,
      meetingOn: namndOccasion.meetingOn,
      decision: DECISION,
    })
    .from(namndOccasion)
    .innerJoin(occasion, eq(occasion.id, namndOccasion.occasion))
    .leftJoin(settlement, newestDecision)
    .where(eq(namndOccasion.namnd, namnd))
    .orderBy(asc(occasion.cutoffOn), asc(occasion.id))
    .all();

type At = { readonly namnd: number; readonly occasion: number };

const isAt = ({ namnd, occasion: id }: At) =>
  and(eq(namndOccasion.namnd, namnd), eq(namndOccasion.occasion, id));

/** Where an occasion stands in a nämnd; undefined where it is none of the nämnd's. */
export const readPhase = (db: Db, at: At) =>
  db
    .select({
      phase: namndOccasion.phase,
      publishedOn: namndOccasion.publishedOn,
      meetingOn: namndOccasion.meetingOn,
      rev: namndOccasion.rev,
    })
    .from(namndOccasion)
    .where(isAt(at))
    .get();

/** Where every occasion stands in every nämnd, with where it is as the log names it. */
export const stands = (db: Db) =>
  db
    .select({
      ...{ namnd: namndOccasion.namnd, occasion: namndOccasion.occasion },
      ...{ where: OCCASION, phase: namndOccasion.phase },
      ...{ publishedOn: namndOccasion.publishedOn, meetingOn: namndOccasion.meetingOn },
    })
    .from(namndOccasion)
    .innerJoin(namnd, eq(namnd.id, namndOccasion.namnd))
    .innerJoin(occasion, eq(occasion.id, namndOccasion.occasion))
    .all();

/** A step on, or other days; false when it has taken another step, or something was put right, since `rev` was read. */
export const change = (
  db: Db,
  at: At,
  rev: number,
  to: Partial<Pick<typeof namndOccasion.$inferInsert, 'phase' | 'publishedOn' | 'meetingOn'>>,
): boolean =>
  db
    .update(namndOccasion)
    .set({ ...to, rev: rev + 1 })
    .where(and(isAt(at), eq(namndOccasion.rev, rev)))
    .run().changes === 1;

/** Undefined when the kommun has no such occasion. */
export const readByKey = (db: Db, kommun: number, key: string) =>
  db
    .select({ key: occasion.key, title: occasion.title })
    .from(occasion)
    .where(and(eq(occasion.kommun, kommun), eq(occasion.key, key)))
    .get();

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
