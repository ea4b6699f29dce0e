import { describe, expect, test } from 'vitest';
import { plain } from '../../../tests/assessed.ts';
import {
  aMeasure,
  anIndicator,
  anObservation,
  aPlace,
  aSnapshot,
} from '../../../tests/builders.ts';
import { assessIndicator } from '#lib/domain/assess-indicator.ts';
import type { Indicator, Measure } from '#lib/domain/model.ts';
import { partsWords } from './parts.ts';

type Given = Parameters<typeof anObservation>[0];

const places = [
  aPlace({ id: 1, kind: 'kommun', name: 'Gnesta kommun' }),
  aPlace({ id: 2, name: 'Hemtjänst Norr' }),
  aPlace({ id: 3, kind: 'group', code: 'Benchmark', name: 'Benchmark', parent: null }),
  aPlace({ id: 4, kind: 'group', name: 'Alla kommuner', parent: null }),
];

const partsOf = (
  given: readonly Given[],
  measure: Partial<Measure> = {},
  indicator: Partial<Indicator> = {},
) => {
  const snapshot = aSnapshot({
    places,
    measures: [aMeasure({ unit: '', isShare: false, ...measure })],
    observations: given.map((one) => anObservation({ period: '2023', ...one })),
  });
  return partsWords(assessIndicator(snapshot, anIndicator(indicator)), places).map(plain);
};

const women = (value: number, given: Given = {}): Given => ({ sex: 'K', value, ...given });
const men = (value: number, given: Given = {}): Given => ({ sex: 'M', value, ...given });

test.each<[string, Given[], string[]]>([
  ['no parts', [], []],
  ['by sex, women first', [men(61), women(54)], ['2023: kvinnor 54, män 61']],
  [
    'by breakdown',
    [{ breakdown: 'Ålder=80 år eller äldre', value: 7 }],
    ['2023: 80 år eller äldre 7'],
  ],
  [
    'by sex and breakdown',
    [women(7, { breakdown: 'Skola=Grundskola' })],
    ['2023: kvinnor Grundskola 7'],
  ],
  [
    'the newest period alone',
    [women(54, { period: '2022' }), women(55), men(61, { period: '2022' })],
    ['2023: kvinnor 55'],
  ],
  [
    'outcomes alone',
    [women(54, { kind: 'budget', period: '2024' }), women(55)],
    ['2023: kvinnor 55'],
  ],
  ['budgets alone are no parts', [women(54, { kind: 'budget' })], []],
  [
    'place by place, its own first, the others by name',
    [women(68, { place: 3 }), women(70, { place: 2 }), women(54), men(66, { place: 3 })],
    ['2023: kvinnor 54', 'Hemtjänst Norr: kvinnor 70', 'Benchmark: kvinnor 68, män 66'],
  ],
  [
    'a group of Kolada’s with how its mean is made',
    [women(68, { place: 4 })],
    ['Alla kommuner (ovägt medel): kvinnor 68'],
  ],
  ['a place that nobody knows by its period', [women(68, { place: 9 })], ['2023: kvinnor 68']],
  ['a whole of another place', [{ place: 2, value: 68 }], ['Hemtjänst Norr: 68']],
  [
    'what has no value says why',
    [women(0, { state: 'suppressed' }), men(0, { state: 'missing' })],
    ['2023: kvinnor skyddad, män saknas'],
  ],
  [
    'four, and how many more there are',
    [1, 2, 3, 4, 5, 6].map((value) => ({ breakdown: `Skola=${value}`, value })),
    ['2023: 1 1, 2 2, 3 3, 4 4 och 2 till'],
  ],
])('%s', (_, given, words) => {
  expect(partsOf(given)).toEqual(words);
});

describe('a number has', () => {
  test.each<[string, Partial<Measure>, string]>([
    ['its unit', { unit: '%' }, '2023: kvinnor 54,0 %'],
    ['its unit before it, of an index', { unit: 'index' }, '2023: kvinnor index 54,0'],
  ])('%s, and the decimals of the indicator', (_, measure, words) => {
    expect(partsOf([women(54)], measure, { decimals: 1 })).toEqual([words]);
  });

  test('its period in words', () => {
    expect(partsOf([women(54, { period: '2023-T1' })])).toEqual(['tertial 1 2023: kvinnor 54']);
  });
});

test('an indicator of a unit has that first', () => {
  expect(partsOf([women(54), women(70, { place: 2 })], {}, { place: 2 })).toEqual([
    '2023: kvinnor 70',
    'Gnesta kommun: kvinnor 54',
  ]);
});
