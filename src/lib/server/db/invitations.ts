import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { invitation } from './schema/accounts.ts';

export type Invitation = typeof invitation.$inferSelect;

/** One that can be used at a moment; one that is used, or too old, is not there. */
export const read = (db: Db, tokenHash: string, now: string): Invitation | undefined =>
  db
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.tokenHash, tokenHash),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .get();

const isOf = (person: number | null) =>
  person === null ? isNull(invitation.person) : eq(invitation.person, person);

/** A new link for somebody: those made before lead nowhere from now on. */
export function insert(db: Db, row: Omit<Invitation, 'usedAt'>): void {
  retire(db, row.person, row.madeAt);
  db.insert(invitation).values(row).run();
}

/** Every link for somebody has been used, or is no more. Null: for the first administrator. */
export const retire = (db: Db, person: number | null, at: string): void => {
  db.update(invitation)
    .set({ usedAt: at })
    .where(and(isOf(person), isNull(invitation.usedAt)))
    .run();
};

/** Until when somebody may choose a password by the link they have; null when they have none. */
export const waitsUntil = (db: Db, person: number, now: string): string | null =>
  waiting(db, now).find((one) => one.person === person)?.expiresAt ?? null;

/** Those that wait for somebody to choose a password. */
export const waiting = (db: Db, now: string): Invitation[] =>
  db
    .select()
    .from(invitation)
    .where(and(isNull(invitation.usedAt), gt(invitation.expiresAt, now)))
    .all();
