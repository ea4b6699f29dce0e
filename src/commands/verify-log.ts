import { parseArgs } from 'node:util';
import { logFaultWords, markWords, verifiedWords } from '#lib/format/log-faults.ts';
import { readConfig } from '#lib/server/config.ts';
import { readInstallation } from '#lib/server/db/migrate.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import type { Mark, Verified } from '#lib/server/verify-log.ts';

/*
 * npm run -s verify-log -- [--expect SEQ:HASH] [--json]: whether the log is as it was written, and what it tells of as
 * it tells. Reads alone, beside a server that runs. Ends with 1 when something is wrong.
 */

const USAGE = `Skriv: npm run -s verify-log -- [--expect RAD:FINGERAVTRYCK] [--json]
Går igenom hela loggen och säger varje rad som är ändrad, borttagen, utbytt eller inskjuten, och det som är sparat och inte
är det loggen säger. --expect är märket som skrevs ut förra gången: då syns det också om de sista raderna är borta.
--json ger svaret för ett program.`;

function parseMark(text: string): Mark {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (seq !== undefined && hash !== undefined)
    return { seq: Number(seq), hash: hash.toLowerCase() };
  throw new Error(
    `--expect är ”${text}”. Skriv det som det skrevs ut: radens nummer, kolon och 64 tecken.`,
  );
}

function readOptions() {
  const options = { expect: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new Error(USAGE);
  }
}

const toJson = ({ faults, ...verified }: Verified) => ({
  ...verified,
  faults: faults.map((fault) => ({ ...fault, message: logFaultWords(fault) })),
});

const toText = ({ rows, newest, faults }: Verified): string =>
  [...faults.map(logFaultWords), verifiedWords(rows, faults.length), markWords(newest)].join('\n');

function run(): Verified {
  const { expect, json } = readOptions();
  const expected = expect === undefined ? null : parseMark(expect);
  const { dataDir, migrationsDir } = readConfig();
  const db = readInstallation(dataDir, migrationsDir);
  const verified = verifyLog(db, expected);
  db.$client.close();
  const told = json ? JSON.stringify(toJson(verified), null, 2) : toText(verified);
  process.stdout.write(`${told}\n`);
  return verified;
}

try {
  process.exitCode = run().faults.length > 0 ? 1 : 0;
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
