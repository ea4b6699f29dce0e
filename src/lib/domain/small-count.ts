import type { Measure, MeasureSource, Survey } from './model.ts';
import type { Observation } from './observation.ts';

/** Fewer answers than this are not shown: by source, and by survey where one has a limit of its own. Insikt's is that of an area; its total has its own. */
const SMALL_COUNT: Readonly<Record<MeasureSource | Survey, number>> = {
  ...{ kolada: 5, hme: 10, survey: 5, own: 5 },
  ...{ osa: 6, lss: 5, ifo: 10, aldre: 30, insikt: 10 },
};

/** A measure may raise the limit of its source and survey, and never lower it. */
export const smallCountOf = ({
  source,
  survey,
  smallCount,
}: Pick<Measure, 'source' | 'survey' | 'smallCount'>): number =>
  Math.max(SMALL_COUNT[source], SMALL_COUNT[survey ?? source], smallCount ?? 0);

export type Count = 'n' | 'denominator' | 'asked';
export type Counts = Pick<Observation, Count>;
type Kind = Pick<Measure, 'source' | 'isShare'>;

/** The counts that are of people. The denominator of an own mean may be days or kronor. */
export const countsOf = ({ source, isShare }: Kind): readonly Count[] =>
  source === 'own' && !isShare ? ['n', 'asked'] : ['n', 'denominator', 'asked'];

/** How many answers a value rests on: the fewest that any of its counts says. */
export function answersOf(observation: Counts, measure: Kind): number | null {
  const known = countsOf(measure)
    .map((count) => observation[count])
    .filter((count) => count !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Where the value itself counts persons it is its own number of them. */
export const asPersons = (one: Observation): Observation => ({ ...one, n: one.n ?? one.value });
