import { whereWords } from '#lib/format/accounts.ts';
import { actionWords, VIA } from '#lib/format/log.ts';
import { shownChanges } from '#lib/format/log-fields.ts';
import { roleWord } from '#lib/format/roles.ts';
import { formatStamp } from '#lib/format/stamp.ts';
import type { Db } from './db/client.ts';
import * as logRows from './db/log-rows.ts';
import type { LogAsk, LogPage, LogRow } from './db/log-rows.ts';
import { aboutOf, parseSide } from './log-about.ts';
import type { AboutAsk } from './log-about.ts';
import type { LogReach } from './log-filter.ts';

const PAGE = 100;

/** So many fields of one row are shown: a whole catalogue is read in the file. */
const MOST_FIELDS = 200;

function rowAsShown(ask: AboutAsk, row: LogRow) {
  const [before, after] = [parseSide(row.before), parseSide(row.after)];
  const about = aboutOf(ask, row);
  // What the row is about is not told twice.
  const changes = shownChanges(before, after).filter(
    (one) => one.before !== null || one.after !== about.words,
  );
  const shown = changes.slice(0, MOST_FIELDS);
  return {
    ...{ seq: row.seq, at: row.at, stamp: formatStamp(row.at) },
    ...{ who: row.actor, person: row.person, role: roleWord(row.role), via: VIA[row.via] },
    where: whereWords(row, ask.reach.kommuner),
    what: actionWords(row.action),
    about,
    /** Nothing was before: what became is all there is to tell. */
    isNew: before === null,
    changes: shown.filter(({ isMark }) => !isMark),
    marks: shown.filter(({ isMark }) => isMark),
    more: Math.max(0, changes.length - MOST_FIELDS),
    // A reason that is one of the fields stands there.
    reason: changes.some(({ field, after: is }) => field === 'Skäl' && is === row.reason)
      ? null
      : row.reason,
  };
}

/** A page of what is asked for, newest first, and whether there is more on either side of it. */
export function readLogPage(
  db: Db,
  reach: LogReach,
  managed: ReadonlySet<number>,
  ask: LogAsk,
  page: LogPage,
) {
  const newest = logRows.newest(db)?.seq ?? 0;
  const search = logRows.searchFor(db, ask, newest);
  const found = logRows.list(db, search, page, PAGE + 1);
  const isForward = page.after !== null;
  const rows = isForward ? found.slice(-PAGE) : found.slice(0, PAGE);
  const hasMore = found.length > PAGE;
  const isBesides = (other: LogPage) => logRows.list(db, search, other, 1).length > 0;
  const [first, last] = [rows[0]?.seq, rows.at(-1)?.seq];
  if (first === undefined || last === undefined) return { rows: [], newer: null, older: null };
  const hasNewer = isForward ? hasMore : isBesides({ before: null, after: first });
  const hasOlder = isForward ? isBesides({ before: last, after: null }) : hasMore;
  return {
    rows: rows.map((row) => rowAsShown({ db, reach, managed }, row)),
    /** The row that the newer ones come after, and that which the older ones come before; null for none. */
    newer: hasNewer ? first : null,
    older: hasOlder ? last : null,
  };
}
