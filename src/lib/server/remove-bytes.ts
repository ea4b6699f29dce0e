import { reachOf } from '#lib/domain/gallring.ts';
import type { Removal } from '#lib/domain/gallring.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { Where } from '#lib/domain/permission.ts';
import { asBy } from './db/actor.ts';
import type { Actor } from './db/actor.ts';
import * as backups from './db/backups.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import { overwriting, rewrite } from './db/erase.ts';
import * as gallringar from './db/gallringar.ts';
import * as kommuner from './db/kommuner.ts';
import * as previews from './db/previews.ts';
import * as storedFiles from './db/stored-files.ts';
import type { Upload } from './db/uploads.ts';
import { write } from './db/write.ts';

/** What goes when the bytes of an upload's file are removed. */
export type Concerned = {
  /** The file, and others that hold the same bytes. */
  readonly files: readonly string[];
  /** Everybody's uploads of them, the oldest first. */
  readonly uploads: readonly Upload[];
  /** Where somebody must be an administrator. */
  readonly reach: Where;
};

export function concernedBy(db: Db, upload: Pick<Upload, 'file'>): Concerned {
  const files = storedFiles.sameBytes(db, upload.file);
  const uploads = storedFiles.uploadsOf(db, files);
  return { files, uploads, reach: reachOf(uploads.map(({ kommun }) => kommun)) };
}

/** Copies of the database that may hold the bytes, by name: made since they came, and before they went. */
export function backupsWith(db: Db, { uploads }: Concerned, until: string | null): string[] {
  const [first] = uploads;
  return first ? backups.madeBetween(db, first.createdAt, until) : [];
}

/** Files that wait are of those whose uploads are concerned; what all kommuner share is all of theirs. */
function waitersOf(db: Db, { uploads }: Concerned): number[] {
  const owners = uploads.map(({ kommun }) => kommun);
  return owners.includes(null)
    ? kommuner.list(db).map(({ id }) => id)
    : owners.filter((id) => id !== null);
}

/**
 * Removes the bytes that an upload came with: the files are emptied, with the decision, and what waits of the same is
 * thrown away. Uploads, values and fingerprints stay. False when somebody was first. What the database's own files
 * still hold is `eraseRemoved`'s.
 */
export function removeBytes(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Pick<Kommun, 'id'>,
  upload: Pick<Upload, 'id' | 'file' | 'fileName'>,
  { reason, decision, decidedOn }: Removal,
): boolean {
  const at = now.toISOString();
  const thrown = overwriting(db, () =>
    inTransaction(db, () => {
      if (gallringar.read(db, upload.file)) return null;
      const concerned = concernedBy(db, upload);
      const { files, reach } = concerned;
      const waiters = waitersOf(db, concerned);
      // Asked while the bytes are there: what waits may be called by what is in it.
      const waiting = previews.removeFiles(db, waiters, storedFiles.namesOf(db, files));
      return write(db, actor, now, () => {
        for (const sha256 of files)
          gallringar.insert(db, { sha256, reason, decision, decidedOn, ...asBy(actor), at });
        const told = { action: 'file.remove', entity: 'upload', entityId: String(upload.id) };
        const before = { file: upload.fileName, files, isKept: true };
        const after = { isKept: false, decision, decidedOn, waiting: waiting.length };
        // Of a file that others have too it is no one kommun's change.
        const of = reach.kommun === null ? null : kommun.id;
        return {
          result: waiting,
          change: { kommun: of, namnd: null, ...told, before, after, reason },
        };
      });
    }),
  );
  for (const one of thrown ?? []) previews.clearFile(db, one);
  return thrown !== null;
}

/**
 * Takes what has been removed out of the database's own files too, where it is still there. False when it could not
 * be done now: then it is tried again, at start and each hour.
 */
export function eraseRemoved(db: Db, actor: Actor, now: Date): boolean {
  const left = gallringar.unerased(db);
  if (left.length === 0) return true;
  if (!rewrite(db)) return false;
  write(db, actor, now, () => {
    for (const { sha256 } of left) gallringar.markErased(db, sha256, now.toISOString());
    const told = { action: 'file.erase', entity: 'stored_file', entityId: left[0]!.sha256 };
    const after = { files: left.map(({ sha256 }) => sha256) };
    return {
      result: undefined,
      change: { kommun: null, namnd: null, ...told, before: null, after, reason: null },
    };
  });
  return true;
}
