import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { parsePlanFile } from '#lib/server/plan/parse.ts';
import type { PlanFile } from '#lib/server/plan/file.ts';
import { seed } from '#lib/server/seed.ts';

export const MIGRATIONS = resolve('drizzle');
export const SEEDS = resolve('seeds');
export const NOW = new Date('2023-09-20T08:00:00.000Z');
export const ACTOR: Actor = { person: null, name: 'Prov', role: 'administrator', via: 'command' };

/** The bytes of a database, made once: to copy them is much cheaper than to migrate again. */
function keep(make: (db: Db) => void): () => Buffer {
  let image: Buffer | undefined;
  return () => {
    if (image) return image;
    const db = openDb(':memory:');
    make(db);
    image = db.$client.serialize();
    db.$client.close();
    return image;
  };
}

const migrated = keep((db) => migrateDb(db, MIGRATIONS));

function seedFrom(db: Db, folder: string): void {
  migrateDb(db, MIGRATIONS);
  const fault = seed(db, ACTOR, NOW, folder);
  invariant(fault === null, `the seeds can be read: ${JSON.stringify(fault)}`);
}

const withGnesta = keep((db) => {
  const folder = mkdtempSync(join(tmpdir(), 'fyren-'));
  try {
    cpSync(join(SEEDS, 'gnesta'), join(folder, 'gnesta'), { recursive: true });
    seedFrom(db, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const withBoards = keep((db) => seedFrom(db, SEEDS));

/** Closes a database when the test is over. */
export function closing(db: Db): Db {
  onTestFinished(() => void db.$client.close());
  return db;
}

/** A database of the test's own, migrated and empty. */
export const freshDb = (): Db => closing(openDb(migrated()));

/** A database with Gnesta alone in it, that lives until the test file closes it. */
export const seededDb = (): Db => openDb(withGnesta());

/** A database of the test's own, with Gnesta alone in it. */
export const gnestaDb = (): Db => closing(seededDb());

/** A database of the test's own, with all five boards in it. */
export const boardsDb = (): Db => closing(openDb(withBoards()));

/** A folder of the test's own. */
export function tempDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fyren-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The kommun, the nämnd and the occasion that the seed of Gnesta is about. */
export function gnestaIn(db: Db): { kommun: Kommun; namnd: Namnd; occasion: NamndOccasion } {
  const kommun = kommuner.read(db, 'gnesta');
  const namnd = kommun && namnder.read(db, kommun.id, 'socialnamnden');
  const occasion = namnd && occasions.listOfNamnd(db, namnd.id)[0];
  invariant(kommun && namnd && occasion, 'Gnesta is seeded');
  return { kommun, namnd, occasion };
}

/** JSON that a test breaks as it likes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = Record<string, any>;

export const GNESTA_PLAN = readFileSync(join(SEEDS, 'gnesta', 'plan.json'), 'utf8');

/** The text of Gnesta's plan with something changed. */
export function planWith(change: (plan: Json) => unknown): string {
  const plan = JSON.parse(GNESTA_PLAN) as Json;
  change(plan);
  return JSON.stringify(plan);
}

/** The same, read: for what its form does not show. */
export function parsedPlanWith(change: (plan: Json) => unknown): PlanFile {
  const parsed = parsePlanFile(planWith(change));
  invariant(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}
