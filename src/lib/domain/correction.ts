import type { Day } from './calendar.ts';
import type { Decision } from './model.ts';

/*
 * What was told of a step and was wrong is put right beside it. What was told stays, and so does what was frozen.
 */

/** With which kallelse something was published, and to which meeting; null where that is not settled. */
export type Days = { readonly publishedOn: Day; readonly meetingOn: Day | null };

export type ToldDecision = Omit<Decision, 'version'>;

/** Of one step, the days or the decision: the other is null. */
export type Correction = {
  readonly id: number;
  readonly step: number;
  readonly days: Days | null;
  readonly decision: ToldDecision | null;
  readonly reason: string | null;
  readonly at: string;
};

/** What a step told first; null where that is not known, of a step from before its days were kept. */
export type ToldStep = {
  readonly id: number;
  readonly days: Days | null;
  readonly decision: ToldDecision | null;
};

/** A correction with what it took the place of: what the step told, or the correction before it. */
export type Corrected<C extends Correction = Correction> = C & {
  readonly was: Pick<ToldStep, 'days' | 'decision'>;
};

/** Each correction with what stood before it, in order. */
export const correctedFrom = <C extends Correction>(
  step: ToldStep,
  corrections: readonly C[],
): readonly Corrected<C>[] =>
  corrections
    .filter((one) => one.step === step.id)
    .map((one, index, all) => {
      const { days, decision } = all[index - 1] ?? step;
      return { ...one, was: { days, decision } };
    });

/** Whether two decisions are told in the same way. */
export const isSameDecision = (one: ToldDecision, other: ToldDecision): boolean =>
  one.decidedOn === other.decidedOn &&
  one.paragraph === other.paragraph &&
  one.diarienummer === other.diarienummer;
