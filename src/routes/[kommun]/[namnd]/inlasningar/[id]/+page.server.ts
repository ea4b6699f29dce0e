import { error, redirect } from '@sveltejs/kit';
import { previewPath, uploadPath } from '#lib/components/paths.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { Db } from '#lib/server/db/client.ts';
import { asBy } from '#lib/server/db/actor.ts';
import * as gallringar from '#lib/server/db/gallringar.ts';
import * as indicators from '#lib/server/db/indicators.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import type { Upload } from '#lib/server/db/uploads.ts';
import { removedWords } from '#lib/format/gallring.ts';
import { redactedName } from '#lib/server/file-name.ts';
import { backupsWith, concernedBy } from '#lib/server/remove-bytes.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { mayUndo } from '#lib/server/undo.ts';
import { may } from '#routes/guard.server.ts';
import { uploadAt, workWithUpload } from './upload-at.server.ts';

const lineOf = (text: string | null) => (/^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : null);

/** The nämnd's own indicators that a file has values of: where they are shown. */
function touchedBy(db: Db, namnd: number, upload: number) {
  const measures = new Set(uploads.measuresOf(db, upload));
  return indicators
    .list(db, namnd)
    .filter((one) => measures.has(one.measure))
    .map(({ key, title, short }) => ({ key, title: short ?? title }));
}

/** Of a file with a row for each person nothing but the headings is kept. */
function hasRows(bytes: Uint8Array, { choices }: Upload): boolean {
  const sheet = choices?.sheet ?? null;
  const { table } = readFile({ name: '', bytes }, { ...NO_CHOICES, sheet });
  return table !== null && table.lines.length > 0;
}

/**
 * That the bytes are gone, if they are; and to who may have them removed, the copies of the database that have them
 * still. What is in the file is looked at only for them.
 */
function removalOf({ db, user }: App.Locals, kommun: Kommun, upload: Upload) {
  const isOwn = may(user, 'remove-bytes', { kommun: kommun.id, namnd: null });
  const concerned = isOwn ? concernedBy(db, upload) : null;
  const mayRemove = concerned !== null && may(user, 'remove-bytes', concerned.reach);
  const row = gallringar.read(db, upload.file);
  if (!row) return { removed: null, mayRemove };
  const { at, decision, decidedOn, reason, erasedAt } = row;
  const backups = mayRemove ? backupsWith(db, concerned, at) : [];
  const removed = { at, decision, decidedOn, reason, isErased: erasedAt !== null, backups };
  return { removed, mayRemove: false };
}

const NO_ROWS = 'Raderna sparades inte, för de var en för varje person. Välj filen på nytt.';

/** What the page shows of an upload, and no more; the file's fingerprint for who may fetch the file alone. */
const toldOf = ({ file, ...upload }: Upload, seesFiles: boolean) => ({
  ...{ id: upload.id, fileName: upload.fileName, layout: upload.layout, counts: upload.counts },
  ...{ state: upload.state, undoneAt: upload.undoneAt, byRole: upload.byRole },
  at: upload.storedAt ?? upload.createdAt,
  sha256: seesFiles ? file : null,
});

/** Where a value came from; the line and the file for who may see files. */
export const load = (asked) => {
  const { locals, url } = asked;
  const { kommun, namnd, upload } = uploadAt(asked);
  const where = { kommun: kommun.id, namnd: namnd.id };
  const seesFiles = may(locals.user, 'see-files', where);
  const { removed, mayRemove } = removalOf(locals, kommun, upload);
  const line = lineOf(url.searchParams.get('rad'));
  return {
    title: `${upload.fileName}, ${namnd.name}`,
    kommun,
    upload: toldOf(upload, seesFiles),
    byName: may(locals.user, 'see-names', where) ? upload.byName : null,
    isRedacted: uploads.isRedacted(locals.db, upload.file),
    removed,
    leftOut: upload.choices?.leftOut ?? [],
    line,
    touched: touchedBy(locals.db, namnd.id, upload.id),
    source: seesFiles && line !== null ? readSourceLine(locals.db, kommun, upload, line) : null,
    may: {
      read: seesFiles,
      undo: may(locals.user, 'read-in', where) && mayUndo(kommun, upload),
      remove: mayRemove,
    },
  };
};

export const actions = {
  /** What was undone can be read in once more: as a file to be looked at, like any other. */
  igen: (asked) => {
    const { locals } = asked;
    const { kommun, at, upload, actor } = workWithUpload(asked, 'read-in');
    if (upload.state !== 'undone') redirect(303, uploadPath(at, upload.id));
    const bytes = uploads.readBytes(locals.db, upload.file);
    const removed = gallringar.read(locals.db, upload.file);
    if (removed) error(410, `${removedWords(removed)} Välj en rättad fil under Läs in.`);
    if (!bytes) error(404, 'Filen finns inte kvar. Välj den på nytt.');
    const isCopy = uploads.isRedacted(locals.db, upload.file);
    if (isCopy && !hasRows(bytes, upload)) error(404, NO_ROWS);
    const id = previews.keep(locals.db, {
      kommun: kommun.id,
      fileName: isCopy ? redactedName(upload.fileName, bytes) : upload.fileName,
      bytes,
      choices: upload.choices ?? NO_CHOICES,
      ...asBy(actor),
      createdAt: new Date().toISOString(),
    });
    redirect(303, previewPath(at, id));
  },
};
