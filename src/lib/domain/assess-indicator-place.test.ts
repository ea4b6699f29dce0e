import { describe, expect, test } from 'vitest';
import {
  aComment,
  aJudgement,
  aMeasure,
  anIndicator,
  anObservation,
  aPlace,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessIndicator } from './assess-indicator.ts';
import type { Snapshot } from './snapshot.ts';

/* What an indicator is about, what stands beside it, and what people say of it. */

type Given = Parameters<typeof anObservation>[0];

/** Unit 2 lies under the kommun, 4 under it; 3 beside it. */
const places = [
  aPlace({ id: 1, kind: 'kommun', parent: null }),
  aPlace({ id: 2 }),
  aPlace({ id: 3 }),
  aPlace({ id: 4, parent: 2 }),
];

const assessed = (given: Partial<Snapshot>, indicator = anIndicator()) =>
  assessIndicator(aSnapshot({ places, ...given }), indicator);

describe('an indicator of a unit', () => {
  const ofUnit = anIndicator({ place: 2 });
  const observations = [
    anObservation({ value: 90 }),
    anObservation({ place: 2, value: 70 }),
    anObservation({ place: 2, value: 60, period: '2022-T2' }),
    anObservation({ value: 80, period: '2022-T2' }),
    anObservation({ kind: 'budget', value: 90 }),
    anObservation({ kind: 'budget', place: 2, value: 75 }),
  ];
  const targets = [
    aTarget(),
    aTarget({ id: 2, place: 2 }),
    aTarget({ id: 3, place: 2, year: 2025 }),
  ];

  test('is told and judged by what is its own', () => {
    expect(assessed({ observations, targets }, ofUnit)).toMatchObject({
      place: 2,
      step: RED,
      verdict: { because: { observation: { value: 70 }, target: { id: 2 } } },
      previous: { observation: { value: 60 }, change: 10 },
      laterTargets: [{ id: 3 }],
      planned: [{ observation: { value: 75 }, difference: -5 }],
    });
  });

  test('and one of the kommun by what is the kommun’s', () => {
    expect(assessed({ observations, targets })).toMatchObject({
      place: 1,
      step: GREEN,
      verdict: { because: { observation: { value: 90 }, target: { id: 1 } } },
      previous: { observation: { value: 80 }, change: 10 },
      laterTargets: [],
      planned: [{ observation: { value: 90 }, difference: 0 }],
    });
  });

  test.each<[string, Given[], string]>([
    ['by sex', [{ place: 2, sex: 'K' }], 'only-parts'],
    ['by a unit under it', [{ place: 4 }], 'only-parts'],
    ['for the whole kommun, which is no part of it', [{ place: 1 }], 'none'],
    ['for the unit beside it', [{ place: 3, sex: 'K' }], 'none'],
    ['for nothing', [], 'none'],
  ])('told only %s', (_, given, kind) => {
    const one = assessed({ observations: given.map((part) => anObservation(part)) }, ofUnit);
    expect(one.current.kind).toBe(kind);
  });

  test('has no place among kommuner', () => {
    const rule = { kind: 'rank', atMost: 2, among: null, isReported: false } as const;
    const peers = [9, 8, 5].map((value, index) => ({
      ...{ measure: 1, period: '2023-T2', place: index === 0 ? 1 : index + 10, value },
    }));
    const world = {
      ...{
        peers,
        measures: [aMeasure({ source: 'kolada' })],
        observations: observations.slice(0, 2),
      },
      targets: [aTarget({ rule }), aTarget({ id: 2, place: 2, rule })],
    };
    expect(assessed(world)).toMatchObject({ step: GREEN, standing: { rank: { place: 1, of: 3 } } });
    expect(assessed(world, ofUnit)).toMatchObject({
      verdict: { verdict: 'unknown', why: 'no-rank' },
      standing: null,
    });
  });
});

describe('the value before, where none is a year older', () => {
  const assessedAt = (...periods: string[]) =>
    assessed({ observations: periods.map((period) => anObservation({ period })) });

  test.each<[string, string[], string | null, string | null]>([
    ['there is none', ['2023-T2'], null, null],
    ['one is a year older', ['2022-T1', '2022-T2', '2023-T2'], '2022-T2', null],
    ['all are older than that', ['2019', '2020', '2023-T2'], null, '2020'],
    ['one is newer than that', ['2023-T1', '2023-T2'], null, '2023-T1'],
    ['the newest is too old itself', ['2017', '2020'], null, '2017'],
    ['nothing is known now', ['2024'], null, null],
  ])('%s', (_, periods, previous, before) => {
    const one = assessedAt(...periods);
    expect(one.previous?.observation.period.text ?? null).toBe(previous);
    expect(one.before?.period.text ?? null).toBe(before);
  });
});

describe('what people judge', () => {
  const of = (given: Parameters<typeof aJudgement>[0]) =>
    aJudgement({ subject: { kind: 'indicator', id: 1 }, aspect: 'outcome', ...given });
  const judgements = [
    of({ said: { kind: 'step', step: YELLOW.key }, trend: 'ökad' }),
    of({ place: 2, said: { kind: 'ej_bedomt' } }),
    aJudgement(),
  ];

  test('stands beside what the rule says, and never colours', () => {
    const one = assessed({ judgements, targets: [aTarget()], observations: [anObservation()] });
    expect(one.step).toBe(GREEN);
    expect(one.said).toMatchObject([
      { place: 1, state: { step: YELLOW, by: 'people' }, trend: 'ökad' },
      { place: 2, state: { kind: 'ej_bedomt' } },
    ]);
  });

  test('nor does it where nothing is known', () => {
    expect(assessed({ judgements })).toMatchObject({ step: null, verdict: { why: 'no-value' } });
  });
});

test('one that is answered in words has its answer, and no verdict', () => {
  const comment = aComment({ subject: { kind: 'indicator', id: 1 }, body: 'Alla är erbjudna.' });
  const one = assessed(
    { comments: [comment] },
    anIndicator({ isQualitative: true, isCompared: false }),
  );
  expect(one).toMatchObject({
    ...{ current: { kind: 'none' }, verdict: { verdict: 'unknown' }, step: null },
    comments: [{ body: 'Alla är erbjudna.' }],
  });
});
