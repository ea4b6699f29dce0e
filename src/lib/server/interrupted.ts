import { WAITS_DAYS } from '#lib/domain/preview.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as previews from './db/previews.ts';
import * as uploads from './db/uploads.ts';
import type { Upload } from './db/uploads.ts';
import { write } from './db/write.ts';
import { eraseRemoved } from './remove-bytes.ts';

const FYREN: Actor = { person: null, name: 'Fyren', role: 'administrator', via: 'schedule' };

/** No reading takes so long: what is older was cut off, by a power cut or a kill. */
const HOUR_MS = 60 * 60 * 1000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** At start this process has loaded nothing yet: one of its number is from before. */
const isLoading = ({ loader, createdAt }: Upload, before: string) =>
  loader !== null && loader !== process.pid && createdAt >= before && isAlive(loader);

/** At start: uploads that were cut off half-way are thrown away. Nobody has ever seen their rows. */
export function discardInterrupted(db: Db, now: Date): void {
  const before = new Date(now.getTime() - HOUR_MS).toISOString();
  const interrupted = uploads.loading(db).filter((one) => !isLoading(one, before));
  for (const { id, kommun, fileName, file } of interrupted) {
    write(db, FYREN, now, () => {
      uploads.discard(db, id);
      return {
        result: undefined,
        change: {
          kommun,
          namnd: null,
          action: 'upload.discard',
          entity: 'upload',
          entityId: String(id),
          before: { state: 'loading', file: fileName, sha256: file },
          after: { state: 'discarded', file: fileName, sha256: file },
          reason: 'Inläsningen avbröts innan den var klar.',
        },
      };
    });
  }
}

/** A file that has waited so long waits for nobody. */
const WAITS_MS = WAITS_DAYS * 24 * HOUR_MS;

/** Files that somebody looked at and never read in are thrown away: they may hold anything. */
export function discardForgotten(db: Db, now: Date): void {
  previews.removeOlder(db, new Date(now.getTime() - WAITS_MS).toISOString());
}

/** At start: also files that came half-way, and belong to nobody. While running one may be coming now. */
export function clearWaiting(db: Db, now: Date): void {
  discardForgotten(db, now);
  previews.clearFiles(db);
}

/** What was removed and is still in the database's own files. */
export const finishErasing = (db: Db, now: Date): boolean => eraseRemoved(db, FYREN, now);

/** While it runs, each hour; keeps nobody from stopping. */
export function keepForgetting(db: Db): NodeJS.Timeout {
  const forget = () => {
    discardForgotten(db, new Date());
    finishErasing(db, new Date());
  };
  return setInterval(forget, HOUR_MS).unref();
}
