import { and, asc, eq } from 'drizzle-orm';
import { moveOf } from '#lib/domain/occasion.ts';
import type { Db } from './client.ts';
import { phaseChange } from './schema/said.ts';

export type PhaseChange = typeof phaseChange.$inferSelect;

/** Every step that an occasion has taken in a nämnd, in order. */
export const list = (
  db: Db,
  at: { readonly namnd: number; readonly occasion: number },
): PhaseChange[] =>
  db
    .select()
    .from(phaseChange)
    .where(and(eq(phaseChange.namnd, at.namnd), eq(phaseChange.occasion, at.occasion)))
    .orderBy(asc(phaseChange.id))
    .all();

/** When it was last sent to the nämnd; '' before it has been. */
export const lastPublishedAt = (
  db: Db,
  at: { readonly namnd: number; readonly occasion: number },
): string =>
  list(db, at).findLast(
    ({ phase }, index, steps) => moveOf(steps[index - 1]?.phase ?? null, phase) === 'publish',
  )?.at ?? '';

/** When a step was taken that was taken before steps were kept, and nobody had said anything yet: see drizzle/0012. */
export const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';

export const insert = (db: Db, row: Omit<PhaseChange, 'id'>): void => {
  db.insert(phaseChange).values(row).run();
};
