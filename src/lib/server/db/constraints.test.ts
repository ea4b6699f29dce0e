import { describe, expect, test } from 'vitest';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../../../../tests/db.ts';
import type { Db } from './client.ts';
import * as uploads from './uploads.ts';

/* What the database itself refuses, whoever writes: by SQL, past every module. */

type Value = string | number | null;

/** Gnesta, where everything is worked with: what is said of it comes in time. */
function openedDb(): Db {
  const db = gnestaDb();
  db.$client.exec("UPDATE namnd_occasion SET phase = 'oppet' WHERE phase <> 'oppet'");
  return db;
}

/** One row of a table, as it stands, to be put in again with something changed. */
const rowOf = (db: Db, table: string) =>
  db.$client.prepare(`SELECT * FROM ${table} LIMIT 1`).get() as Record<string, Value>;

/** Columns that can be written: all but the computed ones. */
const writable = (db: Db, table: string) =>
  (db.$client.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter((one) => one.hidden === 0)
    .map((one) => one.name);

function insertLike(db: Db, table: string, changed: Record<string, Value>, verb = 'INSERT'): void {
  const row = { ...rowOf(db, table), ...changed };
  const columns = writable(db, table);
  db.$client
    .prepare(`${verb} INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
    .run(columns.map((name) => row[name]));
}

const count = (db: Db, table: string) =>
  db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

const idOf = (db: Db, sql: string) => db.$client.prepare(sql).pluck().get() as number;

const openUpload = (db: Db): number =>
  uploads.open(
    db,
    { sha256: 'a'.repeat(64), packed: Buffer.from([1]) },
    {
      kommun: gnestaIn(db).kommun.id,
      fileName: 'a.csv',
      encoding: 'utf-8',
      layout: 'plain-long',
      readerVersion: 1,
      byName: ACTOR.name,
      byRole: ACTOR.role,
      createdAt: NOW.toISOString(),
    },
  );

const setState = (db: Db, id: number, state: string, seq: number | null) =>
  db.$client
    .prepare('UPDATE upload SET state = ?, stored_seq = ? WHERE id = ?')
    .run(state, seq, id);

describe('append-only', () => {
  const tables = ['log', 'stored_file', 'judgement', 'comment', 'observation', 'phase_change'];

  test.each(tables)('%s takes no UPDATE, DELETE or REPLACE', (table) => {
    const db = openedDb();
    const before = db.$client.prepare(`SELECT * FROM ${table}`).all();
    const column = writable(db, table).at(-1)!;
    const words = /is append-only|upload is closed/;
    expect(before.length).toBeGreaterThan(0);
    expect(() => db.$client.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(words);
    expect(() => db.$client.exec(`DELETE FROM ${table}`)).toThrow(words);
    expect(() => insertLike(db, table, {}, 'INSERT OR REPLACE')).toThrow(words);
    expect(db.$client.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  });

  test('upload takes no DELETE or REPLACE', () => {
    const db = openedDb();
    expect(() => db.$client.exec('DELETE FROM upload')).toThrow('upload is append-only');
    expect(() => insertLike(db, 'upload', {}, 'INSERT OR REPLACE')).toThrow(
      'upload is append-only',
    );
  });

  test.each(['kommun', 'file', 'file_name', 'by_name'])('%s of an upload never changes', (name) => {
    const db = openedDb();
    expect(() => db.$client.exec(`UPDATE upload SET ${name} = NULL`)).toThrow(
      'upload is append-only',
    );
  });

  test('a stored upload keeps its place among them', () => {
    const db = openedDb();
    const move = () => db.$client.exec('UPDATE upload SET stored_seq = 99 WHERE id = 1');
    expect(move).toThrow('upload keeps its place');
  });

  test('rows of an upload thrown away may be deleted, and nothing else of it', () => {
    const db = openedDb();
    const id = openUpload(db);
    insertLike(db, 'observation', { upload: id });
    const before = count(db, 'observation');
    uploads.discard(db, id);
    expect(() => insertLike(db, 'observation', { upload: id, period: '2024' })).toThrow(
      'upload is closed',
    );
    db.$client.exec(`DELETE FROM observation WHERE upload = ${id}`);
    expect(count(db, 'observation')).toBe(Number(before) - 1);
  });
});

describe('an upload goes one way', () => {
  test.each([
    ['stored', 'loading', null],
    ['stored', 'discarded', null],
    ['undone', 'loading', null],
    ['undone', 'discarded', null],
    ['discarded', 'loading', null],
    ['discarded', 'stored', 99],
    ['discarded', 'undone', 99],
    ['loading', 'undone', 99],
  ])('%s never becomes %s', (from, to, seq) => {
    const db = openedDb();
    const id = openUpload(db);
    if (from === 'stored' || from === 'undone') setState(db, id, 'stored', 50);
    if (from === 'undone') setState(db, id, 'undone', 50);
    if (from === 'discarded') setState(db, id, 'discarded', null);
    expect(() => setState(db, id, to, seq)).toThrow('upload state goes one way');
  });

  test('stored and undone may take turns', () => {
    const db = openedDb();
    const id = openUpload(db);
    for (const state of ['stored', 'undone', 'stored']) setState(db, id, state, 50);
    expect(idOf(db, `SELECT stored_seq FROM upload WHERE state = 'stored' AND id = ${id}`)).toBe(
      50,
    );
  });

  test.each([
    ['stored', null],
    ['loading', 99],
  ])('%s does not go with the number %s', (state, seq) => {
    const db = openedDb();
    const id = openUpload(db);
    expect(() => setState(db, id, state, seq)).toThrow('CHECK');
  });
});

/** Each row breaks one thing of a row that is right. */
const REFUSED: readonly (readonly [
  what: string,
  table: string,
  changed: Record<string, Value>,
  why: RegExp,
])[] = [
  ['a kommun code of three digits', 'kommun', { id: 9, slug: 'x', code: '461' }, /CHECK.*code/],
  ['a kommun code as a number', 'kommun', { id: 9, slug: 'x', code: 461 }, /CHECK.*code/],
  ['a kommun code with a letter', 'kommun', { id: 9, slug: 'x', code: '046A' }, /CHECK.*code/],
  ['a second kommun of one code', 'kommun', { id: 9, slug: 'x' }, /UNIQUE.*code/],
  ['a second kommun of one slug', 'kommun', { id: 9, code: '0184' }, /UNIQUE.*slug/],
  ['a second place of one code', 'place', { id: 9, name: 'Annat' }, /UNIQUE/],
  ['a shared place with an owner', 'place', { id: 9, code: '0184', kommun: 1 }, /CHECK/],
  ['a unit without an owner', 'place', { id: 9, kind: 'unit', code: null }, /CHECK/],
  ['an impossible day', 'occasion', { id: 9, key: 'x', cutoff_on: '2023-04-31' }, /CHECK/],
  ['a day in another spelling', 'occasion', { id: 9, key: 'x', cutoff_on: '2023-8-31' }, /CHECK/],
  ['a day with a time', 'occasion', { id: 9, key: 'x', cutoff_on: '2023-08-31 12:00' }, /CHECK/],
  ['a year as a day', 'occasion', { id: 9, key: 'x', cutoff_on: '2023' }, /CHECK/],
  ['a plan that ends before it begins', 'plan', { id: 9, key: 'x', to_year: 2022 }, /CHECK/],
  ['an unknown policy', 'level', { id: 9, key: 'x', policy: '{"kind":"mean"}' }, /CHECK/],
  ['a policy without a kind', 'level', { id: 9, key: 'x', policy: '{}' }, /NOT NULL/],
  ['a policy that is no JSON', 'level', { id: 9, key: 'x', policy: 'worst' }, /JSON|CHECK/],
  ['a second step for one verdict', 'scale_step', { id: 99, key: 'x', position: 9 }, /UNIQUE/],
  ['a score above one', 'scale_step', { id: 99, key: 'x', position: 9, score: 1.1 }, /CHECK/],
  ['a goal under itself', 'goal_parent', { child: 1, parent: 1 }, /CHECK/],
  ['two goals of one key', 'goal', { id: 99 }, /UNIQUE/],
  ['an indicator of no place', 'indicator', { id: 99, key: 'x', place: 4711 }, /FOREIGN KEY/],
  ['two measures of one code', 'measure', { id: 99 }, /UNIQUE/],
  ['two targets for one key', 'target', { id: 99 }, /UNIQUE/],
  ['an unknown kind of target', 'target', { id: 99, year: 2024, rule: '{"kind":"near"}' }, /CHECK/],
  ['a target without a kind', 'target', { id: 99, year: 2024, rule: '{"value":1}' }, /NOT NULL/],
  ['a goal of no plan', 'goal', { id: 99, key: 'x', plan: 4711 }, /FOREIGN KEY/],
  ['a judgement of nothing', 'judgement', { id: 99, goal: null }, /CHECK/],
  ['a judgement of two things', 'judgement', { id: 99, activity: 1 }, /CHECK/],
  ['a second first judgement', 'judgement', { id: 99 }, /UNIQUE/],
  ['a step judgement without a step', 'judgement', { id: 99, step: null, previous: 1 }, /CHECK/],
  ['ej bedömt with a step', 'judgement', { id: 99, kind: 'ej_bedomt', previous: 1 }, /CHECK/],
  [
    'mäts senare without an occasion',
    'judgement',
    { id: 99, kind: 'mats_senare', step: null, previous: 1 },
    /CHECK/,
  ],
  [
    'ej utvärderad without a why',
    'judgement',
    { id: 99, kind: 'ej_utvarderad', step: null, source: null, previous: 1 },
    /CHECK/,
  ],
  ['a judgement of an unknown aspect', 'judgement', { id: 99, aspect: 'x', previous: 1 }, /CHECK/],
  ['a second first comment', 'comment', { id: 999 }, /UNIQUE/],
  ['a stored file of a short hash', 'stored_file', { sha256: 'abc' }, /CHECK/],
  ['a log row that is no JSON', 'log', { seq: 99, hash: 'x', after: 'hej' }, /CHECK/],
  ['a log row of an unknown role', 'log', { seq: 99, hash: 'x', role: 'admin' }, /CHECK/],
];

test.each(REFUSED)('refused: %s', (_, table, changed, why) => {
  const db = openedDb();
  const before = count(db, table);
  expect(() => insertLike(db, table, changed)).toThrow(why);
  expect(count(db, table)).toBe(before);
});

describe('an observation', () => {
  test.each<[string, Record<string, Value>, RegExp]>([
    ['with text for a value', { value: '12,5' }, /cannot store TEXT value in REAL/],
    ['with a word for a value', { value: '..' }, /cannot store TEXT value in REAL/],
    ['that is a value and has none', { value: null }, /CHECK/],
    ['that is missing and has one', { state: 'missing' }, /CHECK/],
    ['of an unknown sex', { sex: 'X' }, /CHECK/],
    ['of an unknown kind', { kind: 'mål' }, /CHECK/],
    ['of an unknown state', { state: 'tom', value: null }, /CHECK/],
    ['measured on no day', { measured_on: '2023-02-29' }, /CHECK/],
    ['without a breakdown', { breakdown: null }, /NOT NULL/],
    ['at no place', { place: 4711 }, /FOREIGN KEY/],
    ['of no upload', { upload: 4711 }, /FOREIGN KEY/],
  ])('%s is refused', (_, changed, why) => {
    const db = openedDb();
    const upload = openUpload(db);
    expect(() => insertLike(db, 'observation', { upload, ...changed })).toThrow(why);
  });

  test('goes into an open upload once', () => {
    const db = openedDb();
    const upload = openUpload(db);
    insertLike(db, 'observation', { upload });
    expect(() => insertLike(db, 'observation', { upload })).toThrow('UNIQUE');
  });

  test('does not go into a stored upload', () => {
    const db = openedDb();
    expect(() => insertLike(db, 'observation', { period: '2031' })).toThrow('upload is closed');
  });
});

describe('the second of two editors', () => {
  test.each(['judgement', 'comment'])('of a %s is told by the database', (table) => {
    const db = openedDb();
    const { id } = rowOf(db, table);
    insertLike(db, table, { id: 1001, previous: id! });
    expect(() => insertLike(db, table, { id: 1002, previous: id! })).toThrow('UNIQUE');
    insertLike(db, table, { id: 1003, previous: 1001 });
    expect(count(db, table)).toBeGreaterThan(2);
  });
});

test('a replaced target makes room for the one after it', () => {
  const db = openedDb();
  const { id } = rowOf(db, 'target');
  db.$client.prepare('UPDATE target SET replaced_at = ? WHERE id = ?').run(NOW.toISOString(), id);
  insertLike(db, 'target', { id: 99, replaced_at: null });
  expect(() => insertLike(db, 'target', { id: 100, replaced_at: null })).toThrow('UNIQUE');
});
