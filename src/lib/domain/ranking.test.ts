import { describe, expect, test } from 'vitest';
import { anObservation, aTarget } from '../../../tests/builders.ts';
import type { Better } from './model.ts';
import { placeAmong, quarterOf, rankFor, rankOf } from './ranking.ts';
import type { Quarter, Rank, Ranked } from './ranking.ts';
import type { TargetRule } from './rule.ts';
import type { Current } from './series.ts';
import type { Group, PeerValue } from './snapshot.ts';

const rank = (place: number, of: number, ties = 0): Rank => ({ place, of, ties });

describe('competition ranking', () => {
  const values = [90, 80, 80, 70];

  test.each<[string, readonly number[], number, Better, Rank | null]>([
    ['the highest is first', values, 90, 'higher', rank(1, 4)],
    ['two share a place', values, 80, 'higher', rank(2, 4, 1)],
    ['and the one after them has lost one', values, 70, 'higher', rank(4, 4)],
    ['the lowest is first where lower is better', values, 70, 'lower', rank(1, 4)],
    ['two share a place there too', values, 80, 'lower', rank(2, 4, 1)],
    ['and the highest is last', values, 90, 'lower', rank(4, 4)],
    ['all alike', [5, 5, 5], 5, 'higher', rank(1, 3, 2)],
    ['nought and below are values', [0, -5, 3], -5, 'higher', rank(3, 3)],
    ['binary noise is a tie', [0.1 + 0.2, 0.3, 0.4], 0.3, 'lower', rank(1, 3, 1)],
    ['84,95 is below 85', [84.95, 85], 84.95, 'higher', rank(2, 2)],
    ['two values are enough', [1, 2], 2, 'higher', rank(1, 2)],
    ['one is not', [1], 1, 'higher', null],
    ['nor none', [], 1, 'higher', null],
    ['no place without a direction', values, 90, 'none', null],
    ['nor where best is inside a span', values, 90, 'inside', null],
  ])('%s', (_, among, own, better, expected) => {
    expect(placeAmong(among, own, better)).toEqual(expected);
  });
});

/** Kolada N00092, sick leave under 30, 2011: how many kommuner had which value. Källa: Kolada. */
const N00092 =
  `0.4:1 1.0:1 1.2:3 1.4:1 1.5:1 1.6:1 1.7:2 1.8:1 1.9:4 2.0:5 2.1:3 2.2:6 2.3:11 2.4:11
  2.5:6 2.6:5 2.7:10 2.8:12 2.9:8 3.0:9 3.1:5 3.2:11 3.3:6 3.4:9 3.5:13 3.6:7 3.7:10 3.8:9 3.9:5
  4.0:7 4.1:10 4.2:7 4.3:4 4.4:4 4.5:2 4.6:9 4.7:8 4.8:3 4.9:4 5.0:3 5.1:2 5.2:3 5.3:3 5.5:2 5.6:2
  5.7:2 5.9:2 6.0:1 6.3:1 6.5:3 6.6:1 6.7:1 6.9:1 7.2:1 7.6:1 11.1:1`
    .split(/\s+/)
    .flatMap((pair) => {
      const [value, count] = pair.split(':').map(Number);
      return Array.from<number>({ length: count ?? 0 }).fill(value ?? NaN);
    });

test.each([
  ['Gnesta', 2.8, 73, 181, 'middle'],
  ['Solna', 5.2, 240, 23, 'worst'],
] as const)('N00092 2011: %s', (_, value, fromLowest, fromHighest, quarter) => {
  const lowest = placeAmong(N00092, value, 'lower');
  expect(lowest).toMatchObject({ place: fromLowest, of: 264 });
  expect(placeAmong(N00092, value, 'higher')).toMatchObject({ place: fromHighest, of: 264 });
  expect(lowest && quarterOf(lowest)).toBe(quarter);
});

describe('the rank of a measure', () => {
  const valueOf = (place: number, value: number, given: Partial<PeerValue> = {}): PeerValue => ({
    ...{ measure: 1, period: '2022', place, value },
    ...given,
  });
  const peers = [
    ...[60, 90, 80, 70].map((value, index) => valueOf(index + 1, value)),
    valueOf(5, 99, { period: '2021' }),
    valueOf(6, 99, { measure: 2 }),
  ];
  const aGroup = (key: string, members: readonly number[]): Group => ({
    ...{ id: 1, key, title: 'Liknande kommuner', members },
  });
  const groups = [aGroup('liknande', [3, 4, 9]), aGroup('tom', []), aGroup('med-oss', [1, 3])];
  const grouped = (place: number, of: number): Rank => ({
    ...rank(place, of),
    group: 'Liknande kommuner',
  });
  const asked: Ranked = { measure: 1, period: '2022', place: 1, better: 'higher', among: null };

  test.each<[string, Partial<Ranked>, Rank | null]>([
    ['among all kommuner that have a value then', {}, rank(4, 4)],
    ['the other way', { better: 'lower' }, rank(1, 4)],
    ['another period', { period: '2021', place: 5 }, null],
    ['in a group, which the kommun is counted in with', { among: 'liknande' }, grouped(3, 3)],
    ['in one that holds it, once', { among: 'med-oss' }, grouped(2, 2)],
    ['alone in a group', { among: 'tom' }, null],
    ['in a group that nobody knows', { among: 'okand' }, null],
    ['without a value of its own', { place: 9 }, null],
    ['without a direction', { better: 'none' }, null],
  ])('%s', (_, given, expected) => {
    expect(rankOf({ peers, groups }, { ...asked, ...given })).toEqual(expected);
  });

  const current: Current = {
    kind: 'value',
    observation: anObservation({ period: '2022', value: 60 }),
  };
  const ranked = { kind: 'rank', atMost: 2, among: null, isReported: false } as const;

  test.each<[string, TargetRule | null, Current, Rank | null]>([
    ['is asked for by a target for places', ranked, current, rank(4, 4)],
    ['in its group', { ...ranked, among: 'liknande' }, current, grouped(3, 3)],
    ['not where the place was reported', { ...ranked, isReported: true }, current, null],
    ['not without a value', ranked, { kind: 'none' }, null],
    ['not by another target', aTarget().rule, current, null],
    ['not without a target', null, current, null],
  ])('%s', (_, rule, now, expected) => {
    const target = rule && aTarget({ rule });
    const indicator = { measure: 1, better: 'higher' } as const;
    expect(rankFor({ peers, groups, place: 1 }, indicator, target, now)).toEqual(expected);
  });
});

describe('Kolada’s quarters', () => {
  test.each<[string, Rank, Quarter | null]>([
    ['on the limit of the best', rank(66, 264), 'best'],
    ['past it', rank(67, 264), 'middle'],
    ['on the limit of the worst', rank(198, 264), 'middle'],
    ['past it', rank(199, 264), 'worst'],
    ['72,5 kommuner are a quarter of 290', rank(72, 290), 'best'],
    ['the 73rd is not among them', rank(73, 290), 'middle'],
    ['first of four', rank(1, 4), 'best'],
    ['last of four', rank(4, 4), 'worst'],
    ['a tie across the better limit is on its better side', rank(60, 264, 30), 'best'],
    ['and one across the worse limit too', rank(190, 264, 74), 'middle'],
    ['all alike: nobody is best', rank(1, 264, 263), null],
    ['three have no quarters', rank(1, 3), null],
  ])('%s', (_, place, expected) => {
    expect(quarterOf(place)).toBe(expected);
  });
});
