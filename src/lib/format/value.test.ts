import { describe, expect, test } from 'vitest';
import { assessIndicator } from '#lib/domain/assess-indicator.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { TargetRule } from '#lib/domain/model.ts';
import {
  aMeasure,
  anIndicator,
  anObservation,
  aPlan,
  aScale,
  aSnapshot,
  aTarget,
} from '../../../tests/builders.ts';
import { indicatorSentence } from './sentence.ts';
import {
  breakdownWord,
  distanceWords,
  formatValue,
  ruleSentence,
  valueAgainstTarget,
} from './value.ts';

type Case = {
  readonly rule: TargetRule;
  readonly value?: number | null;
  readonly before?: number;
  readonly unit?: string;
  readonly isShare?: boolean;
  readonly decimals?: number;
};

/** An indicator as it stands for delår 2023, with a comparable value a year before where one is given. */
function assessed({
  rule,
  value = 102,
  before,
  unit = 'dagar',
  isShare = false,
  decimals = 0,
}: Case) {
  const indicator = anIndicator({ decimals });
  const now = value === null ? [] : [anObservation({ period: '2023-H1', value })];
  const past = before === undefined ? [] : [anObservation({ period: '2022-H1', value: before })];
  const scale = aScale();
  const snapshot = aSnapshot({
    scales: [scale],
    plans: [aPlan({ indicatorScale: scale.id })],
    measures: [aMeasure({ unit, isShare })],
    indicators: [indicator],
    targets: [aTarget({ rule, year: 2023 })],
    observations: [...now, ...past],
  });
  return assessIndicator(snapshot, indicator);
}

const atMost = (value: number, yellow: TargetRule['yellow'] = null): TargetRule => ({
  kind: 'at-most',
  value,
  yellow,
});
const atLeast = (value: number, yellow: TargetRule['yellow'] = null): TargetRule => ({
  kind: 'at-least',
  value,
  yellow,
});

/** No-break spaces as plain ones, so that the rows can be read. */
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null;

describe('the rule in words', () => {
  test.each<[string, Case, string]>([
    [
      'at most, no yellow',
      { rule: atMost(90) },
      'Grönt: högst 90 dagar. Inget gult är satt. Rött: över 90 dagar.',
    ],
    [
      'at least, no yellow',
      { rule: atLeast(31), unit: '%', value: 33 },
      'Grönt: minst 31 %. Inget gult är satt. Rött: under 31 %.',
    ],
    [
      'at most with a yellow zone in the unit',
      { rule: atMost(15, { kind: 'absolute', by: 1 }), value: 18, unit: 'st' },
      'Grönt: högst 15 st. Gult: högst 16 st. Rött: annars.',
    ],
    [
      'at least with a relative yellow zone',
      { rule: atLeast(80, { kind: 'relative', share: 0.1 }), value: 70, unit: '%' },
      'Grönt: minst 80 %. Gult: minst 72 %. Rött: annars.',
    ],
    [
      'better than before',
      { rule: atMost(90, { kind: 'better-than-before' }), before: 110 },
      'Grönt: högst 90 dagar. Gult: bättre än värdet ett år tidigare. Rött: annars.',
    ],
  ])('%s', (_, given, expected) => {
    expect(plain(ruleSentence(assessed(given)))).toBe(expected);
  });
});

describe('the distance, in the right unit', () => {
  test.each<[string, Case, string]>([
    ['over', { rule: atMost(90) }, '12 dagar över målvärdet'],
    ['under', { rule: atLeast(15), value: 8, unit: 'st' }, '7 st under målvärdet'],
    [
      'B82: a share is told in procentenheter',
      { rule: atLeast(15), value: 8, unit: '%', isShare: true },
      '7 procentenheter under målvärdet',
    ],
    ['on it', { rule: atMost(102) }, 'på målvärdet'],
    [
      'decimals are added where rounding would say "on it"',
      { rule: atLeast(85), value: 84.95, unit: '%', isShare: true, decimals: 1 },
      '0,05 procentenheter under målvärdet',
    ],
  ])('%s', (_, given, expected) => {
    expect(plain(distanceWords(assessed(given)))).toBe(expected);
  });
});

describe('in one breath', () => {
  test.each<[string, AssessedIndicator, string]>([
    [
      'value, period, distance',
      assessed({ rule: atMost(90) }),
      '102 dagar, januari–juni 2023: 12 dagar över målvärdet.',
    ],
    [
      'case 4: 84,95 against 85 is not shown as 85,0',
      assessed({ rule: atLeast(85), value: 84.95, unit: '%', isShare: true, decimals: 1 }),
      '84,95 %, januari–juni 2023: 0,05 procentenheter under målvärdet.',
    ],
    [
      'no value is neither zero nor red',
      assessed({ rule: atMost(90), value: null }),
      'Inget värde är inläst för tillfället. Det räknas varken som noll eller som rött.',
    ],
  ])('%s', (_, one, expected) => {
    expect(plain(indicatorSentence(one))).toBe(expected);
  });

  test('value against target, for a list', () => {
    expect(plain(valueAgainstTarget(assessed({ rule: atMost(90) })))).toBe(
      '102 mot högst 90 dagar',
    );
    expect(valueAgainstTarget(assessed({ rule: atMost(90), value: null }))).toBe('');
  });
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
