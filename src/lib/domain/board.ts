import type { Assessed } from './assess-all.ts';
import type { AssessedActivity } from './assess-activity.ts';
import type { AssessedGoal } from './assess-goal.ts';
import { isJudged, isMeasuredLater } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { Aspect, Level, Scale, TextPart } from './model.ts';
import { unwrittenOf } from './said.ts';
import { isDeviating } from './state.ts';
import { tallyOf } from './tally.ts';
import type { Counted, Tally } from './tally.ts';
import { branchesOf } from './tree.ts';
import type { Branch } from './tree.ts';

/** A goal with what stands under it, ready to be told. */
export type GoalRow = {
  readonly goal: AssessedGoal;
  /** How deep it lies in its section. */
  readonly depth: number;
  /** The indicators held against a target; the others are shown apart. */
  readonly indicators: readonly AssessedIndicator[];
  readonly others: readonly AssessedIndicator[];
  /** Those that deviate first, else in the plan's order. */
  readonly activities: readonly AssessedActivity[];
  readonly missed: readonly AssessedIndicator[];
  readonly deviating: readonly AssessedActivity[];
  readonly activityTally: Tally | null;
  /** Under yellow and red every part of the plan's is wanted: those that nobody has written. */
  readonly unwritten: readonly TextPart[];
};

/** Goals under one that is never judged itself; `heading` null for those under none. */
export type Section = { readonly heading: GoalRow | null; readonly rows: readonly GoalRow[] };

export type LevelTally = {
  readonly level: Level;
  readonly scale: Scale;
  readonly aspect: Aspect;
  readonly tally: Tally;
};
export type IndicatorTally = { readonly scale: Scale; readonly tally: Tally };

/** What a board's first page is made of. */
export type Board = {
  readonly sections: readonly Section[];
  readonly tallies: readonly LevelTally[];
  readonly indicatorTallies: readonly IndicatorTally[];
  /** Fullmäktige's goals that are a frame: no state, and nothing of the nämnd's hangs under them. */
  readonly frame: readonly AssessedGoal[];
  /** Fullmäktige's goals that this nämnd has no share in. */
  readonly apart: readonly AssessedGoal[];
  /** Activities that hang under no goal. */
  readonly loose: readonly AssessedActivity[];
};

const levelTally = (
  assessed: Assessed,
  level: Level,
  things: readonly (AssessedGoal | AssessedActivity)[],
): LevelTally[] => {
  const scale = assessed.scales.find((one) => one.id === level.scale);
  const states = things.flatMap((one) => (one.level.id === level.id ? (one.state ?? []) : []));
  const [first] = states;
  if (!scale || !first) return [];
  return [{ level, scale, aspect: first.aspect, tally: tallyOf(scale, states) }];
};

const asCounted = (one: AssessedIndicator): Counted =>
  one.step
    ? { kind: 'step', step: one.step }
    : { kind: isMeasuredLater(one) ? 'mats_senare' : 'ej_bedomt' };

/** How the indicators that the rule judges stand, scale by scale: a nämnd may have plans with different ones. */
export function indicatorTalliesOf(
  indicators: readonly AssessedIndicator[],
): readonly IndicatorTally[] {
  const judged = indicators.filter(isJudged);
  const scales = new Map(
    judged.flatMap(({ scale }) => (scale ? [[scale.id, scale] as const] : [])),
  );
  return [...scales.values()].map((scale) => ({
    scale,
    tally: tallyOf(scale, judged.filter((one) => one.scale?.id === scale.id).map(asCounted)),
  }));
}

export function goalRow(assessed: Assessed, goal: AssessedGoal, depth = 0): GoalRow {
  const own = assessed.activities.filter((one) => goal.activities.includes(one.activity.id));
  const deviating = own.filter((one) => isDeviating(one.state));
  const activities = [...deviating, ...own.filter((one) => !isDeviating(one.state))];
  const all = assessed.indicators.filter((one) => goal.indicators.includes(one.indicator.id));
  const indicators = all.filter((one) => one.indicator.isCompared);
  const level = own[0]?.level;
  return {
    goal,
    depth,
    indicators,
    others: all.filter((one) => !one.indicator.isCompared),
    activities,
    missed: indicators.filter((one) => one.step !== null && one.step.score < 1),
    deviating,
    activityTally: level ? (levelTally(assessed, level, own)[0]?.tally ?? null) : null,
    unwritten: isDeviating(goal.state) ? unwrittenOf(goal.level.textParts, goal.comments) : [],
  };
}

/** The nämnd's own goals, those it shares, and all that these hang under; others' are none of its business. */
function ownGoals({ goals, namnd }: Assessed): readonly AssessedGoal[] {
  const isShared = ({ goal }: AssessedGoal) =>
    goal.namnder.length === 0 || goal.namnder.includes(namnd.id);
  const own = new Set(goals.filter(isShared));
  // A set grows while it is walked, so what is above those above comes too.
  for (const { goal } of own)
    goals.filter((one) => goal.parents.includes(one.goal.id)).forEach((one) => own.add(one));
  return goals.filter((one) => own.has(one));
}

/** A goal at the top that is never judged is the heading of those under it. */
function sectionsOf(assessed: Assessed, branches: readonly Branch[]): readonly Section[] {
  const sections: { heading: GoalRow | null; rows: GoalRow[] }[] = [];
  branches.forEach(({ goal, depth }, index) => {
    const hasBelow = (branches[index + 1]?.depth ?? 0) > depth;
    if (depth === 0 && goal.state === null && hasBelow) {
      sections.push({ heading: goalRow(assessed, goal), rows: [] });
      return;
    }
    const isUnder = depth > 0 && sections.at(-1)?.heading;
    if (depth === 0 && sections.at(-1)?.heading !== null)
      sections.push({ heading: null, rows: [] });
    sections.at(-1)?.rows.push(goalRow(assessed, goal, isUnder ? depth - 1 : depth));
  });
  return sections;
}

const isFrame = ({ goal, depth }: Branch, index: number, all: readonly Branch[]) =>
  depth === 0 &&
  goal.state === null &&
  goal.goal.namnder.length > 0 &&
  goal.activities.length === 0 &&
  (all[index + 1]?.depth ?? 0) === 0;

/** The goals of a nämnd as they hang together, and how many stand where on every level. */
export function boardOf(assessed: Assessed): Board {
  const own = ownGoals(assessed);
  const branches = branchesOf(own);
  const frame = branches.filter(isFrame);
  return {
    sections: sectionsOf(
      assessed,
      branches.filter((one) => !frame.includes(one)),
    ),
    tallies: assessed.levels.flatMap((level) =>
      levelTally(assessed, level, [...assessed.goals, ...assessed.activities]),
    ),
    indicatorTallies: indicatorTalliesOf(assessed.indicators),
    frame: frame.map((one) => one.goal),
    apart: assessed.goals.filter((one) => !own.includes(one)),
    loose: assessed.activities.filter((one) => one.activity.goals.length === 0),
  };
}
