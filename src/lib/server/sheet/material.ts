import type { AssessedActivity } from '#lib/domain/assess-activity.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedGoal } from '#lib/domain/assess-goal.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { activityOf, goalOf, indicatorOf } from '#lib/domain/assessed-of.ts';
import type { SubjectKind } from '#lib/domain/judgement.ts';
import type { Aspect, Colour } from '#lib/domain/model.ts';
import type { State } from '#lib/domain/state.ts';
import { LATE, LIFECYCLE } from '#lib/format/judging.ts';
import { COLOUR, sourceWord, stateWord, verdictWord } from '#lib/format/labels.ts';
import { paperDateWords } from '#lib/format/paper-date.ts';
import { ruleSentence } from '#lib/format/rule.ts';
import { indicatorSentence } from '#lib/format/sentence.ts';
import { upperFirst } from '#lib/format/sv.ts';
import { valueAgainstTarget, valueWords } from '#lib/format/value.ts';
import type { Sheet } from './sheet.ts';

/* What lies beside a sheet while somebody fills it in: all that its judgement is read from, and nothing more. */

/** A thing that the judgement is read from, and how it stands. */
export type MaterialRow = {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly title: string;
  readonly colour: Colour | null;
  readonly aspect: Aspect;
  readonly word: string;
  readonly told: string;
};

export type Material = {
  /** "Underlaget säger: som mest gult", or the word alone. */
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly MaterialRow[] }[];
};

const asBadge = (state: State | null, { later }: Assessed) => ({
  colour: state?.kind === 'step' ? state.step.colour : null,
  aspect: state?.aspect ?? 'outcome',
  word: state ? stateWord(state, later) : 'Bedöms inte i sig',
});

function measureRow(one: AssessedIndicator): MaterialRow {
  const { observation } = one.verdict.because;
  return {
    ...{ kind: 'indicator', key: one.indicator.key },
    title: one.indicator.short ?? one.indicator.title,
    ...{ colour: one.step?.colour ?? null, aspect: 'outcome', word: verdictWord(one) },
    told: valueAgainstTarget(one) || (observation ? valueWords(one, observation) : ''),
  };
}

const activityRow = (one: AssessedActivity, assessed: Assessed): MaterialRow => ({
  ...{ kind: 'activity', key: one.activity.key, title: one.activity.title },
  ...asBadge(one.state, assessed),
  told: one.lifecycle ? LIFECYCLE[one.lifecycle] : '',
});

const goalRow = (one: AssessedGoal, assessed: Assessed): MaterialRow => ({
  ...{ kind: 'goal', key: one.goal.key, title: one.title },
  ...asBadge(one.state, assessed),
  told: '',
});

const group = (title: string | undefined, rows: readonly MaterialRow[]) =>
  rows.length === 0 ? [] : [{ title: upperFirst(title ?? ''), rows }];

const measures = ({ indicators }: Assessed, ids: readonly number[]) =>
  group('indikatorer', indicators.filter((one) => ids.includes(one.indicator.id)).map(measureRow));

/** What a goal's suggestion and ceiling say, and how much of the material is known. */
function goalSentences({ suggestion, ceiling }: AssessedGoal, { aspect }: Sheet['due']) {
  const step = suggestion?.step;
  const { of = 0, known = 0, later = 0 } = suggestion?.coverage ?? {};
  const more = later > 0 ? `, ${later} mäts senare` : '';
  return [
    ...(ceiling
      ? [`${upperFirst(ceiling.words)}${ceiling.source ? ` (${sourceWord(ceiling.source)})` : ''}`]
      : []),
    ...(step && aspect ? [`Planens regel ger ${step.word[aspect]}.`] : []),
    ...(of > 0
      ? [`${known} av ${of} mått, aktiviteter och mål i underlaget är bedömda${more}.`]
      : []),
  ];
}

function headingOf({ suggestion, ceiling }: AssessedGoal, { aspect }: Sheet['due']): string {
  if (ceiling) return `Underlaget säger: som mest ${COLOUR[ceiling.step.colour]}`;
  const step = suggestion?.step;
  return step && aspect ? `Underlaget säger: ${step.word[aspect]}` : 'Underlaget';
}

function ofGoal({ assessed, due }: Sheet): Material {
  const goal = goalOf(assessed, due.subject.id);
  const activities = assessed.activities.filter((one) => goal.activities.includes(one.activity.id));
  const children = assessed.goals.filter((one) => goal.children.includes(one.goal.id));
  return {
    heading: headingOf(goal, due),
    sentences: goalSentences(goal, due),
    groups: [
      ...measures(assessed, goal.indicators),
      ...group(
        activities[0]?.level.plural,
        activities.map((one) => activityRow(one, assessed)),
      ),
      ...group(
        children[0]?.level.plural,
        children.map((one) => goalRow(one, assessed)),
      ),
    ],
  };
}

function ofActivity({ assessed, due }: Sheet): Material {
  const one = activityOf(assessed, due.subject.id);
  const { activity, start, end, late } = one;
  const hasDates = start !== null || end !== null;
  return {
    heading: 'Underlaget',
    sentences: [
      ...(hasDates ? [`Datum: ${paperDateWords(start)} – ${paperDateWords(end)}.`] : []),
      ...(late ? [LATE[late]] : []),
      ...(activity.note ? [activity.note] : []),
    ],
    groups: [
      ...group(
        'hör till',
        assessed.goals
          .filter((goal) => activity.goals.includes(goal.goal.id))
          .map((goal) => goalRow(goal, assessed)),
      ),
      ...measures(assessed, activity.indicators),
    ],
  };
}

function ofIndicator({ assessed, due }: Sheet): Material {
  const one = indicatorOf(assessed, due.subject.id);
  const rule = ruleSentence(one);
  const said = one.indicator.isQualitative ? [] : [indicatorSentence(one)];
  return {
    heading: one.step ? `Regeln säger: ${verdictWord(one)}` : 'Underlaget',
    sentences: [
      ...(one.indicator.definition ? [one.indicator.definition] : []),
      ...said,
      ...(rule ? [`Regel: ${rule}`] : []),
    ],
    groups: group(
      'hör till',
      assessed.goals
        .filter((goal) => one.indicator.goals.includes(goal.goal.id))
        .map((goal) => goalRow(goal, assessed)),
    ),
  };
}

const OF: Readonly<Record<SubjectKind, (sheet: Sheet) => Material>> = {
  goal: ofGoal,
  activity: ofActivity,
  indicator: ofIndicator,
};

export const materialOf = (sheet: Sheet): Material => OF[sheet.due.subject.kind](sheet);
