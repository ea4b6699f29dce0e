import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTOR, closing, MIGRATIONS, NOW, tempDir } from '../../../../tests/db.ts';
import { openDb } from './client.ts';
import type { Db } from './client.ts';
import * as kommuner from './kommuner.ts';
import { openInstallation } from './migrate.ts';
import { write } from './write.ts';

const KOMMUN = { code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true };
const NOTHING = { before: null, after: null, reason: null };
const CHANGE = { namnd: null, action: 'a', entity: 'kommun', ...NOTHING };

type Journal = { entries: { idx: number; version: string; when: number; tag: string }[] };

/** A copy of the migrations with one more, as a later version of the program has it. */
function withNext(sql: string): string {
  const folder = join(tempDir(), 'drizzle');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const known = JSON.parse(readFileSync(journal, 'utf8')) as Journal;
  const last = known.entries.at(-1)!;
  known.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_next' });
  writeFileSync(journal, JSON.stringify(known));
  writeFileSync(join(folder, '9999_next.sql'), sql);
  return folder;
}

const STATEMENT = '\n--> statement-breakpoint\n';
const NEXT = withStatements(
  'CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT',
  'INSERT INTO next VALUES (7)',
);

function withStatements(...statements: string[]): string {
  return statements.map((one) => `${one};`).join(STATEMENT);
}

/** An installation with one kommun in it, closed. */
async function installed(): Promise<string> {
  const dataDir = join(tempDir(), 'data');
  const db = await openInstallation(dataDir, MIGRATIONS, NOW);
  write(db, ACTOR, NOW, () => {
    const id = kommuner.insert(db, KOMMUN);
    return { result: id, change: { ...CHANGE, kommun: id, entityId: '0461' } };
  });
  db.$client.close();
  return dataDir;
}

const backupsIn = (dataDir: string) =>
  existsSync(join(dataDir, 'backup')) ? readdirSync(join(dataDir, 'backup')) : [];

const slugsIn = (db: Db) => kommuner.list(db).map((one) => one.slug);
const tableNamed = (db: Db, name: string) =>
  db.$client.prepare('SELECT name FROM sqlite_schema WHERE name = ?').get(name);

describe('a new installation', () => {
  test('gets its folder, its tables and no backup', async () => {
    const dataDir = join(tempDir(), 'a', 'b');
    const db = closing(await openInstallation(dataDir, MIGRATIONS, NOW));
    expect(slugsIn(db)).toEqual([]);
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(backupsIn(dataDir)).toEqual([]);
  });
});

describe('a later start', () => {
  test('changes and backs up nothing', async () => {
    const dataDir = await installed();
    const db = closing(await openInstallation(dataDir, MIGRATIONS, NOW));
    expect(slugsIn(db)).toEqual(['gnesta']);
    expect(backupsIn(dataDir)).toEqual([]);
  });

  test('of a newer program backs up what was there, then migrates', async () => {
    const dataDir = await installed();
    const db = closing(await openInstallation(dataDir, withNext(NEXT), NOW));
    expect(db.$client.prepare('SELECT id FROM next').pluck().all()).toEqual([7]);
    expect(slugsIn(db)).toEqual(['gnesta']);

    const backups = backupsIn(dataDir);
    expect(backups).toEqual(['fyren-before-9999_next-2023-09-20T08-00-00-000Z.db']);
    const backup = closing(openDb(join(dataDir, 'backup', backups[0]!)));
    expect(slugsIn(backup)).toEqual(['gnesta']);
    expect(tableNamed(backup, 'next')).toBeUndefined();
  });

  test('backs up also what only the WAL file holds', async () => {
    const dataDir = await installed();
    const other = closing(openDb(join(dataDir, 'fyren.db')));
    kommuner.insert(other, { ...KOMMUN, code: '0184', slug: 'solna' });
    closing(await openInstallation(dataDir, withNext(NEXT), NOW));
    const backup = closing(openDb(join(dataDir, 'backup', backupsIn(dataDir)[0]!)));
    expect(slugsIn(backup)).toEqual(['gnesta', 'solna']);
  });
});

describe('a migration that fails', () => {
  const broken = withStatements(
    'CREATE TABLE half (id INTEGER) STRICT',
    'UPDATE kommun SET name = NULL',
  );

  test('says so, and leaves a database that the program before it opens', async () => {
    const dataDir = await installed();
    await expect(openInstallation(dataDir, withNext(broken), NOW)).rejects.toThrow(
      'Uppgraderingen från 9999_next gick inte att göra. Databasen är som den var',
    );
    const db = closing(await openInstallation(dataDir, MIGRATIONS, NOW));
    expect(slugsIn(db)).toEqual(['gnesta']);
    expect(tableNamed(db, 'half')).toBeUndefined();
  });

  test('fails again at the next start, and runs once it is mended', async () => {
    const dataDir = await installed();
    const folder = withNext(broken);
    const start = () => openInstallation(dataDir, folder, NOW);
    await expect(start()).rejects.toThrow('gick inte att göra');
    await expect(start()).rejects.toThrow('gick inte att göra');
    writeFileSync(join(folder, '9999_next.sql'), NEXT);
    const db = closing(await start());
    expect(tableNamed(db, 'next')).toBeDefined();
  });
});

describe('what cannot be opened', () => {
  test('is a database from a newer program, which is left as it was', async () => {
    const dataDir = await installed();
    (await openInstallation(dataDir, withNext(NEXT), NOW)).$client.close();
    const file = join(dataDir, 'fyren.db');
    const before = readFileSync(file);
    await expect(openInstallation(dataDir, MIGRATIONS, NOW)).rejects.toThrow(
      'Databasen är skriven av en nyare version av Fyren än den här.',
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(backupsIn(dataDir)).toHaveLength(1);
  });

  test('is a data folder that is a file', async () => {
    const dataDir = join(tempDir(), 'data');
    writeFileSync(dataDir, 'hej');
    await expect(openInstallation(dataDir, MIGRATIONS, NOW)).rejects.toThrow(
      `${dataDir} går inte att använda som mapp. Sätt DATA_DIR`,
    );
    expect(readFileSync(dataDir, 'utf8')).toBe('hej');
  });

  test('is a data folder under a file', async () => {
    const file = join(tempDir(), 'data');
    writeFileSync(file, 'hej');
    await expect(openInstallation(join(file, 'x'), MIGRATIONS, NOW)).rejects.toThrow(
      'går inte att använda som mapp',
    );
  });

  test('is a file that is no database', async () => {
    const dataDir = tempDir();
    writeFileSync(join(dataDir, 'fyren.db'), 'Indikator;Period;Värde\n'.repeat(100));
    await expect(openInstallation(dataDir, MIGRATIONS, NOW)).rejects.toThrow('är ingen databas.');
    expect(readdirSync(dataDir)).toEqual(['fyren.db']);
  });
});
