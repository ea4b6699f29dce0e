import type { Judgement } from './judgement.ts';
import type { Scale, Step } from './model.ts';
import { isBetter, stepByKey } from './scale.ts';
import { sideOf } from './state.ts';

/* What a person must have said before a judgement is taken (DESIGN 7). */

/** What somebody says of a goal, an activity or an indicator. */
export type Proposed = Pick<Judgement, 'said' | 'reason'>;

/** What it is said beside. */
export type Beside = {
  readonly scale: Scale | null;
  /** What the material says by itself; null when it says nothing. */
  readonly suggested: Step | null;
  /** The best step there is ground for. */
  readonly ceiling: Step | null;
  /** The occasions that it can be measured at later, by id. */
  readonly later: readonly number[];
};

export type JudgingFault =
  /** A step that the scale has not, or one where there is no scale. */
  | 'no-step'
  /** Better or worse than what the measures say, and no reason given. */
  | 'against-suggestion'
  /** Better than the ceiling, and no reason given. */
  | 'over-ceiling'
  /** Not evaluated, and nobody has said why. */
  | 'not-evaluated'
  /** Measured later, and not said when, or at an occasion that is not later. */
  | 'no-occasion';

/** Why something that was filled in at an occasion could not be kept. */
export type SheetFault =
  | JudgingFault
  /** None of the choices there are. */
  | 'no-choice'
  /** A day that there is none of. */
  | 'no-day'
  /** It ends before it begins. */
  | 'ends-first'
  | 'too-long'
  /** What it leans on has changed since it was seen. */
  | 'new-basis'
  /** Somebody else has said something else meanwhile. */
  | 'conflict'
  /** The occasion was published, or locked, meanwhile. */
  | 'closed';

/** What a step goes against, and so needs a reason for. */
export function againstWhat(
  step: Step,
  { suggested, ceiling }: Pick<Beside, 'suggested' | 'ceiling'>,
): readonly ('against-suggestion' | 'over-ceiling')[] {
  const isAgainst = suggested !== null && sideOf(step, suggested) !== null;
  const isOver = ceiling !== null && isBetter(step, ceiling);
  return [
    ...(isAgainst ? (['against-suggestion'] as const) : []),
    ...(isOver ? (['over-ceiling'] as const) : []),
  ];
}

/** All that is wrong with a judgement; nothing when it can be kept. A reason answers for what it goes against. */
export function checkJudgement(
  { said, reason }: Proposed,
  beside: Beside,
): readonly JudgingFault[] {
  const hasReason = (reason ?? '').trim() !== '';
  if (said.kind === 'ej_utvarderad') return hasReason ? [] : ['not-evaluated'];
  if (said.kind === 'mats_senare') return beside.later.includes(said.to) ? [] : ['no-occasion'];
  if (said.kind === 'ej_bedomt') return [];
  const step = beside.scale && stepByKey(beside.scale, said.step);
  if (!step) return ['no-step'];
  return hasReason ? [] : againstWhat(step, beside);
}
