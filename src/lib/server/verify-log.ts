import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from './db/client.ts';
import * as corrections from './db/corrections.ts';
import * as logRows from './db/log-rows.ts';
import type { LogRow } from './db/log-rows.ts';
import * as phaseChanges from './db/phase-changes.ts';
import * as settlements from './db/settlements.ts';
import * as uploads from './db/uploads.ts';
import { CHAIN_START, hashOf } from './db/write.ts';
import { sha256Of } from './db/sha256.ts';

/*
 * Whether the log is as it was written. Read in steps, each of them a reading for itself, so that a server that
 * writes meanwhile is held up by nothing; rows that come after the start are left for the next time.
 */

/** A row that was written down somewhere else: its number and its hash. */
export type Mark = { readonly seq: number; readonly hash: string };

type Asked = { readonly newest: number; readonly expected: Mark | null };

/** Something that the log must hold to: gives everything that does not, each with its place. */
type Check = (db: Db, asked: Asked) => Iterable<LogFault>;

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
function* checkChain(db: Db, { newest }: Asked): Generator<LogFault> {
  let last: Mark = { seq: 0, hash: CHAIN_START };
  for (const row of rowsUpTo(db, newest)) {
    yield* faultsOfRow(row, last);
    last = row;
  }
}

/** What was written down outside is there: else the last rows may be gone, and the chain as whole as before. */
function* checkExpected(db: Db, { newest, expected }: Asked): Generator<LogFault> {
  if (expected === null) return;
  const row = logRows.read(db, expected.seq);
  if (row === undefined) yield { code: 'shorter', seq: expected.seq, newest };
  else if (row.hash !== expected.hash) yield { code: 'other', seq: row.seq, at: row.at };
}

/** What the log keeps of a version when it is locked. */
const FROZEN = [
  ...['settlement', 'version', 'sha256', 'decidedOn', 'paragraph', 'diarienummer'],
] as const;

type Data = Readonly<Record<string, unknown>>;

/** Who froze it, and when and where, is as the row has it. */
type By = { readonly at: string; readonly name: string; readonly namnd: number | null };

const frozenMark = (data: Data, { at, name, namnd }: By) =>
  JSON.stringify([...FROZEN.map((key) => data[key]), at, name, namnd]);

/** What was decided is what was frozen, with its day, paragraph and number, as the log has it. */
function* checkFrozen(db: Db, { newest }: Asked): Generator<LogFault> {
  const logged = new Map(
    logRows.ofAction(db, 'occasion.lock', newest).map(({ after, at, actor: name, namnd }) => {
      const said = JSON.parse(after ?? '{}') as Data;
      return [Number(said['settlement']), frozenMark(said, { at, name, namnd })] as const;
    }),
  );
  for (const { id: settlement, assessed, number, ...row } of settlements.all(db)) {
    const mark = logged.get(settlement);
    logged.delete(settlement);
    const is = { ...row, settlement, version: number, sha256: sha256Of(assessed) };
    if (mark === undefined) yield { code: 'frozen', what: 'not-logged', settlement };
    else if (mark !== frozenMark(is, { ...row, name: row.byName }))
      yield { code: 'frozen', what: 'changed', settlement };
  }
  for (const settlement of logged.keys()) yield { code: 'frozen', what: 'gone', settlement };
}

const CORRECTED = [
  ...['correction', 'publishedOn', 'meetingOn', 'decidedOn', 'paragraph', 'diarienummer', 'reason'],
] as const;

const correctedMark = (data: Data) => JSON.stringify(CORRECTED.map((key) => data[key] ?? null));

/** What was put right is what the log has. */
function* checkCorrections(db: Db, { newest }: Asked): Generator<LogFault> {
  const rows = ['occasion.redate', 'occasion.correct'].flatMap((action) =>
    logRows.ofAction(db, action, newest),
  );
  const logged = new Map(
    rows.map(({ after, reason }) => {
      const said = { ...(JSON.parse(after ?? '{}') as Data), reason };
      return [Number((said as Data)['correction']), correctedMark(said)] as const;
    }),
  );
  for (const { id: correction, days, decision, reason } of corrections.all(db)) {
    const mark = logged.get(correction);
    logged.delete(correction);
    const is = { correction, ...days, ...decision, reason };
    if (mark === undefined) yield { code: 'corrected', what: 'not-logged', correction };
    else if (mark !== correctedMark(is)) yield { code: 'corrected', what: 'changed', correction };
  }
  for (const correction of logged.keys()) yield { code: 'corrected', what: 'gone', correction };
}

/*
 * What the log tells of is written in one transaction with its row: so the things are read first, and then the rows,
 * of which there may be more by then.
 */

/** Every file that was read in, or undone, has its row. */
function* checkUploads(db: Db): Generator<LogFault> {
  for (const action of ['upload.store', 'upload.undo'] as const) {
    const done = uploads.idsDone(db, action);
    const told = new Set(logRows.entitiesOf(db, action));
    for (const upload of done) {
      if (!told.has(String(upload))) yield { code: 'untold', action, upload };
    }
  }
}

const ACTIONS = ['publish', 'lock', 'reopen', 'unlock'].map((move) => `occasion.${move}`);

/** Every step of every occasion is as the log tells it; those that a plan came with are of the moment it came. */
function* checkSteps(db: Db): Generator<LogFault> {
  const steps = phaseChanges.all(db);
  const came = new Set(logRows.ofAction(db, 'plan.import', Infinity).map(({ at }) => at));
  const logged = new Map(
    ACTIONS.flatMap((action) => logRows.ofAction(db, action, Infinity)).map((row) => {
      const { phase } = JSON.parse(row.after ?? '{}') as { phase?: string };
      const { kommun, entityId, at, actor, reason } = row;
      return [JSON.stringify([kommun, entityId, phase, at, actor, reason]), entityId] as const;
    }),
  );
  for (const { kommun, where: occasion, phase, at, byName, reason } of steps) {
    const isLogged = logged.delete(JSON.stringify([kommun, occasion, phase, at, byName, reason]));
    const isBefore = came.has(at) || at === phaseChanges.UNKNOWN_TIME;
    if (!isLogged && !isBefore) yield { code: 'step', what: 'not-logged', occasion };
  }
  for (const occasion of logged.values()) yield { code: 'step', what: 'gone', occasion };
  for (const occasion of phaseChanges.elsewhere(db))
    yield { code: 'step', what: 'elsewhere', occasion };
}

/** Nothing has been said or done later than the newest row: else rows are gone from the end, or all of them. */
function* checkNewest(db: Db): Generator<LogFault> {
  const at = logRows.latestDone(db);
  const newest = logRows.newest(db)?.seq ?? 0;
  const last = logRows.read(db, newest)?.at ?? '';
  if (at !== null && at > last) yield { code: 'behind', newest, at };
}

/** All that is checked. What else is bound by the log is checked by one more here. */
const CHECKS: readonly Check[] = [
  ...[
    checkChain,
    checkExpected,
    checkFrozen,
    checkCorrections,
    checkSteps,
    checkUploads,
    checkNewest,
  ],
];

export type Verified = {
  readonly rows: number;
  /** What to write down; null of an empty log. */
  readonly newest: Mark | null;
  readonly faults: readonly LogFault[];
};

/** Every fault there is, in the order of the checks and within each of the rows. */
export function verifyLog(db: Db, expected: Mark | null): Verified {
  const newest = logRows.newest(db);
  const asked = { newest: newest?.seq ?? 0, expected };
  return {
    rows: logRows.countUpTo(db, asked.newest),
    newest,
    faults: CHECKS.flatMap((check) => [...check(db, asked)]),
  };
}
