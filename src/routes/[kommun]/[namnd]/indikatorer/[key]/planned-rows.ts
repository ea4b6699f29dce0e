import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { shownDecimals } from '#lib/domain/shown-decimals.ts';
import { differenceUnit } from '#lib/format/amount.ts';
import { formatNumber, formatPeriod, upperFirst } from '#lib/format/sv.ts';
import { decimalsOf, formatValue } from '#lib/format/value.ts';

/** A budget or a forecast beside the outcome of the same period, in numbers without unit. */
export type PlannedRow = {
  readonly period: string;
  readonly kind: string;
  readonly planned: string;
  /** '' where the outcome is of another period, and nothing can be subtracted. */
  readonly outcome: string;
  readonly difference: string;
};

/** What a value is: how it was, how it is believed to be, or what was set aside. */
export const KIND: Readonly<Record<Observation['kind'], string>> = {
  utfall: 'Utfall',
  budget: 'Budget',
  prognos: 'Prognos',
};

/** "+6", "−9,6", and "0" only of two that agree. */
function signed(difference: number, decimals: number): string {
  const shown = shownDecimals(difference, [{ at: 0, isGiven: true }], decimals);
  return `${difference > 0 ? '+' : ''}${formatNumber(difference, shown)}`;
}

export function plannedRows(one: AssessedIndicator): readonly PlannedRow[] {
  const decimals = decimalsOf(one);
  const outcome = one.verdict.because.observation;
  return one.planned.map(({ observation, difference }) => ({
    period: upperFirst(formatPeriod(observation.period)),
    kind: KIND[observation.kind],
    planned: formatValue(observation, decimals),
    outcome: outcome?.period.text === observation.period.text ? formatValue(outcome, decimals) : '',
    difference: difference === null ? '' : signed(difference, decimals),
  }));
}

/** What the difference is in, where that is not what the values are in: procentenheter of %. */
export function differenceHead({ measure }: AssessedIndicator): string {
  const unit = differenceUnit(measure);
  return measure.unit === '' || unit === measure.unit ? 'Avvikelse' : `Avvikelse (${unit})`;
}
