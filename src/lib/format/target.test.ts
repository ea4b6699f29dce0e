import { expect, test } from 'vitest';
import type { TargetRule } from '#lib/domain/rule.ts';
import { plain } from '../../../tests/assessed.ts';
import { aTarget } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
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
  under,
  UP,
  WORDS,
} from '../../../tests/rules.ts';
import { formatTarget } from './target.ts';

test.each<[TargetRule, string, number, string]>([
  [atMost(90), 'dagar', 0, 'högst 90 dagar'],
  [atLeast(6), '', 1, 'minst 6,0'],
  [atMost(1), 'dagar', 0, 'högst 1 dag'],
  [over(80), '%', 0, 'över 80 %'],
  [under(10), '%', 0, 'under 10 %'],
  [between(40, 60), '%', 0, 'mellan 40 och 60 %'],
  [keep(80, 2), '', 0, '80 ± 2'],
  [keep(80, 2), '%', 0, '80 ± 2 %'],
  [percent(340, 10), '', 0, 'minst 374 (10 % över 340)'],
  [percent(340, -10), 'st', 0, 'högst 306 st (10 % under 340)'],
  [percent(200, 7.5), '', 0, 'minst 215 (7,5 % över 200)'],
  [percent(0, 10), '', 0, '10 % över 0'],
  [points(62, 3), '%', 0, 'minst 65 % (3 procentenheter över 62)'],
  [points(6.5, -1), '%', 1, 'högst 5,5 % (1 procentenhet under 6,5)'],
  [points(70, 5), '', 0, 'minst 75 (5 enheter över 70)'],
  [points(110, -20), 'dagar', 0, 'högst 90 dagar (20 dagar under 110)'],
  [UP, '%', 0, 'högre än året före'],
  [DOWN, '%', 0, 'lägre än året före'],
  [rank(50), '', 0, 'plats 50 eller bättre'],
  [keep(80, 0), '%', 0, 'exakt 80 %'],
  [keep(80, 2), 'index', 0, 'index 80 ± 2'],
  [between(70, 80), 'Index', 0, 'mellan index 70 och 80'],
  [atLeast(79), 'index', 0, 'minst index 79'],
  [percent(-100, 10), 'st', 0, 'minst −90 st (10 % upp från −100)'],
  [percent(-100, -10), 'st', 0, 'högst −110 st (10 % ned från −100)'],
  [countBy(161, '2022-12-31'), '', 0, '161 senast 31 december 2022'],
  [doneBy('2022-12-31'), '', 0, 'klart senast 31 december 2022'],
  [WORDS, '%', 0, 'Redovisa vilka.'],
  [BUDGET, '', 0, 'budget 1 200'],
])('%o in %j', (rule, unit, decimals, expected) => {
  expect(plain(formatTarget(aTarget({ rule }), decimals, unit))).toBe(expected);
});
