import { and, asc, eq, sql } from 'drizzle-orm';
import { moveOf } from '#lib/domain/occasion.ts';
import type { Db } from './client.ts';
import { OCCASION } from './logged-as.ts';
import { occasion } from './schema/plan.ts';
import { phaseChange } from './schema/said.ts';
import { namnd } from './schema/who.ts';

export type PhaseChange = typeof phaseChange.$inferSelect;

type At = { readonly namnd: number; readonly occasion: number };

/** Every step that an occasion has taken in a nämnd, in order. */
export const list = (db: Db, at: At): PhaseChange[] =>
  db
    .select()
    .from(phaseChange)
    .where(and(eq(phaseChange.namnd, at.namnd), eq(phaseChange.occasion, at.occasion)))
    .orderBy(asc(phaseChange.id))
    .all();

/** The newest step that sent it to the nämnd; undefined before there is one. */
export const lastPublished = (db: Db, at: At): PhaseChange | undefined =>
  list(db, at).findLast(
    ({ phase }, index, steps) => moveOf(steps[index - 1]?.phase ?? null, phase) === 'publish',
  );

/** When it was last sent to the nämnd; '' before it has been. */
export const lastPublishedAt = (db: Db, at: At): string => lastPublished(db, at)?.at ?? '';

/** When a step was taken that was taken before steps were kept, and nobody had said anything yet: see drizzle/0012. */
export const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';

/** A step, and its id; with its days where it is one to publicerat that tells them. */
export const insert = (db: Db, row: Omit<typeof phaseChange.$inferInsert, 'id'>): number =>
  db.insert(phaseChange).values(row).returning({ id: phaseChange.id }).get().id;

/** Whether something was said there at that very moment, as of the steps that drizzle/0012 made: those alone are asked. */
const isSaidThen = sql<boolean>`${phaseChange.byName} = 'Fyren' AND EXISTS (
  SELECT 1 FROM (SELECT namnd, occasion, at FROM judgement UNION ALL SELECT namnd, occasion, at FROM comment) AS said
  WHERE said.namnd = ${phaseChange.namnd} AND said.occasion = ${phaseChange.occasion} AND said.at = ${phaseChange.at})`;

/** Every step of every occasion in its nämnd, in order, with where it is as the log names it. */
export const all = (db: Db) =>
  db
    .select({
      step: phaseChange,
      ...{ kommun: namnd.kommun, where: OCCASION },
      isSaidThen: isSaidThen.mapWith(Boolean),
    })
    .from(phaseChange)
    .innerJoin(namnd, eq(namnd.id, phaseChange.namnd))
    .innerJoin(occasion, eq(occasion.id, phaseChange.occasion))
    .orderBy(asc(phaseChange.id))
    .all()
    .map(({ step, ...where }) => ({ ...step, ...where }));
