import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Db } from './client.ts';

/* Copies of the database that lie beside it. They are made before a migration, and nothing reaches into them. */

/** The folder in which they are made, within that of the database. */
export const folderIn = (dataDir: string): string => join(dataDir, 'backup');

/** "fyren-before-0015_gallring-2026-05-03T10-11-12-123Z.db": made before what, and when. */
export const nameOf = (tag: string, now: Date): string =>
  `fyren-before-${tag}-${now.toISOString().replace(/[:.]/g, '-')}.db`;

const MADE = /(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/;

/** When a copy was made: its name says; of one that somebody named otherwise when it was last written. */
function madeAt(path: string): string {
  const [, day, ...rest] = MADE.exec(basename(path)) ?? [];
  if (day === undefined) return statSync(path).mtime.toISOString();
  const [hours, minutes, seconds, thousandths] = rest;
  return `${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`;
}

/** Names of the copies that may hold what came at `from`: made then or later, but before `until`. */
export function madeBetween(db: Db, from: string, until: string | null): string[] {
  if (db.$client.memory) return [];
  const folder = folderIn(dirname(db.$client.name));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => {
      const at = madeAt(join(folder, name));
      return at >= from && (until === null || at <= until);
    })
    .toSorted();
}
