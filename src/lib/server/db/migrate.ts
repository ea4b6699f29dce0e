import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as backups from './backups.ts';
import { openDb } from './client.ts';
import type { Db } from './client.ts';

type Journal = { readonly entries: readonly { readonly when: number; readonly tag: string }[] };

function readJournal(migrationsDir: string): Journal['entries'] {
  try {
    const text = readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8');
    return (JSON.parse(text) as Journal).entries;
  } catch (cause) {
    throw new Error(
      'Mappen drizzle, som säger hur databasen byggs, finns inte eller är inte hel. Starta Fyren från mappen där det ligger, eller packa upp det på nytt.',
      { cause },
    );
  }
}

/** When the newest migration of the database was made; 0 for one that has none. */
function versionOf(db: Db): number {
  const known = db.$client
    .prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`)
    .get();
  if (!known) return 0;
  const row = db.$client.prepare('SELECT max(created_at) AS at FROM __drizzle_migrations').get();
  return Number((row as { at: number | null }).at ?? 0);
}

/** A copy that holds all that is committed, named after what is about to happen to the original. */
async function backUp(db: Db, dataDir: string, tag: string, now: Date): Promise<void> {
  const folder = backups.folderIn(dataDir);
  mkdirSync(folder, { recursive: true });
  await db.$client.backup(join(folder, backups.nameOf(tag, now)));
}

/** Brings a database up to this program's schema, all of it in one transaction. */
export function migrateDb(db: Db, migrationsDir: string): void {
  migrate(db, { migrationsFolder: migrationsDir });
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new Error(
      `${dataDir} går inte att använda som mapp. Sätt DATA_DIR till en mapp som går att skriva i.`,
      { cause },
    );
  }
}

async function upgrade(
  db: Db,
  dataDir: string,
  migrationsDir: string,
  { isNew, now }: { readonly isNew: boolean; readonly now: Date },
): Promise<void> {
  const entries = readJournal(migrationsDir);
  const version = versionOf(db);
  if (entries.every((entry) => entry.when < version)) {
    throw new Error(FROM_NEWER);
  }
  const [next] = entries.filter((entry) => entry.when > version);
  if (!next) return;
  if (!isNew) await backUp(db, dataDir, next.tag, now);
  try {
    migrateDb(db, migrationsDir);
  } catch (cause) {
    throw new Error(
      `Uppgraderingen från ${next.tag} gick inte att göra. Databasen är som den var, så den tidigare versionen av Fyren kan startas.`,
      { cause },
    );
  }
  const loose = db.$client.pragma('foreign_key_check') as unknown[];
  if (loose.length > 0) {
    throw new Error(
      `Uppgraderingen lämnade ${loose.length} lösa kopplingar. Läs tillbaka kopian i mappen backup och hör av dig.`,
    );
  }
}

const FROM_NEWER =
  'Databasen är skriven av en nyare version av Fyren än den här. Starta den nyare versionen, eller läs tillbaka en säkerhetskopia.';

/**
 * Opens the installation's database to read it alone, beside a server that runs: refuses one that is not there, or
 * is not of this program's own version.
 */
export function readInstallation(dataDir: string, migrationsDir: string): Db {
  const file = join(dataDir, 'fyren.db');
  if (!existsSync(file))
    throw new Error(
      `Det finns ingen databas i ${dataDir}. Sätt DATA_DIR till mappen där den ligger.`,
    );
  const db = openDb(file, { isToRead: true });
  const version = versionOf(db);
  const newest = readJournal(migrationsDir).at(-1)?.when ?? 0;
  if (version === newest) return db;
  db.$client.close();
  throw new Error(
    version > newest
      ? FROM_NEWER
      : 'Databasen är skriven av en äldre version av Fyren. Starta servern en gång, så uppgraderas den.',
  );
}

/**
 * Opens the installation's database: refuses one that a newer program has written, backs it up
 * before it is changed, migrates, and checks that no foreign key hangs loose.
 */
export async function openInstallation(
  dataDir: string,
  migrationsDir: string,
  now: Date,
): Promise<Db> {
  makeFolder(dataDir);
  const file = join(dataDir, 'fyren.db');
  const isNew = !existsSync(file);
  const db = openDb(file);
  try {
    await upgrade(db, dataDir, migrationsDir, { isNew, now });
    return db;
  } catch (cause) {
    db.$client.close();
    throw cause;
  }
}
