import { describe, expect, test } from 'vitest';
import {
  aGoal,
  aLevel,
  aMeasure,
  anIndicator,
  anObservation,
  aPlan,
  aSnapshot,
  aTarget,
} from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import type { Snapshot } from './snapshot.ts';

/* Small counts are gone before anything is decided: what comes out of assess-all is all there is. */

const indicators = [anIndicator({ goals: [1] })];
const world = {
  plans: [aPlan({ judgedBy: 'rule' })],
  levels: [aLevel({ policy: { kind: 'worst' } })],
  goals: [aGoal()],
  measures: [aMeasure({ source: 'survey' })],
  indicators,
  targets: [aTarget()],
} satisfies Partial<Snapshot>;

const treeOf = (given: Partial<Snapshot>) => assessAll(aSnapshot({ ...world, ...given }));

/** A value that can be told from every other number of the tree. */
const TELLING = { value: 66.77, n: 3, numerator: 20.031, denominator: 30.03, asked: 4711 };
const LEAK = /66[.,]77|20\.031|30\.03|4711|tre personer/;

describe('a value that rests on too few answers', () => {
  const small = anObservation({ ...TELLING, note: 'tre personer' });

  test('is hidden, colours nothing and is not missing', () => {
    const { indicators: list, goals } = treeOf({ observations: [small] });
    expect(list[0]).toMatchObject({
      verdict: { verdict: 'unknown', why: 'suppressed' },
      step: null,
      current: { kind: 'suppressed', observation: { value: null, n: null } },
    });
    expect(goals[0]?.state?.kind).toBe('ej_bedomt');
    expect(goals[0]?.suggestion?.coverage).toEqual({ of: 1, known: 0, later: 0 });
  });

  test.each<[string, Partial<Snapshot>]>([
    ['now', { observations: [small] }],
    [
      'a year before',
      {
        observations: [
          { ...small, ...anObservation({ period: '2022-T2', ...TELLING }) },
          anObservation({ n: 90 }),
        ],
      },
    ],
    ['of a sex', { observations: [anObservation({ n: 90 }), { ...small, sex: 'K' }] }],
    ['of a unit', { observations: [anObservation({ n: 90 }), { ...small, place: 7 }] }],
    [
      'of a measure that two indicators tell of',
      {
        indicators: [...indicators, anIndicator({ id: 2, key: 'ind-2' })],
        observations: [small],
      },
    ],
    [
      'in a mean of the year so far',
      {
        indicators: [anIndicator({ addsUp: 'weighted' })],
        observations: [anObservation({ period: '2023-T1', n: 90, denominator: 90 }), small],
      },
    ],
  ])('is nowhere in the tree: %s', (_, given) => {
    expect(JSON.stringify(treeOf(given))).not.toMatch(LEAK);
  });

  test('nor what gives it away', () => {
    const men = anObservation({ sex: 'M', value: 71.3, n: 6, note: 'sex män' });
    const women = { ...small, sex: 'K' } as const;
    const tree = treeOf({ observations: [anObservation({ n: 9, value: 75 }), women, men] });
    expect(JSON.stringify(tree)).not.toMatch(LEAK);
    expect(JSON.stringify(tree)).not.toMatch(/71[.,]3|sex män/);
    expect(tree.indicators[0]?.current).toMatchObject({
      kind: 'value',
      observation: { value: 75 },
    });
  });

  test('nor among units, which are the parts of the kommun', () => {
    const units = [7, 8].map(
      (id) => ({ id, kind: 'unit', code: null, name: `Enhet ${id}`, parent: 1 }) as const,
    );
    const tree = treeOf({
      places: units,
      observations: [
        anObservation({ n: 43, value: 75 }),
        { ...small, place: 7 },
        anObservation({ place: 8, value: 71.3, n: 40 }),
      ],
    });
    expect(JSON.stringify(tree)).not.toMatch(/66[.,]77|71[.,]3/);
  });

  test('what is stored is as it was', () => {
    const snapshot = aSnapshot({ ...world, observations: [small] });
    assessAll(snapshot);
    expect(snapshot.observations).toEqual([small]);
  });
});

describe('percentages over units (case 9)', () => {
  const unit = (place: number, value: number) =>
    anObservation({ place, value, numerator: value, denominator: 100, n: 100 });

  test('make no whole of their own: never a mean of shares', () => {
    const { indicators: list } = treeOf({ observations: [unit(7, 50), unit(8, 90)] });
    expect(list[0]).toMatchObject({
      verdict: { verdict: 'unknown', why: 'only-parts' },
      current: { kind: 'only-parts' },
    });
  });
});

test('a target for places is held against a rank among all kommuner (2 of 3)', () => {
  const valueOf = (place: number, value: number) => ({ measure: 1, period: '2023', place, value });
  const { indicators: list } = treeOf({
    occasion: { ...aSnapshot().occasion, kind: 'ar', cutoffOn: '2023-12-31' },
    measures: [aMeasure({ source: 'kolada' })],
    targets: [aTarget({ rule: { kind: 'rank', atMost: 2, among: null, isReported: false } })],
    observations: [anObservation({ period: '2023', value: 80 })],
    peers: [valueOf(1, 80), valueOf(2, 90), valueOf(3, 70)],
  });
  expect(list[0]?.verdict).toMatchObject({
    verdict: 'met',
    because: { rank: { place: 2, of: 3, ties: 0 } },
  });
});
