import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { CONFIRMABLE, SEVERITY } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { UNWEIGHTED } from '#lib/ingest/catalogue.ts';
import type { InputFile } from '#lib/ingest/read-file.ts';
import type { ResolvedObservation } from '#lib/ingest/resolve.ts';
import type { Actor } from './db/actor.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as observationRows from './db/observation-rows.ts';
import * as places from './db/places.ts';
import * as uploads from './db/uploads.ts';
import { write } from './db/write.ts';
import { examine } from './examine.ts';
import type { Examined } from './examine.ts';
import { examineKpis, storeKpis } from './import-kpis.ts';

/** Raised when a layout reads a file otherwise than before, so that a stored upload says how it was read. */
export const READER_VERSION = 1;

/** A longer transaction would keep everybody else waiting for the lock. */
const BATCH = 10_000;

export type UploadReport = Difference & {
  readonly file: string;
  readonly sha256: string;
  /** What was counted: values, or nyckeltal where the file is a catalogue of them. */
  readonly of: 'values' | 'measures';
  /**
   * `asked`: it can be stored once its doubts are answered. `already-stored`: the same bytes as the
   * newest file, and nothing to change.
   */
  readonly outcome: 'stored' | 'already-stored' | 'asked' | 'refused' | 'tried';
  /** Lines that stopped the file. */
  readonly refused: number;
  readonly problems: readonly Problem[];
};

/** A problem that is told once may be that of many lines. */
const linesOf = (one: Problem): number =>
  'lines' in one && typeof one.lines === 'number' ? one.lines : 1;

function countRefused({ reading, problems, isStorable }: Examined): number {
  if (isStorable) return 0;
  const lines = new Map<number, number>();
  for (const one of problems) {
    if (!['error', 'ask'].includes(SEVERITY[one.code]) || !('line' in one)) continue;
    lines.set(one.line, Math.max(lines.get(one.line) ?? 0, linesOf(one)));
  }
  const sum = [...lines.values()].reduce((total, count) => total + count, 0);
  const rows = reading.table?.lines.length ?? 0;
  return sum === 0 ? rows : Math.min(sum, Math.max(rows, lines.size));
}

const reportOf = (
  file: InputFile,
  examined: Examined,
  outcome: UploadReport['outcome'],
): UploadReport => ({
  file: file.name,
  sha256: examined.sha256,
  of: 'values',
  outcome,
  ...examined.difference,
  refused: countRefused(examined),
  problems: examined.problems,
});

/** A file is asked about when a yes to each of its doubts is enough; else it is refused. */
function stopOf({ outcome, problems }: Examined): 'asked' | 'refused' {
  const doubts = problems.filter(({ code }) => SEVERITY[code] === 'ask');
  return outcome === 'ask' && doubts.every(({ code }) => CONFIRMABLE.has(code))
    ? 'asked'
    : 'refused';
}

/** The same file again, with nothing between: storing it would say nothing. */
function isStoredAlready(db: Db, kommun: Kommun, { sha256, difference }: Examined): boolean {
  const isChange = difference.new + difference.changed > 0;
  return !isChange && uploads.newest(db, kommun.id)?.file === sha256;
}

/** Kolada's groups are many and made anew each year: the database learns those that files name. */
function storeGroups(db: Db, actor: Actor, now: Date, names: readonly string[]): number[] {
  return names.map((name) =>
    write(db, actor, now, () => {
      const code = /^G\d+$/.test(name) ? name : null;
      const marked = name.includes(UNWEIGHTED) ? name : `${name} ${UNWEIGHTED}`;
      const id = places.insert(db, { kind: 'group', code, name: marked });
      const told = { kommun: null, action: 'place.create', entity: 'place', entityId: String(id) };
      const after = { kind: 'group', code, name: marked };
      return { result: id, change: { ...told, before: null, after, reason: null } };
    }),
  );
}

/** Rows go in by batches that nobody sees, in the order of their keys; see `store`. */
function load(db: Db, id: number, { rows, sorted }: Examined, groups: readonly number[]): void {
  const withPlace = (row: ResolvedObservation) =>
    row.place < 0 ? { ...row, place: groups[-row.place - 1]! } : row;
  for (let at = 0; at < sorted.length; at += BATCH) {
    const length = Math.min(BATCH, sorted.length - at);
    const batch = Array.from({ length }, (_, each) => withPlace(rows.at(sorted.at(at + each))));
    inTransaction(db, () => {
      observationRows.insert(db, id, batch);
      uploads.countRows(
        db,
        id,
        batch.map((row) => row.measure),
      );
    });
  }
}

function store(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: InputFile,
  examined: Examined,
): void {
  const { sha256, reading, difference, newGroups } = examined;
  const at = now.toISOString();
  const groups = storeGroups(db, actor, now, newGroups);
  const id = uploads.open(
    db,
    { sha256, bytes: file.bytes },
    {
      kommun: kommun.id,
      fileName: file.name,
      encoding: reading.encoding ?? '',
      layout: reading.layout,
      readerVersion: READER_VERSION,
      byName: actor.name,
      byRole: actor.role,
      createdAt: at,
    },
  );
  load(db, id, examined, groups);
  write(db, actor, now, () => {
    const { storedSeq } = uploads.store(db, id, difference, at);
    return {
      result: undefined,
      change: {
        kommun: kommun.id,
        action: 'upload.store',
        entity: 'upload',
        entityId: String(id),
        before: null,
        after: { file: file.name, sha256, storedSeq, ...difference },
        reason: null,
      },
    };
  });
}

export type ImportOptions = {
  /** Says what the file would do, and does nothing. */
  readonly isTrial?: boolean;
  /** Codes of the doubts that whoever reads it in has answered yes to. */
  readonly accepted?: readonly string[];
};

/** A catalogue of nyckeltal changes what can be read in, and no value. */
function importCatalogue(
  db: Db,
  actor: Actor,
  now: Date,
  file: InputFile,
  examined: Examined,
  isTrial: boolean,
): UploadReport {
  const report: UploadReport = { ...reportOf(file, examined, stopOf(examined)), of: 'measures' };
  if (examined.outcome === 'reject' || examined.outcome === 'ask') return report;
  const found = examineKpis(db, examined.reading.kpis);
  const told = { ...report, ...found.difference, refused: 0 };
  if (isTrial) return { ...told, outcome: 'tried' };
  if (found.changes.length === 0) return { ...told, outcome: 'already-stored' };
  storeKpis(db, actor, now, { name: file.name, sha256: examined.sha256 }, found);
  return { ...told, outcome: 'stored' };
}

/**
 * The only way values get in. A file that cannot be read without guessing stores nothing and gives
 * all its problems; every other stores all its rows, also those that change nothing (else undoing
 * the file before it would lose them), visible by one flip.
 */
export function importUpload(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: InputFile,
  { isTrial = false, accepted = [] }: ImportOptions = {},
): UploadReport {
  const examined = examine(db, kommun, file, accepted);
  if (examined.reading.kpis.length > 0) {
    return importCatalogue(db, actor, now, file, examined, isTrial);
  }
  if (!examined.isStorable) return reportOf(file, examined, stopOf(examined));
  if (isTrial) return reportOf(file, examined, 'tried');
  if (isStoredAlready(db, kommun, examined)) return reportOf(file, examined, 'already-stored');
  store(db, actor, now, kommun, file, examined);
  return reportOf(file, examined, 'stored');
}
