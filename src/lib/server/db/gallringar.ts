import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { gallring } from './schema/values.ts';

/** That the bytes of a file were removed, and by what decision. */
export type Gallring = typeof gallring.$inferSelect;

/** Of one file; undefined when its bytes are kept. */
export const read = (db: Db, sha256: string): Gallring | undefined =>
  db.select().from(gallring).where(eq(gallring.sha256, sha256)).get();

/** Of every file that has been removed. */
export const all = (db: Db): Gallring[] => db.select().from(gallring).all();

/** Empties the file too: the database does both, or neither. */
export const insert = (db: Db, row: Omit<Gallring, 'erasedAt'>): void => {
  db.insert(gallring).values(row).run();
};

/** Those whose bytes the database's own files may still hold, where nothing points at them. */
export const unerased = (db: Db): Gallring[] =>
  db.select().from(gallring).where(isNull(gallring.erasedAt)).all();

export const markErased = (db: Db, sha256: string, at: string): void => {
  db.update(gallring)
    .set({ erasedAt: at })
    .where(and(eq(gallring.sha256, sha256), isNull(gallring.erasedAt)))
    .run();
};
