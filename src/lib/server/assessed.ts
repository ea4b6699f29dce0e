import { assessAll } from '#lib/domain/assess-all.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { isLocked } from '#lib/domain/occasion.ts';
import { readTogether } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as kommuner from './db/kommuner.ts';
import { readDecided } from './decided.ts';
import { readSnapshot } from './snapshot.ts';

type Kept = { readonly revision: number; readonly assessed: Assessed };

/** By connection, so that a database opened anew starts with nothing kept. */
const keptOf = new WeakMap<Db, Map<string, Kept>>();

/**
 * The tree as the data and the rules of today make it. Kept until the kommun's revision changes: the write
 * door bumps it in the same transaction as the change, whichever process writes, so what is kept
 * is never older than what is stored. Data only, the same for every reader; never a page.
 */
export function readLive(db: Db, kommun: Kommun, namnd: Namnd, occasion: NamndOccasion): Assessed {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  // What is locked may be read as decided and as it is now: the tree says which of them it is.
  const key = `${namnd.id}|${occasion.id}|${occasion.phase}`;
  const known = kept.get(key);
  if (known?.revision === kommuner.revision(db, kommun.id)) return known.assessed;
  const read = readTogether(db, () => ({
    revision: kommuner.revision(db, kommun.id),
    snapshot: readSnapshot(db, kommun, namnd, occasion),
  }));
  const assessed = assessAll(read.snapshot);
  kept.set(key, { revision: read.revision, assessed });
  return assessed;
}

/** The assessed tree of a nämnd at an occasion: of one that is locked what was decided, else as it is now. */
export const readAssessed = (
  db: Db,
  kommun: Kommun,
  namnd: Namnd,
  occasion: NamndOccasion,
): Assessed =>
  isLocked(occasion) ? readDecided(db, namnd, occasion) : readLive(db, kommun, namnd, occasion);
