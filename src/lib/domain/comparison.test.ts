import { expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { splitByPlace } from './comparison.ts';
import type { Place } from './snapshot.ts';

const place = (id: number, kind: Place['kind']): Place => ({
  id,
  kind,
  code: null,
  name: kind,
  parent: null,
});

test('the kommun and its units on one side, riket, groups and other kommuner on the other', () => {
  const places = [
    place(1, 'kommun'),
    place(2, 'unit'),
    place(3, 'riket'),
    place(4, 'group'),
    place(5, 'kommun'),
  ];
  const all = places.map((one) => anObservation({ place: one.id }));
  const { own, others } = splitByPlace(all, places, 1);
  expect(own.map((one) => one.place)).toEqual([1, 2]);
  expect(others.map((one) => one.place)).toEqual([3, 4, 5]);
});
