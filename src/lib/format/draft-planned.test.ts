import { expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { rank } from '../../../tests/rules.ts';

/* A value beside what was planned, and its place among others, in words. */

const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;
const KOLADA = { source: 'kolada' } as const;

const H1 = '2023-H1';
const planned = (kind: 'budget' | 'prognos', period: string, value: number) =>
  anObservation({ kind, period, value });
const peers = (...values: readonly number[]) => ({
  peers: values.map((value, index) => ({
    ...{ measure: 1, period: '2022', place: index + 1, value },
  })),
});
const GROUP = { groups: [{ id: 1, key: 'lika', title: 'Liknande kommuner', members: [2, 3, 4] }] };
const RANKED = { period: '2022', measure: KOLADA, better: 'lower' } as const;

test.each<[string, Told, string]>([
  // Planned ----------------------------------------------------------------------------------------
  [
    'more than budget',
    { ...VOLUME, others: [planned('budget', H1, 5000)] },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Det är 166 fler än budgeten på 5 000.',
  ],
  [
    'fewer than budget, and the budget of the year',
    { ...VOLUME, others: [planned('budget', H1, 6000), planned('budget', '2023', 12000)] },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Det är 834 färre än budgeten på 6 000. Budgeten för hela 2023 är 12 000 dygn.',
  ],
  [
    'as budget',
    { ...VOLUME, others: [planned('budget', H1, 5166)] },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Det är lika med budgeten för perioden.',
  ],
  [
    'the budget of the year alone',
    { ...VOLUME, others: [planned('budget', '2023', 12000)] },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Budgeten för hela 2023 är 12 000 dygn.',
  ],
  [
    'a printed sum is wrong (Säbo): ours adds up',
    {
      title: 'Årsplatser säbo',
      unit: 'årsplatser',
      value: 77.8,
      decimals: 1,
      others: [planned('budget', H1, 97.2)],
    },
    'Utfallet för årsplatser säbo var 77,8 årsplatser under januari–juni 2023. Det är 19,4 färre än budgeten på 97,2.',
  ],
  [
    'a forecast of the year',
    { ...VOLUME, others: [planned('prognos', '2023', 10500)] },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Prognosen för hela 2023 är 10 500 dygn.',
  ],
  [
    'a cost over budget',
    { title: 'Total kostnad', unit: 'kr', value: 12000, others: [planned('budget', H1, 11000)] },
    'Den totala kostnaden var 12 000 kronor under januari–juni 2023. Det är 1 000 kronor högre än budgeten på 11 000 kronor.',
  ],
  // Places in the country --------------------------------------------------------------------------
  [
    'a place in the country',
    { ...RANKED, more: peers(102, 90, 110, 120, 130) },
    'Väntetiden var 102 dagar under 2022. Utfallet ger plats 2 av 5 kommuner.',
  ],
  [
    'among the best',
    { ...RANKED, more: peers(102, 103, 110, 120, 130) },
    'Väntetiden var 102 dagar under 2022. Utfallet ger plats 1 av 5 kommuner, bland de 25 procent bästa.',
  ],
  [
    'a shared place',
    { ...RANKED, more: peers(102, 102, 110, 90, 95) },
    'Väntetiden var 102 dagar under 2022. Utfallet ger delad plats 3 av 5 kommuner.',
  ],
  [
    'no direction, no place',
    { ...RANKED, better: 'none', more: peers(102, 90, 110, 120) },
    'Väntetiden var 102 dagar under 2022.',
  ],
  [
    'a target for a place',
    { ...RANKED, rule: rank(2, false), more: peers(102, 90, 95, 120) },
    'Väntetiden var 102 dagar under 2022. Det ger plats 3 av 4 kommuner, 1 placering sämre än målet plats 2 eller bättre: ej uppnått.',
  ],
  [
    'a target for a place that is reached',
    { ...RANKED, rule: rank(3, false), more: peers(102, 90, 110, 120) },
    'Väntetiden var 102 dagar under 2022. Det ger plats 2 av 4 kommuner, 1 placering bättre än målet plats 3 eller bättre: uppnått.',
  ],
  [
    'a place in a group',
    {
      ...RANKED,
      rule: { kind: 'rank', atMost: 2, among: 'lika', isReported: false },
      more: { ...peers(102, 90, 95, 120), ...GROUP },
    },
    'Väntetiden var 102 dagar under 2022. Det ger plats 3 av 4 i Liknande kommuner, 1 placering sämre än målet plats 2 eller bättre: ej uppnått.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
