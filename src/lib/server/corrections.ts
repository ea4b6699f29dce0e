import type { Days, ToldDecision } from '#lib/domain/correction.ts';
import type { Phase } from '#lib/domain/model.ts';
import { err, invariant, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { asBy } from './db/actor.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as corrections from './db/corrections.ts';
import * as occasions from './db/occasions.ts';
import * as phaseChanges from './db/phase-changes.ts';
import * as settlements from './db/settlements.ts';
import { write } from './db/write.ts';
import type { Ground, MoveFault } from './publishing.ts';

/*
 * What was told wrong when something was published or locked is put right beside it, without a step: nothing is judged
 * anew, and what is frozen keeps every byte.
 */

type Put = {
  readonly action: 'occasion.redate' | 'occasion.correct';
  readonly reason: string | null;
  readonly days: Days | null;
  readonly decision: ToldDecision | null;
  /** What is to be put right, and how it stands; undefined where there is none. */
  readonly stands: () => { readonly step: number; readonly before: object } | undefined;
};

/** Puts something right of an occasion that is where it was seen, in `phase`: with its row beside the step, and in the log. */
function putRight(
  db: Db,
  actor: Actor,
  now: Date,
  { kommun, namnd, occasion }: Ground,
  { phase, rev, ...put }: Put & { readonly phase: Phase; readonly rev: number },
) {
  return write<Result<Phase, MoveFault>>(db, actor, now, () => {
    const at = { namnd: namnd.id, occasion: occasion.id };
    const here = occasions.readPhase(db, at);
    const found = here?.phase === phase && here.rev === rev ? put.stands() : undefined;
    if (!found) return { result: err('moved'), change: null };
    const { days, decision, reason } = put;
    invariant(occasions.change(db, at, rev, { ...days }), 'nobody else writes here');
    const by = { ...asBy(actor), at: now.toISOString() };
    const id = corrections.insert(db, { step: found.step, days, decision, reason, ...by });
    return {
      result: ok(phase),
      change: {
        ...{ kommun: kommun.id, namnd: namnd.id, action: put.action, reason },
        ...{ entity: 'namnd_occasion', entityId: `${namnd.slug}/${occasion.key}` },
        before: found.before,
        after: { correction: id, ...found.before, ...days, ...decision },
      },
    };
  });
}

/** The days of a kallelse and its meeting, while it is published, for a reason. */
export const redate = (
  db: Db,
  actor: Actor,
  now: Date,
  ground: Ground,
  { rev, reason, ...days }: Days & { readonly reason: string; readonly rev: number },
): Result<Phase, MoveFault> => {
  const stands = () => {
    const at = { namnd: ground.namnd.id, occasion: ground.occasion.id };
    const here = occasions.readPhase(db, at);
    const step = phaseChanges.lastPublished(db, at)?.id;
    if (!here || step === undefined) return undefined;
    return { step, before: { publishedOn: here.publishedOn, meetingOn: here.meetingOn } };
  };
  const put = { days, decision: null, reason, stands, phase: 'publicerat', rev } as const;
  return putRight(db, actor, now, ground, { action: 'occasion.redate', ...put });
};

/** The day, paragraph and diarienummer of a decision, while it is locked, for a reason. What was frozen is as it was. */
export const correct = (
  db: Db,
  actor: Actor,
  now: Date,
  ground: Ground,
  told: ToldDecision & { readonly reason: string; readonly rev: number },
): Result<Phase, MoveFault> => {
  const { rev, reason, ...decision } = told;
  const stands = () => {
    const at = { namnd: ground.namnd.id, occasion: ground.occasion.id };
    const step = phaseChanges.list(db, at).at(-1);
    const before = step?.settlement ? settlements.readDecision(db, step.settlement) : undefined;
    return step && before && { step: step.id, before };
  };
  const put = { days: null, decision, reason, stands, phase: 'last', rev } as const;
  return putRight(db, actor, now, ground, { action: 'occasion.correct', ...put });
};
