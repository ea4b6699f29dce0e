import { and, asc, eq } from 'drizzle-orm';
import type { Namnd } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { namnd } from './schema/who.ts';

const FIELDS = {
  id: namnd.id,
  slug: namnd.slug,
  name: namnd.name,
  short: namnd.short,
  isFullmaktige: namnd.isFullmaktige,
};

/** In the kommun's own order. */
export const list = (db: Db, kommun: number): Namnd[] =>
  db.select(FIELDS).from(namnd).where(eq(namnd.kommun, kommun)).orderBy(asc(namnd.position)).all();

export const read = (db: Db, kommun: number, slug: string): Namnd | undefined =>
  db
    .select(FIELDS)
    .from(namnd)
    .where(and(eq(namnd.kommun, kommun), eq(namnd.slug, slug)))
    .get();

export const insert = (
  db: Db,
  row: Omit<Namnd, 'id'> & { readonly kommun: number; readonly position: number },
): number => db.insert(namnd).values(row).returning({ id: namnd.id }).get().id;
