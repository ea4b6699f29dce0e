import { expect, test } from 'vitest';
import type { Day } from './calendar.ts';
import { lateOf } from './lifecycle.ts';
import type { Late, Lifecycle } from './lifecycle.ts';

const on = (day: Day | null) => (day === null ? null : { day, text: day });
const IMPOSSIBLE = { day: null, text: '2023-04-31' };

test.each<[Day | null, Day | null, Lifecycle | null, Late]>([
  [null, '2023-05-31', 'under_way', 'ended-undone'],
  [null, '2023-05-31', 'paused', 'ended-undone'],
  [null, '2023-05-31', null, 'ended-undone'],
  [null, '2023-05-31', 'done', null],
  [null, '2023-05-31', 'cancelled', null],
  // What ends with the cut-off has ended, as a period has.
  [null, '2023-06-30', 'under_way', 'ended-undone'],
  [null, '2023-07-01', 'under_way', null],
  ['2023-02-01', '2023-12-31', 'planned', 'not-begun'],
  ['2023-02-01', '2023-12-31', 'under_way', null],
  ['2023-02-01', '2023-12-31', 'paused', null],
  ['2023-02-01', null, null, null],
  ['2023-07-01', null, 'planned', null],
  [null, null, 'planned', null],
])('from %j to %j, %s: %s', (start, end, lifecycle, late) => {
  expect(lateOf({ start: on(start), end: on(end) }, lifecycle, '2023-06-30')).toBe(late);
});

test('an impossible date says nothing', () => {
  expect(lateOf({ start: null, end: IMPOSSIBLE }, 'under_way', '2023-06-30')).toBeNull();
});
