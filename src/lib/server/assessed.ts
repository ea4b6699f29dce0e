import { assessAll } from '#lib/domain/assess-all.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { readTogether } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as kommuner from './db/kommuner.ts';
import { readSnapshot } from './snapshot.ts';

type Kept = { readonly revision: number; readonly assessed: Assessed };

/** By connection, so that a database opened anew starts with nothing kept. */
const keptOf = new WeakMap<Db, Map<string, Kept>>();

/**
 * The assessed tree of a nämnd at an occasion. Kept until the kommun's revision changes: the write
 * door bumps it in the same transaction as the change, whichever process writes, so what is kept
 * is never older than what is stored. Data only, the same for every reader; never a page.
 */
export function readAssessed(
  db: Db,
  kommun: Kommun,
  namnd: Namnd,
  occasion: NamndOccasion,
): Assessed {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const key = `${namnd.id}|${occasion.id}`;
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
