import type { Assessed } from '#lib/domain/assess-all.ts';
import { isSameDecision } from '#lib/domain/correction.ts';
import { toldOf } from '#lib/domain/decisions.ts';
import type { Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from './db/client.ts';
import * as settlements from './db/settlements.ts';
import { sha256Of } from './db/sha256.ts';
import { thaw } from './frozen.ts';

/** By connection, so that a database opened anew starts with nothing kept. */
const keptOf = new WeakMap<Db, Map<string, Assessed>>();

type Decided = Pick<NamndOccasion, 'id' | 'key' | 'decision'>;

/** Of what is frozen only the mark of the decision may be told otherwise since: where it was put right. */
function asToldNow(assessed: Assessed, { decision }: Decided): Assessed {
  const frozen = assessed.occasion.decision;
  if (!decision || (frozen && isSameDecision(frozen, decision))) return assessed;
  const { version } = decision;
  const told = { version, ...toldOf(decision) };
  return { ...assessed, occasion: { ...assessed.occasion, decision: told } };
}

/** A version as the nämnd decided it: nothing that came later is in it, so it is kept for as long as we run. */
export const readDecided = (db: Db, namnd: Pick<Namnd, 'id'>, occasion: Decided): Assessed =>
  asToldNow(readAsFrozen(db, namnd, occasion), occasion);

/** The same with its decision as it was told when it was locked, and frozen. */
export function readAsFrozen(db: Db, namnd: Pick<Namnd, 'id'>, occasion: Decided): Assessed {
  invariant(occasion.decision, `${occasion.key} is decided`);
  const kept = keptOf.get(db) ?? new Map<string, Assessed>();
  keptOf.set(db, kept);
  const { version } = occasion.decision;
  const key = `${namnd.id}|${occasion.id}|${version}`;
  const known = kept.get(key);
  if (known) return known;
  const at = { namnd: namnd.id, occasion: occasion.id };
  const frozen = settlements.readFrozen(db, at, version);
  invariant(frozen, `version ${version} of ${occasion.key} is kept`);
  // What is shown as decided is that, or nothing.
  invariant(sha256Of(frozen.assessed) === frozen.sha256, `version ${version} is as it was frozen`);
  const assessed = thaw(frozen.assessed);
  kept.set(key, assessed);
  return assessed;
}
