import { describe, expect, test } from 'vitest';
import { plain } from '../../../tests/assessed.ts';
import { aLevel, anOccasion, aScale } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  between,
  BUDGET,
  countBy,
  doneBy,
  keep,
  percent,
  rank,
  UP,
  WORDS,
} from '../../../tests/rules.ts';
import type { Level, Policy } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { freshnessWords, JUDGED_BY, policyWords, reportedWords, RULE_KIND } from './method.ts';

const RULES: readonly (readonly [TargetRule, string])[] = [
  [atLeast(80), 'Minst'],
  [atMost(80), 'Högst'],
  [between(80, 90), 'Mellan'],
  [keep(80, 5), 'Bibehålla'],
  [percent(80, 5), 'Förändring'],
  [UP, 'Öka eller minska'],
  [rank(50), 'Placering'],
  [countBy(80), 'Antal till en dag'],
  [doneBy(), 'Klart till en dag'],
  [WORDS, 'Mål i ord'],
  [BUDGET, 'Budget eller annat jämförelsetal'],
];

describe('what colours an indicator', () => {
  test.each(RULES)('%o', ({ kind }, head) => {
    expect(RULE_KIND[kind]).toMatch(new RegExp(`^${head}: [a-zåäö].*\\.$`));
  });

  test('these are all the kinds there are', () => {
    expect(Object.keys(RULE_KIND)).toEqual(RULES.map(([{ kind }]) => kind));
  });
});

describe('how a suggestion is made', () => {
  const shares = (...limits: [step: string, atLeast: number][]): Policy => ({
    ...{ kind: 'shares', limits: limits.map(([step, atLeast]) => ({ step, atLeast })) },
  });

  test.each<[Policy, string]>([
    [{ kind: 'none' }, 'Inget förslag räknas fram ur det som ligger under.'],
    [{ kind: 'worst' }, 'Förslaget är det sämsta av det som ligger under och är bedömt.'],
    [
      shares(['uppnatt', 0.8], ['delvis', 0.29]),
      'Förslaget följer hur stor andel av det som ligger under som står bäst: ”Uppnått” från 80 % och ”Delvis uppnått” från 29 %.',
    ],
    [
      shares(['uppnatt', 0.825]),
      'Förslaget följer hur stor andel av det som ligger under som står bäst: ”Uppnått” från 82,5 %.',
    ],
  ])('%o', (policy, words) => {
    expect(plain(policyWords(policy, aScale()))).toBe(words);
  });

  test('a step that is on no scale is called by its key', () => {
    const limits = shares(['gron', 1]);
    for (const scale of [aScale(), null])
      expect(plain(policyWords(limits, scale))).toContain('”gron” från 100 %');
  });
});

describe('what a level does at the occasions', () => {
  const at = (kind: string, year: number, title: string) => anOccasion({ kind, year, title });
  const DELAR = at('delar', 2023, 'Delår 2023');
  const AR = at('ar', 2023, 'Årsredovisning 2023');
  const NEXT = at('delar', 2024, 'Delår 2024');
  const T1 = at('t1', 2023, 'Tertialrapport 1');

  test.each<[string, Level['reported'], (typeof DELAR)[], string]>([
    ['there are none', { delar: 'forecast' }, [], 'bedöms inte'],
    ['the same at all', { delar: 'outcome', ar: 'outcome' }, [DELAR, AR], 'bedöms som utfall'],
    ['in words at all', { delar: 'words', ar: 'words' }, [DELAR, AR], 'redovisas i ord'],
    ['never', {}, [DELAR, AR], 'bedöms inte'],
    [
      'another thing at each',
      { delar: 'forecast', ar: 'outcome' },
      [DELAR, AR],
      'bedöms som prognos vid delår 2023; bedöms som utfall vid årsredovisning 2023',
    ],
    [
      'alike ones together, in the order of the occasions',
      { t1: 'words', delar: 'outcome', ar: 'outcome' },
      [T1, DELAR, AR, NEXT],
      'redovisas i ord vid tertialrapport 1; bedöms som utfall vid delår 2023, årsredovisning 2023 och delår 2024',
    ],
    [
      'a kind it does not name is not judged',
      { ar: 'outcome' },
      [DELAR, AR],
      'bedöms inte vid delår 2023; bedöms som utfall vid årsredovisning 2023',
    ],
    [
      'a kind that has no occasion is not told',
      { ar: 'outcome', t1: 'words' },
      [AR],
      'bedöms som utfall',
    ],
  ])('%s', (_, reported, occasions, words) => {
    expect(reportedWords(aLevel({ reported }), occasions)).toBe(words);
  });
});

test.each([
  ['people', /^Människor bedömer\..*står det ej bedömt\.$/],
  ['rule', /^Regeln bedömer: .*om ingen har bedömt\.$/],
] as const)('the last word is with %s', (judgedBy, words) => {
  expect(JUDGED_BY[judgedBy]).toMatch(words);
});

test('how old a value may be', () => {
  expect(freshnessWords()).toBe(
    'Egna värden ska vara från samma kalenderår, Koladas och enkäters högst 24 månader gamla. Ett äldre värde visas med sitt år och ger ingen färg.',
  );
});
