import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { invariant } from '#lib/domain/result.ts';

export type Db = BetterSQLite3Database & { readonly $client: Database.Database };

/**
 * What every connection runs, and what it must read back. FULL is said at each open, since only the
 * connection that first turns WAL on would have it by itself. recursive_triggers, since INSERT OR
 * REPLACE else walks past the append-only triggers.
 */
const PRAGMAS: readonly (readonly [name: string, value: string, reads: unknown])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['busy_timeout', '5000', 5000],
];

export type Settings = Readonly<Record<string, unknown>>;

/** The settings as the connection has them now. */
export const readSettings = (db: Db): Settings =>
  Object.fromEntries(PRAGMAS.map(([name]) => [name, db.$client.pragma(name, { simple: true })]));

/** Names of the settings that are not as they must be; a database in memory has no WAL. */
export const wrongSettings = (db: Db): readonly string[] => {
  const settings = readSettings(db);
  return PRAGMAS.filter(
    ([name, , reads]) =>
      settings[name] !== reads && !(name === 'journal_mode' && settings[name] === 'memory'),
  ).map(([name]) => name);
};

function connect(client: Database.Database): Db {
  try {
    for (const [name, value] of PRAGMAS) client.pragma(`${name} = ${value}`);
    const db = drizzle({ client }) as Db;
    const wrong = wrongSettings(db);
    if (wrong.length === 0) return db;
    throw new Error(
      `Databasen tar inte inställningarna ${wrong.join(', ')}. Lägg den på en lokal disk, inte på en nätverksmapp.`,
    );
  } catch (cause) {
    client.close();
    throw cause;
  }
}

/** What SQLite's refusals mean to the one who started the program. */
const OPEN_ERRORS: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'är ingen databas. Flytta undan filen, eller lägg dit en säkerhetskopia.',
  SQLITE_CORRUPT: 'är en skadad databas. Flytta undan filen, och lägg dit en säkerhetskopia.',
  SQLITE_CANTOPEN: 'går inte att öppna. Kontrollera att det är en fil och att den går att läsa.',
  SQLITE_READONLY: 'går inte att skriva i. Ge programmet rätt att skriva i filen och i dess mapp.',
};

/** Extended codes too: SQLITE_CANTOPEN_ISDIR. */
const sentenceFor = (cause: unknown) =>
  Object.entries(OPEN_ERRORS).find(([code]) =>
    String((cause as { code?: unknown }).code).startsWith(code),
  )?.[1];

/**
 * Opens a file (or ':memory:'), or an image of one. Does not migrate: see migrate.ts. One that is opened to be
 * read is there already, and is changed by nothing.
 */
export function openDb(file: string | Buffer, { isToRead = false } = {}): Db {
  try {
    return connect(new Database(file, isToRead ? { readonly: true } : {}));
  } catch (cause) {
    const sentence = sentenceFor(cause);
    if (sentence === undefined) throw cause;
    throw new Error(`${typeof file === 'string' ? file : 'Bilden'} ${sentence}`, { cause });
  }
}

/**
 * SQLite commits when the work returns: of one that is async, what comes after its first wait would be stored
 * for itself, whatever became of the rest. It is not begun.
 */
function transactionOf<T>(db: Db, work: () => T) {
  const isAsync = Object.prototype.toString.call(work) === '[object AsyncFunction]';
  invariant(!isAsync, 'a transaction is not async');
  return db.$client.transaction(work);
}

/** Reads that belong together: all of them see the database as it is at one moment. */
export const readTogether = <T>(db: Db, read: () => T): T => transactionOf(db, read)();

/**
 * All of it or none of it, holding the write lock from the start: a read that turned into a write
 * half-way would fail at once whenever somebody else writes. Within another one it is a part of it.
 */
export const inTransaction = <T>(db: Db, work: () => T): T => transactionOf(db, work).immediate();

/**
 * What a link of a chain is put after is taken by the database: null when somebody else was there first. Any
 * other refusal is ours, and thrown.
 */
export function unlessTaken<T>(insert: () => T): T | null {
  try {
    return insert();
  } catch (cause) {
    // drizzle wraps what SQLite says.
    const refusal = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
    if ((refusal as { code?: unknown }).code === 'SQLITE_CONSTRAINT_UNIQUE') return null;
    throw cause;
  }
}
