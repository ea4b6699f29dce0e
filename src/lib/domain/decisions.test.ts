import { expect, test } from 'vitest';
import { decisionsOf } from './decisions.ts';
import type { Phase } from './model.ts';

const settled = (id: number) => ({
  ...{ id, version: id, sha256: `${id}`, decidedOn: '2023-10-03', paragraph: '45' },
  diarienummer: 'SN 2023/145',
});

/** Steps in order; each locking freezes the next version. */
function stepsOf(phases: readonly Phase[]) {
  let frozen = 0;
  return phases.map((phase, at) => ({
    ...{ id: at, phase, at: `${at}`, reason: phase === 'last' ? null : `skäl ${at}` },
    settlement: phase === 'last' ? (frozen += 1) : null,
  }));
}

test.each<[string, readonly Phase[], readonly string[], readonly string[]]>([
  ['published', ['publicerat'], [], []],
  ['locked', ['publicerat', 'last'], ['1'], []],
  ['opened anew', ['publicerat', 'last', 'oppet'], ['1 skäl 2'], []],
  ['published anew', ['publicerat', 'last', 'oppet', 'publicerat'], ['1 skäl 2'], []],
  [
    'opened twice before it is locked anew',
    ['publicerat', 'last', 'oppet', 'publicerat', 'oppet', 'publicerat', 'last'],
    ['1 skäl 4', '2'],
    [],
  ],
  ['locked anew', ['publicerat', 'last', 'oppet', 'publicerat', 'last'], ['1 skäl 2', '2'], []],
  ['locked by mistake', ['publicerat', 'last', 'publicerat'], [], ['1 skäl 2']],
  ['and then as it was decided', ['publicerat', 'last', 'publicerat', 'last'], ['2'], ['1 skäl 2']],
  [
    'anew by mistake: the first holds',
    ['publicerat', 'last', 'oppet', 'publicerat', 'last', 'publicerat'],
    ['1 skäl 2'],
    ['2 skäl 5'],
  ],
])('%s', (_, phases, versions, mistaken) => {
  const steps = stepsOf(phases);
  const frozen = steps.flatMap(({ settlement }) => (settlement ? [settled(settlement)] : []));
  const told = decisionsOf(frozen, steps, []);
  const words = (list: typeof told.versions) =>
    list.map(({ version, opened }) => [version, ...(opened ? [opened.reason] : [])].join(' '));
  expect(words(told.versions)).toEqual(versions);
  expect(words(told.mistaken)).toEqual(mistaken);
});

test('a decision that was put right is told so, beside what was frozen', () => {
  const put = (id: number, step: number, paragraph: string) => ({
    ...{ id, step, days: null, reason: `rättat ${id}`, at: `${id}` },
    decision: { decidedOn: '2023-10-03', paragraph, diarienummer: 'SN 2023/145' },
  });
  const steps = stepsOf(['publicerat', 'last', 'oppet', 'publicerat', 'last']);
  const { versions } = decisionsOf([settled(1), settled(2)], steps, [
    put(1, 1, '46'),
    put(2, 1, '47'),
  ]);
  expect(versions).toMatchObject([
    { paragraph: '47', corrected: { told: { paragraph: '45' }, reason: 'rättat 2', at: '2' } },
    { paragraph: '45', corrected: null },
  ]);
});
