import { describe, expect, test } from 'vitest';
import {
  aComment,
  aMeasure,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessIndicator, isJudged, isMeasuredLater } from './assess-indicator.ts';
import type { Snapshot } from './snapshot.ts';

type Given = Parameters<typeof anObservation>[0];

const assessed = (given: Partial<Snapshot>, indicator = anIndicator()) =>
  assessIndicator(aSnapshot({ targets: [aTarget()], ...given }), indicator);

describe('from values to a step', () => {
  const near = aTarget({
    rule: { kind: 'at-least', value: 80, isStrict: false, yellow: { kind: 'absolute', by: 5 } },
  });

  test.each([
    ['reached', aTarget(), 80, GREEN],
    ['near', near, 79, YELLOW],
    ['missed', aTarget(), 79, RED],
    ['79,96 is shown as 80 and is not 80 (case 4)', aTarget(), 79.96, RED],
    ['zero is a value (case 6)', aTarget(), 0, RED],
  ])('%s', (_, target, value, step) => {
    const one = assessed({ targets: [target], observations: [anObservation({ value })] });
    expect(one.step).toBe(step);
    expect(one.verdict.because.observation?.value).toBe(value);
  });

  test.each([
    ['missing', 'no-value'],
    ['not_collected', 'no-value'],
    ['suppressed', 'suppressed'],
    ['not_applicable', 'not-applicable'],
  ] as const)('%s is no step, and not red (case 6, B77 G)', (state, why) => {
    const one = assessed({ observations: [anObservation({ state })] });
    expect(one.verdict).toMatchObject({ verdict: 'unknown', why });
    expect(one.step).toBeNull();
  });

  test('the target of a later year never colours', () => {
    const one = assessed({
      targets: [aTarget({ year: 2026 })],
      observations: [anObservation()],
    });
    expect(one.verdict).toMatchObject({ verdict: 'unknown', why: 'no-target' });
  });

  test('an old value is shown with its year, without a colour', () => {
    const one = assessed({ observations: [anObservation({ period: '2020' })] });
    expect(one.current).toMatchObject({ kind: 'stale', observation: { period: { text: '2020' } } });
    expect(one.verdict).toMatchObject({ verdict: 'unknown', why: 'not-fresh' });
    expect(one.step).toBeNull();
  });

  test('how old depends on the source of the measure', () => {
    const observations = [anObservation({ period: '2022' })];
    expect(assessed({ observations }).step).toBeNull();
    expect(assessed({ observations, measures: [aMeasure({ source: 'kolada' })] }).step).toBe(GREEN);
  });

  test('how old depends on the cut-off of the occasion', () => {
    const observations = [anObservation({ period: '2023-T2' })];
    const occasion = anOccasion({ cutoffOn: '2023-04-30' });
    expect(assessed({ observations, occasion }).current.kind).toBe('none');
  });
});

describe('the target of a year to come', () => {
  const targets = [aTarget({ id: 2, year: 2025 }), aTarget({ id: 3, year: 2024, sex: 'K' })];

  test('is listed, and never colours', () => {
    const one = assessed({ targets, observations: [anObservation()] });
    expect(one.laterTargets.map((later) => later.id)).toEqual([2]);
    expect(one.step).toBeNull();
  });
});

describe('which way it goes', () => {
  const observations = [
    anObservation({ period: '2022-T2', value: 6.5 }),
    anObservation({ period: '2023-T2', value: 5.9 }),
  ];
  const sick = aTarget({ rule: { kind: 'at-most', value: 5.5, isStrict: false, yellow: null } });

  test('is apart from the verdict (B106)', () => {
    const one = assessed({ observations, targets: [sick] }, anIndicator({ better: 'lower' }));
    expect(one).toMatchObject({ trend: 'improved', verdict: { verdict: 'missed' } });
  });

  test('is not said without a direction', () => {
    expect(assessed({ observations }, anIndicator({ better: 'none' })).trend).toBeNull();
  });
});

describe('a target for a place', () => {
  const rule = { kind: 'rank', atMost: 2, among: null, isReported: false } as const;
  const peers = [9, 8, 8, 5].map((value, index) => ({
    ...{ measure: 1, period: '2023-T2', place: index + 1, value },
  }));
  const placed = (better: 'higher' | 'lower' | 'none') =>
    assessed(
      { targets: [aTarget({ rule })], peers, observations: [anObservation({ value: 9 })] },
      anIndicator({ better }),
    );

  test.each([
    ['higher', 1, GREEN],
    ['lower', 4, RED],
  ] as const)('%s is better: place %i', (better, place, step) => {
    expect(placed(better).verdict.because.rank).toMatchObject({ place, of: 4 });
    expect(placed(better).step).toBe(step);
  });

  test('says nothing without a direction', () => {
    expect(placed('none').verdict).toMatchObject({ verdict: 'unknown', why: 'no-rank' });
  });
});

describe('how periods add up', () => {
  const parts = [
    anObservation({ period: '2023-T1', value: 15, numerator: 15, denominator: 100 }),
    anObservation({ period: '2023-T2', value: 50, numerator: 5, denominator: 10 }),
  ];

  test('weighted: the mean of the year so far, by its counts (case 9)', () => {
    const one = assessed({ observations: parts }, anIndicator({ addsUp: 'weighted' }));
    expect(one.total).toMatchObject({ of: 2, missing: 0 });
    expect(one.verdict.because.observation).toMatchObject({
      period: { text: '2023-01..2023-08' },
      numerator: 20,
      denominator: 110,
    });
    expect(one.verdict.because.observation?.value).toBeCloseTo(18.18, 2);
    expect(one.observations).toEqual(parts);
  });

  test.each(['latest', 'cumulative', 'none'] as const)('%s: the newest value', (addsUp) => {
    const one = assessed({ observations: parts }, anIndicator({ addsUp }));
    expect(one.total).toBeNull();
    expect(one.verdict.because.observation).toBe(parts[1]);
  });
});

test.each([
  ['at-least', aTarget().rule, true],
  ['text', { kind: 'text', words: 'Redovisa vilka.' } as const, false],
  ['reference', { kind: 'reference', value: 1200 } as const, false],
])('judged by a rule: %s', (_, rule, expected) => {
  const targets = [aTarget({ rule })];
  expect(isJudged(assessed({ targets }))).toBe(expected);
  expect(isJudged(assessed({ targets }, anIndicator({ isCompared: false })))).toBe(false);
  expect(isJudged(assessed({ targets: [] }))).toBe(true);
});

describe('a measure without a value for the whole', () => {
  test.each<[string, Given[], string]>([
    ['told by sex', [{ sex: 'K' }, { sex: 'M' }], 'only-parts'],
    ['told by age', [{ breakdown: 'ålder=80+' }], 'only-parts'],
    ['told by unit', [{ place: 2 }], 'only-parts'],
    ['told by sex, the whole missing', [{ sex: 'K' }, { state: 'missing' }], 'only-parts'],
    ['told by sex, the whole suppressed', [{ sex: 'K' }, { state: 'suppressed' }], 'suppressed'],
    ['told by sex, and empty', [{ sex: 'K', state: 'missing' }], 'none'],
    ['told by sex, as a budget', [{ sex: 'K', kind: 'budget' }], 'none'],
    ['told by sex, too long ago', [{ sex: 'K', period: '2020' }], 'none'],
    ['told by sex, for a period to come', [{ sex: 'K', period: '2023' }], 'none'],
    ['told by sex, of another measure', [{ sex: 'K', measure: 2 }], 'none'],
    ['told by sex too, and it has one', [{ sex: 'K' }, { sex: 'T' }], 'value'],
  ])('%s', (_, given, kind) => {
    const one = assessed({ observations: given.map((part) => anObservation(part)) });
    expect(one.current.kind).toBe(kind);
    expect(one.step).toBe(kind === 'value' ? GREEN : null);
  });
});

test.each([
  ['not due and without a value', ['ar'], [], true],
  ['not due, and known all the same', ['ar'], [anObservation()], false],
  ['due and without a value', ['delar'], [], false],
])('measured later: %s', (_, measuredAt, observations, expected) => {
  const one = assessed({ observations }, anIndicator({ measuredAt }));
  expect(isMeasuredLater(one)).toBe(expected);
});

test('a count of part of its year is judged later', () => {
  const count = anIndicator({ addsUp: 'cumulative' });
  const one = assessed({ observations: [anObservation({ value: 42 })] }, count);
  expect(one.verdict).toMatchObject({ verdict: 'unknown', why: 'part-year' });
  expect(isMeasuredLater(one)).toBe(true);
});

describe('the value a year before', () => {
  const observations = [
    anObservation({ period: '2022-T2', value: 70 }),
    anObservation({ period: '2023-T2', value: 75 }),
  ];
  const better = aTarget({
    rule: { kind: 'at-least', value: 80, isStrict: false, yellow: { kind: 'better-than-before' } },
  });

  test('stands beside, with the change', () => {
    expect(assessed({ observations }).previous).toMatchObject({ comparable: true, change: 5 });
  });

  test('makes better than before near', () => {
    expect(assessed({ observations, targets: [better] }).step).toBe(YELLOW);
  });

  test('does not, on the other side of a break', () => {
    const breaks = [{ from: '2023-01-01', reason: 'ny definition' }];
    const one = assessed({ observations, targets: [better] }, anIndicator({ breaks }));
    expect(one.previous).toMatchObject({ comparable: false, why: 'break' });
    expect(one.step).toBe(RED);
  });

  test('stands beside one that is too old for a colour, too', () => {
    const one = assessed({
      observations: [
        anObservation({ period: '2019', value: 70 }),
        anObservation({ period: '2020', value: 72 }),
      ],
    });
    expect(one.verdict).toMatchObject({ verdict: 'unknown', why: 'not-fresh' });
    expect(one).toMatchObject({ previous: { comparable: true, change: 2 }, trend: 'improved' });
  });

  test.each(['suppressed', 'not_applicable'] as const)(
    'is not compared with one that is %s',
    (state) => {
      const [before] = observations;
      const one = assessed({ observations: [before!, anObservation({ state })] });
      expect(one).toMatchObject({ previous: null, before, trend: null });
    },
  );
});

test('every observation of the measure goes along, and its own comments', () => {
  const women = anObservation({ sex: 'K' });
  const budget = anObservation({ kind: 'budget', period: '2024' });
  const comment = aComment({ subject: { kind: 'indicator', id: 1 } });
  const one = assessed({
    measures: [aMeasure({ id: 2 }), aMeasure()],
    observations: [women, anObservation({ measure: 2 }), budget],
    comments: [
      aComment({ subject: { kind: 'goal', id: 1 } }),
      comment,
      aComment({ subject: { kind: 'indicator', id: 2 } }),
    ],
  });
  expect(one.measure.id).toBe(1);
  expect(one.observations).toEqual([women, budget]);
  expect(one.comments).toEqual([{ ...comment, title: null, placeName: null }]);
});

test('an indicator without a measure is our own fault', () => {
  expect(() => assessed({ measures: [] })).toThrow('Invariant: indicator ind-1 has a measure');
});
