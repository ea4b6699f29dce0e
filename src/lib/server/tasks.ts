import type { Day } from '#lib/domain/calendar.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { PreviewReport, UndoReport } from '#lib/domain/preview.ts';
import { invariant } from '#lib/domain/result.ts';
import { examineCatalogue, namedIn } from './catalogue-file.ts';
import type { Actor } from './db/actor.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as previews from './db/previews.ts';
import type { Preview } from './db/previews.ts';
import * as uploads from './db/uploads.ts';
import { examine } from './examine.ts';
import type { Examined } from './examine.ts';
import * as catalogues from './import-catalogue.ts';
import { keptFile } from './kept-file.ts';
import { previewReport } from './preview.ts';
import { eraseRemoved } from './remove-bytes.ts';
import { storeUpload } from './store-upload.ts';
import type { Progress } from './store-upload.ts';
import { undoReport } from './undo.ts';

/*
 * What takes time when files are read in: too long for the thread that answers pages, so it is said as
 * data that can be sent to another.
 */

/** What became of a file that was to be stored. */
export type StoreResult = 'stored' | 'already-stored' | 'not-ready' | 'gone';

export type Tasks = {
  preview: { readonly ask: { readonly preview: number }; readonly answer: PreviewReport | null };
  store: {
    readonly ask: { readonly preview: number; readonly rev: number; readonly actor: Actor };
    readonly answer: StoreResult;
  };
  undo: { readonly ask: { readonly upload: number }; readonly answer: UndoReport | null };
  erase: { readonly ask: { readonly actor: Actor }; readonly answer: boolean };
};

export type TaskKind = keyof Tasks;
export type Task<Kind extends TaskKind = TaskKind> = {
  readonly kind: Kind;
  readonly kommun: Kommun;
  readonly ask: Tasks[Kind]['ask'];
};

/** Near enough to say what has not begun. */
const dayOf = (now: Date): Day => now.toISOString().slice(0, 10);

/** A file that waits, with its bytes; null when it waits no more. */
function waitingFile(db: Db, kommun: Kommun, id: number) {
  const waiting = previews.read(db, kommun.id, id);
  const bytes = waiting ? previews.readBytes(db, id) : null;
  return waiting && bytes ? { waiting, bytes } : null;
}

function preview(db: Db, now: Date, kommun: Kommun, id: number): PreviewReport | null {
  const found = waitingFile(db, kommun, id);
  if (!found) return null;
  const report = previewReport(db, kommun, found.waiting, found.bytes, dayOf(now));
  // The report stays to be read; the answers of persons do not stay beside it.
  if (report.isGone) previews.clearFile(db, found.waiting);
  return report;
}

/** A catalogue changes what can be read in; one that changes nothing is no news. */
function storeCatalogue(
  db: Db,
  now: Date,
  actor: Actor,
  waiting: Preview,
  { outcome, reading, sha256 }: Examined,
): StoreResult {
  if (outcome === 'reject' || outcome === 'ask') return 'not-ready';
  const stored = inTransaction(db, (): StoreResult => {
    if (!previews.remove(db, waiting.id)) return 'gone';
    const found = examineCatalogue(db, reading);
    if (!found || !catalogues.isNews(found)) return 'already-stored';
    catalogues.storeCatalogue(db, actor, now, { name: waiting.fileName, sha256 }, found);
    return 'stored';
  });
  previews.clearFile(db, waiting);
  return stored;
}

/** A file that waits, read and packed; its bytes are let go here, for a large one takes room to store. */
function examinedFile(db: Db, kommun: Kommun, id: number, rev: number) {
  const found = waitingFile(db, kommun, id);
  if (!found) return 'gone';
  const { waiting, bytes } = found;
  if (waiting.rev !== rev) return 'not-ready';
  const came = { name: waiting.fileName, bytes, packed: uploads.pack(bytes) };
  const examined = examine(db, kommun, came, waiting.choices);
  return { waiting, file: keptFile(db, came, examined), examined };
}

/** The file is read anew: what is stored is what its bytes and its answers say, and nothing else. */
function store(
  db: Db,
  now: Date,
  kommun: Kommun,
  { preview: id, rev, actor }: Tasks['store']['ask'],
  tell: Progress,
): StoreResult {
  const found = examinedFile(db, kommun, id, rev);
  if (typeof found === 'string') return found;
  const { waiting, file, examined } = found;
  if (namedIn(examined.reading) > 0) return storeCatalogue(db, now, actor, waiting, examined);
  if (!examined.isStorable) return 'not-ready';
  const { upload } = storeUpload(db, actor, now, kommun, file, examined, { preview: id, tell });
  previews.clearFile(db, waiting);
  if (upload === 'gone') return 'gone';
  return upload === 'same' ? 'already-stored' : 'stored';
}

function undo(db: Db, now: Date, kommun: Kommun, id: number): UndoReport | null {
  const upload = uploads.read(db, kommun.id, id);
  return upload ? undoReport(db, kommun, upload, dayOf(now)) : null;
}

type Run = {
  readonly [Kind in TaskKind]: (
    db: Db,
    now: Date,
    task: Task<Kind>,
    tell: Progress,
  ) => Tasks[Kind]['answer'];
};

const RUN: Run = {
  preview: (db, now, { kommun, ask }) => preview(db, now, kommun, ask.preview),
  store: (db, now, { kommun, ask }, tell) => store(db, now, kommun, ask, tell),
  undo: (db, now, { kommun, ask }) => undo(db, now, kommun, ask.upload),
  erase: (db, now, { ask }) => eraseRemoved(db, ask.actor, now),
};

/** Does what a task says, on this thread. */
export function run<Kind extends TaskKind>(
  db: Db,
  now: Date,
  task: Task<Kind>,
  tell: Progress,
): Tasks[Kind]['answer'] {
  const work = RUN[task.kind];
  invariant(work, `${task.kind} is a task`);
  return work(db, now, task, tell);
}
