import { expect, test } from 'vitest';
import { aMeasure, anIndicator, anObservation, aSnapshot } from '../../../tests/builders.ts';
import { assessIndicator } from './assess-indicator.ts';
import { breakdownName, byPart } from './by-part.ts';
import type { Observation } from './observation.ts';
import type { Place } from './snapshot.ts';

const unit = (id: number): Place => ({
  ...{ id, kind: 'unit', code: null, name: `Enhet ${id}`, parent: 1 },
});
const RIKET: Place = { id: 9, kind: 'riket', code: '0000', name: 'Riket', parent: null };
const PLACES = [unit(3), unit(2), RIKET];

function partsOf(observations: readonly Observation[], isSexDrawn = false, isQualitative = false) {
  const snapshot = aSnapshot({
    measures: [aMeasure({ source: 'kolada' })],
    indicators: [anIndicator({ isQualitative })],
    ...{ observations, places: PLACES },
  });
  const one = assessIndicator(snapshot, snapshot.indicators[0]!);
  return byPart(one, PLACES, '2023-12-31', isSexDrawn).map(({ by, name, period, parts }) =>
    [by, name, period.text, parts.map(({ value }) => value ?? '-').join(' ')].join('|'),
  );
}

const at = (period: string, value: number | null, given: Partial<Omit<Observation, 'period'>>) =>
  anObservation({ ...given, period, ...(value === null ? { state: 'suppressed' } : { value }) });
const age = (period: string, value: number | null, word: string) =>
  at(period, value, { breakdown: `Ålder=${word}` });

test.each<[string, readonly Observation[], readonly string[]]>([
  ['nothing', [], []],
  ['one part', [age('2023', 1, 'ung')], []],
  [
    'the newest period, in the order given',
    [
      age('2022', 1, 'ung'),
      age('2022', 2, 'gammal'),
      age('2023', 4, 'ung'),
      age('2023', 3, 'gammal'),
    ],
    ['breakdown|Ålder|2023|4 3'],
  ],
  [
    'the newest with two to compare',
    [age('2022', 1, 'ung'), age('2022', 2, 'gammal'), age('2023', 4, 'ung')],
    ['breakdown|Ålder|2022|1 2'],
  ],
  [
    'one that is protected is there without a number',
    [age('2023', 1, 'a'), age('2023', null, 'b'), age('2023', 3, 'c')],
    ['breakdown|Ålder|2023|1 - 3'],
  ],
  [
    'a chart for each name',
    [
      age('2023', 1, 'a'),
      age('2023', 2, 'b'),
      at('2022', 5, { breakdown: 'Steg=1' }),
      at('2022', 6, { breakdown: 'Steg=2' }),
    ],
    ['breakdown|Ålder|2023|1 2', 'breakdown|Steg|2022|5 6'],
  ],
  [
    'units in the order of the places, and no others',
    [at('2023', 1, { place: 2 }), at('2023', 2, { place: 3 }), at('2023', 3, { place: 9 })],
    ['place||2023|2 1'],
  ],
  ['sexes', [at('2023', 1, { sex: 'K' }), at('2023', 2, { sex: 'M' })], ['sex||2023|1 2']],
  [
    'a budget is no outcome',
    [at('2023', 1, { sex: 'K' }), at('2023', 2, { sex: 'M', kind: 'budget' })],
    [],
  ],
  ['what does not count yet', [at('2024', 1, { sex: 'K' }), at('2024', 2, { sex: 'M' })], []],
])('%s', (_, observations, expected) => {
  expect(partsOf(observations)).toEqual(expected);
});

test('sexes that a line tells of are not told again, and words have no bars', () => {
  const sexes = [at('2023', 1, { sex: 'K' }), at('2023', 2, { sex: 'M' })];
  expect(partsOf(sexes, true)).toEqual([]);
  expect(partsOf(sexes, false, true)).toEqual([]);
});

test.each([
  ['Ålder=50 år eller äldre', 'Ålder'],
  ['Ålder=0-5;Enhet=Norr', 'Ålder, Enhet'],
  ['utan namn', ''],
])('the name of %s is %j', (breakdown, name) => {
  expect(breakdownName(breakdown)).toBe(name);
});
