import type { Sex } from './model.ts';
import type { Line } from './subtraction.ts';
import { unitsUnder } from './units-under.ts';
import type { ParentOf } from './units-under.ts';

/* The sums that a family of values is built of: the sexes of a place, and the places under one. */

/** A cell of a family: a place and a sex. */
export const cellKey = (place: number, sex: Sex): string => `${place} ${sex}`;

export const SEXES = ['K', 'M', 'A', 'T'] as const satisfies readonly Sex[];

/** What has a row. */
type Keyed = { readonly key: string };

/**
 * A line; that one of its parts of whom no row of the family need say anything; and what it divides,
 * alike for lines that are open together (the units of a place, whatever the sex).
 */
export type FullLine = Line & { readonly rest: string; readonly within: string };

const restOf = (place: number, sex: Sex) => `${place}+ ${sex}`;

/** T = K + M + A of every place, and of what may be left beside the units of one. */
function sexLines(
  cells: readonly Keyed[],
  places: readonly number[],
  parents: Iterable<number>,
): readonly FullLine[] {
  const lineOf = (key: (sex: Sex) => string) => ({
    total: key('T'),
    parts: [key('K'), key('M'), key('A')],
    rest: cells.some((one) => one.key === key('A')) ? '' : key('A'),
    within: key('T'),
  });
  return [
    ...places.map((id) => lineOf((sex) => cellKey(id, sex))),
    ...[...parents].map((id) => lineOf((sex) => restOf(id, sex))),
  ];
}

/** A parent is its units, for each sex, and what may be left beside them. */
const placeLines = (under: ReadonlyMap<number, readonly number[]>): readonly FullLine[] =>
  [...under].flatMap(([parent, units]) =>
    SEXES.map((sex) => ({
      total: cellKey(parent, sex),
      parts: [...units.map((unit) => cellKey(unit, sex)), restOf(parent, sex)],
      rest: restOf(parent, sex),
      within: `${parent}`,
    })),
  );

/** The lines of a family, by what it has a row of and the places that it knows. */
export function linesOf(
  cells: readonly Keyed[],
  places: readonly number[],
  parentOf: ParentOf,
): readonly FullLine[] {
  const under = unitsUnder(places, parentOf);
  return [...sexLines(cells, places, under.keys()), ...placeLines(under)];
}
