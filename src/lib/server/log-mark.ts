import { markWords } from '#lib/format/log-faults.ts';
import type { Db } from './db/client.ts';
import * as logRows from './db/log-rows.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Tells the log's newest row to the server's own log, now and once a day: by that it shows when the last rows have
 * been taken away, which the chain alone does not. Keeps nobody from stopping.
 */
export function keepMarking(db: Db, tell: (line: string) => void): NodeJS.Timeout {
  const mark = () => tell(markWords(logRows.newest(db)));
  mark();
  return setInterval(mark, DAY_MS).unref();
}
