import { and, asc, eq, inArray, max, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Ceiling, Comment, Judgement, Subject } from '#lib/domain/judgement.ts';
import { invariant } from '#lib/domain/result.ts';
import { unlessTaken } from './client.ts';
import type { Db } from './client.ts';
import * as phaseChanges from './phase-changes.ts';
import { scaleStep } from './schema/plan.ts';
import { ceiling, comment, judgement } from './schema/said.ts';

type SubjectColumns = Pick<typeof judgement.$inferSelect, 'goal' | 'activity' | 'indicator'>;

export function asSubject({ goal, activity, indicator }: SubjectColumns): Subject {
  if (goal !== null) return { kind: 'goal', id: goal };
  if (activity !== null) return { kind: 'activity', id: activity };
  invariant(indicator !== null, 'a judgement is about something');
  return { kind: 'indicator', id: indicator };
}

export const asColumns = ({ kind, id }: Subject): SubjectColumns => ({
  goal: kind === 'goal' ? id : null,
  activity: kind === 'activity' ? id : null,
  indicator: kind === 'indicator' ? id : null,
});

type JudgementRow = typeof judgement.$inferSelect;

/** What was said, as a step by its key or as one of the three that are none. */
export function asSaid(row: JudgementRow, step: string | null): Judgement['said'] {
  if (row.kind === 'step' && step !== null) return { kind: 'step', step };
  if (row.kind === 'mats_senare' && row.measuredAt !== null)
    return { kind: 'mats_senare', to: row.measuredAt };
  return { kind: row.kind === 'ej_utvarderad' ? 'ej_utvarderad' : 'ej_bedomt' };
}

const withSteps = (db: Db) =>
  db
    .select({ row: judgement, step: scaleStep.key })
    .from(judgement)
    .leftJoin(scaleStep, eq(scaleStep.id, judgement.step));

type Chained = { readonly previous: number | null; readonly atMeeting: boolean };

/** Back along a chain to what was sent to the meeting; null where nothing was. */
function sentBefore<Row extends Chained>(row: Row, read: (id: number) => Row | undefined) {
  let sent: Row | undefined = row;
  while (sent?.atMeeting) sent = sent.previous === null ? undefined : read(sent.previous);
  return sent ?? null;
}

/** Changed at the meeting that it was last sent to: what an earlier meeting changed was sent to this one. */
const isOfThisMeeting = (
  db: Db,
  row: Chained & { readonly namnd: number; readonly occasion: number; readonly at: string },
): boolean => row.atMeeting && row.at >= phaseChanges.lastPublishedAt(db, row);

const stepKey = (db: Db, id: number | null): string | null =>
  id === null
    ? null
    : (db.select({ key: scaleStep.key }).from(scaleStep).where(eq(scaleStep.id, id)).get()?.key ??
      null);

/** What was sent of a judgement that was changed at the meeting; null of one that stands as it was sent. */
function sentOf(db: Db, row: JudgementRow): Judgement['sent'] {
  if (!isOfThisMeeting(db, row)) return null;
  const read = (id: number) => db.select().from(judgement).where(eq(judgement.id, id)).get();
  const sent = sentBefore(row, read);
  return sent ? asSaid(sent, stepKey(db, sent.step)) : { kind: 'ej_bedomt' };
}

/** What holds now: the last link of every chain. */
export function list(db: Db, namnd: number, occasion: number): Judgement[] {
  const next = alias(judgement, 'next');
  return withSteps(db)
    .where(
      and(
        eq(judgement.namnd, namnd),
        eq(judgement.occasion, occasion),
        notExists(db.select().from(next).where(eq(next.previous, judgement.id))),
      ),
    )
    .all()
    .map(({ row, step }) => ({
      subject: asSubject(row),
      occasion: row.occasion,
      aspect: row.aspect,
      place: row.place,
      said: asSaid(row, step),
      trend: row.trend,
      reason: row.reason,
      source: row.source,
      basis: row.basis,
      at: row.at,
      sent: sentOf(db, row),
    }));
}

/** Where people say things: a nämnd at an occasion. */
type At = { readonly namnd: number; readonly occasion: number };

type Subjects = typeof judgement | typeof comment;

const isOf = (table: Subjects, { kind, id }: Subject, at: At) =>
  and(eq(table[kind], id), eq(table.namnd, at.namnd), eq(table.occasion, at.occasion));

/** One link of a chain as it was said, and the words of its step; undefined when there is none. */
export const read = (db: Db, id: number) =>
  db
    .select({ row: judgement, step: scaleStep })
    .from(judgement)
    .leftJoin(scaleStep, eq(scaleStep.id, judgement.step))
    .where(eq(judgement.id, id))
    .get();

/** The same of a text. */
export const readComment = (db: Db, id: number) =>
  db.select().from(comment).where(eq(comment.id, id)).get();

/** All that has been judged of one thing, in the order it was said. */
export const history = (db: Db, at: At, subject: Subject) =>
  withSteps(db)
    .where(isOf(judgement, subject, at))
    .orderBy(asc(judgement.id))
    .all()
    .map(({ row, step }) => ({ ...row, said: asSaid(row, step) }));

/** The same of its texts. */
export const commentHistory = (db: Db, at: At, subject: Subject) =>
  db
    .select()
    .from(comment)
    .where(isOf(comment, subject, at))
    .orderBy(asc(comment.id))
    .all();

/** All that a nämnd has judged of one thing, at every occasion, with the step as the scale has it. */
export const historyOf = (db: Db, namnd: number, { kind, id }: Subject) =>
  db
    .select({ row: judgement, step: scaleStep })
    .from(judgement)
    .leftJoin(scaleStep, eq(scaleStep.id, judgement.step))
    .where(and(eq(judgement[kind], id), eq(judgement.namnd, namnd)))
    .orderBy(asc(judgement.id))
    .all();

/** The same of its texts, without what they say: that may be much, and is read by `bodies`. */
export const commentLinks = (db: Db, namnd: number, { kind, id }: Subject) =>
  db
    .select({
      ...{ id: comment.id, previous: comment.previous, occasion: comment.occasion },
      ...{ place: comment.place, part: comment.part, source: comment.source },
      ...{ at: comment.at, byName: comment.byName, byRole: comment.byRole },
      atMeeting: comment.atMeeting,
    })
    .from(comment)
    .where(and(eq(comment[kind], id), eq(comment.namnd, namnd)))
    .orderBy(asc(comment.id))
    .all();

/** What some texts say. */
export const bodies = (db: Db, ids: readonly number[]): ReadonlyMap<number, string> =>
  new Map(
    db
      .select({ id: comment.id, body: comment.body })
      .from(comment)
      .where(inArray(comment.id, [...ids]))
      .all()
      .map((row) => [row.id, row.body]),
  );

/** The ceilings of a goal in a nämnd, at every occasion that has one. */
export const ceilingsOf = (db: Db, namnd: number, goal: number) =>
  db
    .select({ row: ceiling, step: scaleStep })
    .from(ceiling)
    .innerJoin(scaleStep, eq(scaleStep.id, ceiling.step))
    .where(and(eq(ceiling.goal, goal), eq(ceiling.namnd, namnd)))
    .all();

/** When something was last judged or written, of each thing. */
export const lastSaid = (db: Db, at: At): { subject: Subject; at: string }[] =>
  [judgement, comment].flatMap((table) =>
    db
      .select({
        ...{ goal: table.goal, activity: table.activity, indicator: table.indicator },
        at: max(table.at),
      })
      .from(table)
      .where(and(eq(table.namnd, at.namnd), eq(table.occasion, at.occasion)))
      .groupBy(table.goal, table.activity, table.indicator)
      .all()
      .map(({ at: when, ...row }) => ({ subject: asSubject(row), at: when ?? '' })),
  );

type CommentRow = typeof comment.$inferSelect;

function sentText(db: Db, row: CommentRow): Comment['sent'] {
  if (!isOfThisMeeting(db, row)) return null;
  const read = (id: number) => db.select().from(comment).where(eq(comment.id, id)).get();
  return sentBefore(row, read)?.body ?? '';
}

export function listComments(db: Db, namnd: number, occasion: number): Comment[] {
  const next = alias(comment, 'next');
  return db
    .select()
    .from(comment)
    .where(
      and(
        eq(comment.namnd, namnd),
        eq(comment.occasion, occasion),
        notExists(db.select().from(next).where(eq(next.previous, comment.id))),
      ),
    )
    .all()
    .map((row) => ({
      subject: asSubject(row),
      occasion: row.occasion,
      place: row.place,
      part: row.part,
      body: row.body,
      source: row.source,
      sent: sentText(db, row),
    }));
}

export const listCeilings = (db: Db, namnd: number, occasion: number): Ceiling[] =>
  db
    .select({
      goal: ceiling.goal,
      occasion: ceiling.occasion,
      step: scaleStep.key,
      words: ceiling.words,
      source: ceiling.source,
    })
    .from(ceiling)
    .innerJoin(scaleStep, eq(scaleStep.id, ceiling.step))
    .where(and(eq(ceiling.namnd, namnd), eq(ceiling.occasion, occasion)))
    .all();

/** Null when somebody else has judged since `previous`: the database tells the second of two. */
export const insert = (db: Db, row: Omit<typeof judgement.$inferInsert, 'id'>): number | null =>
  unlessTaken(() => db.insert(judgement).values(row).returning({ id: judgement.id }).get().id);

export const insertComment = (
  db: Db,
  row: Omit<typeof comment.$inferInsert, 'id'>,
): number | null =>
  unlessTaken(() => db.insert(comment).values(row).returning({ id: comment.id }).get().id);

export const insertCeiling = (db: Db, row: typeof ceiling.$inferInsert): void => {
  db.insert(ceiling).values(row).run();
};
