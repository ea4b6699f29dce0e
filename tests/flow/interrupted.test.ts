import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Db } from '#lib/server/db/client.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { discardInterrupted } from '#lib/server/interrupted.ts';
import { gnestaDb, gnestaIn, NOW } from '../db.ts';

/** An upload that was begun at a moment and never finished, with a row in it. */
function cutOff(db: Db, createdAt: string, loader: number): number {
  const { kommun } = gnestaIn(db);
  const id = uploads.open(
    db,
    { sha256: createdAt.replace(/\D/g, '').padEnd(64, '0'), packed: Buffer.from([1]) },
    {
      ...{ kommun: kommun.id, fileName: 'avbruten.csv', encoding: 'utf-8', layout: 'plain-long' },
      ...{ readerVersion: 1, byName: 'Prov', byRole: 'administrator' as const, createdAt, loader },
    },
  );
  db.$client
    .prepare(
      `INSERT INTO observation (measure, period, sex, place, breakdown, kind, upload, line, col, state, value, printed, is_preliminary)
       SELECT measure, '2023-09', sex, place, breakdown, kind, ?, 2, 3, 'value', 1, '1', 0 FROM observation LIMIT 1`,
    )
    .run(id);
  const { measure } = db.$client
    .prepare('SELECT measure FROM observation WHERE upload = ?')
    .get(id) as { measure: number };
  uploads.countRows(db, id, [measure]);
  return id;
}

const rowsOf = (db: Db, id: number) =>
  db.$client.prepare('SELECT count(*) AS n FROM observation WHERE upload = ?').get(id);

const stateOf = (db: Db, id: number) =>
  db.$client.prepare('SELECT state FROM upload WHERE id = ?').get(id);

/** Of a process that has ended. */
const gonePid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const LONG_AGO = '2023-09-20T05:00:00.000Z';
const JUST_NOW = '2023-09-20T07:45:00.000Z';

describe('at start what was cut off is thrown away, rows and all', () => {
  test.each([
    ['a process that lives, just now', JUST_NOW, () => process.ppid, 'loading', 1],
    ['a process that lives, long ago', LONG_AGO, () => process.ppid, 'discarded', 0],
    ['a process that is gone', JUST_NOW, gonePid, 'discarded', 0],
    ['one that had our number before us', JUST_NOW, () => process.pid, 'discarded', 0],
  ])('loaded by %s', (_, createdAt, loader, state, rows) => {
    const db = gnestaDb();
    const id = cutOff(db, createdAt, loader());
    discardInterrupted(db, NOW);
    expect(stateOf(db, id)).toEqual({ state });
    expect(rowsOf(db, id)).toEqual({ n: rows });
  });

  test('and the log says so', () => {
    const db = gnestaDb();
    const id = cutOff(db, LONG_AGO, process.ppid);
    discardInterrupted(db, NOW);
    const last = db.$client.prepare('SELECT action, entity_id FROM log ORDER BY seq DESC').get();
    expect(last).toEqual({ action: 'upload.discard', entity_id: String(id) });
  });
});
