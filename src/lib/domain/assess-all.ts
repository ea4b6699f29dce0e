import { assessIndicator, isJudged, isMeasuredLater } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { ceilingOf } from './ceiling.ts';
import type {
  Activity,
  Comment,
  Goal,
  Judgement,
  Level,
  Plan,
  Reported,
  Scale,
  SubjectKind,
} from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { invariant } from './result.ts';
import { stepByKey } from './scale.ts';
import { againstOf, checkCeiling, stateOf } from './state.ts';
import type { Against, CeilingCheck, State } from './state.ts';
import { suggest } from './suggestion.ts';
import type { Part, Suggestion } from './suggestion.ts';
import { suppress } from './suppress.ts';

export type AssessedActivity = {
  readonly activity: Activity;
  readonly level: Level;
  readonly state: State | null;
  readonly source: string | null;
  readonly comments: readonly Comment[];
};

export type AssessedGoal = {
  readonly goal: Goal;
  readonly level: Level;
  /** Its own title, or the one it lends from its first parent. */
  readonly title: string;
  readonly state: State | null;
  readonly suggestion: Suggestion | null;
  readonly ceiling: CeilingCheck | null;
  readonly against: Against | null;
  /** Line of the papers the judgement was taken from. */
  readonly source: string | null;
  readonly comments: readonly Comment[];
  /** Ids: goals right under it, its activities, and the indicators it is read with, each once. */
  readonly children: readonly number[];
  readonly activities: readonly number[];
  readonly indicators: readonly number[];
};

/** All that one nämnd shows at one occasion, decided once. Every page, table and export is a part of it. */
export type Assessed = Pick<
  Snapshot,
  | 'kommun'
  | 'place'
  | 'namnd'
  | 'occasion'
  | 'forecastOccasion'
  | 'places'
  | 'plans'
  | 'levels'
  | 'scales'
  | 'roles'
> & {
  readonly goals: readonly AssessedGoal[];
  readonly activities: readonly AssessedActivity[];
  readonly indicators: readonly AssessedIndicator[];
};

type About = { readonly plan: Plan; readonly level: Level; readonly scale: Scale | null };

function aboutOf(snapshot: Snapshot, thing: { plan: number; level: number; key: string }): About {
  const plan = snapshot.plans.find((one) => one.id === thing.plan);
  const level = snapshot.levels.find((one) => one.id === thing.level);
  invariant(plan && level, `${thing.key} has a plan and a level`);
  return { plan, level, scale: snapshot.scales.find((one) => one.id === level.scale) ?? null };
}

const reportedOf = (snapshot: Snapshot, level: Level): Reported =>
  level.reported[snapshot.occasion.kind] ?? 'none';

/** A thing may be judged both as forecast and as outcome at one occasion: the level says which is asked for. */
function judgementOf(
  snapshot: Snapshot,
  kind: SubjectKind,
  id: number,
  reported: Reported,
): Judgement | null {
  return (
    snapshot.judgements.find(
      (one) =>
        one.subject.kind === kind &&
        one.subject.id === id &&
        one.aspect === reported &&
        one.place === snapshot.place,
    ) ?? null
  );
}

const commentsOf = (snapshot: Snapshot, kind: SubjectKind, id: number) =>
  snapshot.comments.filter((one) => one.subject.kind === kind && one.subject.id === id);

function assessActivity(snapshot: Snapshot, activity: Activity): AssessedActivity {
  const { plan, level, scale } = aboutOf(snapshot, activity);
  const reported = reportedOf(snapshot, level);
  const judgement = judgementOf(snapshot, 'activity', activity.id, reported);
  return {
    activity,
    level,
    state: stateOf(reported, scale, judgement, null, null, plan.judgedBy),
    source: judgement?.source ?? null,
    comments: commentsOf(snapshot, 'activity', activity.id),
  };
}

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

type Judged = {
  readonly indicators: readonly AssessedIndicator[];
  readonly activities: readonly AssessedActivity[];
};

/** A goal after the goals under it, since their states are parts of its suggestion. */
function assessGoal(
  snapshot: Snapshot,
  judged: Judged,
  below: readonly AssessedGoal[],
  goal: Goal,
): AssessedGoal {
  const { plan, level, scale } = aboutOf(snapshot, goal);
  const ids = indicatorsOf(snapshot, goal, level);
  const indicators = judged.indicators.filter(
    (one) => ids.includes(one.indicator.id) && isJudged(one),
  );
  const activities = judged.activities.filter((one) => one.activity.goals.includes(goal.id));
  const children = below.filter((one) => one.goal.parents.includes(goal.id));

  const reported = reportedOf(snapshot, level);
  const judgement = judgementOf(snapshot, 'goal', goal.id, reported);
  // What is not judged at this occasion has no state, and is no part either.
  const states = [...activities, ...children].map((one) => one.state).filter((one) => one !== null);
  const parts = [...indicators.map(indicatorPart), ...states.map(partOf)];
  const isDue = reported === 'forecast' || reported === 'outcome';
  const suggestion = scale && isDue ? suggest(level.policy, scale, parts) : null;
  const fact = snapshot.ceilings.find((one) => one.goal === goal.id) ?? null;
  const words = ceilingOf(fact, isDue ? level.ceilingRule : null, indicators);
  const limit = (words && scale && stepByKey(scale, words.step)) || null;
  const state = stateOf(reported, scale, judgement, suggestion, limit, plan.judgedBy);
  const ceiling = checkCeiling(words, scale, state);

  return {
    goal,
    level,
    title: titleOf(snapshot, goal),
    state,
    suggestion,
    ceiling,
    against: againstOf(state, judgement, suggestion, ceiling),
    source: judgement?.source ?? null,
    comments: commentsOf(snapshot, 'goal', goal.id),
    // In the plan's order, which is not the order they were judged in.
    children: snapshot.goals.filter((one) => one.parents.includes(goal.id)).map((one) => one.id),
    activities: activities.map((one) => one.activity.id),
    indicators: ids,
  };
}

/** Goals with those under them first. The graph has no cycles: import-plan sees to that. */
function bottomUp(goals: readonly Goal[]): readonly Goal[] {
  const order: Goal[] = [];
  const place = (goal: Goal) => {
    if (order.includes(goal)) return;
    goals.filter((one) => one.parents.includes(goal.id)).forEach(place);
    order.push(goal);
  };
  goals.forEach(place);
  return order;
}

/** Snapshot → Assessed: the one road from what is stored to a colour. */
export function assessAll(stored: Snapshot): Assessed {
  // Before anything else, so that nothing that follows has seen what may not be shown.
  const snapshot = { ...stored, observations: suppress(stored) };
  const judged: Judged = {
    indicators: snapshot.indicators.map((one) => assessIndicator(snapshot, one)),
    activities: snapshot.activities.map((one) => assessActivity(snapshot, one)),
  };
  const below: AssessedGoal[] = [];
  for (const goal of bottomUp(snapshot.goals))
    below.push(assessGoal(snapshot, judged, below, goal));

  const { kommun, place, namnd, occasion, forecastOccasion, plans, levels, scales, roles, places } =
    snapshot;
  const order = (one: AssessedGoal) => snapshot.goals.indexOf(one.goal);
  return {
    ...{ kommun, place, namnd, occasion, forecastOccasion, plans, levels, scales, roles, places },
    ...judged,
    goals: below.toSorted((a, b) => order(a) - order(b)),
  };
}
