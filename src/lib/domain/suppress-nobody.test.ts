import { expect, test } from 'vitest';
import { aMeasure, anObservation } from '../../../tests/builders.ts';
import type { Sex } from './model.ts';
import type { Place } from './snapshot.ts';
import { suppress } from './suppress.ts';

const unit = (id: number, parent: number): Place => ({
  ...{ id, kind: 'unit', code: null, name: `Plats ${id}`, parent },
});

/** The kommun has one unit, and that has three. */
const PLACES: readonly Place[] = [
  { id: 1, kind: 'kommun', code: null, name: 'Kommunen', parent: null },
  ...[unit(2, 1), unit(3, 2), unit(4, 2), unit(5, 2)],
];

const row = (place: number, sex: Sex, n: number) => anObservation({ place, sex, value: 50, n });
const NOBODY = anObservation({ place: 4, sex: 'K', n: 0, state: 'missing' });

/*
 * Where a row says that no woman answered in unit 4, the women of 3 are those of the kommun less those
 * of 5: then one more must be hidden for the four men of 3 not to be worked out.
 */
test('a row that says that nobody answered is known to whoever subtracts', () => {
  const rows = [
    ...[row(1, 'T', 61), row(1, 'K', 35), row(1, 'M', 26), row(2, 'T', 61), row(2, 'M', 26)],
    ...[row(3, 'T', 21), row(3, 'K', 17), row(3, 'M', 4), NOBODY, row(5, 'M', 13), row(5, 'K', 18)],
  ];
  const measure = aMeasure({ source: 'survey' });
  const left = suppress({ places: PLACES, measures: [measure], place: 1, observations: rows });
  const hidden = left.filter(({ state }) => state === 'suppressed');
  expect(hidden.map(({ place, sex }) => `${place} ${sex}`)).toEqual(['3 K', '3 M', '5 K']);
});
