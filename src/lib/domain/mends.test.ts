import { expect, test } from 'vitest';
import { NOTHING_TOLD } from './mapping.ts';
import type { Meaning } from './mapping.ts';
import { mends } from './mends.ts';
import type { Problem } from './problem.ts';

const LACKS_INDICATOR: Problem = { code: 'mapping-lacks', line: 1, lacks: 'indicator' };
const ALIKE: Problem = { code: 'alike-columns', line: 1, columns: ['T1', 'T2'] };
const PERIOD: Problem = {
  ...({ code: 'told-period', line: 1, column: 'T1', value: 'i fjol', reason: 'unknown' } as const),
};

const TOLD: Problem = {
  ...({ code: 'personal-told', line: 1, heading: 'T1', about: 'place', kind: 'phone' } as const),
};

test.each<[string, Meaning, string | null, Problem, boolean]>([
  ['T1', 'value', null, LACKS_INDICATOR, true],
  ['T1', 'value', 'Kö', LACKS_INDICATOR, false],
  ['T1', 'place', null, LACKS_INDICATOR, false],
  ['T1', 'value', null, { code: 'mapping-lacks', line: 1, lacks: 'value' }, false],
  ['T1', 'value', 'Kö', ALIKE, true],
  ['T3', 'value', 'Kö', ALIKE, false],
  ['T1', 'value', null, PERIOD, true],
  ['T2', 'value', null, PERIOD, false],
  ['T1', 'value', null, TOLD, true],
  ['T2', 'value', null, TOLD, false],
  ['T1', 'value', null, { code: 'empty-file' }, false],
])('%s, %s of %j, for %j: %j', (header, is, indicator, problem, expected) => {
  expect(mends({ header, is, told: { ...NOTHING_TOLD, indicator } }, problem)).toBe(expected);
});
