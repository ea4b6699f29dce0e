import { and, eq, gt, lt } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Try } from '#lib/domain/login-delay.ts';
import type { Db } from './client.ts';
import { loginTry } from './schema/accounts.ts';

const tries = (db: Db, which: SQL, since: string): Try[] =>
  db
    .select({ at: loginTry.at, ok: loginTry.ok })
    .from(loginTry)
    .where(and(which, gt(loginTry.at, since)))
    .all()
    .map(({ at, ok }) => ({ at: Date.parse(at), ok }));

/** Of an account, from anywhere; `subject` is the address that was written, whether anybody has it or not. */
export const listOfSubject = (db: Db, subject: string, since: string): Try[] =>
  tries(db, eq(loginTry.subject, subject), since);

export const listFromAddress = (db: Db, address: string, since: string): Try[] =>
  tries(db, eq(loginTry.address, address), since);

/** A try is wrong until it has been right. */
export const insert = (db: Db, subject: string, address: string, at: string): number =>
  db
    .insert(loginTry)
    .values({ subject, address, at, ok: false })
    .returning({ id: loginTry.id })
    .get().id;

export const succeed = (db: Db, id: number): void => {
  db.update(loginTry).set({ ok: true }).where(eq(loginTry.id, id)).run();
};

export const forget = (db: Db, before: string): void => {
  db.delete(loginTry).where(lt(loginTry.at, before)).run();
};
