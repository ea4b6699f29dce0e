import { expect, test } from 'vitest';
import { assessIndicator } from '#lib/domain/assess-indicator.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import {
  aMeasure,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
} from '../../../../../../tests/builders.ts';
import { differenceHead, plannedRows } from './planned-rows.ts';
import { tablesOf } from './tables.ts';
import { trendOf } from './trend-of.ts';

const PLACES: readonly Place[] = [2, 3].map((id) => ({
  ...{ id, kind: 'unit', code: null, name: `Enhet ${id}`, parent: 1 },
}));

function assessed(observations: readonly Observation[], unit = 'dagar') {
  const snapshot = aSnapshot({
    measures: [aMeasure({ source: 'kolada', unit, isShare: unit === '%' })],
    indicators: [anIndicator({ decimals: 1 })],
    ...{ observations, places: PLACES, occasion: anOccasion({ cutoffOn: '2023-12-31' }) },
  });
  return assessIndicator(snapshot, snapshot.indicators[0]!);
}

const at = (period: string, value: number, given: Partial<Omit<Observation, 'period'>> = {}) =>
  anObservation({ ...given, period, value });

/** "Period: Alla, Kvinnor / 2023: 80,0, 81,0". */
const asText = (observations: readonly Observation[]) =>
  tablesOf(assessed(observations), observations, PLACES).map(({ head, columns, rows }) =>
    [
      `${head}: ${columns.join(' | ')}`,
      ...rows.map((row) => `${row.head}: ${row.cells.map((cell) => cell || '–').join(' | ')}`),
    ].join(' / '),
  );

test.each<[string, readonly Observation[], readonly string[]]>([
  ['nothing', [], []],
  ['the whole alone', [at('2022', 1), at('2023', 2)], []],
  [
    'sexes: periods down, the newest first',
    [at('2022', 1), at('2023', 2), at('2023', 3, { sex: 'M' }), at('2023', 4, { sex: 'K' })],
    ['Period: Alla | Kvinnor | Män / 2023: 2,0 | 4,0 | 3,0 / 2022: 1,0 | – | –'],
  ],
  [
    'units under the whole, periods across',
    [
      at('2023', 9),
      at('2021', 9),
      at('2023', 4, { place: 3 }),
      at('2022', 3, { place: 3 }),
      at('2023', 5, { place: 2 }),
    ],
    ['Enhet: 2022 | 2023 / Alla: – | 9,0 / Enhet 3: 3,0 | 4,0 / Enhet 2: – | 5,0'],
  ],
  [
    'a table for each breakdown, with units and sexes in the words of the row',
    [
      at('2023', 1, { breakdown: 'ålder=ung' }),
      at('2023', 2, { breakdown: 'ålder=ung', sex: 'K' }),
      at('2023', 3, { breakdown: 'steg=1', place: 2 }),
      anObservation({ period: '2023', breakdown: 'steg=2', state: 'suppressed' }),
    ],
    ['Ålder: 2023 / Ung: 1,0 / Ung, kvinnor: 2,0', 'Steg: 2023 / Enhet 2, 1: 3,0 / 2: skyddad'],
  ],
  ['a budget is no outcome', [at('2023', 1), at('2023', 2, { kind: 'budget', place: 2 })], []],
])('compact: %s', (_, observations, expected) => {
  expect(asText(observations)).toEqual(expected);
});

test('only the newest six periods', () => {
  const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
  const told = years.map((year) => at(String(year), year, { place: 2 }));
  expect(asText(told)[0]).toMatch(/^Enhet: 2018 \| 2019 \| 2020 \| 2021 \| 2022 \| 2023 \//);
});

test.each([
  [-9.6, '−9,6'],
  [12, '+12,0'],
  [0, '0,0'],
  [0.04, '+0,04'],
])('a budget that is %d off says %s', (off, difference) => {
  const one = assessed([at('2023', 100 + off), at('2023', 100, { kind: 'budget' })]);
  expect(plannedRows(one)).toMatchObject([{ kind: 'Budget', planned: '100,0', difference }]);
});

test('of another period nothing is subtracted', () => {
  const one = assessed([at('2023-T1', 42), at('2023', 161, { kind: 'prognos' })]);
  expect(plannedRows(one)).toEqual([
    { period: '2023', kind: 'Prognos', planned: '161,0', outcome: '', difference: '' },
  ]);
});

test.each([
  ['dagar', 'Avvikelse'],
  ['%', 'Avvikelse (procentenheter)'],
  ['', 'Avvikelse'],
])('a difference of values in %j', (unit, head) => {
  expect(differenceHead(assessed([], unit))).toBe(head);
});

test.each([
  ['positiv', 'positiv trend'],
  ['ökad', 'ökad trend'],
  ['ökar', 'trend: ökar'],
  ['ingen positiv utveckling', 'trend: ingen positiv utveckling'],
])('%s is %s', (word, expected) => {
  expect(trendOf(word)).toBe(expected);
});
