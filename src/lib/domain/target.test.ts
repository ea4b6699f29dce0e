import { describe, expect, test } from 'vitest';
import { anIndicator, anObservation, anOccasion, aTarget } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  between,
  keep,
  percent,
  UP,
  rank,
  WORDS,
  BUDGET,
  BETTER,
} from '../../../tests/rules.ts';
import type { Indicator, Target } from './model.ts';
import type { Rank } from './ranking.ts';
import type { TargetRule } from './rule.ts';
import type { Current, Previous } from './series.ts';
import { assess, targetAt, targetsAfter } from './target.ts';

describe('which target speaks', () => {
  const OCCASION = anOccasion({ id: 7, year: 2023 });
  const year = aTarget({ id: 10 });
  const own = aTarget({ id: 11, occasion: 7 });

  test.each<[string, Target[], number | undefined]>([
    ['none', [], undefined],
    ['the one of the year', [year], 10],
    ['one set for the occasion goes before', [year, own], 11],
    ['in whichever order', [own, year], 11],
    ['one set for another occasion does not', [aTarget({ occasion: 8 })], undefined],
    ['one set for another occasion leaves it to the year', [aTarget({ occasion: 8 }), year], 10],
    ['a later year never', [aTarget({ year: 2024 })], undefined],
    [
      'a later year never, though set for the occasion',
      [aTarget({ ...own, year: 2026 })],
      undefined,
    ],
    ['an earlier year neither', [aTarget({ year: 2022 })], undefined],
    ['another indicator', [aTarget({ indicator: 2 })], undefined],
    ['women', [aTarget({ sex: 'K' })], undefined],
    ['another place', [aTarget({ place: 2 })], undefined],
  ])('%s', (_, targets, id) => {
    expect(targetAt(targets, 1, OCCASION, 'T', 1)?.id).toBe(id);
  });

  test('one for women in a place of its own', () => {
    const women = aTarget({ id: 12, sex: 'K', place: 3 });
    expect(targetAt([year, women], 1, OCCASION, 'K', 3)).toBe(women);
  });
});

describe('targets of years to come', () => {
  const years = [2026, 2025, 2023, 2022].map((year) => aTarget({ id: year, year }));
  const others = [
    aTarget({ id: 1, year: 2025, indicator: 2 }),
    aTarget({ id: 2, year: 2025, sex: 'K' }),
    aTarget({ id: 3, year: 2025, place: 2 }),
    aTarget({ id: 4, year: 2025, occasion: 9 }),
  ];

  test('are listed in order, and nobody else’s', () => {
    const after = targetsAfter([...years, ...others], 1, 2023, 'T', 1);
    expect(after.map((one) => one.id)).toEqual([2025, 2026]);
  });
});

const edge = (at: number) => ({ at, isStrict: false, isGiven: true });

describe('a verdict', () => {
  const observation = anObservation({ value: 75 });
  const current: Current = { kind: 'value', observation };
  const before = anObservation({ period: '2022-T2', value: 70 });
  const comparable: Previous = { observation: before, comparable: true, change: 5 };
  const other: Previous = { observation: before, comparable: false, why: 'other-window' };
  const target = aTarget({ rule: atLeast(80, BETTER) });

  type Given = {
    readonly indicator?: Partial<Indicator>;
    readonly target?: Target | null;
    readonly current?: Current;
    readonly previous?: Previous | null;
    readonly rank?: Rank | null;
    readonly cutoffOn?: string;
  };
  const assessed = (given: Given) =>
    assess({
      indicator: anIndicator(given.indicator),
      target: given.target === undefined ? target : given.target,
      current: given.current ?? current,
      previous: given.previous ?? null,
      rank: given.rank ?? null,
      occasion: anOccasion({ cutoffOn: given.cutoffOn ?? '2023-08-31' }),
    });
  const said = (given: Given) => {
    const verdict = assessed(given);
    return verdict.verdict === 'unknown' ? verdict.why : verdict.verdict;
  };
  const valued = (value: number, period = '2023-T2'): Current => ({
    kind: 'value',
    observation: anObservation({ value, period }),
  });

  test('carries what it rests on', () => {
    expect(assessed({ previous: comparable })).toEqual({
      verdict: 'near',
      because: {
        ...{ target, observation, previous: before, distance: -5, rank: null },
        aim: {
          zone: { low: edge(80), high: null },
          near: { low: { at: 70, isStrict: true, isGiven: false }, high: null },
          ...{ isYearly: true, dueOn: null, months: 12 },
        },
      },
    });
  });

  test.each<[string, TargetRule, number, number]>([
    ['at least, under it', atLeast(80), 75, -5],
    ['at most, under it', atMost(90), 75, -15],
    ['on it, whatever binary says (case 10)', atMost(0.3), 0.1 + 0.2, 0],
    ['between, under it', between(80, 90), 75, -5],
    ['between, anywhere in it', between(60, 90), 75, 0],
    ['between, on its edge', between(60, 75), 75, 0],
    ['hold, over it', keep(70, 2), 75, 3],
    ['change', percent(340, 10), 340, -34],
    ['a place', rank(50), 60, 10],
  ])('measures the distance: %s', (_, rule, value, distance) => {
    const one = assessed({ target: aTarget({ rule }), current: valued(value) });
    expect(one.because.distance).toBeCloseTo(distance, 9);
    if (distance === 0) expect(one.because.distance).toBe(0);
  });

  test('does not lean on a previous value that is not comparable, but shows it', () => {
    expect(assessed({ previous: other })).toMatchObject({
      verdict: 'missed',
      because: { previous: before, distance: -5 },
    });
    expect(said({ target: aTarget({ rule: UP }), previous: other })).toBe('no-previous');
    expect(said({ target: aTarget({ rule: UP }), previous: comparable })).toBe('met');
  });

  test('stands without a previous value', () => {
    expect(assessed({ target: aTarget({ rule: atMost(90) }) })).toMatchObject({
      verdict: 'met',
      because: { previous: null, distance: -15 },
    });
  });

  const LATER = { measuredAt: ['ar'] };
  test.each<[string, Current, Partial<Indicator>, Target | null, string]>([
    ['no value', { kind: 'none' }, {}, target, 'no-value'],
    ['no value, measured later', { kind: 'none' }, LATER, target, 'measured-later'],
    ['no value, measured now', { kind: 'none' }, { measuredAt: ['delar'] }, target, 'no-value'],
    ['no value, measured never', { kind: 'none' }, { measuredAt: [] }, target, 'measured-later'],
    ['an old value', { kind: 'stale', observation }, {}, target, 'not-fresh'],
    ['an old value, later', { kind: 'stale', observation }, LATER, target, 'measured-later'],
    ['only parts', { kind: 'only-parts' }, {}, target, 'only-parts'],
    ['only parts, measured later', { kind: 'only-parts' }, LATER, target, 'only-parts'],
    ['suppressed', { kind: 'suppressed', observation }, {}, target, 'suppressed'],
    ['suppressed, later', { kind: 'suppressed', observation }, LATER, target, 'suppressed'],
    ['not applicable', { kind: 'not-applicable', observation }, {}, target, 'not-applicable'],
    ['not compared', current, { isCompared: false }, target, 'not-compared'],
    ['not compared and no target', current, { isCompared: false }, null, 'not-compared'],
    ['no target', current, {}, null, 'no-target'],
    ['no value and no target', { kind: 'none' }, {}, null, 'no-value'],
    ['words', current, {}, aTarget({ rule: WORDS }), 'words-only'],
    ['a budget', current, {}, aTarget({ rule: BUDGET }), 'reference'],
    ['per cent of nought', current, {}, aTarget({ rule: percent(0, 5) }), 'no-base'],
  ])('is unknown, and says why: %s', (_, now, indicator, aim, why) => {
    expect(assessed({ current: now, indicator, target: aim })).toMatchObject({
      verdict: 'unknown',
      why,
      because: {
        target: aim,
        observation: 'observation' in now ? now.observation : null,
        distance: null,
      },
    });
  });

  test('is given of a value that came before it was due', () => {
    expect(said({ indicator: LATER })).toBe('missed');
  });

  test('is never given without a number', () => {
    const empty: Current = { kind: 'value', observation: { ...observation, value: null } };
    expect(said({ current: empty })).toBe('no-value');
  });

  describe('of a computed place', () => {
    const places = aTarget({ rule: rank(50, false) });
    const at = (place: number): Rank => ({ place, of: 264, ties: 0 });

    test.each<[string, Rank | null, string, number | null]>([
      ['better', at(49), 'met', -1],
      ['on it', at(50), 'met', 0],
      ['worse', at(73), 'missed', 23],
      ['none', null, 'no-rank', null],
    ])('%s', (_, place, expected, distance) => {
      const one = assessed({ target: places, current: valued(2.8), rank: place });
      expect(one.verdict === 'unknown' ? one.why : one.verdict).toBe(expected);
      expect(one.because).toMatchObject({ rank: place, distance });
    });

    test('is not the value itself, however good', () => {
      expect(said({ target: places, current: valued(1), rank: at(240) })).toBe('missed');
    });
  });
});
