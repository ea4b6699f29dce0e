import { expect, test } from 'vitest';
import { parsedPlanWith } from '../../../../tests/db.ts';
import type { Json } from '../../../../tests/db.ts';
import { checkDirections } from './directions.ts';

const RULE = 'indicators.0.targets.0.rule';

/** ind-1 of Gnesta: lower is better, an own measure, a target for 2023. */
const withRule = (rule: Json) => (plan: Json) => {
  plan.indicators[0].targets[0].rule = rule;
};

const WRONG_WAY = 'går åt andra hållet';

test.each<[string, (plan: Json) => void, string, string]>([
  ['at least, lower is better', withRule({ kind: 'at-least', value: 90 }), RULE, WRONG_WAY],
  ['up, lower is better', withRule({ kind: 'better-than-previous', way: 'up' }), RULE, WRONG_WAY],
  [
    'an increase, lower is better',
    withRule({ kind: 'change', base: 90, by: 10, in: 'percent' }),
    RULE,
    WRONG_WAY,
  ],
  [
    'a count to come to, lower is better',
    withRule({ kind: 'count-by', value: 9, on: '2023-12-31' }),
    RULE,
    WRONG_WAY,
  ],
  ['a place of an own measure', withRule({ kind: 'rank', atMost: 50 }), RULE, 'Koladas mått'],
  [
    'a day in another year',
    withRule({ kind: 'done-by', on: '2031-12-31' }),
    RULE,
    'i ett annat år än målvärdets',
  ],
  [
    'a share of the year of what is no count',
    (plan) => (plan.indicators[0].hasLinearShare = true),
    'indicators.0.hasLinearShare',
    'addsUp till cumulative',
  ],
])('%s is a problem with its path', (_, change, path, message) => {
  expect(checkDirections(parsedPlanWith(change))).toEqual([
    { path, message: expect.stringContaining(message) as string },
  ]);
});

test('a place without a direction is a problem', () => {
  const plan = parsedPlanWith((file) => {
    withRule({ kind: 'rank', atMost: 50 })(file);
    file.indicators[0].better = 'none';
    file.measures.find((one: Json) => one.code === file.indicators[0].measure).source = 'kolada';
  });
  expect(checkDirections(plan)).toEqual([
    { path: RULE, message: expect.stringContaining('higher eller lower') as string },
  ]);
});

test.each<[string, Json]>([
  ['at most', { kind: 'at-most', value: 90 }],
  ['between', { kind: 'between', low: 80, high: 90 }],
  ['a place that is reported', { kind: 'rank', atMost: 50, isReported: true }],
  ['words', { kind: 'text', words: 'kortare väntan' }],
])('%s goes with lower is better', (_, rule) => {
  expect(checkDirections(parsedPlanWith(withRule(rule)))).toEqual([]);
});
