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

const isSame = (a: TallyPart, b: TallyPart) =>
  a.kind === 'step' && b.kind === 'step' ? a.step.key === b.step.key : a.kind === b.kind;

/** Tallies on one scale counted together, in the order of its steps. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const parts: TallyPart[] = [];
  for (const part of tallies.flatMap((tally) => tally.parts)) {
    const at = parts.findIndex((one) => isSame(one, part));
    if (at === -1) parts.push(part);
    else parts[at] = { ...part, count: parts[at]!.count + part.count };
  }
  const isStep = (part: TallyPart) => part.kind === 'step';
  const order = (part: TallyPart) =>
    part.kind === 'step' ? -part.step.score : NOT_STEPS.indexOf(part.kind);
  return {
    of: tallies.reduce((sum, tally) => sum + tally.of, 0),
    parts: parts.toSorted((a, b) => Number(isStep(b)) - Number(isStep(a)) || order(a) - order(b)),
  };
}
