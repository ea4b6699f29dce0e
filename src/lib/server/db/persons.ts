import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { person } from './schema/accounts.ts';

export type Person = typeof person.$inferSelect;

/** An account as somebody saw it before they changed it. */
export type Seen = Pick<Person, 'id' | 'rev'>;

/** An address as it is looked for: the case of letters tells nobody apart. */
export const foldEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();

export const list = (db: Db): Person[] => db.select().from(person).orderBy(asc(person.id)).all();

export const read = (db: Db, id: number): Person | undefined =>
  db.select().from(person).where(eq(person.id, id)).get();

/** Also one whose account is closed: its address is taken. */
export const readByEmail = (db: Db, email: string): Person | undefined =>
  db
    .select()
    .from(person)
    .where(eq(person.emailFolded, foldEmail(email)))
    .get();

export const insert = (db: Db, name: string, email: string, at: string): number =>
  db
    .insert(person)
    .values({ name, email, emailFolded: foldEmail(email), createdAt: at })
    .returning({ id: person.id })
    .get().id;

/** Who the kommun's identity provider says somebody is; also one whose account is closed. */
export const readByOidc = (db: Db, issuer: string, subject: string): Person | undefined =>
  db
    .select()
    .from(person)
    .where(and(eq(person.oidcIssuer, issuer), eq(person.oidcSubject, subject)))
    .get();

type Change = Partial<
  Pick<Person, 'name' | 'email' | 'passwordHash' | 'closedAt' | 'oidcIssuer' | 'oidcSubject'>
>;

const withFolded = (change: Change) =>
  change.email === undefined ? change : { ...change, emailFolded: foldEmail(change.email) };

/** False when somebody has changed the account since `rev`. */
export const update = (db: Db, id: number, was: number, change: Change): boolean =>
  db
    .update(person)
    .set({ ...withFolded(change), rev: sql`${person.rev} + 1` })
    .where(and(eq(person.id, id), eq(person.rev, was)))
    .run().changes === 1;

/** Whether it is no longer as it was at `rev`. */
export const hasChanged = (db: Db, { id, rev }: Seen): boolean => read(db, id)?.rev !== rev;

/** Something that hangs on the account has changed, as its roles: it is not as it was seen. */
export const touch = (db: Db, id: number): void => {
  db.update(person)
    .set({ rev: sql`${person.rev} + 1` })
    .where(eq(person.id, id))
    .run();
};

/** A better hash of the same password: no change of the account. */
export const rehash = (db: Db, id: number, was: string, passwordHash: string): void => {
  db.update(person)
    .set({ passwordHash })
    .where(and(eq(person.id, id), eq(person.passwordHash, was)))
    .run();
};
