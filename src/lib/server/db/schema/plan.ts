import { integer, real, sqliteTable, text, primaryKey } from 'drizzle-orm/sqlite-core';
import type {
  AddsUp,
  Better,
  CeilingRule,
  Colour,
  IndicatorsFrom,
  MeasureSource,
  Met,
  OccasionKind,
  Plan,
  Policy,
  Reported,
  Scale,
  Sex,
  Survey,
  TextPart,
} from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { id, flag, rev, position, json } from './columns.ts';

export const scale = sqliteTable('scale', {
  id: id(),
  kommun: integer().notNull(),
  key: text().notNull(),
  title: text().notNull(),
  coloursBy: text('colours_by').$type<Scale['coloursBy']>().notNull().default('papers'),
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
  purpose: text(),
  indicatorParts: json<readonly TextPart[]>('indicator_parts').notNull().default([]),
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
  ceilingRule: json<CeilingRule>('ceiling_rule'),
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
  isJudged: flag('is_judged').default(true),
  isMandatory: flag('is_mandatory').default(false),
  source: text(),
  position: position(),
  rev: rev(),
});

export const goalOwner = sqliteTable(
  'goal_owner',
  { goal: integer().notNull(), owner: integer().notNull(), position: position() },
  (t) => [primaryKey({ columns: [t.goal, t.owner] })],
);

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
  better: text().$type<Better>().notNull().default('none'),
  survey: text().$type<Survey>(),
  smallCount: integer('small_count'),
  hidesPersons: flag('hides_persons').default(false),
  endedAfter: integer('ended_after'),
  about: text().$type<'kommun' | 'region' | 'both'>(),
  rev: rev(),
});

export const measureTitle = sqliteTable(
  'measure_title',
  { titleFolded: text('title_folded').notNull(), measure: integer().notNull() },
  (t) => [primaryKey({ columns: [t.titleFolded, t.measure] })],
);

export const comparisonGroup = sqliteTable('comparison_group', {
  id: id(),
  kommun: integer().notNull(),
  key: text().notNull(),
  title: text().notNull(),
  source: text(),
  rev: rev(),
});

export const comparisonMember = sqliteTable(
  'comparison_member',
  { comparisonGroup: integer('comparison_group').notNull(), place: integer().notNull() },
  (t) => [primaryKey({ columns: [t.comparisonGroup, t.place] })],
);

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
  isQualitative: flag('is_qualitative').default(false),
  isCompared: flag('is_compared'),
  addsUp: text('adds_up').$type<AddsUp>().notNull(),
  hasLinearShare: flag('has_linear_share'),
  measure: integer().notNull(),
  compareCode: text('compare_code'),
  measuredAt: json<readonly OccasionKind[]>('measured_at'),
  frequency: text(),
  place: integer(),
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
