import { isSame } from '#lib/domain/judgement.ts';
import type { Subject } from '#lib/domain/judgement.ts';
import { readinessOf } from '#lib/domain/readiness.ts';
import type { Readiness } from '#lib/domain/readiness.ts';
import * as activityStates from '../db/activity-states.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import * as readyMarks from '../db/ready-marks.ts';
import type { At } from '../judge.ts';

/** Whether a part is said to be ready, by whom, and the last link of what has been said of that. */
export type Ready = {
  readonly state: Readiness;
  readonly by: string | null;
  readonly at: string | null;
  readonly link: number | null;
};

/** How every part of an occasion stands. */
export function readReady(db: Db, at: At): (subject: Subject) => Ready {
  const marks = readyMarks
    .list(db, at.namnd, at.occasion)
    .map((row) => ({ ...row, subject: judgements.asSubject(row) }));
  const states = activityStates
    .list(db, at.namnd, at.occasion)
    .map((row) => ({ subject: { kind: 'activity', id: row.activity } as const, at: row.at }));
  const said = [...judgements.lastSaid(db, at), ...states];
  return (subject) => {
    const mark = marks.find((one) => isSame(one.subject, subject)) ?? null;
    const times = said.filter((one) => isSame(one.subject, subject)).map((one) => one.at);
    return {
      state: readinessOf(mark, times.toSorted().at(-1) ?? null),
      ...{ by: mark?.byName ?? null, at: mark?.at ?? null, link: mark?.id ?? null },
    };
  };
}
