import * as v from 'valibot';
import { isDay } from '#lib/domain/calendar.ts';
import { targetRule } from './rule.ts';
import { templateOfKind } from './template.ts';

/*
 * `plan.json`: how a kommun governs itself, as one file. The same format for every board, read by
 * the seed and (later) written by the export. Unknown fields are refused: a misspelt field that is
 * dropped in silence is a goal nobody sees.
 *
 * References are keys. A goal or level is written `plan/key`, an indicator or occasion by its key,
 * a nämnd by its slug.
 */

export const PLAN_FORMAT = 'fyren-plan';
export const PLAN_VERSION = 1;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('får inte vara tom'));
const key = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'ska vara små bokstäver a–z, siffror och bindestreck'),
);
const reference = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'ska skrivas plan/nyckel'),
);
const day = v.pipe(v.string(), v.check(isDay, 'är ingen dag som finns'));
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200));
const source = v.optional(v.nullable(text), null);
const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const step = v.strictObject({
  key,
  word: text,
  wordForecast: text,
  short: text,
  colour: v.picklist(['green', 'lightgreen', 'yellow', 'orange', 'red', 'none']),
  score: share,
  verdict: v.optional(v.nullable(v.picklist(['met', 'near', 'missed'])), null),
});

const scale = v.strictObject({
  key,
  title: text,
  coloursBy: v.optional(v.picklist(['papers', 'fyren']), 'papers'),
  steps: v.pipe(v.array(step), v.minLength(1)),
});

const textParts = list(
  v.strictObject({ key, title: text, perPlace: v.optional(v.boolean(), false) }),
);

const level = v.strictObject({
  key,
  singular: text,
  plural: text,
  holds: v.picklist(['goal', 'activity']),
  under: list(reference),
  scale: v.optional(v.nullable(key), null),
  textParts,
  reported: v.record(key, v.picklist(['forecast', 'outcome', 'words', 'none'])),
  policy: v.optional(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('none') }),
      v.strictObject({ kind: v.literal('worst') }),
      v.strictObject({
        kind: v.literal('shares'),
        limits: v.pipe(v.array(v.strictObject({ step: key, atLeast: share })), v.minLength(1)),
      }),
    ]),
    { kind: 'none' },
  ),
  ceilingRule: v.optional(v.nullable(v.strictObject({ step: key, words: text, source })), null),
  indicatorsFrom: v.optional(v.picklist(['own', 'own-and-parents']), 'own'),
});

const goal = v.strictObject({
  key,
  level: key,
  number: v.optional(v.nullable(text), null),
  title: v.optional(v.nullable(text), null),
  description: v.optional(v.string(), ''),
  parents: list(reference),
  namnder: list(key),
  owners: list(text),
  isJudged: v.optional(v.boolean(), true),
  isMandatory: v.optional(v.boolean(), false),
  source,
});

const paperDate = v.optional(v.nullable(v.strictObject({ day: v.nullable(day), text })), null);

const activity = v.strictObject({
  key,
  level: key,
  title: text,
  owners: list(text),
  start: paperDate,
  end: paperDate,
  note: v.optional(v.nullable(text), null),
  goals: list(reference),
  related: list(key),
  indicators: list(key),
  source,
});

const plan = v.strictObject({
  key,
  title: text,
  owners: v.pipe(v.array(key), v.minLength(1)),
  fromYear: year,
  toYear: year,
  isDecided: v.boolean(),
  judgedBy: v.picklist(['people', 'rule']),
  indicatorScale: v.optional(v.nullable(key), null),
  papers: v.optional(v.nullable(text), null),
  purpose: v.optional(v.nullable(text), null),
  indicatorParts: textParts,
  levels: v.array(level),
  goals: list(goal),
  activities: list(activity),
});

const target = v.strictObject({
  year,
  occasion: v.optional(v.nullable(key), null),
  sex: v.optional(v.picklist(['T', 'K', 'M', 'A']), 'T'),
  rule: targetRule,
  printed: v.optional(v.nullable(text), null),
  source,
});

const better = v.picklist(['higher', 'lower', 'inside', 'none']);

const measure = v.strictObject({
  code: text,
  source: v.picklist(['kolada', 'hme', 'survey', 'own']),
  title: text,
  unit: v.string(),
  isShare: v.optional(v.boolean(), false),
  better: v.optional(better, 'none'),
  survey: v.optional(v.nullable(v.picklist(['osa', 'lss', 'ifo', 'aldre', 'insikt'])), null),
  smallCount: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(5))), null),
  hidesPersons: v.optional(v.boolean(), false),
});

const indicator = v.strictObject({
  namnd: key,
  key,
  word: text,
  heading: v.optional(v.nullable(text), null),
  title: text,
  short: v.optional(v.nullable(text), null),
  definition: v.optional(v.string(), ''),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  better,
  isQualitative: v.optional(v.boolean(), false),
  isCompared: v.boolean(),
  addsUp: v.optional(v.picklist(['latest', 'cumulative', 'weighted', 'none']), 'latest'),
  hasLinearShare: v.optional(v.boolean(), false),
  measure: text,
  compareCode: v.optional(v.nullable(text), null),
  measuredAt: v.optional(v.nullable(v.array(key)), null),
  frequency: v.optional(v.nullable(text), null),
  place: v.optional(v.nullable(text), null),
  goals: list(reference),
  breaks: list(v.strictObject({ from: day, reason: text })),
  targets: list(target),
  source,
});

const subject = v.pipe(
  v.string(),
  v.regex(
    /^(goal|activity):[a-z0-9-]+\/[a-z0-9-]+$|^indicator:[a-z0-9-]+$/,
    'ska skrivas goal:plan/nyckel, activity:plan/nyckel eller indicator:nyckel',
  ),
);

const place = v.optional(v.nullable(text), null);

const judgement = v.strictObject({
  subject,
  place,
  aspect: v.picklist(['forecast', 'outcome']),
  said: v.variant('kind', [
    v.strictObject({ kind: v.literal('step'), step: key }),
    v.strictObject({ kind: v.literal('ej_bedomt') }),
    v.strictObject({ kind: v.literal('mats_senare'), to: key }),
    v.strictObject({ kind: v.literal('ej_utvarderad') }),
  ]),
  trend: v.optional(v.nullable(text), null),
  reason: v.optional(v.nullable(text), null),
  source,
});

const report = v.strictObject({
  namnd: key,
  occasion: key,
  /** What is locked is frozen with its values, which come by other files: a plan can only publish. */
  phase: v.picklist(['oppet', 'publicerat']),
  publishedOn: v.optional(v.nullable(day), null),
  meetingOn: v.optional(v.nullable(day), null),
  judgements: list(judgement),
  comments: list(v.strictObject({ subject, place, part: key, body: text, source })),
  ceilings: list(v.strictObject({ goal: reference, step: key, words: text, source })),
});

export const planFile = v.strictObject({
  format: v.literal(PLAN_FORMAT),
  version: v.literal(PLAN_VERSION),
  kommun: v.strictObject({
    code: v.pipe(v.string(), v.regex(/^\d{4}$/, 'ska vara fyra siffror')),
    slug: key,
    name: text,
    isPublic: v.boolean(),
  }),
  namnder: v.array(
    v.strictObject({
      slug: key,
      name: text,
      short: text,
      isFullmaktige: v.optional(v.boolean(), false),
    }),
  ),
  roles: list(v.strictObject({ code: text, title: text })),
  scales: list(scale),
  occasions: list(
    v.strictObject({
      key,
      kind: key,
      title: text,
      year,
      cutoffOn: day,
      forecasts: v.optional(v.nullable(key), null),
    }),
  ),
  /**
   * The kommun's units in a tree, each after the one it lies under; and groups whose mean others give,
   * like the benchmark of a survey.
   */
  places: list(
    v.strictObject({
      name: text,
      kind: v.optional(v.picklist(['unit', 'group']), 'unit'),
      under: v.optional(v.nullable(text), null),
    }),
  ),
  measures: list(measure),
  groups: list(
    v.strictObject({
      key,
      title: text,
      source,
      members: v.array(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    }),
  ),
  plans: list(plan),
  indicators: list(indicator),
  reports: list(report),
  /** What the reports of each kind of occasion are made of. */
  templates: list(templateOfKind),
});

export type PlanFile = v.InferOutput<typeof planFile>;
