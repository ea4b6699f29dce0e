import type { Reading, Said } from '#lib/domain/difference.ts';
import type { ObservationKey } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Db } from './client.ts';
import type { Seen } from './uploads.ts';

/*
 * Values in great numbers, by hand-written SQL: the query builder is ten times slower for a large
 * file.
 */

/** A row as it goes in: what it is about, what is said of it, and its place in the file. */
export type NewObservation = {
  readonly measure: number;
  readonly place: number;
  readonly period: Period;
  readonly said: Omit<Reading, 'measure' | 'place' | 'period'> & {
    readonly line: number;
    readonly column: number;
  };
};

type Value = string | number | null;

type Column = { readonly name: string; readonly valueOf: (row: NewObservation) => Value };

const column = (name: string, valueOf: Column['valueOf']): Column => ({ name, valueOf });

const COLUMNS: readonly Column[] = [
  column('measure', ({ measure }) => measure),
  column('period', ({ period }) => period.text),
  column('sex', ({ said }) => said.sex),
  column('place', ({ place }) => place),
  column('breakdown', ({ said }) => said.breakdown),
  column('kind', ({ said }) => said.kind),
  column('line', ({ said }) => said.line),
  column('col', ({ said }) => said.column),
  column('state', ({ said }) => said.state),
  column('value', ({ said }) => said.value),
  column('printed', ({ said }) => said.printed),
  column('numerator', ({ said }) => said.numerator),
  column('denominator', ({ said }) => said.denominator),
  column('n', ({ said }) => said.n),
  column('asked', ({ said }) => said.asked),
  column('is_preliminary', ({ said }) => Number(said.isPreliminary)),
  column('measured_on', ({ said }) => said.measuredOn),
  column('published_on', ({ said }) => said.publishedOn),
  column('note', ({ said }) => said.note),
];

function isOne(rows: readonly NewObservation[], { valueOf }: Column): boolean {
  const first = valueOf(rows[0]!);
  for (const row of rows) if (valueOf(row) !== first) return false;
  return true;
}

const literal = (value: Value) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** So many rows a statement; more gain nothing. */
const TOGETHER = 25;

const repeat = (text: string, times: number) =>
  Array.from({ length: times }, () => text).join(', ');

/**
 * Puts rows into an open upload. What all of them say alike, as most columns do in a file of Kolada's,
 * stands in the statement; only the rest is bound row by row.
 */
export function insert(db: Db, id: number, rows: readonly NewObservation[]): void {
  const [first] = rows;
  if (!first) return;
  const varying = COLUMNS.filter((each) => !isOne(rows, each));
  const fixed = COLUMNS.filter((each) => !varying.includes(each));
  const names = [...varying, ...fixed].map(({ name }) => name).join(', ');
  const values = [
    ...varying.map(() => '?'),
    ...fixed.map(({ valueOf }) => literal(valueOf(first))),
    String(id),
  ].join(', ');
  const statementFor = (count: number) =>
    db.$client.prepare(
      `INSERT INTO observation (${names}, upload) VALUES ${repeat(`(${values})`, count)}`,
    );
  const full = statementFor(TOGETHER);
  const whole = rows.length - (rows.length % TOGETHER);
  const bound = (from: number, to: number) => {
    const all: Value[] = [];
    for (let at = from; at < to; at += 1)
      for (const { valueOf } of varying) all.push(valueOf(rows[at]!));
    return all;
  };
  for (let at = 0; at < whole; at += TOGETHER) full.run(bound(at, at + TOGETHER));
  if (whole < rows.length) statementFor(rows.length - whole).run(bound(whole, rows.length));
}

/** A value as a kommun sees it now, without where it came from. */
export type SeenValue = Omit<ObservationKey, 'period'> & Said & { readonly period: string };

/** What few rows have is packed, and unpacked only where there is any. */
const SEEN = `
  SELECT measure, period, sex, place, breakdown, kind, upload, state, value,
    CASE WHEN coalesce(numerator, denominator, n, asked, measured_on, published_on, note) IS NULL
      AND is_preliminary = 0 THEN NULL
    ELSE json_array(numerator, denominator, n, asked, is_preliminary, measured_on, published_on, note) END
  FROM observation WHERE measure = ? AND upload IN (SELECT value FROM json_each(?))
  ORDER BY period, sex, place, breakdown, kind`;

type SeenRow = [
  ...key: [number, string, SeenValue['sex'], number, string, SeenValue['kind']],
  upload: number,
  state: SeenValue['state'],
  value: number | null,
  rest: string | null,
];

type Rest = [
  numerator: number | null,
  denominator: number | null,
  n: number | null,
  asked: number | null,
  isPreliminary: number,
  measuredOn: string | null,
  publishedOn: string | null,
  note: string | null,
];

const NO_REST: Rest = [null, null, null, null, 0, null, null, null];

/** Written out field by field: there may be millions. */
function asSeen(row: SeenRow): SeenValue {
  const rest = row[9] === null ? NO_REST : (JSON.parse(row[9]) as Rest);
  return {
    measure: row[0],
    period: row[1],
    sex: row[2],
    place: row[3],
    breakdown: row[4],
    kind: row[5],
    state: row[7],
    value: row[8],
    numerator: rest[0],
    denominator: rest[1],
    n: rest[2],
    asked: rest[3],
    isPreliminary: rest[4] === 1,
    measuredOn: rest[5],
    publishedOn: rest[6],
    note: rest[7],
  };
}

const isSameKey = (a: SeenRow, b: SeenRow) =>
  a[3] === b[3] && a[1] === b[1] && a[2] === b[2] && a[4] === b[4] && a[5] === b[5];

/** Every value that is seen of some measures, whoever it is about, in the order of the key. */
export function eachSeen(
  db: Db,
  order: Seen,
  measures: readonly number[],
  each: (value: SeenValue) => void,
): void {
  const statement = db.$client.prepare(SEEN).raw();
  const seen = JSON.stringify([...order.keys()]);
  for (const measure of measures.toSorted((a, b) => a - b)) {
    let newest: SeenRow | null = null;
    let newestSeq = 0;
    for (const row of statement.iterate(measure, seen) as IterableIterator<SeenRow>) {
      const seq = order.get(row[6])!;
      const isSame = newest !== null && isSameKey(newest, row);
      if (isSame && seq < newestSeq) continue;
      if (newest && !isSame) each(asSeen(newest));
      newest = row;
      newestSeq = seq;
    }
    if (newest) each(asSeen(newest));
  }
}

/** How many of an upload's rows are about other places than some. By measure: there is no index on upload. */
export function countElsewhere(
  db: Db,
  id: number,
  measures: readonly number[],
  own: ReadonlySet<number>,
): number {
  const statement = db.$client
    .prepare(
      'SELECT place, count(*) FROM observation WHERE measure = ? AND upload = ? GROUP BY place',
    )
    .raw();
  const counts = measures.flatMap(
    (one) => statement.all(one, id) as [place: number, rows: number][],
  );
  return counts.reduce((sum, [place, rows]) => (own.has(place) ? sum : sum + rows), 0);
}
