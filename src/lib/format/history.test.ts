import { expect, test } from 'vitest';
import { lifecycleWords } from './history.ts';

const NOTHING = { lifecycle: null, startOn: null, endOn: null, atMeeting: false };

test.each([
  [{}, 'Som i planen'],
  [{ lifecycle: 'under_way' as const }, 'Pågår'],
  [{ endOn: '2023-12-31' }, 'Slutar 31 december 2023'],
  [
    { lifecycle: 'planned' as const, startOn: '2023-02-01', endOn: '2023-12-31' },
    'Inte påbörjat, börjar 1 februari 2023, slutar 31 december 2023',
  ],
])('%j: %s', (said, words) => {
  expect(lifecycleWords({ ...NOTHING, ...said })).toBe(words);
});
