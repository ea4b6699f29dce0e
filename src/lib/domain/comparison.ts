import type { Observation } from './observation.ts';
import type { Place } from './snapshot.ts';

/** Values of the kommun and its units, and those of others, which are never mixed with them. */
export type Split = {
  readonly own: readonly Observation[];
  readonly others: readonly Observation[];
};

/** Riket is a weighted mean and a group an unweighted one: neither is a value of the kommun's. */
export function splitByPlace(
  observations: readonly Observation[],
  places: readonly Place[],
  own: number,
): Split {
  const units = new Set(places.filter((one) => one.kind === 'unit').map((one) => one.id));
  const isOwn = (one: Observation) => one.place === own || units.has(one.place);
  return {
    own: observations.filter(isOwn),
    others: observations.filter((one) => !isOwn(one)),
  };
}
