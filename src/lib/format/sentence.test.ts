import { expect, test } from 'vitest';
import { assessedCase, plain } from '../../../tests/assessed.ts';
import type { Case } from '../../../tests/assessed.ts';
import { atLeast, atMost, between, countBy, percent, UP } from '../../../tests/rules.ts';
import { indicatorSentence } from './sentence.ts';

const SHARE = { unit: '%', isShare: true } as const;
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
    'Inget värde är inläst för tillfället. Det räknas varken som noll eller som rött.',
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
])('in one breath: %s', (_, given, expected) => {
  expect(plain(indicatorSentence(assessedCase(given)))).toBe(expected);
});
