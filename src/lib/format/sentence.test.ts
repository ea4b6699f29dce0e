import { expect, test } from 'vitest';
import { assessedCase, plain } from '../../../tests/assessed.ts';
import type { Case } from '../../../tests/assessed.ts';
import { anObservation } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  between,
  BUDGET,
  countBy,
  doneBy,
  percent,
  rank,
  UP,
  WORDS,
} from '../../../tests/rules.ts';
import { indicatorSentence } from './sentence.ts';

const SHARE = { unit: '%', isShare: true } as const;
const IN_GROUP = { kind: 'rank', atMost: 1, among: 'lika', isReported: false } as const;
const COUNT = { addsUp: 'cumulative' } as const;
const lower = { better: 'lower' } as const;

test.each<[string, Case, string]>([
  [
    'value, period, distance',
    { rule: atMost(90) },
    '102 dagar, januari–juni 2023: 12 dagar över målvärdet.',
  ],
  [
    'case 4: 84,95 against 85 is not shown as 85,0',
    { rule: atLeast(85), value: 84.95, decimals: 1, ...SHARE },
    '84,95 %, januari–juni 2023: 0,05 procentenheter under målvärdet.',
  ],
  [
    'case 7: above 100 %',
    { rule: atLeast(100), value: 104, ...SHARE },
    '104 %, januari–juni 2023: 4 procentenheter över målvärdet.',
  ],
  [
    'case 6: no value is neither zero nor red',
    { rule: atMost(90), value: null },
    'Inget värde som räknas vid tillfället är inläst: det som gäller efter brytdagen räknas inte. Det blir varken noll eller rött.',
  ],
  [
    'which way it goes (B106)',
    { rule: atMost(5.5), value: 5.9, before: 6.5, decimals: 1, ...SHARE, indicator: lower },
    '5,9 %, januari–juni 2023: 0,4 procentenheter över målvärdet. Förbättring jämfört med ett år tidigare (−0,6 procentenheter).',
  ],
  [
    'no way at all',
    { rule: atMost(102), before: 102 },
    '102 dagar, januari–juni 2023: på målvärdet. Oförändrat jämfört med ett år tidigare.',
  ],
  [
    'a count of part of the year',
    { rule: atLeast(161), value: 42, unit: 'st', indicator: COUNT },
    '42 av 161 st, januari–juni 2023, bedöms vid årets slut.',
  ],
  [
    'a count under its ceiling',
    { rule: atMost(161), value: 42, unit: 'st', indicator: COUNT },
    '42 st, målet är högst 161 st, januari–juni 2023, bedöms vid årets slut.',
  ],
  [
    'a count under a span',
    { rule: between(100, 161), value: 42, unit: 'st', indicator: COUNT },
    '42 st, målet är mellan 100 och 161 st, januari–juni 2023, bedöms vid årets slut.',
  ],
  [
    'a day that has not come',
    { rule: countBy(161), value: 42, unit: 'st' },
    '42 st, januari–juni 2023. Målet bedöms när dagen för det har kommit.',
  ],
  [
    'per cent of nought',
    { rule: percent(0, 10), value: 4, unit: 'st' },
    '4 st, januari–juni 2023. Målvärdet är en förändring i procent, och det går inte att räkna procent på basvärdet 0.',
  ],
  [
    'nothing to be better than',
    { rule: UP, value: 4, unit: 'st' },
    '4 st, januari–juni 2023. Målet är att bli bättre än året före, och det finns inget jämförbart värde från då.',
  ],
  [
    'a place in a group',
    {
      ...{ rule: IN_GROUP, value: 5 },
      more: {
        groups: [{ id: 1, key: 'lika', title: 'Liknande kommuner', members: [10, 12, 13] }],
        peers: [9, 5, 8, 7].map((value, index) => ({
          ...{ measure: 1, period: '2023-H1', place: index === 1 ? 1 : index + 10, value },
        })),
      },
    },
    'Januari–juni 2023: plats 4 av 4 i Liknande kommuner (5 dagar), 3 placeringar sämre än målet.',
  ],
  [
    'a reported place',
    { rule: rank(50), value: 60 },
    'Plats 60, januari–juni 2023: 10 placeringar sämre än målet.',
  ],
  ['not done', { rule: doneBy('2023-06-30'), value: 0, unit: '' }, 'Inte klart 30 juni 2023.'],
  [
    'done too late',
    { rule: doneBy('2023-05-31'), value: 1, unit: '' },
    'Klart 30 juni 2023: nått, men efter dagen.',
  ],
  [
    'a day that has passed since the value',
    { rule: countBy(161, '2023-08-31'), value: 42, unit: 'st' },
    '42 st, januari–juni 2023. Inget värde är inläst som säger hur det stod den dag målet gäller.',
  ],
  [
    'closer than anybody prints',
    { rule: atLeast(85), value: 84.9999999, ...SHARE },
    '85 %, januari–juni 2023: strax under målvärdet.',
  ],
  [
    'words without a value',
    { rule: WORDS, value: null },
    'Målet är satt i ord och bedöms inte av någon regel.',
  ],
  [
    'a budget without a value',
    { rule: BUDGET, value: null },
    'Budgeten visas bredvid och ger ingen färg.',
  ],
  [
    'a part is missing',
    {
      ...{ rule: atLeast(80), value: null, ...SHARE, indicator: { addsUp: 'weighted' } },
      more: {
        observations: [
          anObservation({ period: '2023-T2', value: 75, numerator: 3, denominator: 4 }),
        ],
      },
    },
    '75 %, tertial 2 2023 (1 av 2 delar saknas): 5 procentenheter under målvärdet.',
  ],
])('in one breath: %s', (_, given, expected) => {
  expect(plain(indicatorSentence(assessedCase(given)))).toBe(expected);
});
