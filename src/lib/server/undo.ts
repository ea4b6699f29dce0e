import type { Day } from '#lib/domain/calendar.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { UndoReport } from '#lib/domain/preview.ts';
import type { Actor } from './db/actor.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as measures from './db/measures.ts';
import * as observationRows from './db/observation-rows.ts';
import * as observations from './db/observations.ts';
import * as uploads from './db/uploads.ts';
import type { Upload } from './db/uploads.ts';
import { write } from './db/write.ts';
import { stateReport } from './state-badges.ts';
import { readKnown, valueChanges } from './value-changes.ts';

/** So many of each are told one by one; the rest are counted. */
const LIMITS = { new: 0, changed: 100, unchanged: 0, gone: 100, beside: 50 } as const;

/** What undoing an upload would do to what a kommun sees. Changes nothing. */
export function undoReport(
  db: Db,
  kommun: Kommun,
  { id }: Pick<Upload, 'id'>,
  today: Day,
): UndoReport {
  const now = uploads.visible(db, kommun.id);
  const without = new Map([...now].filter(([upload]) => upload !== id));
  const ids = uploads.measuresOf(db, id);
  const known = readKnown(db, kommun, measures.listByIds(db, ids));
  const [before, after] = [now, without].map((seen) =>
    observations.list(db, kommun.id, ids, seen),
  ) as [ReturnType<typeof observations.list>, ReturnType<typeof observations.list>];
  const { changed, gone, unchanged, beside } = valueChanges(known, before, after, LIMITS, today);
  const own = new Set(observations.ownPlaces(db, kommun.id));
  return {
    changes: { changed, gone, beside },
    unchanged: unchanged.count,
    elsewhere: observationRows.countElsewhere(db, id, ids, own),
    ...stateReport(db, kommun, new Set(ids), { seen: without, over: null }),
  };
}

/** A kommun takes back its own, and not what came to all of them. */
export const mayUndo = (kommun: Kommun, upload: Pick<Upload, 'kommun' | 'state'>): boolean =>
  upload.kommun === kommun.id && upload.state === 'stored';

/** Takes an upload back: the same flip as storing it. False when it was undone already. */
export function undoUpload(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  upload: Pick<Upload, 'id' | 'kommun' | 'state' | 'fileName' | 'file'>,
): boolean {
  if (!mayUndo(kommun, upload)) return false;
  return inTransaction(db, () => {
    // Somebody else was first: then the log says so already.
    if (!uploads.undo(db, upload.id, now.toISOString())) return false;
    return write(db, actor, now, () => {
      const told = { action: 'upload.undo', entity: 'upload', entityId: String(upload.id) };
      const file = { file: upload.fileName, sha256: upload.file };
      const [before, after] = [
        { state: 'stored', ...file },
        { state: 'undone', ...file },
      ];
      const where = { kommun: kommun.id, namnd: null };
      return { result: true, change: { ...where, ...told, before, after, reason: null } };
    });
  });
}
