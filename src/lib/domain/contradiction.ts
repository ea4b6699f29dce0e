import type { AssessedGoal } from './assess-goal.ts';
import { isJudged } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { Assessed } from './assess-all.ts';
import { compare } from './compare.ts';
import type { Step } from './model.ts';
import { sideOf } from './state.ts';

/* What is judged against what the material says, and nobody has said why. */

export type Contradiction =
  /** Better or worse than the suggestion of a goal, or than the rule of an indicator. */
  | { readonly of: 'suggestion'; readonly side: 'better' | 'worse' }
  | { readonly of: 'ceiling' }
  /** Judged best though these do not reach their targets, or worst though all of these do. */
  | { readonly of: 'measures'; readonly side: 'better' | 'worse'; readonly count: number };

const isBest = ({ score, colour }: Step) => colour !== 'none' && compare(score, 1) === 0;
const isWorst = ({ score, colour }: Step) => colour !== 'none' && compare(score, 0) === 0;

/** The measures of a goal that say the opposite of how it would be judged. */
export function measuresAgainst(
  step: Step,
  measures: readonly AssessedIndicator[],
): readonly AssessedIndicator[] {
  const known = measures.filter((one) => isJudged(one) && one.verdict.verdict !== 'unknown');
  if (isBest(step)) return known.filter(({ verdict }) => verdict.verdict === 'missed');
  const isAllMet = known.every(({ verdict }) => verdict.verdict === 'met');
  return isWorst(step) && isAllMet ? known : [];
}

function fromMeasures(step: Step, goal: AssessedGoal, { indicators }: Assessed): Contradiction[] {
  const own = indicators.filter((one) => goal.indicators.includes(one.indicator.id));
  const count = measuresAgainst(step, own).length;
  return count === 0 ? [] : [{ of: 'measures', side: isBest(step) ? 'better' : 'worse', count }];
}

/** A reason answers for all of it. */
export function contradictionsOfGoal(
  assessed: Assessed,
  goal: AssessedGoal,
): readonly Contradiction[] {
  const { state, reason, against } = goal;
  if (state?.kind !== 'step' || state.by !== 'people' || reason !== null) return [];
  return [
    ...(against?.suggestion ? [{ of: 'suggestion', side: against.suggestion } as const] : []),
    ...(against?.ceiling ? [{ of: 'ceiling' } as const] : []),
    ...fromMeasures(state.step, goal, assessed),
  ];
}

/** Of an indicator, what people say of the whole against what its rule says. */
export function contradictionsOfIndicator(
  { place }: Pick<Assessed, 'place'>,
  one: AssessedIndicator,
): readonly Contradiction[] {
  const said = one.said.find((each) => each.place === place);
  if (said?.state.kind !== 'step' || said.reason !== null || one.step === null) return [];
  const side = sideOf(said.state.step, one.step);
  return side === null ? [] : [{ of: 'suggestion', side }];
}
