import { describe, expect, test } from 'vitest';
import { assessedCase, plain } from '../../../tests/assessed.ts';
import type { Case } from '../../../tests/assessed.ts';
import { aPlan } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  BETTER,
  between,
  BUDGET,
  countBy,
  doneBy,
  DOWN,
  keep,
  over,
  percent,
  points,
  rank,
  share,
  under,
  UP,
  within,
  WORDS,
} from '../../../tests/rules.ts';
import { ruleSentence } from './rule.ts';

const SHARE = { unit: '%', isShare: true, value: 70 } as const;
const NONE = 'Inget gult är satt.';

describe('the rule in words', () => {
  test.each<[string, Case, string]>([
    ['at most', { rule: atMost(90) }, `Grönt: högst 90 dagar. ${NONE} Rött: över 90 dagar.`],
    ['at least', { rule: atLeast(31), ...SHARE }, `Grönt: minst 31 %. ${NONE} Rött: under 31 %.`],
    ['over', { rule: over(80), ...SHARE }, `Grönt: över 80 %. ${NONE} Rött: högst 80 %.`],
    ['under', { rule: under(10), ...SHARE }, `Grönt: under 10 %. ${NONE} Rött: minst 10 %.`],
    [
      'at most with yellow in the unit',
      { rule: atMost(15, within(1)), value: 18, unit: 'st' },
      'Grönt: högst 15 st. Gult: högst 16 st. Rött: annars.',
    ],
    [
      'at least with yellow as a share',
      { rule: atLeast(80, share(0.1)), ...SHARE },
      'Grönt: minst 80 %. Gult: minst 72 %. Rött: annars.',
    ],
    [
      'better than before',
      { rule: atMost(90, BETTER), before: 110 },
      'Grönt: högst 90 dagar. Gult: bättre än värdet ett år tidigare. Rött: annars.',
    ],
    [
      'better than before, and there is nothing',
      { rule: atMost(90, BETTER) },
      'Grönt: högst 90 dagar. Gult: bättre än värdet ett år tidigare. Rött: annars.',
    ],
    [
      'between',
      { rule: between(40, 60), ...SHARE },
      `Grönt: mellan 40 och 60 %. ${NONE} Rött: utanför.`,
    ],
    [
      'between, with yellow on both sides',
      { rule: between(40, 60, within(5)), ...SHARE },
      'Grönt: mellan 40 och 60 %. Gult: mellan 35 och 65 %. Rött: annars.',
    ],
    [
      'hold',
      { rule: keep(80, 2), ...SHARE },
      `Grönt: mellan 78 och 82 % (80 ± 2 %). ${NONE} Rött: utanför.`,
    ],
    [
      'change in per cent',
      { rule: percent(340, 10), unit: '' },
      `Grönt: minst 374 (10 % över 340). ${NONE} Rött: under 374.`,
    ],
    [
      'change in points, with yellow',
      { rule: points(62, -2, within(1)), ...SHARE },
      'Grönt: högst 60 % (2 procentenheter under 62). Gult: högst 61 %. Rött: annars.',
    ],
    [
      'per cent of nought',
      { rule: percent(0, 10) },
      'Målvärdet går inte att räkna ut, eftersom basvärdet är 0.',
    ],
    [
      'up',
      { rule: UP, before: 100 },
      'Grönt: högre än året före. Rött: annars, också när värdet är oförändrat.',
    ],
    [
      'down',
      { rule: DOWN },
      'Grönt: lägre än året före. Rött: annars, också när värdet är oförändrat.',
    ],
    ['a place', { rule: rank(50) }, 'Grönt: plats 50 eller bättre. Rött: sämre än plats 50.'],
    [
      'a count by a day',
      { rule: countBy(161, '2022-12-31'), unit: 'st' },
      'Grönt: minst 161 st senast 31 december 2022. Rött: annars, när den dagen har kommit.',
    ],
    [
      'done by a day',
      { rule: doneBy('2022-12-31') },
      'Grönt: klart senast 31 december 2022. Rött: annars, när den dagen har kommit.',
    ],
    ['exactly', { rule: keep(80, 0), ...SHARE }, `Grönt: exakt 80 %. ${NONE} Rött: annars.`],
    [
      'a share of nought is no yellow',
      { rule: atMost(0, share(0.1)), value: 1, unit: 'st' },
      `Grönt: högst 0 st. ${NONE} Rött: över 0 st.`,
    ],
    [
      'a computed limit with two decimals',
      { rule: percent(333.33, 7), value: 100, unit: 'st' },
      `Grönt: minst 356,66 st (7 % över 333,33). ${NONE} Rött: under 356,66 st.`,
    ],
    ['words', { rule: WORDS }, 'Målet är satt i ord: Redovisa vilka.'],
    ['a budget', { rule: BUDGET }, 'Budgeten visas bredvid och ger ingen färg.'],
    [
      'a part of the year',
      {
        ...{ rule: atLeast(120, within(12)), value: 50, unit: 'st' },
        indicator: { addsUp: 'cumulative', hasLinearShare: true },
      },
      'Grönt: minst 60 st. Gult: minst 54 st. Rött: annars. Gränserna är 6/12 av årets, för de månader som har gått.',
    ],
    [
      'without a scale',
      { rule: atMost(90), more: { plans: [aPlan({ indicatorScale: null })] } },
      `Når målvärdet: högst 90 dagar. ${NONE} Når inte målvärdet: över 90 dagar.`,
    ],
    [
      'without a value',
      { rule: atMost(90.5), value: null },
      `Grönt: högst 90,5 dagar. ${NONE} Rött: över 90,5 dagar.`,
    ],
  ])('%s', (_, given, expected) => {
    expect(plain(ruleSentence(assessedCase(given)))).toBe(expected);
  });

  test('is none without a target', () => {
    expect(ruleSentence(assessedCase({ rule: WORDS, more: { targets: [] } }))).toBeNull();
  });
});
