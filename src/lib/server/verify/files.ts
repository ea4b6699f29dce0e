import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from '../db/client.ts';
import * as gallringar from '../db/gallringar.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import { sha256Of } from '../db/sha256.ts';
import * as storedFiles from '../db/stored-files.ts';
import * as uploads from '../db/uploads.ts';
import { byOf, dataOf, held } from './held.ts';
import type { Data } from './held.ts';

type StoredFile = ReturnType<typeof storedFiles.all> extends Generator<infer Row> ? Row : never;

/** Null where the bytes are not such as can be unpacked: nobody has packed them so. */
function contentOf(file: StoredFile): Uint8Array | null {
  try {
    return uploads.unpack(file);
  } catch {
    return null;
  }
}

/**
 * Whether a file holds what it is called by. One that was removed holds nothing; of a copy without what tells of
 * persons there is nothing to hold it against but that it can be read.
 */
function isWhole(file: StoredFile): boolean {
  if (file.isRemoved) return file.bytes.length === 0;
  const content = contentOf(file);
  if (content === null || file.isRedacted) return content !== null && content.length > 0;
  return sha256Of(content) === file.sha256;
}

/** Every file is there, and its bytes are those that it is called by. */
export function* checkFiles(db: Db): Generator<LogFault> {
  for (const file of storedFiles.all(db))
    if (!isWhole(file)) yield { code: 'file', what: 'changed', sha256: file.sha256 };
  for (const sha256 of storedFiles.missing(db)) yield { code: 'file', what: 'gone', sha256 };
}

const filesIn = (data: Data): string[] => {
  const files = data['files'];
  return Array.isArray(files) ? files.filter((one) => typeof one === 'string') : [];
};

/** When the database's own files were written anew without them, by file. */
const erasedIn = (rows: readonly LogRow[]) =>
  new Map(rows.flatMap(({ at, after }) => filesIn(dataOf(after)).map((sha256) => [sha256, at])));

function saidIn(db: Db): ReadonlyMap<string, Data> {
  const erased = erasedIn(logRows.ofActions(db, ['file.erase']));
  const said = logRows.ofActions(db, ['file.remove']).flatMap((row) => {
    const { decision, decidedOn } = dataOf(row.after);
    const told = { decision, decidedOn, reason: row.reason, ...byOf(row) };
    return filesIn(dataOf(row.before)).map(
      (sha256) => [sha256, { ...told, erasedAt: erased.get(sha256) ?? null }] as const,
    );
  });
  return new Map(said);
}

/** Every gallring is one that the log tells of, with its decision, its reason and who made it. */
export function checkGallringar(db: Db): Generator<LogFault> {
  const kept = gallringar.all(db).map(({ sha256, ...is }) => ({ key: sha256, is }));
  return held(kept, saidIn(db), (what, sha256) => ({ code: 'gallring', what, sha256 }));
}
