import type { Due } from '#lib/domain/due.ts';
import { isSame } from '#lib/domain/judgement.ts';
import { readinessOf } from '#lib/domain/readiness.ts';
import type { Readiness } from '#lib/domain/readiness.ts';
import * as activityStates from '../db/activity-states.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import * as readyMarks from '../db/ready-marks.ts';
import type { Actor } from '../db/actor.ts';
import { markReady } from '../judge.ts';
import type { At } from '../judge.ts';
import type { Sheet } from './sheet.ts';

/** Whether a part is said to be ready, by whom, and the last link of what has been said of that. */
export type Ready = {
  readonly state: Readiness;
  readonly by: string | null;
  readonly at: string | null;
  readonly link: number | null;
};

/** How every part of an occasion stands. */
export function readReady(db: Db, at: At): (due: Pick<Due, 'subject' | 'isOutdated'>) => Ready {
  const marks = readyMarks
    .list(db, at.namnd, at.occasion)
    .map((row) => ({ ...row, subject: judgements.asSubject(row) }));
  const states = activityStates
    .list(db, at.namnd, at.occasion)
    .map((row) => ({ subject: { kind: 'activity', id: row.activity } as const, at: row.at }));
  const said = [...judgements.lastSaid(db, at), ...states];
  return ({ subject, isOutdated }) => {
    const mark = marks.find((one) => isSame(one.subject, subject)) ?? null;
    const times = said.filter((one) => isSame(one.subject, subject)).map((one) => one.at);
    return {
      state: readinessOf(mark, times.toSorted().at(-1) ?? null, isOutdated),
      ...{ by: mark?.byName ?? null, at: mark?.at ?? null, link: mark?.id ?? null },
    };
  };
}

/** What to go on with: the next that somebody has to see to, from here and round; null when no other is left. */
export function nextAfter(
  all: readonly Due[],
  { subject }: Due,
  ready: ReturnType<typeof readReady>,
): Due | null {
  const here = all.findIndex((one) => isSame(one.subject, subject));
  const round = [...all.slice(here + 1), ...all.slice(0, here)];
  return round.find((one) => !one.isOptional && ready(one).state !== 'ready') ?? null;
}

/** Says that a part is ready, or not after all; nothing where that was said already. */
export function setReady(
  db: Db,
  actor: Actor,
  now: Date,
  { kommun, namnd, assessed, due }: Sheet,
  isReady: boolean,
): void {
  const at = { namnd, occasion: assessed.occasion.id };
  const { link: base, state } = readReady(db, at)(due);
  if (state === (isReady ? 'ready' : 'open')) return;
  // Who is second has found it marked by the first: it is as they wanted it.
  markReady(db, actor, now, kommun, at, { subject: due.subject, isReady, base });
}
