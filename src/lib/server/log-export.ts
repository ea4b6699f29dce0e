import { BOM, csvLine } from '#lib/format/csv.ts';
import { shownChanges } from '#lib/format/log-fields.ts';
import { actionWords, VIA } from '#lib/format/log.ts';
import { roleWord } from '#lib/format/roles.ts';
import { formatStamp } from '#lib/format/stamp.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as logRows from './db/log-rows.ts';
import type { LogAsk, LogRow, LogSearch } from './db/log-rows.ts';
import { write } from './db/write.ts';
import { aboutOf } from './log-about.ts';
import type { LogFilter, LogReach } from './log-filter.ts';

/* The log as a file: every field of every row, so that its chain can be worked out anew from the file alone. */

type Cell = string | number | null;
type Names = {
  readonly kommun: string | null;
  readonly namnd: string | null;
  /** What it is about, and of that what, as the page has it. */
  readonly about: string;
  readonly closer: string;
};

const data = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** "Steg: Publicerat → Låst, godkänt av nämnden; Version: 1": what was, and is, as the page has it. */
const changesText = (before: string | null, after: string | null): string =>
  shownChanges(data(before), data(after))
    .map(({ field, before: was, after: is }) => {
      const change = was === null ? is : `${was} → ${is ?? 'borttaget'}`;
      return `${field}: ${change ?? ''}`;
    })
    .join('; ');

/** What people read comes first, and then what the chain is made of, as it is kept. */
const COLUMNS: readonly (readonly [heading: string, of: (row: LogRow, names: Names) => Cell])[] = [
  ['rad', ({ seq }) => seq],
  ['svensk tid', ({ at }) => formatStamp(at)],
  ['vem', ({ actor }) => actor],
  ['i rollen', ({ role }) => roleWord(role)],
  ['vad', ({ action }) => actionWords(action)],
  ['gäller', (_, { about }) => about],
  ['närmare', (_, { closer }) => closer],
  ['kommun', (_, { kommun }) => kommun],
  ['nämnd', (_, { namnd }) => namnd],
  ['ändrat', ({ before, after }) => changesText(before, after)],
  ['skäl', ({ reason }) => reason],
  ['genom', ({ via }) => VIA[via]],
  ['före (JSON)', ({ before }) => before],
  ['efter (JSON)', ({ after }) => after],
  ['tid (UTC)', ({ at }) => at],
  ['roll (kod)', ({ role }) => role],
  ['genom (kod)', ({ via }) => via],
  ['vad (kod)', ({ action }) => action],
  ['slag (kod)', ({ entity }) => entity],
  ['nummer', ({ entityId }) => entityId],
  ['kommun (nummer)', ({ kommun }) => kommun],
  ['nämnd (nummer)', ({ namnd }) => namnd],
  ['person (nummer)', ({ person }) => person],
  ['fingeravtryck före', ({ previousHash }) => previousHash],
  ['fingeravtryck', ({ hash }) => hash],
];

const NOBODY: ReadonlySet<number> = new Set();

function namesOf(db: Db, row: LogRow, reach: LogReach): Names {
  const of = reach.kommuner.find(({ id }) => id === row.kommun);
  const within = of?.namnder.find(({ id }) => id === row.namnd);
  // No links in a file: so nobody is managed from it.
  const { words, closer } = aboutOf({ db, reach, managed: NOBODY }, row);
  return { kommun: of?.name ?? null, namnd: within?.name ?? null, about: words, closer };
}

/** So many rows are held at a time, whatever the log holds. */
const TOGETHER = 1_000;

function* linesOf(db: Db, search: LogSearch, reach: LogReach): Generator<string> {
  yield BOM + csvLine(COLUMNS.map(([heading]) => heading));
  for (let before: number | null = null; ;) {
    const rows = logRows.list(db, search, { before, after: null }, TOGETHER);
    if (rows.length === 0) return;
    yield rows
      .map((row) => ({ row, names: namesOf(db, row, reach) }))
      .map(({ row, names }) => csvLine(COLUMNS.map(([, of]) => of(row, names))))
      .join('');
    before = rows.at(-1)!.seq;
  }
}

type LogFile = { readonly rows: number; readonly lines: Iterator<string> };

/**
 * The rows that are there now, a thousand at a time as they are asked for. That they were fetched, by whom and
 * how many, is in the log before the first of them has left (ASVS 5.0 16.3).
 */
export function exportLog(
  db: Db,
  actor: Actor,
  now: Date,
  reach: LogReach,
  { ask, written, where }: LogFilter & { readonly ask: LogAsk },
): LogFile {
  return write(db, actor, now, () => {
    const newest = logRows.newest(db)?.seq ?? 0;
    const search = logRows.searchFor(db, ask, newest);
    const rows = logRows.countOf(db, search);
    const filter = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));
    const about = { ...where, action: 'log.export', entity: 'log', entityId: String(newest) };
    const change = { ...about, before: null, after: { filter, rows, newest }, reason: null };
    return { result: { rows, lines: linesOf(db, search, reach) }, change };
  });
}
