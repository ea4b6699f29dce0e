import type {
  Activity,
  Goal,
  Indicator,
  Level,
  Measure,
  NamndOccasion,
  Plan,
  Scale,
  Step,
  Target,
} from '#lib/domain/model.ts';
import type { Ceiling, Comment, Judgement } from '#lib/domain/judgement.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Place, Snapshot } from '#lib/domain/snapshot.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import type { Period } from '#lib/domain/period.ts';
import { invariant } from '#lib/domain/result.ts';

/*
 * One complete thing of each kind, always the same. A test gives only the fact it is about:
 * `aGoal({ title: 'X' })`. Ids are 1 unless given, so that the things of a small world fit together.
 */

export function aPeriod(text: string): Period {
  const period = parsePeriod(text);
  invariant(period, `${text} is a period`);
  return period;
}

// Scales -----------------------------------------------------------------------------------------

export const aStep = (given: Partial<Step> = {}): Step => ({
  key: 'uppnatt',
  word: { outcome: 'Uppnått', forecast: 'Bedöms uppnås' },
  short: 'uppnås',
  colour: 'green',
  score: 1,
  verdict: 'met',
  ...given,
});

export const GREEN = aStep();

export const YELLOW = aStep({
  key: 'delvis',
  word: { outcome: 'Delvis uppnått', forecast: 'Bedöms delvis uppnås' },
  short: 'delvis',
  colour: 'yellow',
  score: 0.5,
  verdict: 'near',
});

export const RED = aStep({
  key: 'ej',
  word: { outcome: 'Ej uppnått', forecast: 'Bedöms ej uppnås' },
  short: 'uppnås inte',
  colour: 'red',
  score: 0,
  verdict: 'missed',
});

export const aScale = (given: Partial<Scale> = {}): Scale => ({
  id: 1,
  key: 'maluppfyllelse',
  title: 'Måluppfyllelse',
  coloursBy: 'papers',
  steps: [GREEN, YELLOW, RED],
  ...given,
});

// The plan ---------------------------------------------------------------------------------------

export const aPlan = (given: Partial<Plan> = {}): Plan => ({
  id: 1,
  key: 'plan',
  title: 'Verksamhetsplan',
  fromYear: 2022,
  toYear: 2026,
  isDecided: true,
  judgedBy: 'people',
  indicatorScale: 1,
  papers: null,
  purpose: null,
  indicatorParts: [],
  isFullmaktiges: false,
  ...given,
});

export const aLevel = (given: Partial<Level> = {}): Level => ({
  id: 1,
  plan: 1,
  key: 'mal',
  singular: 'mål',
  plural: 'mål',
  holds: 'goal',
  scale: 1,
  textParts: [{ key: 'kommentar', title: 'Kommentar', perPlace: false }],
  reported: { delar: 'forecast', ar: 'outcome' },
  policy: { kind: 'none' },
  ceilingRule: null,
  indicatorsFrom: 'own',
  ...given,
});

export const aGoal = (given: Partial<Goal> = {}): Goal => ({
  id: 1,
  plan: 1,
  level: 1,
  key: 'mal-1',
  number: null,
  title: 'Ett mål',
  description: '',
  parents: [],
  namnder: [],
  owners: [],
  isJudged: true,
  isMandatory: false,
  source: null,
  ...given,
});

export const anActivity = (given: Partial<Activity> = {}): Activity => ({
  id: 1,
  plan: 1,
  level: 1,
  key: 'uppdrag-1',
  title: 'Ett uppdrag',
  owners: [],
  start: null,
  end: null,
  note: null,
  source: null,
  goals: [],
  related: [],
  indicators: [],
  ...given,
});

// Measures, indicators, targets ------------------------------------------------------------------

export const aMeasure = (given: Partial<Measure> = {}): Measure => ({
  id: 1,
  code: 'matt-1',
  source: 'own',
  title: 'Ett mått',
  unit: '%',
  isShare: true,
  survey: null,
  smallCount: null,
  hidesPersons: false,
  endedAfter: null,
  ...given,
});

export const anIndicator = (given: Partial<Indicator> = {}): Indicator => ({
  id: 1,
  key: 'ind-1',
  word: 'indikator',
  heading: null,
  title: 'En indikator',
  short: null,
  definition: '',
  decimals: 0,
  better: 'higher',
  isQualitative: false,
  isCompared: true,
  addsUp: 'latest',
  hasLinearShare: false,
  measure: 1,
  compareCode: null,
  measuredAt: null,
  frequency: null,
  place: null,
  goals: [],
  breaks: [],
  source: null,
  ...given,
});

/** A unit right under the kommun. */
export const aPlace = (given: Partial<Place> = {}): Place => ({
  id: 2,
  kind: 'unit',
  code: null,
  name: 'Hemtjänst Norr',
  parent: 1,
  ...given,
});

/** At least 80 in 2023, without a yellow zone. */
export const aTarget = (given: Partial<Target> = {}): Target => ({
  id: 1,
  indicator: 1,
  year: 2023,
  occasion: null,
  sex: 'T',
  place: 1,
  rule: { kind: 'at-least', value: 80, isStrict: false, yellow: null },
  printed: null,
  source: null,
  ...given,
});

// Values -----------------------------------------------------------------------------------------

type ObservationGiven = Partial<Omit<Observation, 'period'>> & { readonly period?: string };

/** The value 80 for T2 2023. A state other than `value` has no number. */
export function anObservation({
  period = '2023-T2',
  ...given
}: ObservationGiven = {}): Observation {
  const { state = 'value' } = given;
  const value = state === 'value' ? (given.value ?? 80) : null;
  return {
    measure: 1,
    sex: 'T',
    place: 1,
    breakdown: '',
    kind: 'utfall',
    printed: value === null ? '' : String(value).replace('.', ','),
    numerator: null,
    denominator: null,
    n: null,
    asked: null,
    isPreliminary: false,
    measuredOn: null,
    publishedOn: null,
    note: null,
    source: {
      upload: 1,
      file: 'varden.csv',
      line: 2,
      column: 3,
      at: '2023-09-01T08:00:00Z',
      role: 'kvalitetsstrateg',
    },
    ...given,
    state,
    value,
    period: aPeriod(period),
  };
}

// Occasions and what people say at them ----------------------------------------------------------

/** Delår 2023, with its cut-off on 31 August. */
export const anOccasion = (given: Partial<NamndOccasion> = {}): NamndOccasion => ({
  id: 1,
  key: 'delar-2023',
  kind: 'delar',
  title: 'Delår 2023',
  year: 2023,
  cutoffOn: '2023-08-31',
  forecasts: null,
  phase: 'oppet',
  publishedOn: null,
  meetingOn: null,
  decision: null,
  ...given,
});

/** Goal 1 is forecast as reached, at occasion 1. */
export const aJudgement = (given: Partial<Judgement> = {}): Judgement => ({
  subject: { kind: 'goal', id: 1 },
  occasion: 1,
  aspect: 'forecast',
  place: 1,
  said: { kind: 'step', step: GREEN.key },
  trend: null,
  reason: null,
  source: null,
  basis: null,
  at: '2023-09-01T08:00:00Z',
  sent: null,
  ...given,
});

export const aComment = (given: Partial<Comment> = {}): Comment => ({
  subject: { kind: 'goal', id: 1 },
  occasion: 1,
  place: 1,
  part: 'kommentar',
  body: 'En kommentar.',
  source: null,
  sent: null,
  ...given,
});

/** Goal 1 may be yellow at best. */
export const aCeiling = (given: Partial<Ceiling> = {}): Ceiling => ({
  goal: 1,
  occasion: 1,
  step: YELLOW.key,
  words: 'som mest gult',
  source: null,
  ...given,
});

/** A nämnd with a plan, a level of goals and a scale, and nothing in them yet. */
export const aSnapshot = (given: Partial<Snapshot> = {}): Snapshot => ({
  kommun: { id: 1, code: '0461', slug: 'gnesta', name: 'Gnesta kommun', isPublic: true },
  place: 1,
  namnd: {
    id: 1,
    slug: 'socialnamnden',
    name: 'Socialnämnden',
    short: 'SN',
    isFullmaktige: false,
  },
  occasion: anOccasion(),
  forecastOccasion: null,
  later: [],
  plans: [aPlan()],
  levels: [aLevel()],
  scales: [aScale()],
  goals: [],
  activities: [],
  roles: [],
  measures: [aMeasure()],
  indicators: [],
  targets: [],
  places: [],
  groups: [],
  peers: [],
  observations: [],
  judgements: [],
  comments: [],
  ceilings: [],
  activityStates: [],
  decided: [],
  earlier: [],
  ...given,
});
