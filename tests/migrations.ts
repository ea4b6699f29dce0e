import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS, tempDir } from './db.ts';

/* A database as a program of an earlier day left it. */

/** The migrations as they were when the last of them was number `last`. */
export function migrationsUpTo(last: number): string {
  const folder = join(tempDir(), 'drizzle');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { idx: number }[] };
  const entries = journal.entries.filter((one) => one.idx <= last);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  return folder;
}

/** One row in every table that 0002 changes, as a program of its day wrote them. */
export const ROWS = `
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
  INSERT INTO namnd_occasion (namnd, occasion, phase) VALUES (1, 1, 'oppet');
  INSERT INTO judgement (id, goal, namnd, occasion, aspect, place, kind, step, by_name, by_role, at) VALUES (1, 1, 1, 1, 'outcome', 1, 'step', 1, 'Prov', 'administrator', '2023-12-31T00:00:00Z');
`;
