import type { CeilingWords } from './ceiling.ts';
import type { Aspect, Plan, Reported, Scale, Step } from './model.ts';
import type { Judgement, NotAStep } from './judgement.ts';
import { isBetter, stepByKey } from './scale.ts';
import { underCeiling } from './suggestion.ts';
import type { Suggestion } from './suggestion.ts';

/** What is shown for a goal or an activity. A level that is not judged has no state at all: null. */
export type State =
  | {
      readonly kind: 'step';
      readonly step: Step;
      readonly aspect: Aspect;
      /** Whether people judged, or the plan lets the rule do it ("beräknad"). */
      readonly by: Plan['judgedBy'];
    }
  | { readonly kind: NotAStep; readonly aspect: Aspect; readonly to: number | null };

/** A ceiling beside what was judged. */
export type CeilingCheck = {
  readonly step: Step;
  readonly words: string;
  readonly source: string | null;
  /** The judgement is better than the ceiling allows. */
  readonly isOver: boolean;
};

/** How a judgement stands to what the material says. `reason` null: none was given. */
export type Against = {
  readonly suggestion: 'better' | 'worse' | null;
  readonly ceiling: boolean;
  readonly reason: string | null;
};

const aspectOf = (reported: Reported): Aspect | null =>
  reported === 'forecast' || reported === 'outcome' ? reported : null;

/** The state a judgement gives; a step that the scale has no more is *ej bedömt*. */
export function fromJudgement(
  { said }: Pick<Judgement, 'said'>,
  scale: Scale,
  aspect: Aspect,
): State {
  if (said.kind !== 'step') {
    return { kind: said.kind, aspect, to: said.kind === 'mats_senare' ? said.to : null };
  }
  const step = stepByKey(scale, said.step);
  return step
    ? { kind: 'step', step, aspect, by: 'people' }
    : { kind: 'ej_bedomt', aspect, to: null };
}

/**
 * The state shown (DESIGN 7): the judgement where there is one; the suggestion, held under the
 * ceiling, where the plan lets the rule judge; else *ej bedömt*.
 */
export function stateOf(
  reported: Reported,
  scale: Scale | null,
  judgement: Judgement | null,
  suggestion: Suggestion | null,
  ceiling: Step | null,
  judgedBy: Plan['judgedBy'],
): State | null {
  const aspect = aspectOf(reported);
  if (aspect === null || scale === null) return null;
  if (judgement) return fromJudgement(judgement, scale, aspect);
  if (judgedBy === 'rule' && suggestion?.step) {
    return { kind: 'step', step: underCeiling(suggestion.step, ceiling), aspect, by: 'rule' };
  }
  return { kind: 'ej_bedomt', aspect, to: null };
}

/** What was sent to the meeting, where it was changed there; null where it stands as it was sent. */
export const sentOf = (
  state: State | null,
  judgement: Judgement | null,
  scale: Scale | null,
): State | null =>
  state && scale && judgement?.sent
    ? fromJudgement({ said: judgement.sent }, scale, state.aspect)
    : null;

export function checkCeiling(
  ceiling: CeilingWords | null,
  scale: Scale | null,
  state: State | null,
): CeilingCheck | null {
  const step = ceiling && scale && stepByKey(scale, ceiling.step);
  if (!ceiling || !step) return null;
  return {
    step,
    words: ceiling.words,
    source: ceiling.source,
    isOver: state?.kind === 'step' && isBetter(state.step, step),
  };
}

/** Two steps of a scale may be worth the same: then neither is the better. */
export const sideOf = (judged: Step, suggested: Step): Against['suggestion'] => {
  if (isBetter(judged, suggested)) return 'better';
  return isBetter(suggested, judged) ? 'worse' : null;
};

/** Only what people judged can go against something. */
export function againstOf(
  state: State | null,
  judgement: Judgement | null,
  suggestion: Suggestion | null,
  ceiling: CeilingCheck | null,
): Against | null {
  if (state?.kind !== 'step' || state.by !== 'people') return null;
  const suggested = suggestion?.step ?? null;
  const differs = suggested && sideOf(state.step, suggested);
  const isOver = ceiling?.isOver ?? false;
  if (differs === null && !isOver) return null;
  return { suggestion: differs, ceiling: isOver, reason: judgement?.reason ?? null };
}

/** True for a state that is known and not the best its scale has. A step without a colour says no such thing. */
export const isDeviating = (state: State | null): boolean =>
  state?.kind === 'step' && state.step.score < 1 && state.step.colour !== 'none';
