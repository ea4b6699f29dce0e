import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as uploads from './db/uploads.ts';
import { write } from './db/write.ts';

const FYREN: Actor = { name: 'Fyren', role: 'administrator', via: 'schedule' };

/** No reading takes so long: what is older was cut off, by a power cut or a kill. */
const HOUR_MS = 60 * 60 * 1000;

/** At start: uploads that were cut off half-way are thrown away. Nobody has ever seen their rows. */
export function discardInterrupted(db: Db, now: Date): void {
  const before = new Date(now.getTime() - HOUR_MS).toISOString();
  for (const { id, kommun, fileName, file } of uploads.interrupted(db, before)) {
    write(db, FYREN, now, () => {
      uploads.discard(db, id);
      return {
        result: undefined,
        change: {
          kommun,
          action: 'upload.discard',
          entity: 'upload',
          entityId: String(id),
          before: { state: 'loading', file: fileName, sha256: file },
          after: { state: 'discarded' },
          reason: 'Inläsningen avbröts innan den var klar.',
        },
      };
    });
  }
}
