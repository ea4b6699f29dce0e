import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { unweighted } from '#lib/ingest/catalogue.ts';
import type { InputFile } from '#lib/ingest/read-file.ts';
import type { NewPlace, ResolvedObservation } from '#lib/ingest/resolve.ts';
import { asBy } from './db/actor.ts';
import type { Actor } from './db/actor.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as measures from './db/measures.ts';
import * as observationRows from './db/observation-rows.ts';
import * as places from './db/places.ts';
import * as previews from './db/previews.ts';
import * as uploads from './db/uploads.ts';
import { write } from './db/write.ts';
import { differenceOf } from './examine.ts';
import type { Examined } from './examine.ts';
import type { PackedFile } from './kept-file.ts';
import { newMeasure } from './new-measure.ts';
import { remember } from './remember.ts';

/** Raised when a layout reads a file otherwise than before, so that a stored upload says how it was read. */
export const READER_VERSION = 3;

/** A longer transaction would keep everybody else waiting for the lock. */
const BATCH = 10_000;

/** So many rows are made at a time: of more some would be in the way long after they are in. */
const TOGETHER = 1_000;

/** Told how many of the rows are in. */
export type Progress = (done: number, of: number) => void;

type New = { readonly measures: readonly number[]; readonly places: readonly number[] };

/** Kolada's groups are many and made anew each year: the database learns those that files name. */
const rowOf = ({ kind, name }: NewPlace, kommun: number) =>
  kind === 'unit'
    ? { kind, code: null, name, kommun }
    : {
        kind,
        code: /^G\d+$/.test(name) ? name : null,
        name: unweighted(name),
      };

function makePlace(db: Db, actor: Actor, now: Date, kommun: Kommun, place: NewPlace): number {
  const row = rowOf(place, kommun.id);
  // Another file may have named it since this one was examined.
  const known = places.list(db, kommun.id).find(({ kind, name, parent }) => {
    return kind === row.kind && name === row.name && parent === null;
  });
  if (known) return known.id;
  return write(db, actor, now, () => {
    const id = places.insert(db, row);
    const owner = place.kind === 'unit' ? kommun.id : null;
    const told = { action: 'place.create', entity: 'place', entityId: String(id) };
    const where = { kommun: owner, namnd: null };
    return { result: id, change: { ...where, ...told, before: null, after: row, reason: null } };
  });
}

function makeMeasure(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  name: string,
  layout: string,
) {
  return write(db, actor, now, () => {
    const taken = new Set(measures.list(db, kommun.id).map((one) => one.code));
    const row = newMeasure(name, layout, taken);
    const id = measures.insert(db, { ...row, kommun: kommun.id });
    const where = { kommun: kommun.id, namnd: null };
    const told = { ...where, action: 'measure.create', entity: 'measure' };
    const change = { ...told, entityId: String(id), before: null, after: row, reason: null };
    return { result: id, change };
  });
}

/** What the file names and the database did not know. Alone it changes nothing that anybody sees. */
const makeNew = (db: Db, actor: Actor, now: Date, kommun: Kommun, examined: Examined): New => ({
  measures: examined.resolution.newMeasures.map((name) =>
    makeMeasure(db, actor, now, kommun, name, examined.reading.layout),
  ),
  places: examined.resolution.newPlaces.map((place) => makePlace(db, actor, now, kommun, place)),
});

/** Rows go in by batches that nobody sees, in the order of their keys; the flip shows all of them. */
function load(db: Db, id: number, examined: Examined, made: New, tell: Progress): void {
  const { sorted, resolution } = examined;
  const { observations } = resolution;
  const known = (row: ResolvedObservation): ResolvedObservation => {
    if (row.place > 0 && row.measure > 0) return row;
    const measure = row.measure > 0 ? row.measure : made.measures[-row.measure - 1]!;
    const place = row.place > 0 ? row.place : made.places[-row.place - 1]!;
    return { ...row, measure, place };
  };
  const rowsFrom = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => known(observations.at(sorted.at(from + at))));
  for (let from = 0; from < sorted.length; from += BATCH) {
    const to = Math.min(from + BATCH, sorted.length);
    inTransaction(db, () => {
      const told: number[] = [];
      for (let at = from; at < to; at += TOGETHER) {
        const rows = rowsFrom(at, Math.min(at + TOGETHER, to));
        observationRows.insert(db, id, rows);
        for (const { measure } of rows) told.push(measure);
      }
      uploads.countRows(db, id, told);
    });
    tell(to, sorted.length);
  }
}

/** The same file again, with nothing between: storing it would say nothing. */
export function isStoredAlready(
  db: Db,
  kommun: Kommun,
  { sha256 }: Pick<Examined, 'sha256'>,
  difference: Difference,
): boolean {
  const isChange = difference.new + difference.changed > 0;
  return !isChange && uploads.newest(db, kommun.id)?.file === sha256;
}

export type Stored = {
  /** Or why there is none: the same file was stored meanwhile, or nobody waits for it any more. */
  readonly upload: number | 'same' | 'gone';
  readonly difference: Difference;
};

/**
 * Shows all of an upload's rows at once. What it does is counted before, without holding the lock;
 * if anything was stored meanwhile it is counted anew. The lock is held for the flip alone.
 */
function flip(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: Pick<InputFile, 'name'>,
  examined: Examined,
  id: number,
  preview: number | null,
): Stored {
  const at = now.toISOString();
  for (;;) {
    const stamp = uploads.stamp(db);
    const difference = differenceOf(db, kommun, examined);
    const isAgain = isStoredAlready(db, kommun, examined, difference);
    const done = inTransaction(db, (): Stored | null => {
      if (uploads.stamp(db) !== stamp) return null;
      // Gone: somebody pressed the button twice.
      const isTaken = preview !== null && !previews.remove(db, preview);
      if (isAgain || isTaken) {
        uploads.discard(db, id);
        return { upload: isTaken ? 'gone' : 'same', difference };
      }
      const header = examined.reading.table?.header ?? [];
      remember(db, actor, now, kommun, { name: file.name, header }, examined.choices);
      return write(db, actor, now, () => {
        const { storedSeq } = uploads.store(db, id, difference, at);
        const { sha256 } = examined;
        const told = { action: 'upload.store', entity: 'upload', entityId: String(id) };
        const after = { state: 'stored', file: file.name, sha256, storedSeq, ...difference };
        const where = { kommun: kommun.id, namnd: null };
        const change = { ...where, ...told, before: null, after, reason: null };
        return { result: { upload: id, difference }, change };
      });
    });
    if (done) return done;
  }
}

/**
 * Stores a file that has been examined and found storable: all of its rows, also those that change
 * nothing (else undoing the file before it would lose them). What was waiting as a preview waits no more.
 */
export function storeUpload(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: PackedFile,
  examined: Examined,
  { preview = null, tell = () => undefined }: { preview?: number | null; tell?: Progress } = {},
): Stored {
  const { sha256, reading, choices } = examined;
  const made = makeNew(db, actor, now, kommun, examined);
  const id = uploads.open(
    db,
    { sha256, packed: file.packed, isRedacted: file.isRedacted },
    {
      kommun: kommun.id,
      fileName: file.name,
      encoding: reading.encoding ?? '',
      layout: reading.layout,
      readerVersion: READER_VERSION,
      ...asBy(actor),
      createdAt: now.toISOString(),
      loader: process.pid,
      preview,
      choices,
    },
  );
  load(db, id, examined, made, tell);
  return flip(db, actor, now, kommun, file, examined, id, preview);
}
