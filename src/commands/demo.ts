import type { Actor } from '#lib/server/db/actor.ts';
import { actAsDemo, readConfig } from '#lib/server/config.ts';
import { openInstallation } from '#lib/server/db/migrate.ts';
import { seed } from '#lib/server/seed.ts';
import { serve } from '../serve.ts';

/** Who the demo acts as, without signing in. */
const DEMO: Actor = { person: null, name: 'Demo', role: 'kvalitetsstrateg', via: 'command' };

/** Migrates, seeds the kommuner that are not there, serves. */
async function demo(): Promise<void> {
  const { dataDir, migrationsDir, seedsDir } = readConfig();
  const now = new Date();
  const db = await openInstallation(dataDir, migrationsDir, now);
  const fault = seed(db, DEMO, now, seedsDir);
  db.$client.close();
  if (fault) throw new Error(`Exemplet i ${fault.file} går inte att läsa in: ${fault.reason}`);
  actAsDemo();
  await serve();
}

demo().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(1);
});
