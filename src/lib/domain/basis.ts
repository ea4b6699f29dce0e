import type { AssessedGoal } from './assess-goal.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { Assessed } from './assess-all.ts';
import type { State } from './state.ts';

/*
 * What a judgement leaned on, as a text that is the same for as long as that is: kept with the judgement, and
 * held against what is there when it is read ("underlaget har ändrats", DESIGN 7).
 */

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

export const indicatorBasis = (one: AssessedIndicator): string => JSON.stringify(valueMark(one));

/** The measures, activities and goals that a goal is read from, in the order of their keys. */
export function goalBasis(goal: AssessedGoal, { indicators, activities, goals }: Assessed): string {
  const parts: (readonly [string, unknown])[] = [
    ...indicators
      .filter((one) => goal.indicators.includes(one.indicator.id))
      .map((one) => [`indicator ${one.indicator.key}`, valueMark(one)] as const),
    ...activities
      .filter((one) => goal.activities.includes(one.activity.id))
      .map((one) => [`activity ${one.activity.key}`, stateMark(one.state)] as const),
    ...goals
      .filter((one) => goal.children.includes(one.goal.id))
      .map((one) => [`goal ${one.goal.key}`, stateMark(one.state)] as const),
  ];
  return JSON.stringify(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
