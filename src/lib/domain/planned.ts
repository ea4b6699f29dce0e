import { subtract } from './compare.ts';
import type { Indicator } from './model.ts';
import type { Observation } from './observation.ts';
import { comparePeriods, containsPeriod } from './period.ts';
import type { Period } from './period.ts';

/** A budget or a forecast beside an outcome: shown, and never a colour (DESIGN 3). */
export type Planned = {
  readonly observation: Observation;
  /** It is of the outcome's own period, not of a longer one that holds it. */
  readonly isSamePeriod: boolean;
  /** The outcome minus it, where both are numbers of the same period; else null. */
  readonly difference: number | null;
};

function beside(outcome: Observation | null, observation: Observation): Planned {
  const isSamePeriod = outcome?.period.text === observation.period.text;
  const [was, planned] = [outcome?.value ?? null, observation.value];
  const isKnown = isSamePeriod && was !== null && planned !== null;
  return { observation, isSamePeriod, difference: isKnown ? subtract(was, planned) : null };
}

const holds = (period: Period, outcome: Period) =>
  period.text === outcome.text || containsPeriod(period, outcome);

/**
 * What was planned for the outcome's period and for those that hold it (January–April, then the
 * year), the shortest first; without an outcome, all that was planned. Only for the whole at the
 * place: no sex, no part.
 */
export function plannedOf(
  observations: readonly Observation[],
  indicator: Pick<Indicator, 'measure'>,
  place: number,
  outcome: Observation | null,
): readonly Planned[] {
  return observations
    .filter((one) => one.measure === indicator.measure && one.place === place)
    .filter((one) => one.kind !== 'utfall' && one.sex === 'T' && one.breakdown === '')
    .filter((one) => outcome === null || holds(one.period, outcome.period))
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((observation) => beside(outcome, observation));
}

type Told = { readonly planned: readonly Planned[] };

/** The budget of the outcome's own period; null where there is none. */
export const sameBudget = ({ planned }: Told): Planned | null =>
  planned.find((one) => one.observation.kind === 'budget' && one.isSamePeriod) ?? null;

/** The budget of a longer period that holds the outcome's: the year's. */
export const yearBudget = ({ planned }: Told): Planned | null =>
  planned.findLast((one) => one.observation.kind === 'budget' && !one.isSamePeriod) ?? null;
