import { describe, expect, test } from 'vitest';
import { aTarget } from '../../../tests/builders.ts';
import {
  isHeldIn,
  newestFirst,
  occasionOfPeriod,
  pageOf,
  publicTimes,
  runsOf,
  seenLinks,
  targetChanges,
} from './history.ts';
import type { DatedTarget, Link, PhaseStep, Public } from './history.ts';

const noon = (day: string) => `${day}T12:00:00.000Z`;
const OPEN: readonly Public[] = [];
const PUBLISHED: readonly Public[] = [{ from: noon('2023-09-12'), to: null }];
const AGAIN: readonly Public[] = [
  { from: noon('2023-09-12'), to: noon('2023-09-20') },
  { from: noon('2023-10-15'), to: null },
];

/** A chain: each said after the one before, on a day. */
const chain = (...days: readonly string[]): readonly Link[] =>
  days.map((day, at) => ({
    ...{ id: at + 1, previous: at === 0 ? null : at, occasion: 1 },
    at: `${day}T08:00:00.000Z`,
  }));

test.each<[string, readonly PhaseStep['phase'][], readonly (readonly [number, number | null])[]]>([
  ['never published', [], []],
  ['published', ['publicerat'], [[0, null]]],
  ['locked', ['publicerat', 'last'], [[0, null]]],
  ['taken back', ['publicerat', 'oppet'], [[0, 1]]],
  ['locked by mistake', ['publicerat', 'last', 'publicerat'], [[0, null]]],
  [
    'opened anew and locked again',
    ['publicerat', 'last', 'oppet', 'publicerat', 'last'],
    [
      [0, 2],
      [3, null],
    ],
  ],
])('when it could be read by everybody: %s', (_, phases, expected) => {
  const steps = phases.map((phase, index) => ({ phase, at: String(index) }));
  expect(publicTimes(steps)).toEqual(
    expected.map(([from, to]) => ({ from: String(from), to: to === null ? null : String(to) })),
  );
});

test.each<[string, string, string | null, boolean]>([
  ['came and went before it was published', '2023-09-01', '2023-09-11', false],
  ['was another when it was published', '2023-09-01', '2023-09-12', false],
  ['stood when it was published', '2023-09-01', '2023-09-13', true],
  ['came while it could be read', '2023-09-13', '2023-09-14', true],
  ['came and went while it was open anew', '2023-09-25', '2023-09-26', false],
  ['came while it was open anew, and stood when it was published again', '2023-09-25', null, true],
  ['came once it was published again', '2023-10-16', null, true],
])('what %s, %s to %s: could be read: %s', (_, from, to, expected) => {
  expect(isHeldIn({ from: noon(from), to: to && noon(to) }, AGAIN)).toBe(expected);
});

describe('what of a chain is seen', () => {
  const [early, eve, day, late, later] = [
    ...['2023-09-01', '2023-09-11', '2023-09-12', '2023-09-13', '2023-10-01'],
  ] as [string, string, string, string, string];

  test.each<[string, readonly string[], readonly Public[], string]>([
    ['of open work nothing', [early], OPEN, ''],
    ['what held when it was published', [early, eve], PUBLISHED, '2'],
    ['also when it was said the same day', [early, day], PUBLISHED, '2'],
    ['what was changed since, and what it was', [early, eve, late], PUBLISHED, '2, 3 after 2'],
    ['all since', [early, late, later], PUBLISHED, '1, 2 after 1, 3 after 2'],
    [
      'nothing of what was said and taken back while it was open anew',
      [early, '2023-09-25', '2023-09-26', later],
      AGAIN,
      '1, 4 after 1',
    ],
    ['what was decided, also while it is open anew', [early, later], AGAIN.slice(0, 1), '1'],
  ])('from without: %s', (_, days, times, expected) => {
    const seen = seenLinks(chain(...days), () => times, false);
    const words = seen.map(
      ({ link, before }) => `${link.id}${before ? ` after ${before.id}` : ''}`,
    );
    expect(words.join(', ')).toBe(expected);
  });

  test.each([[OPEN], [PUBLISHED]])('from within all of it, of %j', (times) => {
    const seen = seenLinks(chain(early, eve, late), () => times, true);
    expect(seen.map(({ link, before }) => [link.id, before?.id ?? null])).toEqual([
      ...[
        [1, null],
        [2, 1],
        [3, 2],
      ],
    ]);
  });
});

describe('targets that were replaced', () => {
  const dated = (id: number, replacedAt: string | null, given: Partial<DatedTarget> = {}) => ({
    ...aTarget({ id }),
    replacedAt,
    ...given,
  });

  test('are told with what came in their place', () => {
    const all = [
      ...[dated(1, '2023-02-01'), dated(2, null, { year: 2024 })],
      ...[dated(3, '2023-03-01'), dated(4, null), dated(5, '2023-04-01', { sex: 'K' })],
    ];
    const told = targetChanges(all).map(({ at, was, is }) => [at, was.id, is?.id ?? null]);
    expect(told).toEqual([
      ...[
        ['2023-02-01', 1, 3],
        ['2023-03-01', 3, 4],
        ['2023-04-01', 5, null],
      ],
    ]);
  });
});

const OCCASIONS = [{ cutoffOn: '2023-06-30' }, { cutoffOn: '2023-12-31' }];
test.each([
  ['2023-04-30', '2023-06-30'],
  ['2023-06-30', '2023-06-30'],
  ['2023-07-01', '2023-12-31'],
  ['2024-01-01', undefined],
])('a period that ends %s is first told of at the one of %s', (to, cutoffOn) => {
  expect(occasionOfPeriod(OCCASIONS, to)?.cutoffOn).toBe(cutoffOn);
});

const at = (name: string, time: string | null, occasion: number | null) => ({
  ...{ name, at: time, occasion },
});

test('the newest stands first, and what has no time after all else of its occasion', () => {
  const all = [
    ...[at('a', '2023-01', 1), at('tak 1', null, 1), at('b', '2023-03', 2), at('c', '2023-02', 1)],
    ...[at('d', '2023-02', 1), at('tak 2', null, 2), at('tak 3', null, 3)],
  ];
  expect(newestFirst(all).map(({ name }) => name)).toEqual([
    ...['b', 'tak 2', 'd', 'c', 'a', 'tak 1', 'tak 3'],
  ]);
});

test('what follows on each other at one occasion stands together', () => {
  const all = [at('a', '3', 1), at('b', '2', 1), at('c', '1', null), at('d', '0', 1)];
  const runs = runsOf(all).map(({ occasion, entries }) => [occasion, entries.map((e) => e.name)]);
  expect(runs).toEqual([
    [1, ['a', 'b']],
    [null, ['c']],
    [1, ['d']],
  ]);
});

test.each([
  [0, 1, 1, 1, []],
  [7, 1, 1, 3, [0, 1, 2]],
  [7, 3, 3, 3, [6]],
  [7, 99, 3, 3, [6]],
  [7, 0, 1, 3, [0, 1, 2]],
  [6, 2, 2, 2, [3, 4, 5]],
])('of %i entries page %i is %i of %i', (count, wanted, page, pages, entries) => {
  const all = Array.from({ length: count }, (_, index) => index);
  expect(pageOf(all, wanted, 3)).toEqual({ entries, page, pages, count });
});
