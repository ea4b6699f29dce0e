import { linkUrl, newLink } from '#lib/server/account-links.ts';
import { readConfig } from '#lib/server/config.ts';
import type { Db } from '#lib/server/db/client.ts';
import { openInstallation } from '#lib/server/db/migrate.ts';
import * as persons from '#lib/server/db/persons.ts';
import { COMMAND_LINE, readWord } from './command-line.ts';

/*
 * npm run -s link -- EMAIL: a link by which somebody with an account chooses a new password, for when nobody
 * who can sign in can make one. Opens no account that is closed: that is for an administrator.
 */

const USAGE = `Skriv: npm run -s link -- E-POST
Gör en länk som den som har kontot väljer ett nytt lösenord med, en gång, inom en vecka. Gamla länkar slutar gälla.`;

function tokenFor(db: Db, now: Date, email: string, dataDir: string) {
  const person = persons.readByEmail(db, email);
  if (!person) throw new Error(`Det finns inget konto för ${email} i ${dataDir}.`);
  if (person.closedAt !== null) {
    throw new Error(
      `Kontot för ${email} är stängt. En administratör öppnar det igen under Användare, och får en länk då.`,
    );
  }
  const made = newLink(db, COMMAND_LINE, now, person);
  if (!made.ok) throw new Error(`Kontot för ${email} ändrades just nu. Försök igen.`);
  return { name: person.name, token: made.value };
}

async function link(): Promise<void> {
  const email = readWord(USAGE);
  const config = readConfig();
  const now = new Date();
  const db = await openInstallation(config.dataDir, config.migrationsDir, now);
  const { name, token } = tokenFor(db, now, email, config.dataDir);
  db.$client.close();
  process.stdout.write(
    `${name} väljer ett nytt lösenord här, en gång, inom en vecka: ${linkUrl(config, token)}\n`,
  );
}

link().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
});
