import type { Assessed, AssessedActivity, AssessedGoal } from './assess-all.ts';
import { indicatorScaleOf, isJudged, isMeasuredLater } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { Aspect, Level } from './model.ts';
import { isDeviating } from './state.ts';
import { tallyOf } from './tally.ts';
import type { Counted, Tally } from './tally.ts';

/** A goal with what stands under it, ready to be told. */
export type GoalRow = {
  readonly goal: AssessedGoal;
  /** The indicators held against a target; the others are shown apart. */
  readonly indicators: readonly AssessedIndicator[];
  /** Those that deviate first, else in the plan's order. */
  readonly activities: readonly AssessedActivity[];
  readonly missed: readonly AssessedIndicator[];
  readonly deviating: readonly AssessedActivity[];
  readonly activityTally: Tally | null;
};

export type LevelTally = { readonly level: Level; readonly aspect: Aspect; readonly tally: Tally };

/** What a board's first page is made of. */
export type Board = {
  readonly rows: readonly GoalRow[];
  readonly tallies: readonly LevelTally[];
  readonly indicatorTally: Tally | null;
  /** Fullmäktige's goals that this nämnd has no share in. */
  readonly apart: readonly AssessedGoal[];
};

const levelTally = (
  assessed: Assessed,
  level: Level,
  things: readonly (AssessedGoal | AssessedActivity)[],
): LevelTally[] => {
  const scale = assessed.scales.find((one) => one.id === level.scale);
  const states = things.flatMap((one) => (one.level.id === level.id ? (one.state ?? []) : []));
  const [first] = states;
  return scale && first ? [{ level, aspect: first.aspect, tally: tallyOf(scale, states) }] : [];
};

const asCounted = (one: AssessedIndicator): Counted =>
  one.step
    ? { kind: 'step', step: one.step }
    : { kind: isMeasuredLater(one) ? 'mats_senare' : 'ej_bedomt' };

/** The tally of indicators that the rule judges; null when there are none. */
export function indicatorTallyOf(
  assessed: Assessed,
  indicators: readonly AssessedIndicator[],
): Tally | null {
  const scale = indicatorScaleOf(assessed);
  const judged = indicators.filter(isJudged);
  return scale && judged.length > 0 ? tallyOf(scale, judged.map(asCounted)) : null;
}

export function goalRow(assessed: Assessed, goal: AssessedGoal): GoalRow {
  const own = assessed.activities.filter((one) => goal.activities.includes(one.activity.id));
  const deviating = own.filter((one) => isDeviating(one.state));
  const activities = [...deviating, ...own.filter((one) => !isDeviating(one.state))];
  const indicators = assessed.indicators.filter(
    (one) => goal.indicators.includes(one.indicator.id) && one.indicator.isCompared,
  );
  const level = own[0]?.level;
  return {
    goal,
    indicators,
    activities,
    missed: indicators.filter((one) => one.step !== null && one.step.score < 1),
    deviating,
    activityTally: level ? (levelTally(assessed, level, own)[0]?.tally ?? null) : null,
  };
}

/** The goals that are judged here, each with its own, and how many stand where on every level. */
export function boardOf(assessed: Assessed): Board {
  const judged = assessed.goals.filter((one) => one.state !== null);
  const shared = new Set(judged.flatMap((one) => one.goal.parents));
  return {
    rows: judged.map((one) => goalRow(assessed, one)),
    tallies: assessed.levels.flatMap((level) =>
      levelTally(assessed, level, [...assessed.goals, ...assessed.activities]),
    ),
    indicatorTally: indicatorTallyOf(assessed, assessed.indicators),
    apart: assessed.goals.filter(
      (one) =>
        one.goal.namnder.length > 0 &&
        !one.goal.namnder.includes(assessed.namnd.id) &&
        !shared.has(one.goal.id),
    ),
  };
}
