import { expect, test } from 'vitest';
import { anIndicator, aSnapshot } from '../../../tests/builders.ts';
import { assessIndicator } from './assess-indicator.ts';
import { groupByHeading } from './headings.ts';

const groupsOf = (...headings: (string | null)[]) =>
  groupByHeading(
    headings.map((heading, index) =>
      assessIndicator(aSnapshot(), anIndicator({ id: index + 1, heading })),
    ),
  ).map((group) => [
    group.heading,
    [...group.compared, ...group.told].map((one) => one.indicator.id),
  ]);

test.each([
  ['none', [], []],
  [
    'the plan’s order',
    ['Volymer', 'Personal'],
    [
      ['Volymer', [1]],
      ['Personal', [2]],
    ],
  ],
  [
    'each heading once',
    ['B', 'A', 'B'],
    [
      ['B', [1, 3]],
      ['A', [2]],
    ],
  ],
  [
    'those without a heading are together',
    [null, 'A', null],
    [
      [null, [1, 3]],
      ['A', [2]],
    ],
  ],
])('%s', (_, headings, groups) => {
  expect(groupsOf(...headings)).toEqual(groups);
});

test('those held against a target stand apart from the others, in the plan’s order', () => {
  const given = [false, true, false, true].map((isCompared, index) =>
    assessIndicator(
      aSnapshot(),
      anIndicator({ id: index + 1, heading: index < 3 ? 'A' : null, isCompared }),
    ),
  );
  const ids = (list: typeof given) => list.map((one) => one.indicator.id);
  expect(
    groupByHeading(given).map(({ heading, compared, told }) => [
      heading,
      ids([...compared]),
      ids([...told]),
    ]),
  ).toEqual([
    ['A', [2], [1, 3]],
    [null, [4], []],
  ]);
});
