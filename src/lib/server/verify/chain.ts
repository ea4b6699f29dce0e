import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from '../db/client.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import { CHAIN_START, hashOf } from '../db/write.ts';

/** A row that was written down somewhere else: its number and its hash. */
export type Mark = { readonly seq: number; readonly hash: string };

const STEP = 1_000;

function* rowsUpTo(db: Db, newest: number): Generator<LogRow> {
  // From before the first: a number that no row of ours has is found too.
  for (let last = Number.MIN_SAFE_INTEGER; ;) {
    const rows = logRows.after(db, last, newest, STEP);
    if (rows.length === 0) return;
    yield* rows;
    last = rows.at(-1)!.seq;
  }
}

function faultsOfRow(row: LogRow, last: Mark): LogFault[] {
  const { seq, hash, ...fields } = row;
  const place = { seq, at: row.at };
  const gap = { code: 'gap', from: last.seq + 1, to: seq - 1, ...place } as const;
  return [
    ...(seq === last.seq + 1 ? [] : [gap]),
    ...(row.previousHash === last.hash ? [] : [{ code: 'chain', ...place } as const]),
    ...(hashOf(fields) === hash ? [] : [{ code: 'content', ...place } as const]),
  ];
}

/** Every row is as it was written, and follows the one before. */
export function* checkChain(db: Db, newest: number): Generator<LogFault> {
  let last: Mark = { seq: 0, hash: CHAIN_START };
  for (const row of rowsUpTo(db, newest)) {
    yield* faultsOfRow(row, last);
    last = row;
  }
}

/** What was written down outside is there: else the last rows may be gone, and the chain as whole as before. */
export function* checkExpected(db: Db, newest: number, expected: Mark | null): Generator<LogFault> {
  if (expected === null) return;
  const row = logRows.read(db, expected.seq);
  if (row === undefined) yield { code: 'shorter', seq: expected.seq, newest };
  else if (row.hash !== expected.hash) yield { code: 'other', seq: row.seq, at: row.at };
}

/** Nothing has been said or done later than the newest row: else rows are gone from the end, or all of them. */
export function* checkNewest(db: Db): Generator<LogFault> {
  const at = logRows.latestDone(db);
  const newest = logRows.newest(db)?.seq ?? 0;
  const last = logRows.read(db, newest)?.at ?? '';
  if (at !== null && at > last) yield { code: 'behind', newest, at };
}
