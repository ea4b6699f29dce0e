import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import { readLink } from '#lib/server/account-links.ts';
import { openDb } from '#lib/server/db/client.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import * as persons from '#lib/server/db/persons.ts';
import { aPerson } from '../accounts.ts';
import { closing, MIGRATIONS, tempDir } from '../db.ts';

/* The way back in when nobody who is signed in can make a link. */

const run = promisify(execFile);
const ADMINISTRATOR: Grant = { role: 'administrator', kommun: null, namnd: null };

/** An installation with one administrator, Karin, and the command run on it. */
async function installation() {
  const folder = tempDir();
  const db = closing(openDb(join(folder, 'fyren.db')));
  migrateDb(db, MIGRATIONS);
  const { id, email } = await aPerson(db, 'Karin', [ADMINISTRATOR], new Date());
  const link = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    run(process.execPath, ['--import', 'tsx', 'src/commands/link.ts', ...args], {
      env: { ...process.env, ORIGIN: '', PORT: '', ...env, DATA_DIR: folder },
    });
  const log = () => db.$client.prepare('SELECT action, via, person FROM log').all();
  return { db, id, email, link, log };
}

test.each([
  [{}, 'http://localhost:3000/inbjudan/'],
  [{ PORT: '8080' }, 'http://localhost:8080/inbjudan/'],
  [{ ORIGIN: 'https://fyren.example.se' }, 'https://fyren.example.se/inbjudan/'],
])(
  'with %j the link begins with %s',
  async (env, start) => {
    const { db, id, email, link, log } = await installation();
    const { stdout, stderr } = await link([email.toUpperCase()], env);
    const [, own, token] = /(https?:\/\/\S*\/)([\w-]+)\n$/.exec(stdout)!;
    expect([own, stderr]).toEqual([start, '']);
    expect(readLink(db, token!, new Date())).toMatchObject({ person: { id } });
    expect(log()).toEqual([{ action: 'account.link', via: 'command', person: null }]);
  },
  20_000,
);

test.each([
  ['has no account', ['olle@example.se'], 'Det finns inget konto för olle@example.se'],
  ['is not told', [], 'Skriv: npm run -s link -- E-POST'],
  ['is two', ['a@example.se', 'b@example.se'], 'Skriv: npm run -s link -- E-POST'],
  ['is a flag', ['--help'], 'Skriv: npm run -s link -- E-POST'],
])(
  'who %s gets a sentence and no link',
  async (_, args, sentence) => {
    const { link, log } = await installation();
    const told = await link(args).catch((cause: unknown) => cause);
    expect(told).toMatchObject({ code: 1, stdout: '' });
    expect((told as { stderr: string }).stderr).toContain(sentence);
    expect(log()).toEqual([]);
  },
  20_000,
);

test('an account that is closed is not opened', async () => {
  const { db, id, email, link, log } = await installation();
  const closedAt = new Date().toISOString();
  persons.update(db, id, 1, { closedAt });
  const told = await link([email]).catch((cause: unknown) => cause);
  expect(told).toMatchObject({ code: 1, stdout: '' });
  expect((told as { stderr: string }).stderr).toContain(`Kontot för ${email} är stängt.`);
  expect([persons.read(db, id)?.closedAt, log()]).toEqual([closedAt, []]);
}, 20_000);
