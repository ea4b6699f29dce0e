import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as observationRows from '#lib/server/db/observation-rows.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { discardInterrupted } from '#lib/server/interrupted.ts';
import { writeFigures } from '../bench/data.ts';
import { figuresOf, install, load } from '../bench/installation.ts';
import type { Installation } from '../bench/installation.ts';

/* A large file is being read in, and the process is killed: what is left of it afterwards? */

export type Field = {
  readonly folder: string;
  readonly file: string;
  readonly rows: number;
  /** How long the reading takes when it is left alone. */
  readonly ms: number;
  readonly close: () => void;
};

/** What a start after the kill found and made of it. */
export type Aftermath = {
  readonly at: number;
  /** What stood in the database before it was cleared up: 'none' if the upload was not yet opened. */
  readonly cutOff: 'none' | 'loading' | 'stored';
  /** Rows that were in already. */
  readonly rows: number;
  /** What is wrong; none if nothing is. */
  readonly wrong: readonly string[];
};

const MIGRATED = 'fyren.db';

/** Reads in by a process of its own; killed after so long, or never. Answers how long it was at it. */
function readIn(folder: string, file: string, killAfter: number | null): Promise<number> {
  const args = ['--import', 'tsx', 'tests/crash/child.ts', folder, file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let begun = NaN;
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (said: Buffer) => {
      if (!Number.isNaN(begun)) return;
      invariant(said.toString().startsWith('begun'), 'the child has begun');
      begun = performance.now();
      if (killAfter !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === 'SIGKILL') resolve(performance.now() - begun);
      else reject(new Error(`The child ended with ${code ?? signal}.`));
    });
  });
}

/** A file of so many rows, an empty installation to copy, and how long the one takes into the other. */
export async function prepare(rows: number): Promise<Field> {
  const folder = mkdtempSync(join(tmpdir(), 'fyren-crash-'));
  const file = join(folder, 'kolada.csv');
  writeFigures(file, figuresOf(300, 4), rows, { isShuffled: false });
  install(folder).db.$client.close();
  const field = { folder, file, rows, close: () => rmSync(folder, { recursive: true }) };
  const trial = freshFrom(field, 'trial');
  const ms = await readIn(trial, file, null);
  rmSync(trial, { recursive: true });
  return { ...field, ms };
}

function freshFrom({ folder }: Pick<Field, 'folder'>, name: string): string {
  const fresh = join(folder, name);
  mkdirSync(fresh);
  cpSync(join(folder, MIGRATED), join(fresh, MIGRATED));
  return fresh;
}

const numberOf = (db: Db, sql: string) => Number(db.$client.prepare(sql).pluck().get());

/** How many values a kommun sees. */
function countSeen({ db, kommun }: Installation): number {
  const sql = 'SELECT DISTINCT measure FROM observation';
  const measures = db.$client.prepare(sql).pluck().all() as number[];
  let seen = 0;
  observationRows.eachSeen(db, uploads.visible(db, kommun.id), measures, () => (seen += 1));
  return seen;
}

/** All of it or nothing: nothing half is there, whoever asks. */
function faultsIn(installation: Installation, rows: number): string[] {
  const { db } = installation;
  const stored = numberOf(db, `SELECT count(*) FROM upload WHERE state = 'stored'`);
  const expected = stored * rows;
  const checks: [string, unknown, unknown][] = [
    ['integrity_check', db.$client.pragma('integrity_check', { simple: true }), 'ok'],
    ['foreign_key_check', (db.$client.pragma('foreign_key_check') as unknown[]).length, 0],
    ['uploads still loading', uploads.loading(db).length, 0],
    ['uploads stored, at most', Math.max(stored, 1), 1],
    ['rows in the table', numberOf(db, 'SELECT count(*) FROM observation'), expected],
    ['rows seen', countSeen(installation), expected],
    [
      'rows counted by measure',
      numberOf(
        db,
        `SELECT coalesce(sum(rows), 0) FROM upload_measure JOIN upload ON upload.id = upload
         WHERE state = 'stored'`,
      ),
      expected,
    ],
    [
      'log of what was stored',
      numberOf(db, `SELECT count(*) FROM log WHERE action = 'upload.store'`),
      stored,
    ],
  ];
  return checks.flatMap(([what, found, wanted]) =>
    found === wanted ? [] : [`${what}: ${String(found)}, not ${String(wanted)}`],
  );
}

/** The next reading of the same file gives all of it. */
function faultsOfNext(installation: Installation, { file, rows }: Field): string[] {
  try {
    load(installation, file);
  } catch (error) {
    return [`the next reading: ${String(error)}`];
  }
  return countSeen(installation) === rows ? [] : ['the next reading is not seen whole'];
}

/** Kills a reading after so many milliseconds, starts anew and looks. */
export async function killAt(field: Field, name: string, at: number): Promise<Aftermath> {
  const folder = freshFrom(field, name);
  await readIn(folder, field.file, at);
  const installation = install(folder);
  const { db } = installation;
  const state = db.$client.prepare('SELECT state FROM upload').pluck().get();
  const rows = numberOf(db, 'SELECT count(*) FROM observation');
  const isStored = state === 'stored';
  discardInterrupted(db, new Date());
  const wrong = faultsIn(installation, field.rows);
  // What was stored whole is answered as such: there is nothing to read in.
  if (!isStored) wrong.push(...faultsOfNext(installation, field));
  db.$client.close();
  rmSync(folder, { recursive: true });
  return { at, cutOff: (state as Aftermath['cutOff'] | undefined) ?? 'none', rows, wrong };
}
