import { and, asc, count, desc, eq, gt, inArray, lte, max, min, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Where } from '#lib/domain/permission.ts';
import type { Db } from './client.ts';
import { log } from './schema/who.ts';

/* The log as it is read: newest first and a page at a time, whatever it holds. Written by write.ts alone. */

export type LogRow = typeof log.$inferSelect;

/**
 * Where rows are looked for: all of the log, what is no kommun's own, a place with what lies in it, or the files that a
 * nämnd's values have come with: they are read in for the kommun, whose rows they are.
 */
export type LogPlace =
  'everywhere' | 'shared' | (Where & { readonly kommun: number; readonly isFiles?: boolean });

/** What is looked for: null, and no words, is whatever there is. Days are moments, the last one not included. */
export type LogAsk = {
  readonly places: readonly LogPlace[];
  readonly action: string | null;
  readonly person: number | null;
  /** Beginnings of words in the name of who did it, and in what was before, is after, and the reason. */
  readonly who: readonly string[];
  readonly said: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
};

/** What is looked for, with the first and the last row that its days may hold. */
export type LogSearch = LogAsk & { readonly least: number; readonly most: number };

const isWithinDays = ({ from, until }: LogAsk) =>
  and(
    from === null ? undefined : sql`${log.at} >= ${from}`,
    until === null ? undefined : sql`${log.at} < ${until}`,
  );

/** Found once: the rows come in the order of their numbers, which days alone would have to be sorted into. */
export function searchFor(db: Db, ask: LogAsk, newest: number): LogSearch {
  if (ask.from === null && ask.until === null) return { ...ask, least: 1, most: newest };
  const span = db
    .select({ least: min(log.seq), most: max(log.seq) })
    .from(log)
    .where(isWithinDays(ask))
    .get();
  return { ...ask, least: span?.least ?? 1, most: Math.min(span?.most ?? 0, newest) };
}

/** Rows of uploads with a value of a measure that the nämnd follows. */
const isFileOf = ({ kommun, namnd }: Where): SQL =>
  sql`${log.kommun} = ${kommun} AND ${log.action} IN ('upload.store', 'upload.undo', 'upload.discard') AND EXISTS (
    SELECT 1 FROM upload_measure JOIN indicator ON indicator.measure = upload_measure.measure
    WHERE upload_measure.upload = CAST(${log.entityId} AS INTEGER) AND indicator.namnd = ${namnd})`;

const isIn = (place: LogPlace): SQL | undefined => {
  if (place === 'everywhere') return undefined;
  if (place === 'shared') return sql`${log.kommun} IS NULL`;
  if (place.isFiles) return isFileOf(place);
  return place.namnd === null ? eq(log.kommun, place.kommun) : eq(log.namnd, place.namnd);
};

/** A column and the beginnings of words that it must hold, as FTS5 asks for them. */
const wordsIn = (column: 'who' | 'said', words: readonly string[]) =>
  words.length === 0
    ? []
    : [`${column} : (${words.map((word) => `"${word.replaceAll('"', '""')}" *`).join(' AND ')})`];

/** Null where no words are asked for. */
function matchOf({ who, said }: LogAsk): string | null {
  const all = [...wordsIn('who', who), ...wordsIn('said', said)];
  return all.length === 0 ? null : all.join(' AND ');
}

/** Days without their index: they were made into a span, and by it the rows would come unsorted. */
const isMeant = ({ action, person, from, until }: LogAsk) =>
  and(
    action === null ? undefined : eq(log.action, action),
    person === null ? undefined : eq(log.person, person),
    from === null ? undefined : sql`+${log.at} >= ${from}`,
    until === null ? undefined : sql`+${log.at} < ${until}`,
  );

const FROM_LOG = { table: sql`log`, seq: sql`log.seq`, isMatch: undefined };

/** Words come first where they are asked for: they find the rows, newest first, without reading the others. */
function fromOf(search: LogSearch): { table: SQL; seq: SQL; isMatch: SQL | undefined } {
  const match = matchOf(search);
  if (match === null) return FROM_LOG;
  return {
    table: sql`log_words CROSS JOIN log ON log.seq = log_words.rowid`,
    seq: sql`log_words.rowid`,
    isMatch: sql`log_words MATCH ${match}`,
  };
}

/** The page of rows older than one, or newer than one; null is from the newest. */
export type LogPage = { readonly before: number | null; readonly after: number | null };

function seqsIn(
  db: Db,
  search: LogSearch,
  place: LogPlace,
  { before, after }: LogPage,
  limit: number,
): number[] {
  const { table, seq, isMatch } = fromOf(search);
  const isOnPage = and(
    sql`${seq} >= ${Math.max(search.least, (after ?? 0) + 1)}`,
    sql`${seq} <= ${Math.min(search.most, (before ?? Number.MAX_SAFE_INTEGER) - 1)}`,
  );
  const where = and(isMatch, isOnPage, isIn(place), isMeant(search));
  const order = after === null ? sql`DESC` : sql`ASC`;
  return db
    .all<{ seq: number }>(
      sql`SELECT log.seq AS seq FROM ${table} WHERE ${where} ORDER BY ${seq} ${order} LIMIT ${limit}`,
    )
    .map((row) => row.seq);
}

/** Rows newest first. Place by place, so that an index gives each of them in order, and then the first of all. */
export function list(db: Db, search: LogSearch, page: LogPage, limit: number): LogRow[] {
  const all = new Set(search.places.flatMap((place) => seqsIn(db, search, place, page, limit)));
  const newestFirst = [...all].sort((a, b) => b - a);
  const seqs = page.after === null ? newestFirst.slice(0, limit) : newestFirst.slice(-limit);
  return db.select().from(log).where(inArray(log.seq, seqs)).orderBy(desc(log.seq)).all();
}

/** How many rows there are of what is looked for. */
export function countOf(db: Db, search: LogSearch): number {
  const { table, seq, isMatch } = fromOf(search);
  const isHere = search.places.includes('everywhere')
    ? undefined
    : (or(...search.places.map(isIn)) ?? sql`0`);
  const isInSpan = and(sql`${seq} >= ${search.least}`, sql`${seq} <= ${search.most}`);
  const where = and(isMatch, isInSpan, isHere, isMeant(search));
  const row = db.get<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${table} WHERE ${where}`);
  return row.rows;
}

/** Number and hash of the newest row; null while there is none. */
export const newest = (db: Db): { readonly seq: number; readonly hash: string } | null =>
  db.select({ seq: log.seq, hash: log.hash }).from(log).orderBy(desc(log.seq)).limit(1).get() ??
  null;

/** The next rows after one in the order they were written, no later than another. */
export const after = (db: Db, seq: number, upTo: number, limit: number): LogRow[] =>
  db
    .select()
    .from(log)
    .where(and(gt(log.seq, seq), lte(log.seq, upTo)))
    .orderBy(asc(log.seq))
    .limit(limit)
    .all();

export const read = (db: Db, seq: number): LogRow | undefined =>
  db.select().from(log).where(eq(log.seq, seq)).get();

/** Rows of some kinds of change, the first first. */
export const ofActions = (db: Db, actions: readonly string[]): LogRow[] =>
  db
    .select()
    .from(log)
    .where(inArray(log.action, [...actions]))
    .orderBy(asc(log.seq))
    .all();

/** The same, so many at a time: of what people say there are many, and long. */
export function* inSteps(db: Db, actions: readonly string[], step: number): Generator<LogRow[]> {
  for (let last = Number.MIN_SAFE_INTEGER; ;) {
    const rows = db
      .select()
      .from(log)
      .where(and(inArray(log.action, [...actions]), gt(log.seq, last)))
      .orderBy(asc(log.seq))
      .limit(step)
      .all();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!.seq;
  }
}

/** Everything that is logged in the transaction that does it, by when it was done. */
const DONE = sql`
  SELECT max(at) AS at FROM judgement UNION ALL SELECT max(at) FROM comment UNION ALL
  SELECT max(at) FROM activity_state UNION ALL SELECT max(at) FROM ready_mark UNION ALL
  SELECT max(at) FROM phase_change UNION ALL SELECT max(at) FROM settlement UNION ALL SELECT max(at) FROM gallring UNION ALL
  SELECT max(at) FROM correction UNION ALL SELECT max(stored_at) FROM upload UNION ALL SELECT max(undone_at) FROM upload`;

/** When anything was last said or done; null where nothing has been. */
export const latestDone = (db: Db): string | null =>
  db.get<{ at: string | null }>(sql`SELECT max(at) AS at FROM (${DONE})`).at;

export const countUpTo = (db: Db, upTo: number): number =>
  db.select({ rows: count() }).from(log).where(lte(log.seq, upTo)).get()?.rows ?? 0;
