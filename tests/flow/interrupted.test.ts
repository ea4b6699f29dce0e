import { expect, test } from 'vitest';
import type { Db } from '#lib/server/db/client.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { discardInterrupted } from '#lib/server/interrupted.ts';
import { gnestaDb, gnestaIn, NOW } from '../db.ts';

/** An upload that was begun at a moment and never finished, with a row in it. */
function cutOff(db: Db, createdAt: string): number {
  const { kommun } = gnestaIn(db);
  const id = uploads.open(
    db,
    { sha256: createdAt.replace(/\D/g, '').padEnd(64, '0'), bytes: new Uint8Array([1]) },
    {
      ...{ kommun: kommun.id, fileName: 'avbruten.csv', encoding: 'utf-8', layout: 'plain-long' },
      ...{ readerVersion: 1, byName: 'Prov', byRole: 'administrator' as const, createdAt },
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

test('what was cut off is thrown away at start, rows and all; what may still be going on is left', () => {
  const db = gnestaDb();
  const old = cutOff(db, '2023-09-20T05:00:00.000Z');
  const young = cutOff(db, '2023-09-20T07:45:00.000Z');
  discardInterrupted(db, NOW);

  expect(stateOf(db, old)).toEqual({ state: 'discarded' });
  expect(rowsOf(db, old)).toEqual({ n: 0 });
  expect(stateOf(db, young)).toEqual({ state: 'loading' });
  expect(rowsOf(db, young)).toEqual({ n: 1 });
  const last = db.$client.prepare('SELECT action, entity_id FROM log ORDER BY seq DESC').get();
  expect(last).toEqual({ action: 'upload.discard', entity_id: String(old) });
});
