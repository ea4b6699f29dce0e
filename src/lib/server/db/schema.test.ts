import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDb, MIGRATIONS } from '../../../../tests/db.ts';
import type { Db } from './client.ts';
import * as accounts from './schema/accounts.ts';
import * as plan from './schema/plan.ts';
import * as reports from './schema/reports.ts';
import * as said from './schema/said.ts';
import * as values from './schema/values.ts';
import * as who from './schema/who.ts';

/*
 * What drizzle-kit would drop without a word (DATA.md T4): STRICT, WITHOUT ROWID, CHECKs, triggers.
 * Read from the database after migrating, never from the files.
 */

type TableRow = { name: string; strict: number; wr: number };
type SchemaRow = { type: string; name: string; tbl_name: string; sql: string | null };
type ColumnRow = {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
  hidden: number;
};

const OF_DRIZZLE = '__drizzle_migrations';

const tablesIn = (db: Db) =>
  (db.$client.pragma('table_list') as (TableRow & { schema: string; type: string })[]).filter(
    ({ schema, type, name }) =>
      schema === 'main' && type === 'table' && !/^sqlite_/.test(name) && name !== OF_DRIZZLE,
  );

const itemsIn = (db: Db, type: string) =>
  db.$client.prepare('SELECT * FROM sqlite_schema WHERE type = ?').all(type) as SchemaRow[];

type Named = { readonly name: string };
const names = (rows: readonly Named[]) => rows.map((row) => row.name).sort();
const byName = <T extends Named>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Link tables, and those whose key is all they are looked up by. */
const KEYED = [
  'activity_goal',
  'activity_indicator',
  'activity_owner',
  'activity_related',
  'ceiling',
  'comparison_member',
  'gallring',
  'goal_indicator',
  'goal_namnd',
  'goal_owner',
  'goal_parent',
  'invitation',
  'level_parent',
  'measure_title',
  'namnd_occasion',
  'observation',
  'plan_namnd',
  'series_break',
  'session',
  'stored_file',
  'upload_measure',
];

const TRIGGERS = [
  ...[
    'activity_state',
    'comment',
    'correction',
    'gallring',
    'judgement',
    'log',
    'mapping',
    'paragraph',
    'ready_mark',
    'report_file',
    'sent_tree',
    'stored_file',
    'phase_change',
    'settlement',
  ].flatMap((table) => [`${table}_no_delete`, `${table}_no_update`]),
  ...['activity_state', 'ceiling', 'comment', 'correction', 'judgement', 'ready_mark'].map(
    (table) => `${table}_in_time`,
  ),
  'paragraph_in_time',
  'report_file_no_replace',
  'sent_tree_no_replace',
  'ceiling_changes_in_time',
  'ceiling_goes_in_time',
  'occasion_decided_stays',
  'phase_change_unlocks',
  'settlement_no_replace',
  'correction_no_replace',
  ...['begins', 'locks', 'no_delete', 'steps'].map((what) => `namnd_occasion_${what}`),
  'log_indexed',
  'gallring_empties',
  'observation_into_open',
  'observation_no_delete',
  'observation_no_update',
  'upload_forward',
  'upload_keeps_choices',
  'upload_keeps_place',
  'upload_no_delete',
  'upload_no_update',
].sort();

const drizzleTables = Object.values({
  ...accounts,
  ...who,
  ...plan,
  ...values,
  ...said,
  ...reports,
})
  .filter((one) => is(one, SQLiteTable))
  .map((one) => getTableConfig(one))
  .sort((a, b) => a.name.localeCompare(b.name));

const columnsIn = (db: Db, table: string) =>
  (db.$client.pragma(`table_xinfo(${table})`) as ColumnRow[]).map((row) => ({
    name: row.name,
    type: row.type,
    notNull: row.notnull === 1 || row.pk > 0,
    isKey: row.pk > 0,
    isGenerated: row.hidden > 1,
    hasDefault: row.dflt_value !== null,
  }));

type DrizzleTable = (typeof drizzleTables)[number];

const columnsOf = (table: DrizzleTable) => {
  const inKey = new Set(table.primaryKeys.flatMap((key) => key.columns.map((one) => one.name)));
  return table.columns.map((column) => {
    const isKey = column.primary || inKey.has(column.name);
    return {
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notNull: column.notNull || isKey,
      isKey,
      isGenerated: column.generated !== undefined,
      hasDefault: column.default !== undefined,
    };
  });
};

describe('the tables', () => {
  test('are all STRICT', () => {
    const tables = tablesIn(freshDb());
    expect(tables.length).toBeGreaterThan(30);
    expect(names(tables.filter((table) => table.strict !== 1))).toEqual([]);
  });

  test('are WITHOUT ROWID where the key is the table', () => {
    const keyed = tablesIn(freshDb()).filter((table) => table.wr === 1);
    expect(names(keyed)).toEqual(KEYED);
  });

  test('never delete by cascade', () => {
    const db = freshDb();
    const links = tablesIn(db).flatMap(
      ({ name }) =>
        db.$client.pragma(`foreign_key_list(${name})`) as {
          on_delete: string;
          on_update: string;
        }[],
    );
    expect(links.length).toBeGreaterThan(50);
    expect(new Set(links.flatMap((one) => [one.on_delete, one.on_update]))).toEqual(
      new Set(['NO ACTION']),
    );
  });

  test('are those that schema/ knows', () => {
    expect(drizzleTables.map((table) => table.name).sort()).toEqual(names(tablesIn(freshDb())));
  });

  // In any order: a migration adds a column last, schema/ has it where it belongs.
  test.each(drizzleTables)('$name has the columns that schema/ says', (table) => {
    expect(byName(columnsOf(table))).toEqual(byName(columnsIn(freshDb(), table.name)));
  });
});

describe('the triggers and indexes', () => {
  test('are all there after migrating', () => {
    expect(names(itemsIn(freshDb(), 'trigger'))).toEqual(TRIGGERS);
  });

  test('named in the SQL are in the database', () => {
    const sql = readdirSync(MIGRATIONS)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'))
      .join('\n');
    // A table that was made anew has its indexes anew.
    const written = [
      ...new Set([...sql.matchAll(/^CREATE (?:UNIQUE )?INDEX (\w+)/gm)].map((one) => one[1])),
    ];
    const made = itemsIn(freshDb(), 'index').filter((one) => one.sql !== null);
    expect(written.length).toBeGreaterThan(8);
    expect(names(made)).toEqual(written.sort());
  });
});

test('every text that holds JSON is checked as JSON', () => {
  const db = freshDb();
  const json = drizzleTables.flatMap((table) =>
    table.columns
      .filter((column) => column.mapToDriverValue(['x']) === '["x"]')
      .map((column) => ({ table: table.name, column: column.name })),
  );
  const unchecked = json.filter(({ table, column }) => {
    const sql = itemsIn(db, 'table').find((one) => one.name === table)?.sql ?? '';
    return !sql.includes(`json_valid(${column})`);
  });
  expect(json.length).toBeGreaterThan(5);
  expect(unchecked).toEqual([]);
});
