import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { openDb } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as logRows from '#lib/server/db/log-rows.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import { write } from '#lib/server/db/write.ts';
import { keepMarking } from '#lib/server/log-mark.ts';
import { ACTOR, closing, MIGRATIONS, NOW, tempDir } from '../db.ts';

/* The command that says whether the log is as it was written, beside a server that has the database open. */

vi.setConfig({ testTimeout: 30_000 });

const run = promisify(execFile);

async function verify(folder: string, args: readonly string[]) {
  const env = { ...process.env, DATA_DIR: folder };
  const command = ['--import', 'tsx', 'src/commands/verify-log.ts', ...args];
  return run(process.execPath, command, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (cause: unknown) => cause as { code: number; stdout: string; stderr: string },
  );
}

function installation() {
  const folder = tempDir();
  const db = closing(openDb(join(folder, 'fyren.db')));
  migrateDb(db, MIGRATIONS);
  const kommun = kommuner.insert(db, {
    code: '0461',
    slug: 'gnesta',
    name: 'Gnesta',
    isPublic: true,
  });
  const about = { kommun, namnd: null, action: 'plan.import', entity: 'kommun', entityId: '0461' };
  const tell = () =>
    write(db, ACTOR, NOW, () => ({
      result: null,
      change: { ...about, before: null, after: null, reason: null },
    }));
  for (let n = 0; n < 3; n += 1) tell();
  return { folder, db, tell };
}

test('a whole log: how many rows, and what to write down; the mark of the server is one to hold it against', async () => {
  const { folder, db } = installation();
  const told: string[] = [];
  clearInterval(keepMarking(db, (line) => told.push(line)));
  const { stdout, stderr, code } = await verify(folder, []);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`3 rader, inga fel.\n${told[0]}\n`);
  const [, mark] = /(\d+:[0-9a-f]{64}) \(skriv upp det här utanför servern\)/.exec(stdout)!;
  expect((await verify(folder, ['--expect', mark!])).code).toBe(0);
});

test('a log that somebody has been at: every fault, and 1', async () => {
  const { folder, db } = installation();
  const mark = logRows.newest(db)!;
  db.$client.exec(
    "DROP TRIGGER log_no_update; DROP TRIGGER log_no_delete; UPDATE log SET reason = 'x' WHERE seq = 1; DELETE FROM log WHERE seq = 3",
  );
  const alone = await verify(folder, ['--json']);
  expect(alone.code).toBe(1);
  expect(JSON.parse(alone.stdout)).toMatchObject({
    rows: 2,
    newest: { seq: 2 },
    faults: [
      {
        code: 'content',
        seq: 1,
        message: expect.stringContaining('Rad 1 (2023-09-20 10:00:00) är ändrad'),
      },
    ],
  });
  const held = await verify(folder, ['--expect', `${mark.seq}:${mark.hash}`]);
  expect(held.code).toBe(1);
  expect(held.stdout).toContain(
    'Rad 3 fattas: den fanns när märket skrevs upp, och nu är rad 2 den sista.',
  );
  expect(held.stdout).toContain('2 rader, 2 fel.');
});

test.each(['null', 'xx'])('a row that holds %s is named, in JSON too', async (text) => {
  const { folder, db } = installation();
  db.$client.exec(
    `DROP TRIGGER log_no_update; PRAGMA ignore_check_constraints = ON;
     UPDATE log SET action = 'occasion.lock', after = '${text}' WHERE seq = 1;
     UPDATE log SET action = 'occasion.publish', after = '${text}' WHERE seq = 2`,
  );
  const { code, stdout, stderr } = await verify(folder, ['--json']);
  const { faults } = JSON.parse(stdout) as { faults: { seq?: number; message: string }[] };
  const named = faults.filter(({ seq }) => seq !== undefined).map(({ message }) => message);
  expect([code, stderr]).toEqual([1, '']);
  expect(named).toEqual([
    expect.stringContaining('Rad 1 (2023-09-20 10:00:00) är ändrad'),
    expect.stringContaining('Rad 2 (2023-09-20 10:00:00) är ändrad'),
  ]);
});

test.each<[string, readonly string[], string]>([
  ['a mark that is none', ['--expect', '3:abc'], '--expect är ”3:abc”.'],
  ['a flag that is none', ['--allt'], 'Skriv: npm run -s verify-log'],
  ['a word', ['x'], 'Skriv: npm run -s verify-log'],
])('%s is told', async (_, args, sentence) => {
  const { folder } = installation();
  const { code, stdout, stderr } = await verify(folder, args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(sentence);
});

test('a folder without a database is told, and none is made there', async () => {
  const folder = tempDir();
  const { code, stderr } = await verify(folder, []);
  expect(code).toBe(1);
  expect(stderr).toContain(`Det finns ingen databas i ${folder}.`);
});

test('nothing is written: a log without a row, from a server that has not begun', async () => {
  const folder = tempDir();
  const db = closing(openDb(join(folder, 'fyren.db')));
  migrateDb(db, MIGRATIONS);
  const { code, stdout } = await verify(folder, []);
  expect([code, stdout]).toEqual([0, '0 rader, inga fel.\nLoggen är tom.\n']);
});

test('one from an older program is left to the server to bring up to date', async () => {
  const folder = tempDir();
  const db = closing(openDb(join(folder, 'fyren.db')));
  migrateDb(db, MIGRATIONS);
  db.$client.exec(
    'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
  );
  expect((await verify(folder, [])).stderr).toContain(
    'Starta servern en gång, så uppgraderas den.',
  );
});
