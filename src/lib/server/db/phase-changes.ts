import { and, asc, eq } from 'drizzle-orm';
import { moveOf } from '#lib/domain/occasion.ts';
import type { Db } from './client.ts';
import { phaseChange } from './schema/said.ts';

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

/** Every step of every nämnd that took back what was published or locked, with what it was. */
export function takenBack(db: Db): (PhaseChange & { readonly move: 'reopen' | 'unlock' })[] {
  const last = new Map<string, PhaseChange['phase']>();
  const all = db.select().from(phaseChange).orderBy(asc(phaseChange.id)).all();
  return all.flatMap((step) => {
    const key = `${step.namnd} ${step.occasion}`;
    const move = moveOf(last.get(key) ?? null, step.phase);
    last.set(key, step.phase);
    return move === 'reopen' || move === 'unlock' ? [{ ...step, move }] : [];
  });
}

/** When a step was taken that was taken before steps were kept, and nobody had said anything yet: see drizzle/0012. */
export const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';

/** A step; with its days where it is one to publicerat that tells them. */
export const insert = (db: Db, row: Omit<typeof phaseChange.$inferInsert, 'id'>): void => {
  db.insert(phaseChange).values(row).run();
};
