import { invariant } from '#lib/domain/result.ts';
import { readLive } from '#lib/server/assessed.ts';
import type { Db } from '#lib/server/db/client.ts';
import { correct, redate } from '#lib/server/corrections.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { lock, markOf, publish, reopen, unlock } from '#lib/server/publishing.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { ACTOR, NOW } from './db.ts';

/* An occasion step by step, as an administrator takes it. Each step is a minute after the last. */

let minutes = 0;
/** A minute after the last step, for what happens between two. */
export const nextStep = () => new Date(NOW.getTime() + (minutes += 1) * 60_000);

export const seenOf = (db: Db, { kommun, namnd, occasion }: Ground) =>
  markOf(readLive(db, kommun, namnd, occasion));

/** The same ground, where it stands now. */
export function again(db: Db, ground: Ground): Ground {
  const found = occasions
    .listOfNamnd(db, ground.namnd.id)
    .find(({ id }) => id === ground.occasion.id);
  invariant(found, 'the occasion is there');
  return { ...ground, occasion: found };
}

/** Where it stands, as the page has it. */
export const revOf = (db: Db, { namnd, occasion }: Ground): number =>
  occasions.readPhase(db, { namnd: namnd.id, occasion: occasion.id })?.rev ?? -1;

export const DECIDED = { decidedOn: '2023-10-03', paragraph: '45', diarienummer: 'SN 2023/145' };

export function lockIt(db: Db, ground: Ground, decision = DECIDED): Ground {
  const done = lock(db, ACTOR, nextStep(), ground, { ...decision, seen: seenOf(db, ground) });
  invariant(done.ok, `it is locked: ${JSON.stringify(done)}`);
  return again(db, ground);
}

export function publishIt(db: Db, ground: Ground): Ground {
  const told = { publishedOn: '2023-09-20', meetingOn: '2023-10-03', seen: seenOf(db, ground) };
  const done = publish(db, ACTOR, nextStep(), ground, told);
  invariant(done.ok, `it is published: ${JSON.stringify(done)}`);
  return again(db, ground);
}

export function reopenIt(db: Db, ground: Ground, reason = 'Fel siffra i bilagan.'): Ground {
  const rev = revOf(db, ground);
  const done = reopen(db, ACTOR, nextStep(), ground, { reason, rev });
  invariant(done.ok, `it is opened: ${JSON.stringify(done)}`);
  return again(db, ground);
}

export function unlockIt(db: Db, ground: Ground, reason = 'Fel tillfälle.'): Ground {
  const rev = revOf(db, ground);
  const done = unlock(db, ACTOR, nextStep(), ground, { reason, rev });
  invariant(done.ok, `it is taken back: ${JSON.stringify(done)}`);
  return again(db, ground);
}

export function redateIt(db: Db, ground: Ground, publishedOn = '2023-09-21'): Ground {
  const rev = revOf(db, ground);
  const told = { publishedOn, meetingOn: '2023-10-04', reason: 'Fel dag.', rev };
  const done = redate(db, ACTOR, nextStep(), ground, told);
  invariant(done.ok, `it is dated anew: ${JSON.stringify(done)}`);
  return again(db, ground);
}

export function correctIt(db: Db, ground: Ground, paragraph = '54'): Ground {
  const told = { ...DECIDED, paragraph, reason: 'Fel paragraf.', rev: revOf(db, ground) };
  const done = correct(db, ACTOR, nextStep(), ground, told);
  invariant(done.ok, `it is put right: ${JSON.stringify(done)}`);
  return again(db, ground);
}
