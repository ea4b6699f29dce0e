import type { Judgement, Subject } from '#lib/domain/judgement.ts';
import type { ActivityState } from '#lib/domain/lifecycle.ts';
import type { Aspect, Kommun } from '#lib/domain/model.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { tidyText } from '#lib/domain/rich-text.ts';
import * as activityStates from './db/activity-states.ts';
import { asBy } from './db/actor.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as judgements from './db/judgements.ts';
import * as occasions from './db/occasions.ts';
import * as readyMarks from './db/ready-marks.ts';
import { write } from './db/write.ts';
import {
  judgementAsLogged,
  lifecycleAsLogged,
  readyAsLogged,
  textAsLogged,
} from './said-as-logged.ts';

/*
 * What people say at an occasion, kept as the next link of its chain: `base` is what they saw when they wrote,
 * null for nothing. When somebody else has said something since, the database refuses and both are told.
 */

export type At = { readonly namnd: number; readonly occasion: number };

/** The same, and whether it is said at the meeting: after the papers were sent, before it is locked. */
export type SaidAt = At & { readonly atMeeting: boolean };

/** Somebody else was first, or it is said too late: nothing is kept, and what was said is what holds. */
export type Kept = Result<number, 'conflict' | 'closed'>;

/** A new link: null when it was not taken. */
type Link = {
  readonly action: string;
  readonly entity: string;
  readonly id: number | null;
  /** A link of the chain as the log keeps it. */
  readonly asLogged: (db: Db, id: number) => unknown;
  readonly reason?: string | null;
};

/** Also the database refuses what is said out of time: here it is told. */
const isInTime = (db: Db, at: At & { readonly atMeeting?: boolean }) =>
  occasions.readPhase(db, at)?.phase === (at.atMeeting ? 'publicerat' : 'oppet');

function keep(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  { base, ...at }: At & { readonly atMeeting?: boolean; readonly base: number | null },
  work: () => Link,
): Kept {
  return write<Kept>(db, actor, now, () => {
    if (!isInTime(db, at)) return { result: err('closed'), change: null };
    const { namnd } = at;
    const { action, entity, id, asLogged, reason = null } = work();
    if (id === null) return { result: err('conflict'), change: null };
    const before = base === null ? null : asLogged(db, base);
    const about = { kommun: kommun.id, namnd, action, entity, entityId: String(id) };
    return { result: ok(id), change: { ...about, before, after: asLogged(db, id), reason } };
  });
}

export type SaidJudgement = Pick<Judgement, 'said' | 'reason' | 'trend'> & {
  readonly subject: Subject;
  readonly aspect: Aspect;
  readonly place: number;
  /** The id of the step on its scale; null for what is no step. */
  readonly step: number | null;
  /** What it leaned on. */
  readonly basis: string;
  readonly base: number | null;
};

export const saveJudgement = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  at: SaidAt,
  { subject, said, step, base, ...rest }: SaidJudgement,
): Kept =>
  keep(db, actor, now, kommun, { ...at, base }, () => {
    const told = {
      ...{ ...rest, kind: said.kind, step, source: null, previous: base },
      measuredAt: said.kind === 'mats_senare' ? said.to : null,
    };
    const row = { ...judgements.asColumns(subject), ...at, ...told, ...asBy(actor) };
    const id = judgements.insert(db, { ...row, at: now.toISOString() });
    const link = { action: 'judgement.give', entity: 'judgement', id };
    return { ...link, asLogged: judgementAsLogged, reason: rest.reason };
  });

export type SaidText = {
  readonly subject: Subject;
  readonly place: number;
  /** Key of the text part. */
  readonly part: string;
  readonly body: string;
  readonly base: number | null;
};

/** An empty text takes the one before away: as a text that says nothing. */
export const saveText = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  at: SaidAt,
  { subject, place, part, body, base }: SaidText,
): Kept =>
  keep(db, actor, now, kommun, { ...at, base }, () => {
    const told = { place, part, body: tidyText(body), source: null, previous: base };
    const row = { ...judgements.asColumns(subject), ...at, ...told, ...asBy(actor) };
    const id = judgements.insertComment(db, { ...row, at: now.toISOString() });
    return { action: 'comment.write', entity: 'comment', id, asLogged: textAsLogged };
  });

export const saveLifecycle = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  at: SaidAt,
  { base, ...told }: Omit<ActivityState, 'atMeeting'> & { readonly base: number | null },
): Kept =>
  keep(db, actor, now, kommun, { ...at, base }, () => {
    const row = { ...told, ...at, ...asBy(actor), previous: base };
    const id = activityStates.insert(db, { ...row, at: now.toISOString() });
    const link = { action: 'activity.state', entity: 'activity_state', id };
    return { ...link, asLogged: lifecycleAsLogged };
  });

/** Says that a part is ready, or takes it back. */
export const markReady = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  at: At,
  {
    subject,
    isReady,
    base,
  }: { readonly subject: Subject; readonly isReady: boolean; readonly base: number | null },
): Kept =>
  keep(db, actor, now, kommun, { ...at, base }, () => {
    const row = {
      ...judgements.asColumns(subject),
      isReady,
      ...at,
      ...asBy(actor),
      previous: base,
    };
    const id = readyMarks.insert(db, { ...row, at: now.toISOString() });
    const action = isReady ? 'part.ready' : 'part.open';
    return { action, entity: 'ready_mark', id, asLogged: readyAsLogged };
  });
