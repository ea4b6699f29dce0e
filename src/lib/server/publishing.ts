import { assessAll } from '#lib/domain/assess-all.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Day } from '#lib/domain/calendar.ts';
import type { Decision, Kommun, Namnd, NamndOccasion, Phase } from '#lib/domain/model.ts';
import { asDecided, canMove, MOVES } from '#lib/domain/occasion.ts';
import type { Move } from '#lib/domain/occasion.ts';
import { err, invariant, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { asBy } from './db/actor.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as occasions from './db/occasions.ts';
import * as phaseChanges from './db/phase-changes.ts';
import * as sentTrees from './db/sent-trees.ts';
import * as settlements from './db/settlements.ts';
import { write } from './db/write.ts';
import { freeze } from './frozen.ts';
import { freezeReport } from './reports/freeze.ts';
import type { FrozenTree } from './frozen.ts';
import { readSnapshot } from './snapshot.ts';

/*
 * The steps of an occasion in a nämnd (DESIGN 3): öppet → publicerat → låst, and back with a reason. What is
 * locked is frozen as bytes; a version once decided stays, also when the occasion is opened anew.
 */

/** Where a step is taken. */
export type Ground = {
  readonly kommun: Kommun;
  readonly namnd: Namnd;
  readonly occasion: NamndOccasion;
};

/** It has taken another step already, or what would stand is not what was seen. */
export type MoveFault = 'moved' | 'changed';

const treeOf = (db: Db, { kommun, namnd, occasion }: Ground): Assessed =>
  assessAll(readSnapshot(db, kommun, namnd, occasion));

/** A mark of all that would be published or locked, so that nobody decides what they have not seen. */
export const markOf = (assessed: Assessed): string => markIn(freeze(assessed));

const markIn = ({ sha256 }: FrozenTree) => sha256.slice(0, 16);

const ACTION: Readonly<Record<Move, string>> = {
  publish: 'occasion.publish',
  lock: 'occasion.lock',
  reopen: 'occasion.reopen',
  unlock: 'occasion.unlock',
};

type Step = {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly ground: Ground;
  /** Where it stood when it was seen: a form from before another step takes none. */
  readonly rev?: number;
};

type Told = {
  readonly after: Readonly<Record<string, unknown>>;
  readonly publishedOn?: Day;
  readonly meetingOn?: Day | null;
  readonly settlement?: number;
  /** What is sent, of a step to publicerat. */
  readonly sent?: FrozenTree;
  readonly reason?: string;
};

const asAt = ({ namnd, occasion }: Ground) => ({ namnd: namnd.id, occasion: occasion.id });

type Stands = NonNullable<ReturnType<typeof occasions.readPhase>>;

/** Where it stands, as the log keeps it before and after: with its dates, and which version is decided. */
const standsAs = ({ occasion }: Ground, { phase, publishedOn, meetingOn }: Stands) => ({
  ...{ phase, publishedOn, meetingOn },
  ...(occasion.decision && { version: occasion.decision.version }),
});

/** One step, when it still can be taken: what `work` does, the phase, its row in the history and in the log. */
function move(
  { db, actor, now, ground, rev }: Step,
  step: Move,
  work: () => Result<Told, MoveFault>,
) {
  return write<Result<Phase, MoveFault>>(db, actor, now, () => {
    const at = asAt(ground);
    const stands = occasions.readPhase(db, at);
    const isThere = stands !== undefined && canMove(stands.phase, step);
    if (!isThere || (rev !== undefined && rev !== stands.rev))
      return { result: err('moved'), change: null };
    const told = work();
    if (!told.ok) return { result: told, change: null };
    const { after, settlement = null, reason = null, sent, ...dates } = told.value;
    const phase = MOVES[step].to;
    invariant(occasions.change(db, at, stands.rev, { phase, ...dates }), 'nobody else writes here');
    const by = { ...asBy(actor), at: now.toISOString() };
    const id = phaseChanges.insert(db, { ...at, ...by, phase, settlement, reason, ...dates });
    if (sent) sentTrees.insert(db, { step: id, assessed: sent.bytes, sha256: sent.sha256 });
    const { kommun, namnd, occasion } = ground;
    return {
      result: ok(phase),
      change: {
        ...{ kommun: kommun.id, namnd: namnd.id, action: ACTION[step], reason },
        entity: 'namnd_occasion',
        entityId: `${namnd.slug}/${occasion.key}`,
        before: standsAs(ground, stands),
        after: { ...standsAs(ground, { ...stands, ...dates, phase }), ...after },
      },
    };
  });
}

/** What is seen is what stands when it is decided: checked within the transaction. */
const isSeen = (db: Db, ground: Ground, seen: string) => markOf(treeOf(db, ground)) === seen;

/** Öppet → publicerat: what was sent with the kallelse, for everybody to read. */
export const publish = (
  db: Db,
  actor: Actor,
  now: Date,
  ground: Ground,
  told: { readonly publishedOn: Day; readonly meetingOn: Day | null; readonly seen: string },
): Result<Phase, MoveFault> =>
  move({ db, actor, now, ground }, 'publish', () => {
    const sent = freeze(treeOf(db, ground));
    if (markIn(sent) !== told.seen) return err('changed');
    const { publishedOn, meetingOn } = told;
    return ok({ publishedOn, meetingOn, sent, after: {} });
  });

export type Deciding = Omit<Decision, 'version'> & { readonly seen: string };

/** Publicerat → låst: godkänd av nämnden. The tree is frozen in the same transaction. */
export const lock = (
  db: Db,
  actor: Actor,
  now: Date,
  ground: Ground,
  { seen, ...told }: Deciding,
): Result<Phase, MoveFault> =>
  move({ db, actor, now, ground }, 'lock', () => {
    if (!isSeen(db, ground, seen)) return err('changed');
    const at = asAt(ground);
    const version = settlements.nextNumber(db, at);
    const decision = { version, ...told };
    const occasion = asDecided(ground.occasion, decision);
    const tree = treeOf(db, { ...ground, occasion });
    const { bytes, sha256 } = freeze(tree);
    const by = { ...asBy(actor), at: now.toISOString() };
    const row = { ...at, ...told, ...by, number: version, assessed: bytes, sha256 };
    const settlement = settlements.insert(db, row);
    const report = freezeReport(db, settlement, tree);
    return ok({ settlement, after: { settlement, ...decision, sha256, report } });
  });

/** Publicerat or låst → öppet, for a reason. What was decided stands, and is what the public reads until it is published anew. */
export const reopen = (
  db: Db,
  actor: Actor,
  now: Date,
  ground: Ground,
  { reason, rev }: { readonly reason: string; readonly rev: number },
): Result<Phase, MoveFault> =>
  move({ db, actor, now, ground, rev }, 'reopen', () => ok({ reason, after: {} }));

/** Låst → publicerat, where it was: it was locked by mistake. What was frozen is kept, and nobody reads it as decided. */
export const unlock = (
  db: Db,
  actor: Actor,
  now: Date,
  ground: Ground,
  { reason, rev }: { readonly reason: string; readonly rev: number },
): Result<Phase, MoveFault> =>
  move({ db, actor, now, ground, rev }, 'unlock', () => ok({ reason, after: {} }));
