import type { Db } from './client.ts';

/*
 * What is deleted from a database is for long in its file all the same, in pages that nothing points at, and in its
 * -wal. Nobody reads it there but who has the file.
 */

/** Does something with what it deletes overwritten by zeros; as it was before, afterwards. */
export function overwriting<T>(db: Db, work: () => T): T {
  const before = db.$client.pragma('secure_delete', { simple: true }) as number;
  db.$client.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.$client.pragma(`secure_delete = ${before}`);
  }
}

/** No room for a second database, a disk that takes nothing, or somebody in the way: it can be done later. */
const NOT_NOW = /^SQLITE_(?:FULL|BUSY|IOERR|READONLY|CANTOPEN)/;

type Checkpoint = { readonly busy: number };

/**
 * Writes the database anew, without what was deleted: overwriting is not enough, for a page that was split leaves
 * the beginnings of rows where they stood. False when it could not be done now, and the database is as it was: there
 * is no room for a second one, or somebody reads what the -wal holds.
 */
export function rewrite(db: Db): boolean {
  try {
    db.$client.exec('VACUUM');
    const [found] = db.$client.pragma('wal_checkpoint(TRUNCATE)') as Checkpoint[];
    return found?.busy === 0;
  } catch (cause) {
    if (NOT_NOW.test(String((cause as { code?: unknown }).code))) return false;
    throw cause;
  }
}
