import { createHash } from 'node:crypto';
import { differenceOf } from '#lib/domain/difference.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { outcomeOf, SEVERITY, sortProblems } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { invariant } from '#lib/domain/result.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import type { InputFile, Inspection } from '#lib/ingest/inspect.ts';
import { resolve } from '#lib/ingest/resolve.ts';
import type { Catalogue, ResolvedObservation } from '#lib/ingest/resolve.ts';
import type { Actor } from './db/actor.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as measures from './db/measures.ts';
import * as observations from './db/observations.ts';
import * as places from './db/places.ts';
import * as uploads from './db/uploads.ts';
import { write } from './db/write.ts';

/** Raised when a layout reads a file otherwise than before, so that a stored upload says how it was read. */
export const READER_VERSION = 1;

/** A longer transaction would keep everybody else waiting for the lock. */
const BATCH = 10_000;

/** What a kommun's files may name: measures by code, indicator key or title, and places. */
function readCatalogue(db: Db, kommun: Kommun): Catalogue {
  const named = indicators.names(db, kommun.id);
  const kommunPlace = places.readKommun(db, kommun.code);
  invariant(kommunPlace, `${kommun.slug} is a place`);
  return {
    kommunPlace: kommunPlace.id,
    measures: measures.list(db, kommun.id).map(({ id, code, title }) => ({
      id,
      names: [
        code,
        title,
        ...named
          .filter((one) => one.measure === id)
          .flatMap(({ key, title: own, short }) => [key, own, ...(short === null ? [] : [short])]),
      ],
    })),
    places: places.list(db, kommun.id).map(({ id, code, name }) => ({
      id,
      names: code === null ? [name] : [code, name],
    })),
  };
}

/** What a file would do, before anything is stored. */
export type Examined = {
  readonly sha256: string;
  readonly inspection: Inspection;
  readonly rows: readonly ResolvedObservation[];
  readonly problems: readonly Problem[];
  readonly difference: Difference;
  /** It can be stored without guessing. */
  readonly isStorable: boolean;
};

const NO_DIFFERENCE: Difference = { new: 0, changed: 0, unchanged: 0 };

/** Reads a file for a kommun and compares it with what is seen now. Stores nothing. */
export function examine(db: Db, kommun: Kommun, file: InputFile): Examined {
  const inspection = inspectFile(file);
  const { observations: rows, problems: unmatched } = resolve(
    inspection.observations,
    readCatalogue(db, kommun),
  );
  // Both compare rows, by the file's names and by what those mean: each fact once.
  const problems = sortProblems([...inspection.problems, ...unmatched]);
  const outcome = outcomeOf(problems);
  const isStorable = rows.length > 0 && outcome !== 'reject' && outcome !== 'ask';
  const seen = observations.list(db, kommun.id, [...new Set(rows.map((row) => row.measure))]);
  return {
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    inspection,
    rows,
    problems,
    difference: isStorable ? differenceOf(seen, rows) : NO_DIFFERENCE,
    isStorable,
  };
}

export type UploadReport = Difference & {
  readonly file: string;
  readonly sha256: string;
  /** `already-stored`: the same bytes as the newest file, and nothing to change. */
  readonly outcome: 'stored' | 'already-stored' | 'refused' | 'tried';
  /** Lines that stopped the file. */
  readonly refused: number;
  readonly problems: readonly Problem[];
};

function countRefused({ inspection, problems, isStorable }: Examined): number {
  if (isStorable) return 0;
  const stops = problems.filter((one) => ['error', 'ask'].includes(SEVERITY[one.code]));
  const lines = new Set(stops.flatMap((one) => ('line' in one ? one.line : [])));
  return lines.size || inspection.records.length;
}

const reportOf = (
  file: InputFile,
  examined: Examined,
  outcome: UploadReport['outcome'],
): UploadReport => ({
  file: file.name,
  sha256: examined.sha256,
  outcome,
  ...examined.difference,
  refused: countRefused(examined),
  problems: examined.problems,
});

/** The same file again, with nothing between: storing it would say nothing. */
function isStoredAlready(db: Db, kommun: Kommun, { sha256, difference }: Examined): boolean {
  const isChange = difference.new + difference.changed > 0;
  return !isChange && uploads.newest(db, kommun.id)?.file === sha256;
}

/** Rows go in by batches that nobody sees; see `store`. */
function load(db: Db, id: number, rows: readonly ResolvedObservation[]): void {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    inTransaction(db, () => {
      observations.insert(db, id, batch);
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
  { sha256, inspection, rows, difference }: Examined,
): void {
  const at = now.toISOString();
  const id = uploads.open(
    db,
    { sha256, bytes: file.bytes },
    {
      kommun: kommun.id,
      fileName: file.name,
      encoding: inspection.encoding ?? '',
      layout: inspection.layout,
      readerVersion: READER_VERSION,
      byName: actor.name,
      byRole: actor.role,
      createdAt: at,
    },
  );
  load(db, id, rows);
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
  options: { readonly isTrial: boolean } = { isTrial: false },
): UploadReport {
  const examined = examine(db, kommun, file);
  if (!examined.isStorable) return reportOf(file, examined, 'refused');
  if (options.isTrial) return reportOf(file, examined, 'tried');
  if (isStoredAlready(db, kommun, examined)) return reportOf(file, examined, 'already-stored');
  store(db, actor, now, kommun, file, examined);
  return reportOf(file, examined, 'stored');
}
