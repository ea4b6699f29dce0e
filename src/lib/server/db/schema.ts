import { integer, real, sqliteTable, text, blob, primaryKey } from 'drizzle-orm/sqlite-core';
import type {
  Aspect,
  Better,
  Colour,
  IndicatorsFrom,
  MeasureSource,
  Met,
  ObservationKind,
  ObservationState,
  OccasionKind,
  Phase,
  Plan,
  Policy,
  Reported,
  Sex,
  TargetRule,
  TextPart,
} from '#lib/domain/model.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Role, Via } from './actor.ts';

/*
 * The tables as drizzle sees them. STRICT, WITHOUT ROWID, CHECK, triggers and partial indexes stand
 * in drizzle/*.sql, which is written by hand (a generated rebuild would drop them without a word);
 * schema.test.ts holds the two together column by column.
 */

const id = () => integer().primaryKey();
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull();
const rev = () => integer().notNull().default(0);
const position = () => integer().notNull();
const json = <T>(name?: string) =>
  (name ? text(name, { mode: 'json' }) : text({ mode: 'json' })).$type<T>();

export const kommun = sqliteTable('kommun', {
  id: id(),
  code: text().notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  isPublic: flag('is_public'),
  revision: integer().notNull().default(0),
});

export const namnd = sqliteTable('namnd', {
  id: id(),
  kommun: integer().notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  short: text().notNull(),
  isFullmaktige: flag('is_fullmaktige'),
  position: position(),
  rev: rev(),
});

export const ownerRole = sqliteTable('owner_role', {
  id: id(),
  kommun: integer().notNull(),
  code: text().notNull(),
  title: text().notNull(),
  rev: rev(),
});

export const place = sqliteTable('place', {
  id: id(),
  kind: text().$type<'riket' | 'region' | 'group' | 'kommun' | 'unit'>().notNull(),
  code: text(),
  name: text().notNull(),
  kommun: integer(),
  parent: integer(),
});

export const log = sqliteTable('log', {
  seq: integer().primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  role: text().$type<Role>().notNull(),
  via: text().$type<Via>().notNull(),
  kommun: integer(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text('entity_id').notNull(),
  before: text(),
  after: text(),
  reason: text(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
});

export const scale = sqliteTable('scale', {
  id: id(),
  kommun: integer().notNull(),
  key: text().notNull(),
  title: text().notNull(),
  rev: rev(),
});

export const scaleStep = sqliteTable('scale_step', {
  id: id(),
  scale: integer().notNull(),
  position: position(),
  key: text().notNull(),
  word: text().notNull(),
  wordForecast: text('word_forecast').notNull(),
  short: text().notNull(),
  colour: text().$type<Colour>().notNull(),
  score: real().notNull(),
  verdict: text().$type<Met>(),
});

export const occasion = sqliteTable('occasion', {
  id: id(),
  kommun: integer().notNull(),
  key: text().notNull(),
  kind: text().notNull(),
  title: text().notNull(),
  year: integer().notNull(),
  cutoffOn: text('cutoff_on').notNull(),
  forecasts: integer(),
  rev: rev(),
});

export const plan = sqliteTable('plan', {
  id: id(),
  kommun: integer().notNull(),
  key: text().notNull(),
  title: text().notNull(),
  fromYear: integer('from_year').notNull(),
  toYear: integer('to_year').notNull(),
  isDecided: flag('is_decided'),
  judgedBy: text('judged_by').$type<Plan['judgedBy']>().notNull(),
  indicatorScale: integer('indicator_scale'),
  papers: text(),
  rev: rev(),
});

export const planNamnd = sqliteTable(
  'plan_namnd',
  { plan: integer().notNull(), namnd: integer().notNull() },
  (t) => [primaryKey({ columns: [t.plan, t.namnd] })],
);

export const level = sqliteTable('level', {
  id: id(),
  plan: integer().notNull(),
  key: text().notNull(),
  singular: text().notNull(),
  plural: text().notNull(),
  position: position(),
  holds: text().$type<'goal' | 'activity'>().notNull(),
  scale: integer(),
  textParts: json<readonly TextPart[]>('text_parts').notNull(),
  reported: json<Readonly<Record<OccasionKind, Reported>>>().notNull(),
  policy: json<Policy>().notNull(),
  policyKind: text('policy_kind').notNull().generatedAlwaysAs("policy ->> '$.kind'"),
  indicatorsFrom: text('indicators_from').$type<IndicatorsFrom>().notNull(),
  rev: rev(),
});

export const levelParent = sqliteTable(
  'level_parent',
  { level: integer().notNull(), parent: integer().notNull() },
  (t) => [primaryKey({ columns: [t.level, t.parent] })],
);

export const goal = sqliteTable('goal', {
  id: id(),
  plan: integer().notNull(),
  level: integer().notNull(),
  key: text().notNull(),
  number: text(),
  title: text(),
  description: text().notNull(),
  source: text(),
  position: position(),
  rev: rev(),
});

export const goalParent = sqliteTable(
  'goal_parent',
  { child: integer().notNull(), parent: integer().notNull(), position: position() },
  (t) => [primaryKey({ columns: [t.child, t.parent] })],
);

export const goalNamnd = sqliteTable(
  'goal_namnd',
  { goal: integer().notNull(), namnd: integer().notNull() },
  (t) => [primaryKey({ columns: [t.goal, t.namnd] })],
);

export const activity = sqliteTable('activity', {
  id: id(),
  plan: integer().notNull(),
  level: integer().notNull(),
  key: text().notNull(),
  title: text().notNull(),
  startOn: text('start_on'),
  startText: text('start_text'),
  endOn: text('end_on'),
  endText: text('end_text'),
  note: text(),
  source: text(),
  position: position(),
  rev: rev(),
});

export const activityGoal = sqliteTable(
  'activity_goal',
  { activity: integer().notNull(), goal: integer().notNull() },
  (t) => [primaryKey({ columns: [t.activity, t.goal] })],
);

export const activityRelated = sqliteTable(
  'activity_related',
  { activity: integer().notNull(), related: integer().notNull() },
  (t) => [primaryKey({ columns: [t.activity, t.related] })],
);

export const activityOwner = sqliteTable(
  'activity_owner',
  { activity: integer().notNull(), owner: integer().notNull(), position: position() },
  (t) => [primaryKey({ columns: [t.activity, t.owner] })],
);

export const measure = sqliteTable('measure', {
  id: id(),
  kommun: integer(),
  code: text().notNull(),
  source: text().$type<MeasureSource>().notNull(),
  title: text().notNull(),
  unit: text().notNull(),
  isShare: flag('is_share'),
  rev: rev(),
});

export const indicator = sqliteTable('indicator', {
  id: id(),
  namnd: integer().notNull(),
  key: text().notNull(),
  word: text().notNull(),
  heading: text(),
  title: text().notNull(),
  short: text(),
  definition: text().notNull(),
  decimals: integer().notNull(),
  better: text().$type<Better>().notNull(),
  isCompared: flag('is_compared'),
  measure: integer().notNull(),
  compareCode: text('compare_code'),
  measuredAt: json<readonly OccasionKind[]>('measured_at'),
  source: text(),
  position: position(),
  rev: rev(),
});

export const goalIndicator = sqliteTable(
  'goal_indicator',
  { goal: integer().notNull(), indicator: integer().notNull() },
  (t) => [primaryKey({ columns: [t.goal, t.indicator] })],
);

export const activityIndicator = sqliteTable(
  'activity_indicator',
  { activity: integer().notNull(), indicator: integer().notNull() },
  (t) => [primaryKey({ columns: [t.activity, t.indicator] })],
);

export const seriesBreak = sqliteTable(
  'series_break',
  { indicator: integer().notNull(), fromOn: text('from_on').notNull(), reason: text().notNull() },
  (t) => [primaryKey({ columns: [t.indicator, t.fromOn] })],
);

export const target = sqliteTable('target', {
  id: id(),
  indicator: integer().notNull(),
  year: integer().notNull(),
  occasion: integer(),
  sex: text().$type<Sex>().notNull(),
  place: integer().notNull(),
  rule: json<TargetRule>().notNull(),
  kind: text().notNull().generatedAlwaysAs("rule ->> '$.kind'"),
  printed: text(),
  source: text(),
  replacedAt: text('replaced_at'),
});

export const storedFile = sqliteTable('stored_file', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

export type UploadState = 'loading' | 'stored' | 'undone' | 'discarded';

export const upload = sqliteTable('upload', {
  id: id(),
  kommun: integer(),
  fileName: text('file_name').notNull(),
  file: text().notNull(),
  encoding: text().notNull(),
  layout: text().notNull(),
  readerVersion: integer('reader_version').notNull(),
  state: text().$type<UploadState>().notNull(),
  storedSeq: integer('stored_seq'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  createdAt: text('created_at').notNull(),
  storedAt: text('stored_at'),
  /** What it did to what was seen when it was stored. */
  counts: json<Difference>(),
});

export const uploadMeasure = sqliteTable(
  'upload_measure',
  { upload: integer().notNull(), measure: integer().notNull(), rows: integer().notNull() },
  (t) => [primaryKey({ columns: [t.upload, t.measure] })],
);

export const observation = sqliteTable(
  'observation',
  {
    measure: integer().notNull(),
    period: text().notNull(),
    sex: text().$type<Sex>().notNull(),
    place: integer().notNull(),
    breakdown: text().notNull(),
    kind: text().$type<ObservationKind>().notNull(),
    upload: integer().notNull(),
    line: integer().notNull(),
    col: integer().notNull(),
    state: text().$type<ObservationState>().notNull(),
    value: real(),
    printed: text().notNull(),
    numerator: real(),
    denominator: real(),
    n: integer(),
    asked: integer(),
    isPreliminary: flag('is_preliminary'),
    measuredOn: text('measured_on'),
    publishedOn: text('published_on'),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.measure, t.period, t.sex, t.place, t.breakdown, t.kind, t.upload] }),
  ],
);

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
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
  previous: integer(),
};

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
  reason: text(),
  source: text(),
  ...said,
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
});
