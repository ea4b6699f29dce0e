import { aboutOf, reportedOf } from './assess-activity.ts';
import type { AssessedActivity } from './assess-activity.ts';
import { isJudged, isMeasuredLater } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { ceilingOf } from './ceiling.ts';
import type { Goal, Level, Reported } from './model.ts';
import { commentsOf, earlierOf, judgementOf, saidOf } from './said.ts';
import type { Earlier, Said, Told } from './said.ts';
import { stepByKey } from './scale.ts';
import type { Snapshot } from './snapshot.ts';
import { againstOf, checkCeiling, sentOf, stateOf } from './state.ts';
import type { Against, CeilingCheck, State } from './state.ts';
import { suggest } from './suggestion.ts';
import type { Part, Suggestion } from './suggestion.ts';

export type AssessedGoal = {
  readonly goal: Goal;
  readonly level: Level;
  /** Its own title, or the one it lends from its first parent. */
  readonly title: string;
  /** What it does at this occasion: only what is judged has a state. */
  readonly reported: Reported;
  readonly state: State | null;
  readonly suggestion: Suggestion | null;
  readonly ceiling: CeilingCheck | null;
  readonly against: Against | null;
  /** Line of the papers the judgement was taken from. */
  readonly source: string | null;
  /** Why it was judged so, or not at all; null where nobody said. */
  readonly reason: string | null;
  /** What was sent to the meeting, where it was changed there ("ändrad vid sammanträdet"). */
  readonly sent: State | null;
  /** How it was judged at earlier occasions, the oldest first. */
  readonly earlier: readonly Earlier[];
  /** Judgements of its parts at units. */
  readonly atPlaces: readonly Said[];
  readonly comments: readonly Told[];
  /** Ids: goals right under it, its activities, and the indicators it is read with, each once. */
  readonly children: readonly number[];
  readonly activities: readonly number[];
  readonly indicators: readonly number[];
};

/** What the goals are assessed from. */
export type Judged = {
  readonly indicators: readonly AssessedIndicator[];
  readonly activities: readonly AssessedActivity[];
};

/** A title is lent from the first parent, or its first parent, until somebody has one. */
function titleOf(snapshot: Snapshot, goal: Goal): string {
  if (goal.title !== null) return goal.title;
  const parent = snapshot.goals.find((one) => one.id === goal.parents[0]);
  return parent ? titleOf(snapshot, parent) : goal.key;
}

/** The indicators a goal is read with, each once however many ways lead to it. */
function indicatorsOf(snapshot: Snapshot, goal: Goal, level: Level): readonly number[] {
  const above = level.indicatorsFrom === 'own-and-parents' ? goal.parents : [];
  const goals = new Set([goal.id, ...above]);
  return snapshot.indicators
    .filter((one) => one.goals.some((id) => goals.has(id)))
    .map((one) => one.id);
}

const partOf = (state: State): Part => ({
  step: state.kind === 'step' ? state.step : null,
  isLater: state.kind === 'mats_senare',
});

const indicatorPart = (one: AssessedIndicator): Part => ({
  step: one.step,
  isLater: isMeasuredLater(one),
});

/** A goal of fullmäktige's is judged by the nämnder that share it, and one read through others by nobody. */
const isTheirs = ({ namnd }: Snapshot, { namnder, isJudged: isOwn }: Goal) =>
  isOwn && (namnder.length === 0 || namnder.includes(namnd.id));

function reportedHere(snapshot: Snapshot, goal: Goal, level: Level): Reported {
  const reported = reportedOf(snapshot, level);
  const isDue = reported === 'forecast' || reported === 'outcome';
  return isDue && !isTheirs(snapshot, goal) ? 'none' : reported;
}

/** The state with what it rests on: suggestion, ceiling, and how they agree. */
function decide(
  snapshot: Snapshot,
  goal: Goal,
  parts: readonly Part[],
  judged: Judged['indicators'],
) {
  const { plan, level, scale } = aboutOf(snapshot, goal);
  const reported = reportedHere(snapshot, goal, level);
  const judgement = judgementOf(snapshot, 'goal', goal.id, reported);
  const isDue = reported === 'forecast' || reported === 'outcome';
  const suggestion = scale && isDue ? suggest(level.policy, scale, parts) : null;
  const fact = snapshot.ceilings.find((one) => one.goal === goal.id) ?? null;
  const words = ceilingOf(fact, isDue ? level.ceilingRule : null, judged);
  const limit = (words && scale && stepByKey(scale, words.step)) || null;
  const state = stateOf(reported, scale, judgement, suggestion, limit, plan.judgedBy);
  const ceiling = checkCeiling(words, scale, state);
  const against = againstOf(state, judgement, suggestion, ceiling);
  return {
    reported,
    state,
    suggestion,
    ceiling,
    against,
    ...{ source: judgement?.source ?? null, reason: judgement?.reason ?? null },
    sent: sentOf(state, judgement, scale),
  };
}

/** A goal after the goals under it, since their states are parts of its suggestion. */
export function assessGoal(
  snapshot: Snapshot,
  judged: Judged,
  below: readonly AssessedGoal[],
  goal: Goal,
): AssessedGoal {
  const { level, scale } = aboutOf(snapshot, goal);
  const ids = indicatorsOf(snapshot, goal, level);
  const indicators = judged.indicators.filter(
    (one) => ids.includes(one.indicator.id) && isJudged(one),
  );
  const activities = judged.activities.filter((one) => one.activity.goals.includes(goal.id));
  const children = below.filter((one) => one.goal.parents.includes(goal.id));
  // What is not judged at this occasion has no state, and is no part either.
  const states = [...activities, ...children].flatMap((one) => one.state ?? []);
  const parts = [...indicators.map(indicatorPart), ...states.map(partOf)];
  const said = saidOf(snapshot, 'goal', goal.id, scale);

  return {
    goal,
    level,
    title: titleOf(snapshot, goal),
    ...decide(snapshot, goal, parts, indicators),
    earlier: earlierOf(snapshot, goal.id, level, scale),
    // One that has been taken back is none.
    atPlaces: said.filter((one) => one.place !== snapshot.place && one.state.kind !== 'ej_bedomt'),
    comments: commentsOf(snapshot, 'goal', goal.id, level.textParts),
    // In the plan's order, which is not the order they were judged in.
    children: snapshot.goals.filter((one) => one.parents.includes(goal.id)).map((one) => one.id),
    activities: activities.map((one) => one.activity.id),
    indicators: ids,
  };
}
