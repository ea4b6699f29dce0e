import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { keyOf } from '#lib/domain/difference.ts';
import type { Reading } from '#lib/domain/difference.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from './client.ts';
import { observation, upload } from './schema/values.ts';

type Row = { row: typeof observation.$inferSelect; from: typeof upload.$inferSelect };

function asObservation({ row, from }: Row): Observation {
  const period = parsePeriod(row.period);
  invariant(period, `stored period ${row.period} can be read`);
  const { line, col: column, upload: id, period: _text, ...fields } = row;
  const { fileName, file: sha256, storedAt, byRole } = from;
  const at = storedAt ?? from.createdAt;
  return {
    ...fields,
    period,
    source: { upload: id, file: fileName, sha256, line, column, at, role: byRole },
  };
}

/**
 * What a kommun sees of some measures now: of every key the row of the upload stored last. An
 * upload of its own reaches only itself; one of nobody's (kommun NULL) reaches all.
 */
export function list(db: Db, kommun: number, measures: readonly number[]): Observation[] {
  const rows = db
    .select({ row: observation, from: upload })
    .from(observation)
    .innerJoin(upload, eq(upload.id, observation.upload))
    .where(
      and(
        inArray(observation.measure, [...measures]),
        eq(upload.state, 'stored'),
        or(isNull(upload.kommun), eq(upload.kommun, kommun)),
      ),
    )
    .orderBy(asc(upload.storedSeq))
    .all();
  const newest = new Map<string, Observation>();
  for (const row of rows.map(asObservation)) newest.set(keyOf(row), row);
  return [...newest.values()];
}

/** A row as it goes in, with its place in the file. */
export type NewObservation = Reading & { readonly line: number; readonly column: number };

/**
 * Puts rows into an open upload. By hand-written SQL, since the query builder is ten times slower
 * for a large file.
 */
export function insert(db: Db, id: number, rows: readonly NewObservation[]): void {
  const statement = db.$client.prepare(`
    INSERT INTO observation (measure, period, sex, place, breakdown, kind, upload, line, col, state, value, printed,
      numerator, denominator, n, asked, is_preliminary, measured_on, published_on, note)
    VALUES (@measure, @period, @sex, @place, @breakdown, @kind, @upload, @line, @column, @state, @value, @printed,
      @numerator, @denominator, @n, @asked, @isPreliminary, @measuredOn, @publishedOn, @note)`);
  for (const row of rows) {
    statement.run({
      ...row,
      upload: id,
      period: row.period.text,
      isPreliminary: Number(row.isPreliminary),
    });
  }
}
