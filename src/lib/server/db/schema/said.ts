import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Lifecycle } from '#lib/domain/lifecycle.ts';
import type { Aspect, Phase } from '#lib/domain/model.ts';
import type { Role } from '#lib/domain/permission.ts';
import { flag, id, json, rev } from './columns.ts';

export const namndOccasion = sqliteTable(
  'namnd_occasion',
  {
    namnd: integer().notNull(),
    occasion: integer().notNull(),
    phase: text().$type<Phase>().notNull(),
    publishedOn: text('published_on'),
    meetingOn: text('meeting_on'),
    rev: rev(),
  },
  (t) => [primaryKey({ columns: [t.namnd, t.occasion] })],
);

export const settlement = sqliteTable('settlement', {
  id: id(),
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  number: integer().notNull(),
  /** Bytes of the assessed tree as it was: see frozen.ts. */
  assessed: blob({ mode: 'buffer' }).notNull(),
  sha256: text().notNull(),
  decidedOn: text('decided_on').notNull(),
  paragraph: text().notNull(),
  diarienummer: text().notNull(),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
});

export const sentTree = sqliteTable('sent_tree', {
  step: integer().primaryKey(),
  /** Bytes of the assessed tree as it was: see frozen.ts. */
  assessed: blob({ mode: 'buffer' }).notNull(),
  sha256: text().notNull(),
});

export const phaseChange = sqliteTable('phase_change', {
  id: id(),
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  phase: text().$type<Phase>().notNull(),
  settlement: integer(),
  reason: text(),
  /** The days of the kallelse, as a step to publicerat told them. */
  publishedOn: text('published_on'),
  meetingOn: text('meeting_on'),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
});

/** What was told of a step, put right beside it: the days of a kallelse, or a decision. */
export const correction = sqliteTable('correction', {
  id: id(),
  step: integer().notNull(),
  publishedOn: text('published_on'),
  meetingOn: text('meeting_on'),
  decidedOn: text('decided_on'),
  paragraph: text(),
  diarienummer: text(),
  reason: text(),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
});

export const ceiling = sqliteTable(
  'ceiling',
  {
    goal: integer().notNull(),
    namnd: integer().notNull(),
    occasion: integer().notNull(),
    step: integer().notNull(),
    words: text().notNull(),
    source: text(),
  },
  (t) => [primaryKey({ columns: [t.goal, t.namnd, t.occasion] })],
);

const subject = { goal: integer(), activity: integer(), indicator: integer() };
const said = {
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
  previous: integer(),
};
/** Said after the papers were sent: changed at the meeting. */
const atMeeting = flag('at_meeting').default(false);

export const judgement = sqliteTable('judgement', {
  id: id(),
  ...subject,
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  aspect: text().$type<Aspect>().notNull(),
  place: integer().notNull(),
  kind: text().$type<'step' | 'ej_bedomt' | 'mats_senare' | 'ej_utvarderad'>().notNull(),
  step: integer(),
  measuredAt: integer('measured_at'),
  trend: text(),
  reason: text(),
  source: text(),
  basis: text(),
  ...said,
  atMeeting,
});

export const comment = sqliteTable('comment', {
  id: id(),
  ...subject,
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  place: integer().notNull(),
  part: text().notNull(),
  body: text().notNull(),
  source: text(),
  ...said,
  atMeeting,
});

export const draft = sqliteTable('draft', {
  id: id(),
  person: integer(),
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  slot: text().notNull(),
  fields: json<Readonly<Record<string, string>>>().notNull(),
  base: integer().notNull(),
  savedAt: text('saved_at').notNull(),
});

export const activityState = sqliteTable('activity_state', {
  id: id(),
  activity: integer().notNull(),
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  lifecycle: text().$type<Lifecycle>(),
  startOn: text('start_on'),
  endOn: text('end_on'),
  ...said,
  atMeeting,
});

export const readyMark = sqliteTable('ready_mark', {
  id: id(),
  ...subject,
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  isReady: flag('is_ready'),
  ...said,
});
