import type { Assessed } from '#lib/domain/assess-all.ts';
import { lateOf } from '#lib/domain/late.ts';
import type { LateValue } from '#lib/domain/late.ts';
import type { BadgeChange } from '#lib/domain/preview.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from './db/client.ts';
import * as phaseChanges from './db/phase-changes.ts';
import * as sentTrees from './db/sent-trees.ts';
import { sha256Of } from './db/sha256.ts';
import { thaw } from './frozen.ts';
import { repainted } from './state-badges.ts';

/** What data have made another since the papers were sent; what people changed at the meeting is told by itself. */
export type SinceSent = {
  readonly values: readonly LateValue[];
  readonly states: readonly BadgeChange[];
};

/** Of what is published; null where what was sent is not kept: it was published before that was, or came with a plan. */
export function readSinceSent(db: Db, assessed: Assessed): SinceSent | null {
  const at = { namnd: assessed.namnd.id, occasion: assessed.occasion.id };
  const step = phaseChanges.lastPublished(db, at);
  const kept = step && sentTrees.read(db, step.id);
  if (!kept) return null;
  invariant(sha256Of(kept.assessed) === kept.sha256, 'what was sent is as it was kept');
  const sent = thaw(kept.assessed);
  return { values: lateOf(sent, assessed), states: repainted(sent, assessed, assessed.namnd) };
}
