import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Db } from './client.ts';
import { sha256Of } from './sha256.ts';

/*
 * Files that wait to be read in lie beside the database and not in it: they come in pieces, are never
 * there in memory all at once, and are gone when they are thrown away. Their names are made here;
 * what the sender called them is only text.
 */

/** A database in memory, which tests have, keeps them where the system keeps what does not last. */
const folderOf = (db: Db): string =>
  db.$client.memory || db.$client.name === ''
    ? join(tmpdir(), `fyren-${process.pid}`)
    : join(dirname(db.$client.name), 'waiting');

export type KeptFile = {
  readonly storedAs: string;
  readonly sha256: string;
  readonly size: number;
};

/** A file that is coming. Either `done` or `discard` ends it. */
export type Incoming = {
  readonly add: (piece: Uint8Array) => void;
  readonly done: () => KeptFile;
  readonly discard: () => void;
};

export function receive(db: Db): Incoming {
  const folder = folderOf(db);
  mkdirSync(folder, { recursive: true });
  const storedAs = randomUUID();
  const path = join(folder, storedAs);
  const file = openSync(path, 'wx');
  const hash = createHash('sha256');
  let size = 0;
  return {
    add: (piece) => {
      writeSync(file, piece);
      hash.update(piece);
      size += piece.length;
    },
    done: () => {
      closeSync(file);
      return { storedAs, sha256: hash.digest('hex'), size };
    },
    discard: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

/** The whole of it; null when it is gone, or is no longer what it was when it came. */
export function read(db: Db, { storedAs, sha256 }: Omit<KeptFile, 'size'>): Uint8Array | null {
  try {
    const bytes = readFileSync(join(folderOf(db), storedAs));
    return sha256Of(bytes) === sha256 ? bytes : null;
  } catch {
    return null;
  }
}

export const remove = (db: Db, storedAs: string): void =>
  rmSync(join(folderOf(db), storedAs), { force: true });

/** Names of all that lie there, also those that nobody waits for: an upload that broke off. */
export function list(db: Db): string[] {
  try {
    return readdirSync(folderOf(db));
  } catch {
    return [];
  }
}
