import { expect, test } from 'vitest';
import { LONGEST_DECISION, LONGEST_REASON, reachOf, removalFaults } from './gallring.ts';
import type { RemovalFault } from './gallring.ts';

const [GNESTA, KALMAR] = [1, 2];

test.each<[string, readonly (number | null)[], number | null]>([
  ['one kommun’s, once', [GNESTA], GNESTA],
  ['one kommun’s, twice', [GNESTA, GNESTA], GNESTA],
  ['two kommuner’s', [GNESTA, KALMAR], null],
  ['all kommuner’s', [null], null],
  ['all kommuner’s and one’s own', [GNESTA, null], null],
  ['nobody’s', [], null],
])('a file that is %s is removed by an administrator of kommun %j: %j', (_, owners, kommun) => {
  expect(reachOf(owners)).toEqual({ kommun, namnd: null });
});

const TODAY = '2026-05-03';
const SAID = { reason: 'Fel fil.', decision: 'KS § 12', decidedOn: TODAY, isConfirmed: true };

test.each<[Partial<typeof SAID>, readonly RemovalFault[]]>([
  [{}, []],
  [{ decidedOn: '2025-12-31' }, []],
  [{ reason: '' }, ['no-reason']],
  [{ reason: ' \n ' }, ['no-reason']],
  [{ reason: 'x'.repeat(LONGEST_REASON) }, []],
  [{ reason: 'x'.repeat(LONGEST_REASON + 1) }, ['long-reason']],
  [{ decision: '' }, ['no-decision']],
  [{ decision: 'x'.repeat(LONGEST_DECISION + 1) }, ['long-decision']],
  [{ decidedOn: '' }, ['no-day']],
  [{ decidedOn: '2026-02-30' }, ['no-day']],
  [{ decidedOn: '3 maj 2026' }, ['no-day']],
  [{ decidedOn: '2026-05-04' }, ['day-to-come']],
  [{ isConfirmed: false }, ['not-confirmed']],
  [
    { reason: '', decision: '', decidedOn: '', isConfirmed: false },
    ['no-reason', 'no-decision', 'no-day', 'not-confirmed'],
  ],
])('%j lacks %j', (said, faults) => {
  expect(removalFaults({ ...SAID, ...said }, TODAY)).toEqual(faults);
});
