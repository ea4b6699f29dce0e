import { describe, expect, test } from 'vitest';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { assessedCase, plain } from '../../../tests/assessed.ts';
import type { Case } from '../../../tests/assessed.ts';
import { anObservation, aTarget } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  between,
  BETTER,
  BUDGET,
  countBy,
  doneBy,
  DOWN,
  keep,
  over,
  percent,
  points,
  rank,
  under,
  UP,
  within,
  WORDS,
} from '../../../tests/rules.ts';
import {
  breakdownWord,
  decimalsOf,
  distanceWords,
  formatValue,
  laterTargetWords,
  previousWords,
  printedWord,
  trendWords,
  valueAgainstTarget,
  valueWords,
} from './value.ts';

const SHARE = { unit: '%', isShare: true } as const;
const LINEAR = { addsUp: 'cumulative', hasLinearShare: true } as const;

/** 2 shares place 2 of 4. */
const peers = [9, 8, 8, 5].map((value, index) => ({
  ...{ measure: 1, period: '2023-H1', place: index === 1 ? 1 : index + 10, value },
}));

describe('the distance, in the right unit', () => {
  test.each<[string, Case, string | null]>([
    ['over', { rule: atMost(90) }, '12 dagar över målvärdet'],
    ['under', { rule: atLeast(15), value: 8, unit: 'st' }, '7 st under målvärdet'],
    ['one', { rule: atMost(101) }, '1 dag över målvärdet'],
    ['on it', { rule: atMost(102) }, 'på målvärdet'],
    ['a share', { rule: atLeast(15), value: 8, ...SHARE }, '7 procentenheter under målvärdet'],
    ['an index', { rule: atLeast(80), value: 78, unit: '' }, '2 enheter under målvärdet'],
    [
      'decimals are added where rounding would say "on it" (case 4)',
      { rule: atLeast(85), value: 84.95, ...SHARE, decimals: 1 },
      '0,05 procentenheter under målvärdet',
    ],
    [
      'under a span',
      { rule: between(40, 60), value: 38, ...SHARE },
      '2 procentenheter under spannet',
    ],
    ['over a span', { rule: between(40, 60), value: 61, ...SHARE }, '1 procentenhet över spannet'],
    ['in a span', { rule: between(40, 60), value: 50, ...SHARE }, 'inom spannet'],
    ['held', { rule: keep(80, 2), value: 81, ...SHARE }, 'inom spannet'],
    ['not held', { rule: keep(80, 2), value: 83, ...SHARE }, '1 procentenhet över spannet'],
    [
      'per cent only where there is a base',
      { rule: percent(340, 10), value: 357, unit: 'st' },
      '17 st under målvärdet, 5 % över basvärdet',
    ],
    [
      'per cent below the base',
      { rule: percent(340, 10), value: 323, unit: 'st' },
      '51 st under målvärdet, 5 % under basvärdet',
    ],
    [
      'as the base',
      { rule: percent(340, 10), value: 340 },
      '34 dagar under målvärdet, som basvärdet',
    ],
    [
      'per cent that would look reached',
      { rule: percent(1000, 10), value: 1099 },
      '1 dag under målvärdet, 9,9 % över basvärdet',
    ],
    [
      'of a part of the year not per cent',
      { rule: percent(100, 20), value: 50, unit: 'st', indicator: LINEAR },
      '10 st under de 60 som gäller till och med juni',
    ],
    ['points', { rule: points(62, 3), value: 64, ...SHARE }, '1 procentenhet under målvärdet'],
    [
      'better',
      { rule: UP, value: 64, before: 62, ...SHARE },
      '2 procentenheter högre än året före',
    ],
    ['worse', { rule: DOWN, value: 60, before: 62 }, '2 dagar lägre än året före'],
    ['level', { rule: UP, value: 62, before: 62 }, 'lika med året före'],
    ['a reported place', { rule: rank(50), value: 60 }, '10 placeringar sämre än målet'],
    ['a better place', { rule: rank(50), value: 49 }, '1 placering bättre än målet'],
    [
      'a computed place',
      { rule: rank(1, false), value: 8, more: { peers } },
      '1 placering sämre än målet',
    ],
    ['a count by a day', { rule: countBy(90, '2023-06-30') }, '12 dagar över målvärdet'],
    ['a count after its day', { rule: countBy(90, '2023-05-31') }, 'nått, men efter dagen'],
    ['done', { rule: doneBy(), value: 1, unit: '' }, null],
    ['not done', { rule: doneBy('2023-06-30'), value: 0, unit: '' }, null],
    [
      'a limit that is to be passed',
      { rule: over(80), value: 80, ...SHARE },
      'lika med målvärdet, som ska överträffas',
    ],
    [
      'a limit that is not to be come to',
      { rule: under(80), value: 80, ...SHARE },
      'lika med målvärdet, som ska underskridas',
    ],
    [
      'closer than anybody prints',
      { rule: atLeast(85), value: 84.9999999, ...SHARE, decimals: 1 },
      'strax under målvärdet',
    ],
    [
      'a part of the year that is not even',
      {
        ...{ rule: atLeast(161), value: 53, unit: 'st', indicator: LINEAR, period: '2023-T1' },
      },
      '0,7 st under de 53,7 som gäller till och med april',
    ],
    [
      'on a part of the year',
      { rule: atLeast(120), value: 40, unit: 'st', indicator: LINEAR, period: '2023-T1' },
      'på de 40 som gäller till och med april',
    ],
    [
      'under a part of a span',
      { rule: between(120, 180), value: 30, unit: 'st', indicator: LINEAR, period: '2023-T1' },
      '10 st under spannet så här långt',
    ],
    [
      'up from below nought',
      { rule: percent(-100, 10), value: -95, unit: 'st' },
      '5 st under målvärdet, 5 % upp från basvärdet',
    ],
    ['words', { rule: WORDS }, null],
    ['a budget', { rule: BUDGET }, null],
    ['no value', { rule: atMost(90), value: null }, null],
  ])('%s', (_, given, expected) => {
    expect(plain(distanceWords(assessedCase(given)))).toBe(expected);
  });
});

describe('decimals', () => {
  test.each<[string, Case, number]>([
    ['the indicator’s own', { rule: atMost(90) }, 0],
    ['for the verdict (case 4)', { rule: atLeast(80), value: 79.96 }, 2],
    ['for a limit', { rule: atLeast(80.5), value: 90 }, 1],
    ['for a limit without a value', { rule: atLeast(80.5), value: null }, 1],
    ['for yellow', { rule: atLeast(80, within(5)), value: 74.96 }, 2],
    ['for a span', { rule: between(40, 60), value: 60.4 }, 1],
    ['for the year before', { rule: UP, value: 75.4, before: 75.3 }, 1],
    ['not of the year before', { rule: atLeast(80, BETTER), value: 75, before: 70.123 }, 0],
    ['not for a computed place', { rule: rank(50, false), value: 50.4, more: { peers } }, 0],
    ['not for words', { rule: WORDS, value: 50.4 }, 0],
  ])('%s', (_, given, expected) => {
    expect(decimalsOf(assessedCase(given))).toBe(expected);
  });

  test('a target to come has its own', () => {
    const one = assessedCase({ rule: atLeast(80), ...SHARE });
    const later = (rule: Case['rule']) => plain(laterTargetWords(one, aTarget({ rule })));
    expect(later(atLeast(82.5))).toBe('minst 82,5 %');
    expect(later(WORDS)).toBe('Redovisa vilka.');
  });
});

describe('the year before', () => {
  const lower = { better: 'lower' } as const;

  test.each<[string, Case, string | null, string | null]>([
    [
      'sick leave 6,5 → 5,9 (B106)',
      { rule: atMost(5.5), value: 5.9, before: 6.5, decimals: 1, ...SHARE, indicator: lower },
      '▼ förbättring',
      '−0,6 procentenheter, förbättring',
    ],
    [
      'worse',
      { rule: atMost(90), before: 100, indicator: lower },
      '▲ försämring',
      '+2 dagar, försämring',
    ],
    ['the same', { rule: atMost(90), before: 102 }, ' oförändrat', 'oförändrat'],
    [
      'no direction',
      { rule: atMost(90), before: 100, indicator: { better: 'none' } },
      null,
      '+2 dagar',
    ],
    ['none', { rule: atMost(90) }, null, null],
    [
      'with the decimals of the two values',
      { rule: atLeast(85), value: 84.95, before: 79.04, decimals: 1, ...SHARE },
      '▲ förbättring',
      '+5,91 procentenheter, förbättring',
    ],
    [
      'a reported place',
      { rule: rank(50), value: 11, before: 12, indicator: lower },
      '▼ förbättring',
      '−1 placering, förbättring',
    ],
  ])('%s', (_, given, trend, words) => {
    const one = assessedCase(given);
    const told = trendWords(one);
    expect(told && `${told.arrow} ${told.word}`).toBe(trend);
    expect(plain(previousWords(one))).toBe(words);
  });
});

describe('value against target, for a list', () => {
  test.each<[string, AssessedIndicator, string]>([
    ['a limit', assessedCase({ rule: atMost(90) }), '102 dagar, målet är högst 90 dagar'],
    ['no value', assessedCase({ rule: atMost(90), value: null }), ''],
    [
      'a place that is shared',
      assessedCase({ rule: rank(1, false), value: 8, more: { peers } }),
      'delad plats 2 av 4 (8 dagar), målet är plats 1 eller bättre',
    ],
  ])('%s', (_, one, expected) => {
    expect(plain(valueAgainstTarget(one))).toBe(expected);
  });

  test.each<[string, Case, Parameters<typeof anObservation>[0], string]>([
    ['one', { rule: atMost(90), value: 1 }, { value: 1 }, '1 dag'],
    ['suppressed', { rule: atMost(90) }, { state: 'suppressed' }, 'skyddad'],
    ['an index', { rule: atMost(90), unit: 'index' }, { value: 79 }, 'index 79'],
    ['a reported place', { rule: rank(50), value: 10 }, { value: 10 }, 'plats 10'],
    ['what is not done', { rule: doneBy() }, { value: 0 }, 'inte klart'],
    ['what is done', { rule: doneBy() }, { value: 1 }, 'klart'],
  ])('a value in words: %s', (_, given, observation, expected) => {
    expect(plain(valueWords(assessedCase(given), anObservation(observation)))).toBe(expected);
  });

  test('a value with its unit', () => {
    expect(plain(valueWords(assessedCase({ rule: atMost(90) }), anObservation()))).toBe('80 dagar');
  });
});

test.each([
  ['8,76', 8.76, 1, '8,76'],
  ['8,8', 8.8, 1, null],
  ['8,80', 8.8, 1, null],
  ['18.500', 18500, 0, null],
  // A mean that was reckoned into an index is no print of the index.
  ['4,05', 76.25, 1, null],
  ['76,25', 76.25, 1, '76,25'],
  ['76,25 %', 76.25, 1, '76,25 %'],
  ['', 8.76, 1, null],
  ['..', null, 1, null],
])('printed %j beside what is shown', (printed, value, decimals, expected) => {
  expect(printedWord({ value, printed }, decimals)).toBe(expected);
});

test.each([
  ['value', 6.8, '6,8'],
  ['missing', null, 'saknas'],
  ['suppressed', null, 'skyddad'],
  ['not_applicable', null, 'ej tillämpligt'],
  ['not_collected', null, 'ej insamlat'],
] as const)('a value that is %s is shown as such', (state, value, expected) => {
  expect(formatValue({ state, value }, 1)).toBe(expected);
});

test.each([
  ['', 'Alla'],
  ['Ålder=50 år eller äldre', '50 år eller äldre'],
  ['Kod=111;Ålder=0-5', '111, 0-5'],
])('the part %j is %s', (breakdown, expected) => {
  expect(breakdownWord(breakdown)).toBe(expected);
});
