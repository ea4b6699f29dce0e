import { expect, test } from 'vitest';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { atLeast, atMost, over, under } from '../../../tests/rules.ts';

/* How a value stands to a limit: data → the sentence a report would have. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const COST = { title: 'Dygnskostnad boendestöd', unit: 'kr/dygn', value: 361 } as const;
const INDEX = { title: 'HME-index', unit: 'index', value: 79 } as const;
const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;

test.each<[string, Told, string]>([
  [
    'a longer time than at most',
    { rule: atMost(90) },
    'Väntetiden var 102 dagar under januari–juni 2023, 12 dagar längre än målvärdet på högst 90 dagar: ej uppnått.',
  ],
  [
    'a shorter time',
    { rule: atMost(110) },
    'Väntetiden var 102 dagar under januari–juni 2023, 8 dagar kortare än målvärdet på högst 110 dagar: uppnått.',
  ],
  [
    'one day longer',
    { rule: atMost(101) },
    'Väntetiden var 102 dagar under januari–juni 2023, 1 dag längre än målvärdet på högst 101 dagar: ej uppnått.',
  ],
  [
    'on the limit',
    { rule: atMost(102) },
    'Väntetiden var 102 dagar under januari–juni 2023, lika med målvärdet på högst 102 dagar: uppnått.',
  ],
  [
    'level with a limit that is to be passed',
    { rule: under(102) },
    'Väntetiden var 102 dagar under januari–juni 2023, lika med gränsen för målvärdet på under 102 dagar: ej uppnått.',
  ],
  [
    'under a strict limit',
    { rule: under(110) },
    'Väntetiden var 102 dagar under januari–juni 2023, 8 dagar kortare än målvärdet på under 110 dagar: uppnått.',
  ],
  [
    'a higher share',
    { ...PERCENT, rule: atLeast(80) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 4 procentenheter högre än målvärdet på minst 80 procent: uppnått.',
  ],
  [
    'a lower share',
    { ...PERCENT, rule: atLeast(85) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 1 procentenhet lägre än målvärdet på minst 85 procent: ej uppnått.',
  ],
  [
    'over a strict limit',
    { ...PERCENT, rule: over(80) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 4 procentenheter högre än målvärdet på över 80 procent: uppnått.',
  ],
  [
    '84,95 against 85 is not shown as 85,0',
    { ...PERCENT, value: 84.95, decimals: 1, rule: atLeast(85) },
    'Andelen nöjda brukare var 84,95 procent under januari–juni 2023, 0,05 procentenheter lägre än målvärdet på minst 85,00 procent: ej uppnått.',
  ],
  [
    'a hair below',
    { ...PERCENT, value: 84.99999999, rule: atLeast(85) },
    'Andelen nöjda brukare var 85 procent under januari–juni 2023, strax under målvärdet på minst 85 procent: ej uppnått.',
  ],
  [
    'a limit with decimals',
    { ...PERCENT, rule: atLeast(80.5) },
    'Andelen nöjda brukare var 84,0 procent under januari–juni 2023, 3,5 procentenheter högre än målvärdet på minst 80,5 procent: uppnått.',
  ],
  [
    'nought as a limit',
    { ...COUNT, value: 3, rule: atMost(0) },
    'Antalet placeringar var 3 under januari–juni 2023, 3 fler än målvärdet på högst 0: ej uppnått.',
  ],
  [
    'a limit below nought',
    { title: 'Förändring', unit: '%', value: 2, rule: atMost(-5) },
    'Förändringen var 2 procent under januari–juni 2023, 7 procentenheter högre än målvärdet på högst −5 procent: ej uppnått.',
  ],
  [
    'more things than at least',
    { ...COUNT, rule: atLeast(40) },
    'Antalet placeringar var 42 under januari–juni 2023, 2 fler än målvärdet på minst 40: uppnått.',
  ],
  [
    'fewer things',
    { ...VOLUME, rule: atLeast(5200) },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023, 34 färre än målvärdet på minst 5 200: ej uppnått.',
  ],
  [
    'one thing fewer',
    { ...COUNT, rule: atLeast(43) },
    'Antalet placeringar var 42 under januari–juni 2023, 1 färre än målvärdet på minst 43: ej uppnått.',
  ],
  [
    'none at all against a limit',
    { ...VOLUME, value: 0, rule: atLeast(10) },
    'Inga dygn redovisas för belagda dygn under januari–juni 2023, 10 färre än målvärdet på minst 10: ej uppnått.',
  ],
  [
    'a higher cost',
    { ...COST, rule: atMost(350) },
    'Dygnskostnaden för boendestöd var 361 kronor per dygn under januari–juni 2023, 11 kronor högre än målvärdet på högst 350 kronor per dygn: ej uppnått.',
  ],
  [
    'an index has enheter',
    { ...INDEX, rule: atLeast(81) },
    'HME-index var 79 under januari–juni 2023, 2 enheter lägre än målvärdet på minst 81: ej uppnått.',
  ],
  [
    'days that are a number of days',
    { title: 'Belagda vårddagar', rule: atLeast(90) },
    'Utfallet för belagda vårddagar var 102 dagar under januari–juni 2023, 12 fler än målvärdet på minst 90: uppnått.',
  ],
  [
    'how many hours are given is no long time',
    { title: 'Utförd tid', unit: 'timmar', rule: atMost(90) },
    'Utfallet för utförd tid var 102 timmar under januari–juni 2023, 12 fler än målvärdet på högst 90: ej uppnått.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
