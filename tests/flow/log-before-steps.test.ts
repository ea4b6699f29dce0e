import { expect, test } from 'vitest';
import { openDb } from '#lib/server/db/client.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import { UNKNOWN_TIME } from '#lib/server/db/phase-changes.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { closing, MIGRATIONS } from '../db.ts';
import { migrationsUpTo, ROWS } from '../migrations.ts';

/* What was published by a program from before steps were kept has no row in the log, and is excused as it was made and no further. */

const PUBLISHED: readonly (readonly [string, string, string])[] = [
  ['a day', "published_on = '2024-02-01'", '2024-02-01T23:59:59.999Z'],
  ['something said', 'meeting_on = NULL', '2023-12-31T00:00:00Z'],
  ['nothing', 'published_on = NULL', UNKNOWN_TIME],
];

/** Published with what is known of when, as a program of 11 had it, and brought up to date. */
function upgraded(known: string) {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(11));
  const isSaid = known.startsWith('meeting_on');
  db.$client.exec(isSaid ? ROWS : ROWS.replace(/INSERT INTO judgement .*/, ''));
  db.$client.exec(`UPDATE namnd_occasion SET phase = 'publicerat', ${known}`);
  migrateDb(db, MIGRATIONS);
  return db;
}

const faultsOf = (db: ReturnType<typeof upgraded>) =>
  verifyLog(db, null).faults.filter(({ code }) => code === 'step');

test.each(PUBLISHED)('of which %s is known', (_, known, at) => {
  const db = upgraded(known);
  expect(db.$client.prepare('SELECT at FROM phase_change').pluck().all()).toEqual([at]);
  expect(faultsOf(db)).toEqual([]);
});

test.each([
  ["by_name = 'Anna'"],
  ["by_role = 'lasare'"],
  ["reason = 'x'"],
  ["at = '2023-01-01T00:00:00.000Z'"],
  ["published_on = '2024-01-01'"],
  ['id = 0'],
])('with %s it is not', (change) => {
  const db = upgraded(PUBLISHED[0]![1]);
  db.$client.exec(`DROP TRIGGER phase_change_no_update; UPDATE phase_change SET ${change}`);
  expect(faultsOf(db)).toContainEqual({ code: 'step', what: 'not-logged', occasion: 'sn/ar' });
});
