import { describe, expect, test } from 'vitest';
import { anIndicator, anObservation, aPeriod } from '../../../tests/builders.ts';
import type { Observation } from './observation.ts';
import {
  countsBy,
  currentAt,
  FRESHNESS,
  headline,
  isFresh,
  previousOf,
  newestFirst,
  whyNotComparable,
} from './series.ts';

const CUTOFF = '2023-08-31';
const OWN = FRESHNESS.own;
const KOLADA = FRESHNESS.kolada;

/** A series of one value a period: the values 1, 2, 3 … */
const seriesOf = (...periods: string[]) =>
  headline(
    periods.map((period, index) => anObservation({ period, value: index + 1 })),
    anIndicator(),
    1,
  );

describe('the headline of an indicator', () => {
  test.each<[string, Partial<Omit<Observation, 'period'>>]>([
    ['another measure', { measure: 2 }],
    ['another place', { place: 2 }],
    ['women', { sex: 'K' }],
    ['men', { sex: 'M' }],
    ['those of another sex', { sex: 'A' }],
    ['a part of the whole', { breakdown: 'ålder=80+' }],
    ['a forecast', { kind: 'prognos' }],
    ['a budget', { kind: 'budget' }],
  ])('is not about %s', (_, other) => {
    const mine = anObservation();
    expect(headline([anObservation(other), mine], anIndicator(), 1)).toEqual([mine]);
  });

  test('is in order, oldest first, and leaves what it was given as it was', () => {
    const given = ['2023-T2', '2022', '..2021-12-31', '2023-T1', '2023-01..2023-08'].map((period) =>
      anObservation({ period }),
    );
    const texts = (list: readonly Observation[]) => list.map((one) => one.period.text);
    expect(texts(headline(given, anIndicator(), 1))).toEqual([
      '..2021-12-31',
      '2022',
      '2023-T1',
      '2023-01..2023-08',
      '2023-T2',
    ]);
    expect(texts(given)[0]).toBe('2023-T2');
  });
});

describe('an observation counts at 31 August', () => {
  test.each([
    ['its period ended the day before', { period: '2023-08-30' }, true],
    ['its period ended that day', { period: '2023-T2' }, true],
    ['its period ends the day after', { period: '2023-09-01' }, false],
    ['its period goes on', { period: '2023' }, false],
    ['its period goes on, measured in May', { period: '2023', measuredOn: '2023-05-31' }, true],
    ['its period goes on, measured that day', { period: '2023', measuredOn: CUTOFF }, true],
    ['its period goes on, measured after', { period: '2023', measuredOn: '2023-09-01' }, false],
    ['its period goes on, published that day', { period: '2023', publishedOn: CUTOFF }, true],
    ['its period goes on, published after', { period: '2023', publishedOn: '2023-09-01' }, false],
    ['its period ended, published after', { period: '2023-T2', publishedOn: '2023-10-01' }, true],
    ['not stated, up to that day', { period: '..2023-08-31' }, true],
    ['not stated, up to a later day', { period: '..2023-12-31' }, false],
  ])('%s: %o %s', (_, given, expected) => {
    expect(countsBy(anObservation(given), CUTOFF)).toBe(expected);
  });
});

describe('fresh', () => {
  test.each([
    ['own, this year', OWN, '2023-T1', CUTOFF, true],
    ['own, the first day of this year', OWN, '2023-01-01', CUTOFF, true],
    ['own, the last day of the year before', OWN, '2022-12-31', CUTOFF, false],
    ['own, the year before at the very end of this', OWN, '2022', '2023-12-31', false],
    ['own, a läsår that ended this year', OWN, '2022/2023', CUTOFF, true],
    ['Kolada, 24 months to the day', KOLADA, '2021-08-31', CUTOFF, true],
    ['Kolada, a day more', KOLADA, '2021-08-30', CUTOFF, false],
    ['Kolada, the year before last at the year-end', KOLADA, '2021', '2023-12-31', true],
    ['Kolada, three years back', KOLADA, '2020', CUTOFF, false],
    ['HME, 24 months to the day', FRESHNESS.hme, '2021-08-31', CUTOFF, true],
    ['a survey, a day more', FRESHNESS.survey, '2021-08-30', CUTOFF, false],
    [
      'a survey, not stated, up to a day of this year',
      FRESHNESS.survey,
      '..2023-04-30',
      CUTOFF,
      true,
    ],
    [
      'a survey, not stated, up to a day of the year before',
      FRESHNESS.survey,
      '..2022-12-31',
      CUTOFF,
      false,
    ],
    ['a setting of six months', { kind: 'months', months: 6 }, '2022-12', '2023-06-30', true],
  ] as const)('%s', (_, freshness, period, cutoff, expected) => {
    expect(isFresh(aPeriod(period), freshness, cutoff)).toBe(expected);
  });
});

describe('what a series has to say', () => {
  const at = (...series: Observation[]) => {
    const current = currentAt(series, CUTOFF, OWN);
    return 'observation' in current
      ? `${current.kind} ${current.observation.period.text}`
      : current.kind;
  };
  const T1 = anObservation({ period: '2023-T1', value: 10 });
  const T2 = { period: '2023-T2' } as const;

  test.each<[string, Observation[], string]>([
    ['nothing at all', [], 'none'],
    ['the newest value', [T1, anObservation(T2)], 'value 2023-T2'],
    ['zero is a value (case 6)', [T1, anObservation({ ...T2, value: 0 })], 'value 2023-T2'],
    [
      'one that does not count yet is passed over',
      [T1, anObservation({ period: '2023' })],
      'value 2023-T1',
    ],
    [
      'a missing value says nothing, so the one before speaks (case 6, B79)',
      [T1, anObservation({ ...T2, state: 'missing' })],
      'value 2023-T1',
    ],
    [
      'one that was not collected says nothing either',
      [T1, anObservation({ ...T2, state: 'not_collected' })],
      'value 2023-T1',
    ],
    [
      'a suppressed value is an answer, and hides the one before (case 6)',
      [T1, anObservation({ ...T2, state: 'suppressed' })],
      'suppressed 2023-T2',
    ],
    [
      'not applicable is an answer (case 6)',
      [T1, anObservation({ ...T2, state: 'not_applicable' })],
      'not-applicable 2023-T2',
    ],
    ['only missing values', [anObservation({ ...T2, state: 'missing' })], 'none'],
    ['only an old value', [anObservation({ period: '2020' })], 'stale 2020'],
    ['an old suppressed one', [anObservation({ period: '2020', state: 'suppressed' })], 'none'],
    [
      'an old one that was not applicable',
      [anObservation({ period: '2020', state: 'not_applicable' })],
      'none',
    ],
    ['only a value of what is to come', [anObservation({ period: '2024' })], 'none'],
  ])('%s', (_, series, expected) => {
    expect(at(...series)).toBe(expected);
  });

  test('the year so far of a cumulative count is its last known value, not the sum (B79)', () => {
    const series = [
      anObservation({ period: '2023-T1', value: 10 }),
      anObservation({ period: '2023-T2', value: 25 }),
      anObservation({ period: '2023-T3', state: 'missing' }),
    ];
    expect(currentAt(series, '2023-12-31', OWN)).toMatchObject({ observation: { value: 25 } });
  });
});

describe('two values may be subtracted', () => {
  const breakOn = (from: string) => [{ from, reason: 'ny definition' }];

  test.each([
    ['the same period a year before', '2022-T2', '2023-T2', [], null],
    ['two tertials of a year', '2023-T1', '2023-T3', [], null],
    ['months of different length', '2023-02', '2023-08', [], null],
    ['a year with a 29 February', '2023', '2024', [], null],
    ['spans of as many whole months', '2022-01..2022-08', '2023-01..2023-08', [], null],
    ['läsår', '2021/2022', '2022/2023', [], null],
    ['spans of as many days', '2022-03-15..2022-06-14', '2023-03-15..2023-06-14', [], null],
    [
      'the same days, one a leap year',
      '2023-01-15..2023-06-14',
      '2024-01-15..2024-06-14',
      [],
      null,
    ],
    ['the same days, the other', '2024-01-15..2024-06-14', '2025-01-15..2025-06-14', [], null],
    ['days', '2022-05-31', '2023-05-30', [], null],
    ['another kind', '2022', '2023-T2', [], 'other-window'],
    ['another kind of the same days', '2022-H1', '2023-VT', [], 'other-window'],
    ['other months', '2022-01..2022-07', '2023-01..2023-08', [], 'other-window'],
    ['other days', '2022-03-15..2022-06-14', '2023-03-15..2023-06-13', [], 'other-window'],
    ['months and days', '2022-01..2022-08', '2023-01-02..2023-08-31', [], 'other-window'],
    ['days and months', '2022-01-02..2022-08-31', '2023-01..2023-08', [], 'other-window'],
    ['not stated first', '..2022-08-31', '2023-01..2023-08', [], 'window-not-stated'],
    ['not stated last', '2022-01..2022-08', '..2023-08-31', [], 'window-not-stated'],
    ['neither stated', '..2022-08-31', '..2023-08-31', [], 'window-not-stated'],
    ['a break between them', '2022', '2023', breakOn('2023-01-01'), 'break'],
    ['a break within the later', '2022', '2023', breakOn('2023-12-31'), 'break'],
    ['a break before both', '2022', '2023', breakOn('2022-01-01'), null],
    ['a break on the last day of the earlier', '2022', '2023', breakOn('2022-12-31'), null],
    ['a break after both', '2022', '2023', breakOn('2024-01-01'), null],
    [
      'one break of two between',
      '2022',
      '2023',
      [...breakOn('2020-01-01'), ...breakOn('2023-01-01')],
      'break',
    ],
  ])('%s: %s and %s', (_, earlier, later, breaks, expected) => {
    expect(whyNotComparable(aPeriod(earlier), aPeriod(later), breaks)).toBe(expected);
  });
});

describe('the value about a year before', () => {
  test.each([
    ['the same period', '2023-T2', ['2022-T1', '2022-T2', '2022-T3'], '2022-T2'],
    [
      'the same period, though another ends that day too',
      '2023-01..2023-08',
      ['2022-01..2022-08', '2022-T2', '2022-08-31'],
      '2022-01..2022-08',
    ],
    ['the day before a 29 February', '2024-02-29', ['2023-02-28', '2023-03-01'], '2023-02-28'],
    ['the nearest, when the same is not there', '2023-T2', ['2022', '2022-Q3'], '2022-Q3'],
    ['the nearest, when it is older', '2023-T2', ['2022-07', '2022'], '2022-07'],
    ['the newer of two as near', '2023-06-30', ['2021-12-31', '2022-12-31'], '2022-12-31'],
    ['half a year before', '2023-06-30', ['2022-12-31'], '2022-12-31'],
    ['not less than half a year', '2023-06-30', ['2023-01-01'], undefined],
    ['a year and a half before', '2023-06-30', ['2021-12-31'], '2021-12-31'],
    ['not more than that', '2023-06-30', ['2021-12-30'], undefined],
    ['not the period before', '2023-T2', ['2023-T1'], undefined],
    ['not one that comes after', '2023-T2', ['2024-T2'], undefined],
    ['not itself', '2023-T2', [], undefined],
  ])('%s', (_, current, others, expected) => {
    const series = seriesOf(...others, current);
    const now = series.find((one) => one.period.text === current)!;
    expect(previousOf(series, now, [])?.observation.period.text).toBe(expected);
  });

  test.each(['missing', 'suppressed', 'not_applicable', 'not_collected'] as const)(
    'is none that is %s',
    (state) => {
      const series = [anObservation({ period: '2022-T2', state }), anObservation()];
      expect(previousOf(series, series[1]!, [])).toBeNull();
    },
  );

  test('gives the change when the two may be compared', () => {
    const series = seriesOf('2022-T2', '2023-T2');
    expect(previousOf(series, series[1]!, [])).toEqual({
      observation: series[0],
      comparable: true,
      change: 1,
    });
  });

  test('gives no change where only binary noise differs', () => {
    const series = [
      anObservation({ period: '2022-T2', value: 0.3 }),
      anObservation({ value: 0.1 + 0.2 }),
    ];
    expect(previousOf(series, series[1]!, [])).toMatchObject({ comparable: true, change: 0 });
  });

  test.each([
    ['2022', '2023-T2', 'other-window'],
    ['..2022-08-31', '2023-01..2023-08', 'window-not-stated'],
    ['2022-Q3', '2023-Q3', 'break'],
  ])('stands beside without a change: %s and %s', (earlier, later, why) => {
    const series = seriesOf(earlier, later);
    const breaks = [{ from: '2023-07-01', reason: 'ny definition' }];
    expect(previousOf(series, series[1]!, breaks)).toEqual({
      observation: series[0],
      comparable: false,
      why,
    });
  });
});

test('a table of everything: newest period first, the whole before its parts, both sexes first', () => {
  const ordered = [
    anObservation({ period: '2023-T2' }),
    anObservation({ period: '2023-T2', sex: 'K' }),
    anObservation({ period: '2023-T2', sex: 'M' }),
    anObservation({ period: '2023-T2', sex: 'A' }),
    anObservation({ period: '2023-T2', breakdown: 'ålder=80+' }),
    anObservation({ period: '2023-T2', breakdown: 'ålder=80+', sex: 'K' }),
    anObservation({ period: '2023-T1' }),
    anObservation({ period: '2022', sex: 'K' }),
  ];
  const given = ordered.toReversed();
  expect(newestFirst(given)).toEqual(ordered);
  expect(given[0]).toBe(ordered.at(-1));
});
