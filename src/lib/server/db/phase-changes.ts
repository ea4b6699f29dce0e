import { and, asc, eq, sql } from 'drizzle-orm';
import { moveOf } from '#lib/domain/occasion.ts';
import type { Db } from './client.ts';
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

/** Every step of every occasion in its nämnd, with where: "socialnamnden/delar-2023", as the log names it. */
export const all = (db: Db) =>
  db
    .select({
      kommun: namnd.kommun,
      where: sql<string>`${namnd.slug} || '/' || ${occasion.key}`,
      ...{ phase: phaseChange.phase, at: phaseChange.at },
      ...{ byName: phaseChange.byName, reason: phaseChange.reason },
    })
    .from(phaseChange)
    .innerJoin(namnd, eq(namnd.id, phaseChange.namnd))
    .innerJoin(occasion, eq(occasion.id, phaseChange.occasion))
    .orderBy(asc(phaseChange.id))
    .all();

/** Occasions that do not stand where their last step led; one without a step is open. */
export const elsewhere = (db: Db): string[] =>
  db
    .all<{ occasion: string }>(
      sql`SELECT namnd.slug || '/' || occasion.key AS occasion
        FROM namnd_occasion JOIN namnd ON namnd.id = namnd_occasion.namnd JOIN occasion ON occasion.id = namnd_occasion.occasion
        WHERE namnd_occasion.phase <> coalesce((SELECT phase FROM phase_change WHERE phase_change.namnd = namnd_occasion.namnd
          AND phase_change.occasion = namnd_occasion.occasion ORDER BY id DESC LIMIT 1), 'oppet')`,
    )
    .map((row) => row.occasion);
