import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import { seed } from '#lib/server/seed.ts';
import { ACTOR, MIGRATIONS, NOW, SEEDS } from '../db.ts';
import { start } from './harness.ts';
import type { AppOptions } from './harness.ts';

/** The five boards, or other seeds, on an installation where people sign in; `prepare` adds what the test is about. */
export async function startSeeded(
  prepare: (db: Db) => Promise<void> | void,
  seeds: string = SEEDS,
  { env = {}, ...options }: AppOptions & { readonly env?: Record<string, string> } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'fyren-e2e-'));
  const db = openDb(join(dataDir, 'fyren.db'));
  migrateDb(db, MIGRATIONS);
  const fault = seed(db, ACTOR, NOW, seeds);
  if (fault) throw new Error(JSON.stringify(fault));
  await prepare(db);
  const fyren = await start(env, { program: 'serve', dataDir, ...options });
  return {
    ...fyren,
    db,
    close: async () => {
      await fyren.close();
      db.$client.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Seeded = Awaited<ReturnType<typeof startSeeded>>;
