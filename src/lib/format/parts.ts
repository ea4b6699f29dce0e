import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { newestFirst } from '#lib/domain/series.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { SEX } from './labels.ts';
import { placeWord } from './place.ts';
import { formatPeriod, lowerFirst, withUnit } from './sv.ts';
import { breakdownWord, formatValue } from './value.ts';

/** More parts than this are told on the indicator's own page. */
const TOLD = 4;

const partWord = ({ sex, breakdown }: Observation): string =>
  [
    ...(sex === 'T' ? [] : [SEX[sex]]),
    ...(breakdown === '' ? [] : [breakdownWord(breakdown)]),
  ].join(' ');

/**
 * A measure that is only told in parts, place by place: "2020: kvinnor 54, män 61", "Benchmark:
 * kvinnor 68, män 66". The newest period alone; empty where there are no parts.
 */
export function partsWords(
  { indicator, measure, observations, place }: AssessedIndicator,
  places: readonly Place[],
): readonly string[] {
  const newest = newestFirst(observations.filter((one) => one.kind === 'utfall'))[0];
  if (!newest) return [];
  const ofPeriod = newestFirst(
    observations.filter((one) => one.kind === 'utfall' && one.period.text === newest.period.text),
  );
  const byPlace = [...groupBy(ofPeriod, (one) => one.place)].toSorted(
    ([a], [b]) => Number(b === place) - Number(a === place),
  );
  const said = (one: Observation) => {
    const words = formatValue(one, indicator.decimals);
    return one.state === 'value' ? withUnit(words, measure.unit) : words;
  };
  return byPlace.map(([id, list]) => {
    const known = places.find((one) => one.id === id);
    const head = id === place || !known ? formatPeriod(newest.period) : placeWord(known);
    const parts = list
      .slice(0, TOLD)
      .map((one) => `${lowerFirst(partWord(one))} ${said(one)}`.trim());
    const more = list.length > TOLD ? ` och ${list.length - TOLD} till` : '';
    return `${head}: ${parts.join(', ')}${more}`;
  });
}
