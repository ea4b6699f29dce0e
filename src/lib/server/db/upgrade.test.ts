import { expect, test } from 'vitest';
import { closing, gnestaDb, MIGRATIONS } from '../../../../tests/db.ts';
import { migrationsUpTo, ROWS } from '../../../../tests/migrations.ts';
import { openDb } from './client.ts';
import type { Db } from './client.ts';
import { migrateDb } from './migrate.ts';

/** As the journal dates it. */
const WHEN_0002 = 1795651320000;

const OF_SQLITE = "name LIKE 'sqlite_%' OR name = '__drizzle_migrations'";
const TABLES = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT (${OF_SQLITE})`;

const namesIn = (db: Db, more = '') =>
  db.$client.prepare(`${TABLES} ${more} ORDER BY name`).pluck().all() as string[];

const rowsIn = (db: Db, table: string) =>
  db.$client.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];

const columnsIn = (db: Db) =>
  namesIn(db).map((name) => [name, db.$client.pragma(`table_xinfo(${name})`)]);

/** What came from 0002 on, taken away again: Gnesta as a program of the day before would have it. */
const UNDO = `
  DROP TRIGGER gallring_empties;
  DROP TRIGGER stored_file_no_update;
  DROP TABLE gallring;
  DROP TRIGGER namnd_occasion_begins;
  DROP TRIGGER namnd_occasion_steps;
  DROP TRIGGER namnd_occasion_locks;
  DROP TRIGGER namnd_occasion_no_delete;
  DROP TRIGGER occasion_decided_stays;
  DROP TRIGGER judgement_in_time;
  DROP TRIGGER comment_in_time;
  DROP TRIGGER ceiling_in_time;
  DROP TRIGGER ceiling_changes_in_time;
  DROP TRIGGER ceiling_goes_in_time;
  DROP TRIGGER phase_change_no_delete;
  DROP TABLE sent_tree;
  DROP TABLE report_file;
  DROP TABLE paragraph;
  DROP TABLE word_template;
  DROP TABLE report_template;
  DROP TABLE correction;
  DROP TABLE phase_change;
  DROP TABLE settlement;
  ALTER TABLE judgement DROP COLUMN at_meeting;
  ALTER TABLE comment DROP COLUMN at_meeting;
  DROP TRIGGER log_indexed;
  DROP TABLE log_words;
  DROP INDEX log_kommun;
  DROP INDEX log_kommun_action;
  DROP INDEX log_namnd;
  DROP INDEX log_person;
  DROP INDEX log_action;
  DROP INDEX log_at;
  ALTER TABLE log DROP COLUMN namnd;
  DROP TABLE draft;
  DROP TABLE activity_state;
  DROP TABLE ready_mark;
  ALTER TABLE judgement DROP COLUMN basis;
  DROP TABLE invitation;
  DROP TABLE session;
  DROP TABLE login_try;
  DROP TABLE role_grant;
  ALTER TABLE log DROP COLUMN person;
  DROP TRIGGER upload_no_update;
  ALTER TABLE upload DROP COLUMN by_person;
  CREATE TRIGGER upload_no_update BEFORE UPDATE OF id, kommun, file_name, file, encoding, layout, reader_version, by_name, by_role, created_at ON upload
    BEGIN SELECT RAISE(ABORT, 'upload is append-only'); END;
  ALTER TABLE judgement DROP COLUMN by_person;
  ALTER TABLE comment DROP COLUMN by_person;
  DROP TABLE mapping;
  DROP TRIGGER upload_keeps_choices;
  DROP INDEX upload_preview;
  DROP TABLE preview;
  DROP TABLE person;
  ALTER TABLE upload DROP COLUMN preview;
  ALTER TABLE upload DROP COLUMN choices;
  ALTER TABLE upload DROP COLUMN loader;
  ALTER TABLE upload DROP COLUMN undone_at;
  ALTER TABLE stored_file DROP COLUMN is_packed;
  ALTER TABLE stored_file DROP COLUMN is_redacted;
  CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
  ALTER TABLE scale DROP COLUMN colours_by;
  ALTER TABLE plan DROP COLUMN purpose;
  ALTER TABLE plan DROP COLUMN indicator_parts;
  ALTER TABLE goal DROP COLUMN is_judged;
  ALTER TABLE goal DROP COLUMN is_mandatory;
  DROP TABLE goal_owner;
  ALTER TABLE indicator DROP COLUMN is_qualitative;
  ALTER TABLE indicator DROP COLUMN frequency;
  ALTER TABLE indicator DROP COLUMN place;
  ALTER TABLE judgement DROP COLUMN trend;
  DELETE FROM __drizzle_migrations WHERE created_at >= ${WHEN_0002};
`;

function gnestaAsItWas(): Db {
  const was = closing(openDb(':memory:'));
  migrateDb(was, migrationsUpTo(1));
  const db = gnestaDb();
  db.$client.exec(UNDO);
  expect(columnsIn(db)).toEqual(columnsIn(was));
  return db;
}

test('Gnesta from before the five boards keeps every row as it was, and every table STRICT', () => {
  const db = gnestaAsItWas();
  const before = namesIn(db).map((name) => [name, rowsIn(db, name)] as const);
  expect(before.filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(20);

  migrateDb(db, MIGRATIONS);

  for (const [name, rows] of before) {
    const after = rowsIn(db, name);
    expect(after, name).toHaveLength(rows.length);
    expect(after, name).toMatchObject(rows);
  }
  expect(namesIn(db, 'AND strict = 0')).toEqual([]);
  expect(namesIn(db)).toEqual(
    before
      .map(([name]) => name)
      .concat('goal_owner', 'mapping', 'preview')
      .concat('invitation', 'login_try', 'person', 'role_grant', 'session')
      .concat('activity_state', 'draft', 'ready_mark')
      .concat('phase_change', 'settlement')
      .concat('gallring')
      .concat('correction')
      .concat('paragraph', 'report_file', 'report_template', 'word_template', 'sent_tree')
      .toSorted(),
  );
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
});

test('a database from before the five boards keeps what its rows meant', () => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(1));
  db.$client.exec(ROWS);

  migrateDb(db, MIGRATIONS);

  const read = (sql: string) => db.$client.prepare(sql).get();
  expect(read('SELECT colours_by FROM scale')).toEqual({ colours_by: 'papers' });
  expect(read('SELECT purpose, indicator_parts FROM plan')).toEqual({
    purpose: null,
    indicator_parts: '[]',
  });
  expect(read('SELECT is_judged, is_mandatory FROM goal')).toEqual({
    is_judged: 1,
    is_mandatory: 0,
  });
  expect(read('SELECT is_qualitative, frequency, place FROM indicator')).toEqual({
    is_qualitative: 0,
    frequency: null,
    place: null,
  });
  expect(read('SELECT trend FROM judgement')).toEqual({ trend: null });
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
});

test.each([
  ["UPDATE scale SET colours_by = 'oss'"],
  ["UPDATE plan SET indicator_parts = 'inte json'"],
  ['UPDATE goal SET is_judged = 2'],
  ['UPDATE goal SET is_mandatory = 2'],
  ['UPDATE indicator SET is_qualitative = 2'],
  [
    "INSERT INTO judgement (goal, namnd, occasion, aspect, place, kind, trend, by_name, by_role, at) VALUES (1, 1, 1, 'forecast', 1, 'ej_bedomt', 'ökad', 'Prov', 'administrator', '2023')",
  ],
])('%s is refused', (sql) => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, MIGRATIONS);
  db.$client.exec(ROWS);
  expect(() => db.$client.exec(sql)).toThrow(/CHECK constraint failed/);
});

test('nyckeltal of surveys that a catalogue has brought stay, and learn whose survey they are of', () => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(3));
  const title = 'Brukarbedömning  daglig verksamhet LSS  - Personalen pratar så brukaren förstår';
  db.$client.exec(
    `INSERT INTO measure (code, source, title, unit, is_share) VALUES ('U28535', 'kolada', '${title}', '%', 1)`,
  );

  migrateDb(db, MIGRATIONS);

  const of = db.$client.prepare("SELECT title, survey FROM measure WHERE code = 'U28535'");
  expect(of.all()).toEqual([{ title, survey: 'lss' }]);
});

/** Two accounts and a role, as a program from before the kommun's own sign-in wrote them. */
const ACCOUNTS = `
  INSERT INTO person (id, name, email, email_folded, created_at) VALUES (1, 'Karin', 'k@x.se', 'k@x.se', '2023'), (2, 'Olle', 'o@x.se', 'o@x.se', '2023');
  INSERT INTO role_grant (id, person, role, given_at) VALUES (1, 1, 'administrator', '2023');
`;

test('accounts from before the kommun’s own sign-in have none, and their roles were given by hand', () => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(13));
  db.$client.exec(ACCOUNTS);

  migrateDb(db, MIGRATIONS);

  const read = (sql: string) => db.$client.prepare(sql).all();
  const none = { oidc_issuer: null, oidc_subject: null };
  expect(read('SELECT oidc_issuer, oidc_subject FROM person')).toEqual([none, none]);
  expect(read('SELECT is_claimed FROM role_grant')).toEqual([{ is_claimed: 0 }]);
  const same = "UPDATE person SET oidc_issuer = 'https://id', oidc_subject = 's'";
  db.$client.exec(`${same} WHERE id = 1`);
  expect(() => db.$client.exec(`${same} WHERE id = 2`)).toThrow('UNIQUE');
});

test.each([
  "UPDATE person SET oidc_issuer = 'https://id'",
  "UPDATE person SET oidc_subject = 's'",
  "UPDATE person SET oidc_issuer = '', oidc_subject = 's'",
  "UPDATE person SET oidc_issuer = 'https://id', oidc_subject = ''",
  'UPDATE role_grant SET is_claimed = 2',
])('%s is refused', (sql) => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, MIGRATIONS);
  db.$client.exec(ACCOUNTS);
  expect(() => db.$client.exec(sql)).toThrow(/CHECK constraint failed/);
});

test('rows that the log had are found by who did it and by what they hold', () => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(11));
  db.$client.exec(`
    INSERT INTO log (at, actor, role, via, action, entity, entity_id, before, after, reason, previous_hash, hash) VALUES
      ('2023', 'Åsa Berg', 'administrator', 'web', 'a', 'b', '1', NULL, '{"body":"Kön\\nväxer","n":4711}', NULL, '0', '1'),
      ('2023', 'Olle', 'administrator', 'web', 'a', 'b', '2', '"Åsa"', NULL, 'Enkäten drogs in.', '1', '2')`);

  migrateDb(db, MIGRATIONS);

  const found = (match: string) =>
    db.$client.prepare('SELECT rowid FROM log_words WHERE log_words MATCH ?').pluck().all(match);
  expect(['who : åsa', 'said : åsa', 'växer', '4711', 'enkäten', 'body'].map(found)).toEqual([
    ...[[1], [2], [1], [1], [2], []],
  ]);
  const rows = db.$client.prepare('SELECT seq, namnd, hash FROM log').all();
  expect(rows).toEqual([
    { seq: 1, namnd: null, hash: '1' },
    { seq: 2, namnd: null, hash: '2' },
  ]);
});
