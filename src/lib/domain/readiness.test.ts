import { expect, test } from 'vitest';
import { readinessOf } from './readiness.ts';

const [EARLY, LATE] = ['2023-09-01T08:00:00.000Z', '2023-09-02T08:00:00.000Z'];
const ready = { isReady: true, at: EARLY };

test.each([
  ['nobody has said so', null, null, 'open'],
  ['taken back', { isReady: false, at: LATE }, EARLY, 'open'],
  ['marked, and nothing was ever said', ready, null, 'ready'],
  ['marked after the last word', { isReady: true, at: LATE }, EARLY, 'ready'],
  ['marked with the last word', ready, EARLY, 'ready'],
  ['said anew since', ready, LATE, 'changed'],
])('%s', (_, mark, saidAt, expected) => {
  expect(readinessOf(mark, saidAt)).toBe(expected);
});
