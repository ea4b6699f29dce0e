import { expect, test } from 'vitest';
import type { AssessedIndicator } from './assess-indicator.ts';
import { ceilingOf } from './ceiling.ts';
import type { Unknown, Verdict } from './target.ts';

const FACT = { step: 'ej', words: 'Avtalet är uppsagt.', source: 'rad 312' };
const RULE = { step: 'delvis', words: 'Inte allt är mätt.', source: '§ 12' };

const because = {
  ...{ target: null, observation: null, previous: null, aim: null, rank: null, distance: null },
};
const unknown = (why: Unknown): Pick<AssessedIndicator, 'verdict'> => ({
  verdict: { verdict: 'unknown', why, because },
});
const met: { verdict: Verdict } = { verdict: { verdict: 'met', because } };

const LATER = [met, unknown('measured-later')];
const NOW = [met, unknown('no-value'), unknown('suppressed')];

test.each([
  ['the rule, while one is measured later', null, RULE, LATER, RULE],
  ['none when all are due, also where a value is missing', null, RULE, NOW, null],
  ['none when there is nothing to measure', null, RULE, [], null],
  ['none when the level has no rule', null, null, LATER, null],
  ['the fact goes before the rule', FACT, RULE, LATER, FACT],
  ['the fact alone', FACT, null, [], FACT],
])('%s', (_, fact, rule, indicators, expected) => {
  expect(ceilingOf(fact, rule, indicators)).toBe(expected);
});
