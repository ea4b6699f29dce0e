import { describe, expect, test } from 'vitest';
import {
  aComment,
  aMeasure,
  anIndicator,
  anObservation,
  anOccasion,
  aPlan,
  aScale,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessIndicator, indicatorScaleOf, isMeasuredLater } from './assess-indicator.ts';
import type { Snapshot } from './snapshot.ts';

type Given = Parameters<typeof anObservation>[0];

const assessed = (given: Partial<Snapshot>, indicator = anIndicator()) =>
  assessIndicator(aSnapshot({ targets: [aTarget()], ...given }), indicator);

describe('from values to a step', () => {
  const near = aTarget({
    rule: { kind: 'at-least', value: 80, yellow: { kind: 'absolute', by: 5 } },
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

describe('the value a year before', () => {
  const observations = [
    anObservation({ period: '2022-T2', value: 70 }),
    anObservation({ period: '2023-T2', value: 75 }),
  ];
  const better = aTarget({
    rule: { kind: 'at-least', value: 80, yellow: { kind: 'better-than-before' } },
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

  test('is not looked for when there is no value to set it beside', () => {
    const one = assessed({
      observations: [anObservation({ period: '2019' }), anObservation({ period: '2020' })],
    });
    expect(one.previous).toBeNull();
  });
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
  expect(one.comments).toEqual([comment]);
});

test('an indicator without a measure is our own fault', () => {
  expect(() => assessed({ measures: [] })).toThrow('Invariant: indicator ind-1 has a measure');
});

describe('the scale for indicators', () => {
  const second = aScale({ id: 2, key: 'mot-malvardet' });

  test('is the one of the first plan that has one', () => {
    const plans = [aPlan({ indicatorScale: null }), aPlan({ id: 2, indicatorScale: 2 })];
    expect(indicatorScaleOf({ plans, scales: [aScale(), second] })).toBe(second);
  });

  test.each([
    ['no plan has one', [aPlan({ indicatorScale: null })]],
    ['there is no plan', []],
    ['it is not there', [aPlan({ indicatorScale: 9 })]],
  ])('is none when %s', (_, plans) => {
    expect(indicatorScaleOf({ plans, scales: [aScale()] })).toBeNull();
  });

  test('without one there is a verdict and no step', () => {
    const one = assessed({
      plans: [aPlan({ indicatorScale: null })],
      observations: [anObservation()],
    });
    expect(one.verdict.verdict).toBe('met');
    expect(one.step).toBeNull();
  });

  test('without a step for the verdict there is none', () => {
    const one = assessed({
      scales: [aScale({ steps: [YELLOW, RED] })],
      observations: [anObservation()],
    });
    expect(one.verdict.verdict).toBe('met');
    expect(one.step).toBeNull();
  });
});
