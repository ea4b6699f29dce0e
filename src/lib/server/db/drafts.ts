import { and, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { draft } from './schema/said.ts';

export type Draft = typeof draft.$inferSelect;

/** Whose, and of what nämnd and occasion. */
type Of = Pick<Draft, 'person' | 'namnd' | 'occasion'>;

const isOf = ({ person, namnd, occasion }: Of) =>
  and(eq(draft.person, person), eq(draft.namnd, namnd), eq(draft.occasion, occasion));

/* Nobody's word yet: not logged, and not through the write door. */

export const list = (db: Db, of: Of): Draft[] => db.select().from(draft).where(isOf(of)).all();

/** The last that was typed stands. */
export const keep = (db: Db, row: Draft): void => {
  const { body, base, savedAt } = row;
  db.insert(draft)
    .values(row)
    .onConflictDoUpdate({
      target: [draft.person, draft.namnd, draft.occasion, draft.field],
      set: { body, base, savedAt },
    })
    .run();
};

export const drop = (db: Db, of: Of, field: string): void => {
  db.delete(draft)
    .where(and(isOf(of), eq(draft.field, field)))
    .run();
};
