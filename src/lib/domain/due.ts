import type { AssessedActivity } from './assess-activity.ts';
import type { Assessed } from './assess-all.ts';
import type { AssessedGoal } from './assess-goal.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { isSame } from './judgement.ts';
import type { Subject } from './judgement.ts';
import type { Aspect, Level, Reported, Scale, Step, TextPart } from './model.ts';
import { unwrittenOf } from './said.ts';
import type { Told } from './said.ts';
import { isDeviating } from './state.ts';
import type { State } from './state.ts';

/* What is to be judged, or told of in words, at an occasion: goals, activities and indicators alike. */

export type Due = {
  readonly subject: Subject;
  readonly key: string;
  readonly title: string;
  /** What one of them, and many, are called: the plan's own words. */
  readonly word: { readonly one: string; readonly many: string };
  /** Codes of its ansvarsroller. */
  readonly owners: readonly string[];
  /** Whether a forecast or an outcome is judged; null where it is only told of in words. */
  readonly aspect: Aspect | null;
  readonly scale: Scale | null;
  readonly parts: readonly TextPart[];
  /** How the whole is judged; null where it is not, or not yet and it need not be. */
  readonly state: State | null;
  readonly reason: string | null;
  readonly suggested: Step | null;
  readonly ceiling: Step | null;
  readonly comments: readonly Told[];
  /** It leans on what is no longer so. */
  readonly isOutdated: boolean;
  /** Nobody need say anything of it: the rule speaks. */
  readonly isOptional: boolean;
  /** What somebody has yet to say of it. */
  readonly lacks: readonly Lack[];
};

export type Lack =
  { readonly kind: 'judgement' } | { readonly kind: 'text'; readonly part: TextPart };

const aspectOf = (reported: Reported): Aspect | null =>
  reported === 'forecast' || reported === 'outcome' ? reported : null;

type Said = Pick<Due, 'aspect' | 'state' | 'parts' | 'comments'>;

/** Under yellow and red every part is wanted (DESIGN 1), and of what is told in words alone too. */
export function lacksOf({ aspect, state, parts, comments }: Said): readonly Lack[] {
  if (state?.kind === 'ej_bedomt') return [{ kind: 'judgement' }];
  const isWanted = aspect === null || isDeviating(state);
  return isWanted ? unwrittenOf(parts, comments).map((part) => ({ kind: 'text', part })) : [];
}

const withLacks = (
  assessed: Assessed,
  due: Omit<Due, 'isOutdated' | 'isOptional' | 'lacks'>,
): Due => ({
  ...due,
  isOptional: false,
  isOutdated: assessed.outdated.some((one) => isSame(one, due.subject)),
  lacks: lacksOf(due),
});

const ofLevel = ({ scales }: Assessed, level: Level) => ({
  word: { one: level.singular, many: level.plural },
  scale: scales.find((one) => one.id === level.scale) ?? null,
  parts: level.textParts,
});

/** A level that judges and has no scale to judge by can only be told of. */
const judgedAs = (scale: Scale | null, reported: Reported) =>
  scale === null ? null : aspectOf(reported);

function dueGoal(assessed: Assessed, one: AssessedGoal): Due {
  const of = ofLevel(assessed, one.level);
  return withLacks(assessed, {
    ...of,
    subject: { kind: 'goal', id: one.goal.id },
    ...{ key: one.goal.key, title: one.title, owners: one.goal.owners },
    aspect: judgedAs(of.scale, one.reported),
    ...{ state: one.state, reason: one.reason, comments: one.comments },
    suggested: one.suggestion?.step ?? null,
    ceiling: one.ceiling?.step ?? null,
  });
}

function dueActivity(assessed: Assessed, one: AssessedActivity): Due {
  const of = ofLevel(assessed, one.level);
  return withLacks(assessed, {
    ...of,
    subject: { kind: 'activity', id: one.activity.id },
    ...{ key: one.activity.key, title: one.activity.title, owners: one.activity.owners },
    aspect: judgedAs(of.scale, one.reported),
    ...{ state: one.state, reason: one.reason, comments: one.comments },
    ...{ suggested: null, ceiling: null },
  });
}

/** Indicators have no roles of their own: those of the activities and goals that carry them. */
function ownersOf({ goals, activities }: Assessed, { indicator }: AssessedIndicator) {
  const carriers = activities
    .filter((one) => one.activity.indicators.includes(indicator.id))
    .map((one) => one.activity);
  const above = goals.filter((one) => indicator.goals.includes(one.goal.id)).map((one) => one.goal);
  return [...new Set([...carriers, ...above].flatMap(({ owners }) => owners))];
}

/** People may judge an indicator beside the rule, and need not: only one that is answered in words is wanting. */
function dueIndicator(assessed: Assessed, one: AssessedIndicator): Due {
  const { indicator, scale, textParts: parts, comments } = one;
  const said = one.said.find(({ place }) => place === assessed.place) ?? null;
  const lacksWords = indicator.isQualitative && comments.length === 0;
  return {
    ...withLacks(assessed, {
      subject: { kind: 'indicator', id: indicator.id },
      ...{ key: indicator.key, title: indicator.title, scale, parts, comments },
      word: { one: 'indikator', many: 'indikatorer' },
      owners: ownersOf(assessed, one),
      aspect: scale === null ? null : 'outcome',
      ...{ state: said?.state ?? null, reason: said?.reason ?? null },
      ...{ suggested: one.step, ceiling: null },
    }),
    isOptional: !indicator.isQualitative,
    lacks: lacksWords ? parts.slice(0, 1).map((part) => ({ kind: 'text', part })) : [],
  };
}

const isMeasured = ({ occasion }: Assessed, { indicator }: AssessedIndicator) =>
  indicator.measuredAt?.includes(occasion.kind) ?? true;

/** Something can be said of it: of a measure that is neither judged nor told of, only its value is due. */
export const isTold = ({ aspect, parts }: Due): boolean => aspect !== null || parts.length > 0;

/** One of fullmäktige's is told of by the nämnder that share it. */
const isTheirs = ({ namnd }: Assessed, { goal, reported }: AssessedGoal) =>
  reported !== 'none' && (goal.namnder.length === 0 || goal.namnder.includes(namnd.id));

/** All that is due: activities, the goals that are read from them, from below, and the measures. */
export function dueOf(assessed: Assessed): readonly Due[] {
  const goals = assessed.goals.filter((one) => isTheirs(assessed, one));
  const levels = assessed.levels.map(({ id }) => id).toReversed();
  return [
    ...assessed.activities
      .filter((one) => one.reported !== 'none')
      .map((one) => dueActivity(assessed, one)),
    ...levels
      .flatMap((level) => goals.filter((one) => one.level.id === level))
      .map((one) => dueGoal(assessed, one)),
    ...assessed.indicators
      .filter((one) => isMeasured(assessed, one))
      .map((one) => dueIndicator(assessed, one)),
  ];
}
