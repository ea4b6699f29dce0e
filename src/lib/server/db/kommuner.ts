import { asc, eq } from 'drizzle-orm';
import type { Kommun } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { kommun } from './schema/who.ts';

const FIELDS = {
  id: kommun.id,
  code: kommun.code,
  slug: kommun.slug,
  name: kommun.name,
  isPublic: kommun.isPublic,
};

export const list = (db: Db): Kommun[] =>
  db.select(FIELDS).from(kommun).orderBy(asc(kommun.id)).all();

export const read = (db: Db, slug: string): Kommun | undefined =>
  db.select(FIELDS).from(kommun).where(eq(kommun.slug, slug)).get();

export const insert = (db: Db, row: Omit<Kommun, 'id'>): number =>
  db.insert(kommun).values(row).returning({ id: kommun.id }).get().id;

/** Counts every change that what this kommun shows may rest on. */
export const revision = (db: Db, id: number): number =>
  db.select({ revision: kommun.revision }).from(kommun).where(eq(kommun.id, id)).get()?.revision ??
  0;
