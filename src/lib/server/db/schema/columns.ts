import { integer, text } from 'drizzle-orm/sqlite-core';

/*
 * The tables as drizzle sees them, in files as the sections of drizzle/*.sql. STRICT, WITHOUT ROWID,
 * CHECK, triggers and partial indexes stand there, written by hand (a generated rebuild would drop
 * them without a word); schema.test.ts holds the two together column by column.
 */

export const id = () => integer().primaryKey();
export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull();
export const rev = () => integer().notNull().default(0);
export const position = () => integer().notNull();
export const json = <T>(name?: string) =>
  (name ? text(name, { mode: 'json' }) : text({ mode: 'json' })).$type<T>();
