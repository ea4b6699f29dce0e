import { expect, test } from 'vitest';
import { assessedCase, plain } from '../../../tests/assessed.ts';
import { anObservation } from '../../../tests/builders.ts';
import { atLeast } from '../../../tests/rules.ts';
import { plannedWords } from './value.ts';

/** The outcome of January–June beside a budget, as it is told. */
function toldOf(value: number, budget: number, unit: string, decimals: number, period = '2023-H1') {
  const observations = [
    anObservation({ period: '2023-H1', value }),
    anObservation({ period, value: budget, kind: 'budget' }),
  ];
  const isShare = unit === '%';
  const one = assessedCase({ rule: atLeast(0), unit, isShare, decimals, more: { observations } });
  return one.planned.map((planned) => plain(plannedWords(one, planned)));
}

test.each<[string, Parameters<typeof toldOf>, string]>([
  ['more, with a space for thousands', [12148, 11000, 'timmar', 0], '+1 148 timmar'],
  ['less, without binary noise', [77.8, 97.2, 'årsplatser', 1], '−19,4 årsplatser'],
  ['one', [5, 4, 'timmar', 0], '+1 timme'],
  ['a share in procentenheter', [62, 68, '%', 0], '−6 procentenheter'],
  ['as planned', [97.2, 97.2, 'årsplatser', 1], '0'],
  ['less than the decimals show', [97.6, 97.2, 'årsplatser', 0], '+0,4 årsplatser'],
  ['of the year, which is another period', [77.8, 97.2, 'årsplatser', 1, '2023'], '–'],
])('%s', (_, given, words) => {
  expect(toldOf(...given)).toEqual([words]);
});
