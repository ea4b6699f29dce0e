import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from '../db/client.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import * as uploads from '../db/uploads.ts';
import { agrees, byOf, dataOf } from './held.ts';
import type { Data } from './held.ts';

type Upload = ReturnType<typeof uploads.all>[number];

const MOVES = ['upload.store', 'upload.undo', 'upload.discard'] as const;
type Told = Readonly<Record<(typeof MOVES)[number], ReadonlyMap<number, LogRow>>>;

/** Rows by the upload that they are about, the first of each: undone is once. */
function toldIn(db: Db): Told {
  const rows = logRows.ofActions(db, MOVES).filter(({ entity }) => entity === 'upload');
  const of = (move: string) =>
    new Map(
      rows
        .filter(({ action }) => action === move)
        .toReversed()
        .map((row) => [Number(row.entityId), row]),
    );
  return {
    ...{ 'upload.store': of('upload.store'), 'upload.undo': of('upload.undo') },
    'upload.discard': of('upload.discard'),
  };
}

/** What the row that stored it says, and whether a later one says that it was undone. */
function storedAs(row: LogRow, undone: LogRow | undefined): Data {
  const { file, sha256, storedSeq } = dataOf(row.after);
  const { at: storedAt, ...by } = byOf(row);
  const state = undone ? 'undone' : 'stored';
  const told = { file, sha256, storedSeq, kommun: row.kommun };
  return { ...told, ...by, storedAt, state, undoneAt: undone?.at ?? null };
}

/** Of what was cut off the row says what it was, and nothing of who had begun. */
function discardedAs(row: LogRow): Data {
  const { file, sha256 } = dataOf(row.after);
  return { file, sha256, kommun: row.kommun, state: 'discarded' };
}

const isOf = ({ id: _, fileName, file, ...upload }: Upload): Data => ({
  ...{ ...upload, file: fileName, sha256: file },
});

function* faultsOf(upload: Upload, told: Told): Generator<LogFault> {
  const { id, state } = upload;
  const [stored, undone, discarded] = MOVES.map((move) => told[move].get(id));
  const isDone = state === 'stored' || state === 'undone';
  if (isDone && !stored) yield { code: 'untold', action: 'upload.store', upload: id };
  if (state === 'undone' && !undone) yield { code: 'untold', action: 'upload.undo', upload: id };
  const said = stored ? storedAs(stored, undone) : discarded && discardedAs(discarded);
  if (said === undefined) return;
  // That it was undone, and no row says so, has been told.
  const isUntold = state === 'undone' && !undone;
  const is = isOf(upload);
  const isAsSaid = agrees(said, isUntold ? { ...is, state: 'stored', undoneAt: null } : is);
  if (!isAsSaid) yield { code: 'upload', what: 'changed', upload: id };
}

/** Every file that was read in, undone or thrown away half-way has its row and is as it says; and what a row tells of is there. */
export function* checkUploads(db: Db): Generator<LogFault> {
  const told = toldIn(db);
  const left = new Set(MOVES.flatMap((move) => [...told[move].keys()]));
  for (const upload of uploads.all(db)) {
    left.delete(upload.id);
    yield* faultsOf(upload, told);
  }
  for (const upload of left) yield { code: 'upload', what: 'gone', upload };
}
