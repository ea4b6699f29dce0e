import type { Scale, Step } from './model.ts';
import type { NotAStep } from './judgement.ts';

export type Counted = { readonly kind: 'step'; readonly step: Step } | { readonly kind: NotAStep };

export type TallyPart = Counted & { readonly count: number };

/** How many stand where: the scale's steps from the best, then those that are not steps. */
export type Tally = { readonly of: number; readonly parts: readonly TallyPart[] };

const NOT_STEPS: readonly NotAStep[] = ['mats_senare', 'ej_utvarderad', 'ej_bedomt'];

/** Counts states. A part nobody is in is left out. */
export function tallyOf(scale: Scale, states: readonly Counted[]): Tally {
  const steps = scale.steps.map((step) => ({
    kind: 'step' as const,
    step,
    count: states.filter((one) => one.kind === 'step' && one.step.key === step.key).length,
  }));
  const others = NOT_STEPS.map((kind) => ({
    kind,
    count: states.filter((one) => one.kind === kind).length,
  }));
  return {
    of: states.length,
    parts: [...steps, ...others].filter((part) => part.count > 0),
  };
}

/** Tallies on one scale counted together. */
export const addTallies = (scale: Scale, tallies: readonly Tally[]): Tally =>
  tallyOf(
    scale,
    tallies.flatMap(({ parts }) =>
      parts.flatMap((part) => Array.from({ length: part.count }, () => part)),
    ),
  );
