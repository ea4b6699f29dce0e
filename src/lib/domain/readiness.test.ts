import { expect, test } from 'vitest';
import { readinessOf } from './readiness.ts';

const [EARLY, LATE] = ['2023-09-01T08:00:00.000Z', '2023-09-02T08:00:00.000Z'];
const ready = { isReady: true, at: EARLY };

test.each([
  ['nobody has said so', null, null, false, 'open'],
  ['taken back', { isReady: false, at: LATE }, EARLY, false, 'open'],
  ['marked, and nothing was ever said', ready, null, false, 'ready'],
  ['marked after the last word', { isReady: true, at: LATE }, EARLY, false, 'ready'],
  ['marked with the last word', ready, EARLY, false, 'ready'],
  ['marked before what it leans on changed', ready, EARLY, true, 'changed'],
  ['said anew since', ready, LATE, false, 'changed'],
])('%s', (_, mark, saidAt, isOutdated, expected) => {
  expect(readinessOf(mark, saidAt, isOutdated)).toBe(expected);
});
