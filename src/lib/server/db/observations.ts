import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { keyOf } from '#lib/domain/difference.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { invariant } from '#lib/domain/result.ts';
import type { PeerValue } from '#lib/domain/snapshot.ts';
import type { Db } from './client.ts';
import { measure } from './schema/plan.ts';
import { observation, upload } from './schema/values.ts';
import { kommun, place } from './schema/who.ts';
import * as uploads from './uploads.ts';
import type { Seen } from './uploads.ts';

type Row = { row: typeof observation.$inferSelect; from: typeof upload.$inferSelect };

function asObservation({ row, from }: Row): Observation {
  const period = parsePeriod(row.period);
  invariant(period, `stored period ${row.period} can be read`);
  const { line, col: column, upload: id, period: _text, ...fields } = row;
  const { fileName: file, storedAt, byRole } = from;
  const at = storedAt ?? from.createdAt;
  return {
    ...fields,
    period,
    source: { upload: id, file, line, column, at, role: byRole },
  };
}

/** Of the measures given, those that every kommun has values of: Kolada's. */
const sharedOf = (db: Db, measures: readonly number[]): number[] =>
  db
    .select({ id: measure.id })
    .from(measure)
    .where(and(isNull(measure.kommun), inArray(measure.id, [...measures])))
    .all()
    .map(({ id }) => id);

/** Places a kommun shows values of: itself and its units, riket and the means of groups. */
export const ownPlaces = (db: Db, id: number): number[] =>
  db
    .select({ id: place.id })
    .from(place)
    .leftJoin(kommun, eq(kommun.id, id))
    .where(
      or(
        inArray(place.kind, ['riket', 'group']),
        eq(place.kommun, id),
        and(eq(place.kind, 'kommun'), eq(place.code, kommun.code)),
      ),
    )
    .all()
    .map((row) => row.id);

/** One step in the key for each period, whatever the number of rows. */
const PERIODS = `
  WITH RECURSIVE next (period) AS (
    SELECT min(period) FROM observation WHERE measure = @measure
    UNION ALL
    SELECT (SELECT min(period) FROM observation WHERE measure = @measure AND period > next.period)
    FROM next WHERE next.period IS NOT NULL
  )
  SELECT period FROM next WHERE period IS NOT NULL`;

function periodsOf(db: Db, measures: readonly number[]): string[] {
  const statement = db.$client.prepare(PERIODS).pluck();
  return [...new Set(measures.flatMap((one) => statement.all({ measure: one }) as string[]))];
}

/**
 * Where in the key the rows lie. A shared measure has rows of 290 kommuner: each of ours is gone to
 * by measure, period, sex and place, and no other is read.
 */
function lieIn(db: Db, id: number, measures: readonly number[], shared: readonly number[]) {
  const own = measures.filter((one) => !shared.includes(one));
  return or(
    inArray(observation.measure, own),
    and(
      inArray(observation.measure, [...shared]),
      inArray(observation.period, periodsOf(db, shared)),
      inArray(observation.sex, ['T', 'K', 'M', 'A']),
      inArray(observation.place, ownPlaces(db, id)),
    ),
  );
}

/** Every row of some measures among some uploads, in the order they were stored; not those of other kommuner. */
export const readings = (
  db: Db,
  id: number,
  measures: readonly number[],
  from: readonly number[],
): Observation[] =>
  db
    .select({ row: observation, from: upload })
    .from(observation)
    .innerJoin(upload, eq(upload.id, observation.upload))
    .where(
      and(
        lieIn(db, id, measures, sharedOf(db, measures)),
        // Not as so many parameters: there may be thousands.
        sql`${observation.upload} IN (SELECT value FROM json_each(${JSON.stringify(from)}))`,
      ),
    )
    .orderBy(asc(upload.storedSeq))
    .all()
    .map(asObservation);

/**
 * What a kommun sees of some measures, but for the values of other kommuner: of every key the row of
 * the upload stored last, among those that are seen. An upload of its own reaches only itself; one of
 * nobody's reaches all.
 */
export function list(
  db: Db,
  id: number,
  measures: readonly number[],
  seen: Seen = uploads.visible(db, id),
): Observation[] {
  const newest = new Map<string, Observation>();
  for (const row of readings(db, id, measures, [...seen.keys()])) newest.set(keyOf(row), row);
  return [...newest.values()];
}

type PeerRow = [place: number, upload: number, value: number | null];

const PEERS = `
  SELECT place, upload, value FROM observation
  WHERE measure = @measure AND period = @period AND sex = 'T' AND breakdown = '' AND kind = 'utfall'
  ORDER BY place`;

/**
 * Of each place the value of the upload stored last. The rows of one place follow on each other; that
 * of an upload the kommun does not see is none.
 */
function newestByPlace(rows: readonly PeerRow[], order: Seen): PeerRow[] {
  const newest: PeerRow[] = [];
  let [last, lastSeq] = [0, 0];
  for (const row of rows) {
    const seq = order.get(row[1]);
    if (seq === undefined || (row[0] === last && seq < lastSeq)) continue;
    if (row[0] === last) newest.pop();
    newest.push(row);
    [last, lastSeq] = [row[0], seq];
  }
  return newest;
}

/**
 * Every kommun's value now, both sexes, of measures in given periods. By hand-written SQL in the order
 * of the key: a page ranks hundreds of measures among 290 kommuner.
 */
export function peers(
  db: Db,
  id: number,
  wanted: readonly Pick<PeerValue, 'measure' | 'period'>[],
  seen: Seen = uploads.visible(db, id),
): PeerValue[] {
  const kommuner = db.select({ id: place.id }).from(place).where(eq(place.kind, 'kommun')).all();
  const isKommun = new Set(kommuner.map((one) => one.id));
  const statement = db.$client.prepare(PEERS).raw();
  const found: PeerValue[] = [];
  for (const { measure: of, period } of wanted) {
    const rows = statement.all({ measure: of, period }) as PeerRow[];
    for (const [at, , value] of newestByPlace(rows, seen)) {
      if (value !== null && isKommun.has(at)) found.push({ measure: of, period, place: at, value });
    }
  }
  return found;
}
