import { describe, expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { addUp, sumOf, weightedMean } from './add-up.ts';
import type { Counted } from './add-up.ts';
import type { Observation } from './observation.ts';

describe('a sum', () => {
  test.each([
    ['of all', [10, 5, 20], { value: 35, of: 3, missing: 0 }],
    ['of some, and says so (B62)', [10, null, 20], { value: 30, of: 3, missing: 1 }],
    ['nought is a value (B59)', [0, 0], { value: 0, of: 2, missing: 0 }],
    ['of none is not nought', [null, null], { value: null, of: 2, missing: 2 }],
    ['of nothing', [], { value: null, of: 0, missing: 0 }],
  ])('%s', (_, values, expected) => {
    expect(sumOf(values)).toEqual(expected);
  });
});

describe('a weighted mean', () => {
  const part = (
    value: number | null,
    numerator: number | null,
    denominator: number | null,
  ): Counted => ({ value, numerator, denominator });
  const EMPTY = part(null, null, null);

  test.each<[string, Counted[], boolean, number | null, number]>([
    [
      '20 of 110, 1 of 3 missing (B78)',
      [part(15, 15, 100), part(50, 5, 10), EMPTY],
      true,
      18.18,
      1,
    ],
    ['from counts alone (B78)', [part(null, 15, 100), part(null, 5, 10), EMPTY], true, 18.18, 1],
    ['shares and what they are of', [part(15, null, 100), part(50, null, 10)], true, 18.18, 0],
    ['days and how many waited', [part(100, null, 3), part(60, null, 1)], false, 90, 0],
    ['days from sums of days', [part(null, 300, 3), part(null, 60, 1)], false, 90, 0],
    ['a group of nobody has no say', [part(50, 5, 10), part(null, 0, 0)], true, 50, 1],
    ['a denominator without a value', [part(50, 5, 10), part(null, null, 8)], true, 50, 1],
    ['nobody known', [EMPTY, EMPTY], true, null, 2],
  ])('%s', (_, parts, isShare, value, missing) => {
    const total = weightedMean(parts, isShare);
    expect(total).toMatchObject({ of: parts.length, missing });
    if (value === null) expect(total?.value).toBeNull();
    else expect(total?.value).toBeCloseTo(value, 2);
  });

  test('is none when a value has no counts: never unweighted (case 9)', () => {
    expect(weightedMean([part(15, 15, 100), part(50, null, null)], true)).toBeNull();
    expect(weightedMean([part(15, 15, 100), part(50, 5, 0)], true)).toBeNull();
  });
});

describe('a series that adds up', () => {
  const share = (period: string, numerator: number, denominator: number) =>
    anObservation({ period, value: (100 * numerator) / denominator, numerator, denominator });
  const newest = (series: readonly Observation[], isShare = true) =>
    addUp(series, 'weighted', isShare).at(-1)!;

  test.each(['latest', 'cumulative', 'none'] as const)('%s is as it is (B79)', (addsUp) => {
    const series = [
      anObservation({ period: '2023-T1', value: 10 }),
      anObservation({ period: '2023-T2', value: 25 }),
    ];
    const added = addUp(series, addsUp, false);
    expect(added.map((one) => one.observation)).toEqual(series);
    expect(added.map((one) => one.total)).toEqual([null, null]);
  });

  test.each<[string, Observation[], string, number, number, number]>([
    [
      'two tertials',
      [share('2023-T1', 15, 100), share('2023-T2', 5, 10)],
      '2023-01..2023-08',
      2,
      0,
      18.18,
    ],
    ['the whole year', ['T1', 'T2', 'T3'].map((t) => share(`2023-${t}`, 1, 4)), '2023', 3, 0, 25],
    ['a gap', [share('2023-T1', 1, 4), share('2023-T3', 3, 4)], '2023-T3', 3, 2, 75],
    [
      'the first is missing',
      [share('2023-T2', 1, 4), share('2023-T3', 3, 4)],
      '2023-05..2023-12',
      3,
      1,
      50,
    ],
    ['quarters', [share('2023-Q1', 1, 4), share('2023-Q2', 3, 4)], '2023-H1', 2, 0, 50],
    [
      'not the year before',
      [share('2022-T3', 4, 4), share('2023-T1', 1, 4), share('2023-T2', 3, 4)],
      '2023-01..2023-08',
      2,
      0,
      50,
    ],
    [
      'nor another kind',
      [share('2023-Q1', 4, 4), share('2023-T1', 1, 4), share('2023-T2', 3, 4)],
      '2023-01..2023-08',
      2,
      0,
      50,
    ],
    [
      'one is suppressed',
      [anObservation({ period: '2023-T1', state: 'suppressed' }), share('2023-T2', 3, 4)],
      '2023-T2',
      2,
      1,
      75,
    ],
  ])('weighted: %s', (_, series, period, of, missing, value) => {
    const { observation, total } = newest(series);
    expect(observation.period.text).toBe(period);
    expect(observation.value).toBeCloseTo(value, 2);
    expect(total).toMatchObject({ of, missing });
    expect(observation.source).toBe(series.at(-1)!.source);
  });

  test.each<[string, Observation[]]>([
    ['the first part of a year', [share('2023-T1', 1, 4)]],
    ['a year', [share('2022', 1, 4), share('2023', 3, 4)]],
    ['a day', [share('2023-05-30', 1, 4), share('2023-05-31', 3, 4)]],
    ['no counts', [anObservation({ period: '2023-T1' }), anObservation({ period: '2023-T2' })]],
    ['no counts for one', [anObservation({ period: '2023-T1' }), share('2023-T2', 1, 4)]],
    ['a missing one', [share('2023-T1', 1, 4), anObservation({ state: 'missing' })]],
  ])('weighted: alone: %s', (_, series) => {
    expect(newest(series)).toEqual({ observation: series.at(-1), total: null });
  });

  test('weighted: a value read for the whole goes before one that is added up', () => {
    const read = share('2023-01..2023-08', 1, 2);
    const series = [share('2023-T1', 1, 4), read, share('2023-T2', 3, 4)];
    expect(newest(series)).toEqual({ observation: read, total: null });
  });

  test('weighted: never over a break', () => {
    const parts = [share('2023-T1', 1, 4), share('2023-T2', 3, 4), share('2023-T3', 1, 4)];
    const since = (from: string) =>
      addUp(parts, 'weighted', true, [{ from, reason: 'ny definition' }]).at(-1)!;
    expect(since('2023-09-01')).toEqual({ observation: parts[2], total: null });
    expect(since('2023-05-01')).toMatchObject({
      observation: { period: { text: '2023-05..2023-12' }, value: 50 },
      total: { of: 2, missing: 0 },
    });
    expect(since('2023-10-01')).toEqual({ observation: parts[2], total: null });
    expect(since('2024-01-01').observation.period.text).toBe('2023');
  });

  test('weighted: preliminary while one part is', () => {
    const first = { ...share('2023-T1', 1, 4), isPreliminary: true };
    expect(newest([first, share('2023-T2', 3, 4)]).observation.isPreliminary).toBe(true);
    const whole = newest([share('2023-T1', 1, 4), share('2023-T2', 3, 4)]);
    expect(whole.observation.isPreliminary).toBe(false);
  });

  test('weighted: counts are added only where all have them', () => {
    const series = [
      anObservation({ period: '2023-T1', value: 10, denominator: 3, n: 3 }),
      anObservation({ period: '2023-T2', value: 20, denominator: 1 }),
    ];
    expect(newest(series, false).observation).toMatchObject({
      ...{ value: 12.5, numerator: null, denominator: 4, n: null, asked: null, printed: '' },
    });
  });
});
