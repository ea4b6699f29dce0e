import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Observation, ObservationState } from '#lib/domain/observation.ts';
import { BOM, csvLine } from '../csv.ts';

/* Every value of a report as the plain table that Fyren itself reads in: README, "Läs in en fil". */

const HEAD = [
  ...['Indikator', 'Period', 'Kön', 'Plats', 'Indelning', 'Typ', 'Värde'],
  ...['Täljare', 'Nämnare', 'Svar', 'Tillfrågade', 'Preliminär', 'Mätt', 'Publicerad'],
  'Anmärkning',
];

/** What stands where there is no number, as it is read back. */
const MARK: Readonly<Record<Exclude<ObservationState, 'value'>, string>> = {
  missing: '-',
  suppressed: '..',
  not_applicable: '.',
  not_collected: '-',
};

/** All its decimals, with a comma. */
const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

const valueOf = ({ state, value }: Observation) =>
  state === 'value' ? number(value) : MARK[state];

/** The name of a unit, or of whom it is compared with; '' is the kommun's own. */
const placeOf = ({ places, place }: Assessed, at: number) =>
  at === place ? '' : (places.find(({ id }) => id === at)?.name ?? '');

const line = (assessed: Assessed, { indicator }: AssessedIndicator, one: Observation) =>
  csvLine([
    ...[indicator.key, one.period.text, one.sex === 'T' ? '' : one.sex],
    ...[placeOf(assessed, one.place), one.breakdown, one.kind, valueOf(one)],
    ...[one.numerator, one.denominator, one.n, one.asked].map(number),
    ...[one.isPreliminary ? 'ja' : '', one.measuredOn, one.publishedOn, one.note],
  ]);

/** Other kommuner have reports of their own. */
const isTold =
  ({ places, place }: Assessed) =>
  (one: Observation) =>
    one.place === place || places.some(({ id, kind }) => id === one.place && kind !== 'kommun');

/** UTF-8 with its mark, semicolons and decimal commas; of two indicators of one measure the first has its values. */
export function valuesCsv(assessed: Assessed): string {
  const measures = new Map(assessed.indicators.toReversed().map((one) => [one.measure.id, one]));
  const own = assessed.indicators.filter((one) => measures.get(one.measure.id) === one);
  return [
    BOM + csvLine(HEAD),
    ...own.flatMap((indicator) =>
      indicator.observations.filter(isTold(assessed)).map((one) => line(assessed, indicator, one)),
    ),
  ].join('');
}
