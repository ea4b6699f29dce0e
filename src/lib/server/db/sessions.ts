import { and, eq, lt, ne } from 'drizzle-orm';
import type { Db } from './client.ts';
import { session } from './schema/accounts.ts';

export type Session = typeof session.$inferSelect;

/* Nobody's work: not logged row by row, and not through the write door. */

export const read = (db: Db, tokenHash: string): Session | undefined =>
  db.select().from(session).where(eq(session.tokenHash, tokenHash)).get();

export const listOf = (db: Db, person: number): Session[] =>
  db.select().from(session).where(eq(session.person, person)).all();

export const insert = (db: Db, tokenHash: string, person: number, at: string): void => {
  db.insert(session).values({ tokenHash, person, createdAt: at, seenAt: at }).run();
};

export const see = (db: Db, tokenHash: string, at: string): void => {
  db.update(session).set({ seenAt: at }).where(eq(session.tokenHash, tokenHash)).run();
};

export const end = (db: Db, tokenHash: string): void => {
  db.delete(session).where(eq(session.tokenHash, tokenHash)).run();
};

/** Everywhere, but for where one is now if that is told. */
export const endAll = (db: Db, person: number, but: string | null = null): void => {
  const isOthers = but === null ? undefined : ne(session.tokenHash, but);
  db.delete(session)
    .where(and(eq(session.person, person), isOthers))
    .run();
};

/** Those begun before a moment have ended, whoever had them. */
export const forget = (db: Db, before: string): void => {
  db.delete(session).where(lt(session.createdAt, before)).run();
};
