import type { AssessedActivity } from './assess-activity.ts';
import type { AssessedGoal } from './assess-goal.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { activityOf, goalOf } from './assessed-of.ts';
import { isSame } from './judgement.ts';
import type { Judgement, Subject } from './judgement.ts';
import type { State } from './state.ts';

/*
 * What a judgement leaned on, as a text that is the same for as long as that is: kept with the judgement, and
 * held against what is there when it is read ("underlaget har ändrats", DESIGN 7).
 */

/** All that judgements lean on. */
export type Grounds = {
  readonly goals: readonly AssessedGoal[];
  readonly activities: readonly AssessedActivity[];
  readonly indicators: readonly AssessedIndicator[];
};

type Part = readonly [key: string, mark: unknown];

const stateMark = (state: State | null) =>
  state === null ? '' : state.kind === 'step' ? state.step.key : `${state.kind} ${state.to ?? ''}`;

function valueMark({ current, verdict }: AssessedIndicator): unknown[] {
  const { target } = verdict.because;
  const shown = 'observation' in current ? current.observation : null;
  return [
    verdict.verdict,
    shown && [shown.period.text, shown.state, shown.value],
    target && [target.year, target.rule],
  ];
}

const indicatorsIn = ({ indicators }: Grounds, ids: readonly number[]): Part[] =>
  indicators
    .filter((one) => ids.includes(one.indicator.id))
    .map((one) => [`indicator ${one.indicator.key}`, valueMark(one)]);

/** The ceiling, measures, activities and goals that a goal is read from. */
const partsOfGoal = (goal: AssessedGoal, grounds: Grounds): Part[] => [
  ...(goal.ceiling ? [['ceiling', goal.ceiling.step.key] as const] : []),
  ...indicatorsIn(grounds, goal.indicators),
  ...grounds.activities
    .filter((one) => goal.activities.includes(one.activity.id))
    .map((one): Part => [`activity ${one.activity.key}`, [stateMark(one.state), one.lifecycle]]),
  ...grounds.goals
    .filter((one) => goal.children.includes(one.goal.id))
    .map((one): Part => [`goal ${one.goal.key}`, stateMark(one.state)]),
];

const PARTS: Readonly<Record<Subject['kind'], (grounds: Grounds, id: number) => Part[]>> = {
  goal: (grounds, id) => partsOfGoal(goalOf(grounds, id), grounds),
  activity: (grounds, id) => indicatorsIn(grounds, activityOf(grounds, id).activity.indicators),
  indicator: (grounds, id) => indicatorsIn(grounds, [id]),
};

/** What is said of something leans on this: its parts in the order of their keys, and how they stand. */
export const basisOf = (grounds: Grounds, { kind, id }: Subject): string =>
  JSON.stringify(PARTS[kind](grounds, id).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What has been judged, and leans on what is no longer so; each once, however many places it is judged at. */
export function outdatedOf(judgements: readonly Judgement[], grounds: Grounds): readonly Subject[] {
  const isOld = ({ subject, basis, said }: Judgement) =>
    said.kind !== 'ej_bedomt' && basis !== null && basis !== basisOf(grounds, subject);
  return judgements
    .filter(isOld)
    .map(({ subject }) => subject)
    .filter((one, at, all) => all.findIndex((other) => isSame(one, other)) === at);
}
