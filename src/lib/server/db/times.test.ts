import { is, SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPerson, signedIn } from '../../../../tests/accounts.ts';
import { freshDb, gnestaDb, MIGRATIONS, NOW } from '../../../../tests/db.ts';
import type { Db } from './client.ts';
import * as loginTries from './login-tries.ts';
import * as accounts from './schema/accounts.ts';
import * as plan from './schema/plan.ts';
import * as said from './schema/said.ts';
import * as values from './schema/values.ts';
import * as who from './schema/who.ts';

/*
 * B97 and B98: a time that the database makes up by itself is in another form, or another unit, than the one
 * it is read in. Here the time is asked for, and is UTC as text.
 */

type Column = { table: string; name: string; type: string; dflt_value: string | null };

const columnsIn = (db: Db) =>
  db.$client
    .prepare(
      `SELECT t.name AS "table", c.name, c.type, c.dflt_value
       FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB '*_*_migrations'`,
    )
    .all() as Column[];

/** `measured_at` is at which occasions. */
const isTime = ({ name }: Pick<Column, 'name'>) =>
  /^(?:.*_)?at$/.test(name) && name !== 'measured_at';

test('no migration asks the clock', () => {
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  // `date(column)` only says whether a column holds a day.
  const clock =
    /CURRENT_(?:TIMESTAMP|DATE|TIME)|'now'|unixepoch|strftime|julianday|\btime\s*\(|\(\)/i;
  const read = (name: string) => readFileSync(join(MIGRATIONS, name), 'utf8');
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((name) => clock.test(read(name).replace(/--.*$/gm, '')))).toEqual([]);
});

test('a default is a text or a number as it stands', () => {
  const given = columnsIn(freshDb()).flatMap((one) => one.dflt_value ?? []);
  expect(given.length).toBeGreaterThan(10);
  expect(given.filter((text) => !/^(?:'[^']*'|-?\d+)$/.test(text))).toEqual([]);
});

test('a time is text', () => {
  const times = columnsIn(freshDb()).filter(isTime);
  expect(times.length).toBeGreaterThan(20);
  expect(times.filter(({ type }) => type !== 'TEXT')).toEqual([]);
});

test('drizzle makes no time up, and reads none as anything but text', () => {
  const columns = Object.values({ ...accounts, ...plan, ...said, ...values, ...who })
    .filter((one) => is(one, SQLiteTable))
    .flatMap((table) => getTableConfig(table).columns);
  expect(columns.length).toBeGreaterThan(100);
  const isMadeUp = ({ default: given, defaultFn, onUpdateFn }: (typeof columns)[number]) =>
    is(given, SQL) || defaultFn !== undefined || onUpdateFn !== undefined;
  expect(columns.filter(isMadeUp).map(({ name }) => name)).toEqual([]);
  expect(columns.filter((one) => one.dataType === 'date').map(({ name }) => name)).toEqual([]);
});

test('a time that is stored is in UTC', async () => {
  const db = gnestaDb();
  const { id } = await aPerson(db, 'Karin', [{ role: 'lasare', kommun: null, namnd: null }], NOW);
  signedIn(db, id, NOW);
  loginTries.insert(db, 'karin@example.se', '192.0.2.1', NOW.toISOString());
  const stored = columnsIn(db)
    .filter(isTime)
    .flatMap(({ table, name }) =>
      db.$client.prepare(`SELECT "${name}" FROM "${table}" WHERE "${name}" NOTNULL`).pluck().all(),
    );
  expect(stored.length).toBeGreaterThan(10);
  const isUtc = (text: unknown) => new Date(String(text)).toISOString() === text;
  expect(stored.filter((text) => !isUtc(text))).toEqual([]);
});
