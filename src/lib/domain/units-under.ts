import { groupBy } from './group-by.ts';
import type { Place } from './snapshot.ts';

export type ParentOf = (place: number, among: ReadonlySet<number>) => number | null;

/** The nearest place above a unit that has a cell; one whose parent nobody knows is the kommun's. */
export const nearestAbove = (places: readonly Place[], kommun: number): ParentOf => {
  const units = new Map(places.flatMap((one) => (one.kind === 'unit' ? [[one.id, one]] : [])));
  return (place, among) => {
    for (let unit = units.get(place); unit; unit = units.get(unit.parent ?? kommun)) {
      if (unit.parent !== null && among.has(unit.parent)) return unit.parent;
    }
    return units.has(place) && among.has(kommun) ? kommun : null;
  };
};

/** The units under each place of a family. */
export function unitsUnder(places: readonly number[], parentOf: ParentOf) {
  const among = new Set(places);
  const under = groupBy([...among], (place) => parentOf(place, among));
  return new Map([...under].flatMap(([id, units]) => (id === null ? [] : [[id, units] as const])));
}
