import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closing, MIGRATIONS, tempDir } from '../../../../tests/db.ts';
import { openDb } from './client.ts';
import { migrateDb } from './migrate.ts';

/** The migrations as they were when the last of them was number `last`. */
function migrationsUpTo(last: number): string {
  const folder = join(tempDir(), 'drizzle');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { idx: number }[] };
  const entries = journal.entries.filter((one) => one.idx <= last);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  return folder;
}

/** One row in every table that 0002 changes, as a program of its day wrote them. */
const ROWS = `
  INSERT INTO kommun (id, code, slug, name, is_public) VALUES (1, '0461', 'gnesta', 'Gnesta', 1);
  INSERT INTO namnd (id, kommun, slug, name, short, is_fullmaktige, position) VALUES (1, 1, 'sn', 'Socialnämnden', 'SN', 0, 0);
  INSERT INTO scale (id, kommun, key, title) VALUES (1, 1, 'skala', 'Skala');
  INSERT INTO scale_step (id, scale, position, key, word, word_forecast, short, colour, score) VALUES (1, 1, 0, 'ja', 'Ja', 'Ja', 'ja', 'green', 1);
  INSERT INTO occasion (id, kommun, key, kind, title, year, cutoff_on) VALUES (1, 1, 'ar', 'ar', 'År', 2023, '2023-12-31');
  INSERT INTO plan (id, kommun, key, title, from_year, to_year, is_decided, judged_by) VALUES (1, 1, 'plan', 'Plan', 2023, 2023, 1, 'people');
  INSERT INTO level (id, plan, key, singular, plural, position, holds, text_parts, reported, policy, indicators_from) VALUES (1, 1, 'mal', 'mål', 'mål', 0, 'goal', '[]', '{}', '{"kind":"none"}', 'own');
  INSERT INTO goal (id, plan, level, key, title, description, position) VALUES (1, 1, 1, 'm', 'M', '', 0);
  INSERT INTO measure (id, kommun, code, source, title, unit, is_share) VALUES (900001, 1, 'x', 'own', 'X', 'st', 0);
  INSERT INTO indicator (id, namnd, key, word, title, definition, decimals, better, is_compared, adds_up, has_linear_share, measure, position) VALUES (1, 1, 'i', 'indikator', 'I', '', 0, 'none', 0, 'latest', 0, 900001, 0);
  INSERT INTO judgement (id, goal, namnd, occasion, aspect, place, kind, step, by_name, by_role, at) VALUES (1, 1, 1, 1, 'outcome', 1, 'step', 1, 'Prov', 'administrator', '2023-12-31T00:00:00Z');
`;

test('a database from before the five boards keeps every row, with what they meant', () => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(1));
  db.$client.exec(ROWS);
  const tables = db.$client
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations'",
    )
    .pluck()
    .all() as string[];
  const sizes = () =>
    tables.map((name) => [
      name,
      db.$client.prepare(`SELECT count(*) FROM "${name}"`).pluck().get(),
    ]);
  const before = sizes();

  migrateDb(db, MIGRATIONS);

  expect(tables.length).toBeGreaterThan(25);
  expect(sizes()).toEqual(before);
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
