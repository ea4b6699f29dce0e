import { expect, test } from 'vitest';
import { aLevel, aPlan } from '../../../tests/builders.ts';
import { hasForecasts, isEverJudged } from './method.ts';
import type { Level } from './model.ts';

test.each<[string, Level['reported'], boolean, boolean]>([
  ['as a forecast', { delar: 'forecast', ar: 'none' }, true, true],
  ['as an outcome', { delar: 'words', ar: 'outcome' }, true, false],
  ['never', { delar: 'words', ar: 'none' }, false, false],
  ['at no kind of occasion', {}, false, false],
])('a level that is judged %s', (_, reported, judged, forecast) => {
  const level = aLevel({ reported });
  const plans = [{ plan: aPlan(), owners: [], levels: [level], indicatorScale: null }];
  expect(isEverJudged(level)).toBe(judged);
  expect(hasForecasts(plans, 1)).toBe(forecast);
  expect(hasForecasts(plans, 2)).toBe(false);
});
