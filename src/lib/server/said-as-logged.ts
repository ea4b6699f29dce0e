import { NOT_A_STEP } from '#lib/format/labels.ts';
import { invariant } from '#lib/domain/result.ts';
import { markOf } from './basis-mark.ts';
import * as activityStates from './db/activity-states.ts';
import type { ActivityStateRow } from './db/activity-states.ts';
import type { Db } from './db/client.ts';
import * as judgements from './db/judgements.ts';
import * as paragraphs from './db/paragraphs.ts';
import type { ParagraphRow } from './db/paragraphs.ts';
import * as readyMarks from './db/ready-marks.ts';
import type { ReadyMark } from './db/ready-marks.ts';

/*
 * A link of what people say, as the log keeps it: whole, and in the same words before and after, so that the
 * two can be held against each other years later. What a judgement leaned on is a mark: its values stand with it.
 */

type Where = { readonly namnd: number; readonly occasion: number };
const where = ({ namnd, occasion }: Where) => ({ namnd, occasion });

type FoundJudgement = NonNullable<ReturnType<typeof judgements.read>>;
type CommentRow = NonNullable<ReturnType<typeof judgements.readComment>>;

/** Links that have been read, as the log keeps them. */
export const AS_LOGGED = {
  judgement: ({ row, step }: FoundJudgement) => {
    const { aspect, place, trend, reason, source, basis, atMeeting } = row;
    const stepWord = aspect === 'forecast' ? step?.wordForecast : step?.word;
    return {
      ...{ subject: judgements.asSubject(row), ...where(row), aspect, place },
      said: judgements.asSaid(row, step?.key ?? null),
      word: row.kind === 'step' ? (stepWord ?? null) : NOT_A_STEP[row.kind].one,
      ...{ trend, reason, source, atMeeting },
      basis: basis === null ? null : markOf(basis),
    };
  },
  paragraph: ({ slot, body, elsewhere, ...row }: ParagraphRow) => ({
    ...{ ...where(row), slot, body, elsewhere },
  }),
  comment: (row: CommentRow) => {
    const { place, part, body, source, atMeeting } = row;
    const subject = judgements.asSubject(row);
    return { subject, ...where(row), place, part, body, source, atMeeting };
  },
  activity_state: (row: ActivityStateRow) => {
    const { activity, lifecycle, startOn, endOn, atMeeting } = row;
    const subject = { kind: 'activity', id: activity } as const;
    return { subject, ...where(row), lifecycle, startOn, endOn, atMeeting };
  },
  ready_mark: (row: ReadyMark) => ({
    ...{ subject: judgements.asSubject(row), ...where(row), isReady: row.isReady },
  }),
};

export function judgementAsLogged(db: Db, id: number) {
  const found = judgements.read(db, id);
  invariant(found, `judgement ${id} is there`);
  return AS_LOGGED.judgement(found);
}

export function textAsLogged(db: Db, id: number) {
  const row = judgements.readComment(db, id);
  invariant(row, `comment ${id} is there`);
  return AS_LOGGED.comment(row);
}

export function paragraphAsLogged(db: Db, id: number) {
  const row = paragraphs.read(db, id);
  invariant(row, `paragraph ${id} is there`);
  return AS_LOGGED.paragraph(row);
}

export function lifecycleAsLogged(db: Db, id: number) {
  const row = activityStates.read(db, id);
  invariant(row, `activity_state ${id} is there`);
  return AS_LOGGED.activity_state(row);
}

export function readyAsLogged(db: Db, id: number) {
  const row = readyMarks.read(db, id);
  invariant(row, `ready_mark ${id} is there`);
  return AS_LOGGED.ready_mark(row);
}
