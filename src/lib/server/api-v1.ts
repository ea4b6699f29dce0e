import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedActivity } from '#lib/domain/assess-activity.ts';
import type { AssessedGoal } from '#lib/domain/assess-goal.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Aspect, Step, Target } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Earlier, Said, Told } from '#lib/domain/said.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import type { State } from '#lib/domain/state.ts';
import { ruleSentence } from '#lib/format/rule.ts';
import { formatPeriod } from '#lib/format/sv.ts';
import { distanceWords, laterTargetWords, targetWords, valueWords } from '#lib/format/value.ts';

/*
 * The assessed tree as the open API says it (DESIGN 11). Keys of text, never ids; states as word and
 * colour; the names of files and roles, never those of persons.
 */

const stepOf = (step: Step, aspect: Aspect) => ({
  step: step.key,
  word: step.word[aspect],
  colour: step.colour,
});

const stateOf = (state: State | null) => {
  if (state === null) return null;
  return state.kind === 'step' ? stepOf(state.step, state.aspect) : { unknown: state.kind };
};

const commentsOf = (comments: readonly Told[]) =>
  comments.map(({ part, title, placeName, body, source, sent }) => ({
    ...{ part, title, place: placeName, body, source, sent },
  }));

const earlierOf = ({ occasion, state }: Earlier) => ({
  occasion: occasion.key,
  state: stateOf(state),
  aspect: state.aspect,
});

/** What people judged, of the whole or of a unit. */
const saidOf = (
  { place, state, trend, reason, source, sent }: Said,
  own: number,
  names: Names,
) => ({
  place: place === own ? null : (names.get(place) ?? null),
  ...{ state: stateOf(state), aspect: state.aspect, trend, reason, source },
  sent: stateOf(sent),
});

type Names = ReadonlyMap<number, string>;

const namesOf = (places: readonly Place[]): Names =>
  new Map(places.map(({ id, name }) => [id, name]));

type Keys = (ids: readonly number[]) => string[];

type KeysOf = Readonly<Record<'goals' | 'activities' | 'indicators', Keys>>;

const keysIn =
  (items: readonly { readonly id: number; readonly key: string }[]): Keys =>
  (ids) =>
    items.filter((one) => ids.includes(one.id)).map((one) => one.key);

function goalOf(one: AssessedGoal, keys: KeysOf) {
  const { goal, state, ceiling, against, suggestion } = one;
  const aspect = state?.aspect ?? null;
  return {
    key: goal.key,
    number: goal.number,
    title: one.title,
    level: one.level.key,
    parents: keys.goals(goal.parents),
    owners: goal.owners,
    isMandatory: goal.isMandatory,
    reported: one.reported,
    state: stateOf(state),
    aspect,
    source: one.source,
    reason: one.reason,
    sent: stateOf(one.sent),
    suggestion: suggestion?.step && aspect ? stepOf(suggestion.step, aspect) : null,
    ceiling: ceiling && {
      ...stepOf(ceiling.step, aspect ?? 'outcome'),
      words: ceiling.words,
      source: ceiling.source,
      isOver: ceiling.isOver,
      reason: ceiling.isOver ? (against?.reason ?? 'skäl saknas i handlingen') : null,
    },
    coverage: suggestion?.coverage ?? null,
    earlier: one.earlier.map(earlierOf),
    comments: commentsOf(one.comments),
    activities: keys.activities(one.activities),
    indicators: keys.indicators(one.indicators),
  };
}

const activityOf = ({ activity, level, state, ...one }: AssessedActivity, keys: KeysOf) => ({
  key: activity.key,
  title: activity.title,
  level: level.key,
  goals: keys.goals(activity.goals),
  owners: activity.owners,
  start: one.start,
  end: one.end,
  note: activity.note,
  state: stateOf(state),
  aspect: state?.aspect ?? null,
  lifecycle: one.lifecycle,
  late: one.late,
  source: one.source,
  reason: one.reason,
  sent: stateOf(one.sent),
  comments: commentsOf(one.comments),
  related: keys.activities(activity.related),
  indicators: keys.indicators(activity.indicators),
});

const sourceOf = ({ source }: Observation) => ({ file: source.file, line: source.line });

function previousOf(one: AssessedIndicator) {
  const { previous, trend } = one;
  if (!previous) return null;
  const { observation } = previous;
  return {
    value: observation.value,
    shown: valueWords(one, observation),
    period: observation.period.text,
    comparable: previous.comparable,
    change: previous.comparable ? previous.change : null,
    why: previous.comparable ? null : previous.why,
    trend,
    source: sourceOf(observation),
  };
}

const targetOf = ({ rule, year, printed, source }: Target, shown: string) => ({
  ...rule,
  ...{ year, shown, printed, source },
});

/** Budgets and forecasts beside the outcome; they never colour. */
const plannedOf = (one: AssessedIndicator) =>
  one.planned.map(({ observation, difference }) => ({
    kind: observation.kind,
    value: observation.value,
    shown: valueWords(one, observation),
    period: observation.period.text,
    difference,
    source: sourceOf(observation),
  }));

/** A value as it stands in a file: every sex, unit and part. */
const valueOf = (observation: Observation, own: number, names: Names) => ({
  period: observation.period.text,
  sex: observation.sex,
  place: observation.place === own ? null : (names.get(observation.place) ?? null),
  breakdown: observation.breakdown,
  kind: observation.kind,
  state: observation.state,
  value: observation.value,
  source: sourceOf(observation),
});

function indicatorOf(one: AssessedIndicator, keys: KeysOf, own: number, names: Names) {
  const { indicator, measure, verdict, step } = one;
  const { observation, target, distance, rank } = verdict.because;
  return {
    key: indicator.key,
    title: indicator.title,
    short: indicator.short,
    word: indicator.word,
    heading: indicator.heading,
    kind: indicator.isQualitative ? 'qualitative' : 'quantitative',
    frequency: indicator.frequency,
    unit: measure.unit,
    verdict: verdict.verdict,
    why: verdict.verdict === 'unknown' ? verdict.why : null,
    colour: step?.colour ?? null,
    value: observation?.value ?? null,
    shown: observation && valueWords(one, observation),
    period: observation?.period.text ?? null,
    periodShown: observation && formatPeriod(observation.period),
    target: target && targetOf(target, targetWords(one, target)),
    laterTargets: one.laterTargets.map((later) => targetOf(later, laterTargetWords(one, later))),
    previous: previousOf(one),
    because: { rule: ruleSentence(one), distance, words: distanceWords(one), rank },
    total: one.total,
    source: observation && sourceOf(observation),
    planned: plannedOf(one),
    values: one.observations.map((each) => valueOf(each, own, names)),
    said: one.said.map((each) => saidOf(each, own, names)),
    goals: keys.goals(indicator.goals),
    comments: commentsOf(one.comments),
  };
}

/** One nämnd at one published occasion. */
export function asApi(assessed: Assessed) {
  const { kommun, namnd, occasion } = assessed;
  const names = namesOf(assessed.places);
  const keys: KeysOf = {
    goals: keysIn(assessed.goals.map((one) => one.goal)),
    activities: keysIn(assessed.activities.map((one) => one.activity)),
    indicators: keysIn(assessed.indicators.map((one) => one.indicator)),
  };
  return {
    kommun: { code: kommun.code, slug: kommun.slug, name: kommun.name },
    namnd: { slug: namnd.slug, name: namnd.name },
    occasion: {
      key: occasion.key,
      title: occasion.title,
      kind: occasion.kind,
      year: occasion.year,
      cutoffOn: occasion.cutoffOn,
      phase: occasion.phase,
      publishedOn: occasion.publishedOn,
      meetingOn: occasion.meetingOn,
      decision: occasion.decision,
      forecasts: assessed.forecastOccasion?.key ?? null,
    },
    goals: assessed.goals.map((one) => goalOf(one, keys)),
    activities: assessed.activities.map((one) => activityOf(one, keys)),
    indicators: assessed.indicators.map((one) => indicatorOf(one, keys, assessed.place, names)),
  };
}
