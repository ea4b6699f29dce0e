import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { PreviewReport, UndoReport } from '#lib/domain/preview.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import type { Upload } from '#lib/server/db/uploads.ts';
import { run } from '#lib/server/tasks.ts';
import type { StoreResult } from '#lib/server/tasks.ts';
import { undoUpload } from '#lib/server/undo.ts';
import { ACTOR, NOW } from './db.ts';

/* A file on its way in, as the pages take it: it waits, is looked at, is read in and undone. */

type Told = { readonly name?: string; readonly choices?: Partial<Choices>; readonly at?: Date };

export function waitWith(
  db: Db,
  kommun: Kommun,
  text: string | Uint8Array,
  { name = 'fil.csv', choices = {}, at = NOW }: Told = {},
): number {
  const bytes = Buffer.from(text);
  return previews.keep(db, {
    kommun: kommun.id,
    fileName: name,
    bytes,
    choices: { ...NO_CHOICES, ...choices },
    byName: ACTOR.name,
    byRole: ACTOR.role,
    createdAt: at.toISOString(),
  });
}

const SILENT = () => undefined;

export const lookAt = (db: Db, kommun: Kommun, preview: number): PreviewReport | null =>
  run(db, NOW, { kind: 'preview', kommun, ask: { preview } }, SILENT);

/** What a preview says of a text. */
export function previewOf(db: Db, kommun: Kommun, text: string, choices: Partial<Choices> = {}) {
  const report = lookAt(db, kommun, waitWith(db, kommun, text, { choices }));
  invariant(report, 'the file waits');
  return report;
}

export const storeIt = (
  db: Db,
  kommun: Kommun,
  preview: number,
  rev = 0,
  now: Date = NOW,
): StoreResult =>
  run(db, now, { kind: 'store', kommun, ask: { preview, rev, actor: ACTOR } }, SILENT);

let moments = 0;

/** Each a millisecond after the last, and after what the seeds hold: two at one moment are not told apart. */
const nextMoment = () => new Date(NOW.getTime() + (moments += 1));

/** Reads a text in by the door of the pages; answers what it became. */
export function readIn(
  db: Db,
  kommun: Kommun,
  text: string | Uint8Array,
  told: Told = {},
  now: Date = NOW,
): Upload {
  const preview = waitWith(db, kommun, text, told);
  const result = storeIt(db, kommun, preview, 0, now);
  const upload = uploads.ofPreview(db, kommun.id, preview);
  invariant(upload, `the file is stored, and not ${result}`);
  return upload;
}

/** Reads in after what was there, and after all that was read in so before. */
export const readLater: typeof readIn = (db, kommun, text, told) =>
  readIn(db, kommun, text, told, nextMoment());

export const lookAtUndo = (db: Db, kommun: Kommun, upload: number): UndoReport | null =>
  run(db, NOW, { kind: 'undo', kommun, ask: { upload } }, SILENT);

export function undoIt(db: Db, kommun: Kommun, upload: number): boolean {
  const row = uploads.read(db, kommun.id, upload);
  invariant(row, `upload ${upload} was read in`);
  return undoUpload(db, ACTOR, nextMoment(), kommun, row);
}

/** How many rows every table has. */
export function rowCounts(db: Db): Record<string, number> {
  const tables = db.$client
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((name) => [
      name,
      Number(db.$client.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()),
    ]),
  );
}
