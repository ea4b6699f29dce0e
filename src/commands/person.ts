import { readConfig } from '#lib/server/config.ts';
import { openInstallation } from '#lib/server/db/migrate.ts';
import { heldOn } from '#lib/server/db/held-on-person.ts';
import { readWord } from './command-line.ts';

/*
 * npm run -s person -- EMAIL: all that is held on a person, as JSON, for a register extract. Secrets (the hash of
 * a password, of a link) are not among it.
 */

const USAGE = `Skriv: npm run -s person -- E-POST
Visar allt som sparas om den som har adressen, som JSON: kontot, roller, inloggningar och det personen har gjort.`;

async function person(): Promise<void> {
  const email = readWord(USAGE);
  const { dataDir, migrationsDir } = readConfig();
  const db = await openInstallation(dataDir, migrationsDir, new Date());
  const held = heldOn(db, email);
  db.$client.close();
  if (!held) throw new Error(`Inget sparas om ${email}.`);
  process.stdout.write(`${JSON.stringify(held.rows, null, 2)}\n`);
}

person().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
});
