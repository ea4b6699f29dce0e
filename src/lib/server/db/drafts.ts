import { and, eq, isNull } from 'drizzle-orm';
import { inTransaction } from './client.ts';
import type { Db } from './client.ts';
import { draft } from './schema/said.ts';

export type Draft = Omit<typeof draft.$inferSelect, 'id'>;

/** Whose, and of what nämnd and occasion. */
export type DraftsOf = Pick<Draft, 'person' | 'namnd' | 'occasion'>;

const isOf = ({ person, namnd, occasion }: DraftsOf) =>
  and(
    person === null ? isNull(draft.person) : eq(draft.person, person),
    eq(draft.namnd, namnd),
    eq(draft.occasion, occasion),
  );

/* Nobody's word yet: not logged, and not through the write door. */

export const list = (db: Db, of: DraftsOf): Draft[] =>
  db.select().from(draft).where(isOf(of)).all();

export const drop = (db: Db, of: DraftsOf, slot: string): void => {
  db.delete(draft)
    .where(and(isOf(of), eq(draft.slot, slot)))
    .run();
};

/** The last that was written stands. */
export const keep = (db: Db, row: Draft): void =>
  inTransaction(db, () => {
    drop(db, row, row.slot);
    db.insert(draft).values(row).run();
  });
