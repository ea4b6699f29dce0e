import { expect, test } from 'vitest';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { rank } from '../../../tests/rules.ts';

/* A value beside an earlier one, in words. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const SICK = {
  title: 'Sjukfrånvaro',
  unit: '%',
  value: 5.9,
  decimals: 1,
  better: 'lower',
} as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const INDEX = {
  title: 'HME-index',
  unit: 'index',
  value: 84.8,
  decimals: 1,
  better: 'higher',
} as const;
const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;
const KOLADA = { source: 'kolada' } as const;

const broken = { breaks: [{ from: '2023-01-01', reason: 'Ny mätning' }] };

test.each<[string, Told, string]>([
  // A year before ----------------------------------------------------------------------------------
  [
    'a rise that is worse',
    { better: 'lower', before: 90 },
    'Väntetiden var 102 dagar under januari–juni 2023. Det är 12 dagar längre än samma period 2022, då den var 90 dagar, vilket är en försämring.',
  ],
  [
    'a fall that is better (B106)',
    { ...SICK, before: 6.5 },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023. Det är 0,6 procentenheter lägre än samma period 2022, då den var 6,5 procent, vilket är en förbättring.',
  ],
  [
    'a rise that is neither',
    { before: 90 },
    'Väntetiden var 102 dagar under januari–juni 2023. Det är 12 dagar längre än samma period 2022, då den var 90 dagar.',
  ],
  [
    'one day shorter',
    { better: 'lower', before: 103 },
    'Väntetiden var 102 dagar under januari–juni 2023. Det är 1 dag kortare än samma period 2022, då den var 103 dagar, vilket är en förbättring.',
  ],
  [
    'a share in procentenheter',
    { ...PERCENT, better: 'higher', before: 86 },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Det är 2 procentenheter lägre än samma period 2022, då andelen var 86 procent, vilket är en försämring.',
  ],
  [
    'one procentenhet',
    { ...PERCENT, before: 83 },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Det är 1 procentenhet högre än samma period 2022, då andelen var 83 procent.',
  ],
  [
    'as many decimals as are shown add up',
    { ...PERCENT, value: 12.4, decimals: 1, before: 11.9 },
    'Andelen nöjda brukare var 12,4 procent under januari–juni 2023. Det är 0,5 procentenheter högre än samma period 2022, då andelen var 11,9 procent.',
  ],
  [
    'where printed numbers would not add up, only the way',
    { ...PERCENT, value: 12.44, decimals: 1, before: 11.85 },
    'Andelen nöjda brukare var 12,4 procent under januari–juni 2023. Det är högre än samma period 2022, då andelen var 11,9 procent.',
  ],
  [
    'a change that no digit shows',
    { ...PERCENT, value: 12.44, decimals: 1, before: 12.36 },
    'Andelen nöjda brukare var 12,4 procent under januari–juni 2023. Det är nästan oförändrat jämfört med samma period 2022.',
  ],
  [
    'equal',
    { ...PERCENT, before: 84 },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Det är oförändrat jämfört med samma period 2022.',
  ],
  [
    'more things',
    { ...COUNT, before: 40 },
    'Antalet placeringar var 42 under januari–juni 2023. Det är 2 fler än samma period 2022, då antalet var 40.',
  ],
  [
    'fewer things',
    { ...COUNT, before: 43 },
    'Antalet placeringar var 42 under januari–juni 2023. Det är 1 färre än samma period 2022, då antalet var 43.',
  ],
  [
    'from none',
    { ...COUNT, value: 3, before: 0 },
    'Antalet placeringar var 3 under januari–juni 2023. Det är 3 fler än samma period 2022, då antalet var 0.',
  ],
  [
    'to none',
    { ...VOLUME, value: 0, before: 12 },
    'Inga dygn redovisas för belagda dygn under januari–juni 2023. Det är 12 färre än samma period 2022, då utfallet var 12.',
  ],
  [
    'a unit is said once',
    { ...VOLUME, before: 5000 },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Det är 166 fler än samma period 2022, då utfallet var 5 000.',
  ],
  [
    'an index',
    { ...INDEX, before: 83.1 },
    'HME-index var 84,8 under januari–juni 2023. Det är 1,7 enheter högre än samma period 2022, då indexet var 83,1, vilket är en förbättring.',
  ],
  [
    'kronor',
    { title: 'Kostnad per brukare', unit: 'kr', value: 9384, before: 8591 },
    'Kostnaden per brukare var 9 384 kronor under januari–juni 2023. Det är 793 kronor högre än samma period 2022, då den var 8 591 kronor.',
  ],
  [
    'over nought',
    { title: 'Resultat', unit: 'mnkr', value: 1.5, decimals: 1, before: -2 },
    'Resultatet var 1,5 miljoner kronor under januari–juni 2023. Det är 3,5 miljoner kronor högre än samma period 2022, då det var −2,0 miljoner kronor.',
  ],
  [
    'further below nought',
    { title: 'Resultat', unit: 'mnkr', value: -3.5, decimals: 1, before: -2 },
    'Resultatet var −3,5 miljoner kronor under januari–juni 2023. Det är 1,5 miljoner kronor lägre än samma period 2022, då det var −2,0 miljoner kronor.',
  ],
  [
    'years',
    { ...PERCENT, period: '2022', measure: KOLADA, before: 80 },
    'Andelen nöjda brukare var 84 procent under 2022. Det är 4 procentenheter högre än 2021, då andelen var 80 procent.',
  ],
  [
    'months',
    { ...COUNT, period: '2023-07', before: 40 },
    'Antalet placeringar var 42 i juli 2023. Det är 2 fler än i juli 2022, då antalet var 40.',
  ],
  [
    'equal months',
    { ...COUNT, period: '2023-07', before: 42 },
    'Antalet placeringar var 42 i juli 2023. Det är oförändrat jämfört med juli 2022.',
  ],
  [
    'tertials',
    { ...COUNT, period: '2023-T1', before: 40 },
    'Antalet placeringar var 42 under tertial 1 2023. Det är 2 fler än samma period 2022, då antalet var 40.',
  ],
  [
    'terms',
    { ...COUNT, period: '2023-VT', before: 40 },
    'Antalet placeringar var 42 vårterminen 2023. Det är 2 fler än vårterminen 2022, då antalet var 40.',
  ],
  [
    'a läsår',
    { ...COUNT, period: '2022/2023', before: ['2021/2022', 40] },
    'Antalet placeringar var 42 läsåret 2022/2023. Det är 2 fler än läsåret 2021/2022, då antalet var 40.',
  ],
  [
    'days',
    { ...COUNT, period: '2023-05-31', before: 40 },
    'Antalet placeringar var 42 den 31 maj 2023. Det är 2 fler än den 31 maj 2022, då antalet var 40.',
  ],
  [
    'places, where lower is better',
    {
      title: 'Placering i ranking',
      unit: '',
      value: 10,
      better: 'lower',
      rule: rank(12),
      before: 12,
    },
    'Placeringen i ranking var plats 10 under januari–juni 2023, 2 placeringar bättre än målet plats 12 eller bättre: uppnått. Det är 2 placeringar bättre än samma period 2022, då den var plats 12, vilket är en förbättring.',
  ],
  [
    'one place worse',
    {
      title: 'Placering i ranking',
      unit: '',
      value: 10,
      better: 'lower',
      rule: rank(12),
      before: 9,
    },
    'Placeringen i ranking var plats 10 under januari–juni 2023, 2 placeringar bättre än målet plats 12 eller bättre: uppnått. Det är 1 placering sämre än samma period 2022, då den var plats 9, vilket är en försämring.',
  ],
  // Not comparable ---------------------------------------------------------------------------------
  [
    'another window',
    { ...SICK, before: ['2022-01..2022-08', 8.76] },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023. Under januari–augusti 2022 var den 8,8 procent; mätperioderna skiljer sig åt, så utfallen kan inte jämföras rakt av.',
  ],
  [
    'a window that nobody states',
    { before: ['..2022-08-31', 81] },
    'Väntetiden var 102 dagar under januari–juni 2023. Till och med den 31 augusti 2022 var den 81 dagar; mätperioden kan skilja sig åt.',
  ],
  [
    'a break',
    { ...PERCENT, before: 80, indicator: broken },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Under januari–juni 2022 var andelen 80 procent; mätningen har ändrats sedan dess, så utfallen kan inte jämföras rakt av.',
  ],
  [
    'no year older',
    { ...COUNT, period: '2023-T1', before: ['2022-10..2022-12', 38] },
    'Antalet placeringar var 42 under tertial 1 2023. Det senaste utfallet dessförinnan var 38, under oktober–december 2022.',
  ],
  ['nothing before', COUNT, 'Antalet placeringar var 42 under januari–juni 2023.'],
  [
    'too old, with the year before it',
    { ...SICK, period: '2021', before: 6.5 },
    'Det senaste utfallet för sjukfrånvaron, 5,9 procent, avser 2021. Det är 0,6 procentenheter lägre än 2020, då den var 6,5 procent, vilket är en förbättring.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
