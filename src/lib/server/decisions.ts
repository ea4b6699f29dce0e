import type { Assessed } from '#lib/domain/assess-all.ts';
import { decisionsOf } from '#lib/domain/decisions.ts';
import { lateOf } from '#lib/domain/late.ts';
import type { LateValue } from '#lib/domain/late.ts';
import type { Decisions } from '#lib/domain/decisions.ts';
import { isLocked } from '#lib/domain/occasion.ts';
import { readLive } from './assessed.ts';
import type { Db } from './db/client.ts';
import * as corrections from './db/corrections.ts';
import * as phaseChanges from './db/phase-changes.ts';
import * as settlements from './db/settlements.ts';

/** What a nämnd has decided of an occasion, and what was locked by mistake. */
export function readDecisions(
  db: Db,
  at: { readonly namnd: number; readonly occasion: number },
): Decisions {
  const settled = settlements.list(db, at).map(({ number, ...one }) => ({
    ...{ id: one.id, version: number, decidedOn: one.decidedOn, paragraph: one.paragraph },
    ...{ diarienummer: one.diarienummer, sha256: one.sha256 },
  }));
  if (settled.length === 0) return { versions: [], mistaken: [] };
  return decisionsOf(settled, phaseChanges.list(db, at), corrections.list(db, at));
}

/**
 * What has come in since it was decided; empty of what is not locked, and of a version that another has taken the place
 * of: what came in then is in that one.
 */
export function readLate(db: Db, decided: Assessed, { versions }: Decisions): readonly LateValue[] {
  const { kommun, namnd, occasion } = decided;
  const isNewest = occasion.decision?.version === versions.at(-1)?.version;
  if (!isLocked(occasion) || !isNewest) return [];
  return lateOf(decided, readLive(db, kommun, namnd, occasion));
}
