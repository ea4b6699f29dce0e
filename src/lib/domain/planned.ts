import { subtract } from './compare.ts';
import type { Indicator } from './model.ts';
import type { Observation } from './observation.ts';
import { comparePeriods, containsPeriod } from './period.ts';
import type { Period } from './period.ts';

/** A budget or a forecast beside an outcome: shown, and never a colour (DESIGN 3). */
export type Planned = {
  readonly observation: Observation;
  /** The outcome minus it, where both are numbers of the same period; else null. */
  readonly difference: number | null;
};

const differenceTo = (outcome: Observation | null, planned: Observation) =>
  outcome !== null &&
  outcome.value !== null &&
  planned.value !== null &&
  outcome.period.text === planned.period.text
    ? subtract(outcome.value, planned.value)
    : null;

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
    .map((observation) => ({ observation, difference: differenceTo(outcome, observation) }));
}

type Told = { readonly planned: readonly Planned[] };

/** The budget of the outcome's own period, which it can be held beside; null where there is none. */
export const sameBudget = ({ planned }: Told): Planned | null =>
  planned.find((one) => one.observation.kind === 'budget' && one.difference !== null) ?? null;

/** The budget of a longer period that holds the outcome's: the year's. */
export const yearBudget = ({ planned }: Told): Planned | null =>
  planned.findLast((one) => one.observation.kind === 'budget' && one.difference === null) ?? null;
