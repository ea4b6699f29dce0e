import { expect, test } from 'vitest';
import { secondsToWait } from './login-delay.ts';
import type { Try } from './login-delay.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const [MINUTE, HOUR] = [60_000, 3_600_000];
const wrong = (...secondsAgo: number[]): Try[] =>
  secondsAgo.map((seconds) => ({ at: NOW - seconds * 1000, ok: false }));
const right = (secondsAgo: number): Try => ({ at: NOW - secondsAgo * 1000, ok: true });
const times = (count: number, ago: number) => wrong(...Array.from({ length: count }, () => ago));

test.each<[string, readonly Try[], readonly Try[], number]>([
  ['nobody has tried', [], [], 0],
  ['four wrong', times(4, 0), [], 0],
  ['five wrong', times(5, 0), [], 1],
  ['five wrong, a second ago', times(5, 1), [], 0],
  ['six wrong', times(6, 0), [], 2],
  ['six wrong, a part of a second ago', times(6, 0.4), [], 2],
  ['nine wrong', times(9, 0), [], 16],
  ['fifteen wrong: never more than a quarter', times(15, 0), [], 900],
  ['fifty wrong', times(50, 0), [], 900],
  ['right in between', [...times(30, 60), right(30), ...times(2, 0)], [], 0],
  ['right in between, told in another order', [...times(2, 0), right(30), ...times(30, 60)], [], 0],
  ['wrong yesterday', times(50, 24 * 3600 + 1), [], 0],
  ['a hundred in a day', times(100, 20 * 3600), [], 4 * 3600],
  ['ninety-nine in a day, long ago', times(99, 20 * 3600), [], 0],
  ['twenty from an address', [], times(20, 60), 14 * 60],
  ['nineteen from an address', [], times(19, 0), 0],
  [
    'many right from an address, as behind a proxy',
    [],
    Array.from({ length: 50 }, () => right(1)),
    0,
  ],
  ['both: the longer of them', times(6, 0), times(20, 60), 14 * 60],
])('%s', (_, account, address, seconds) => {
  expect(secondsToWait(account, address, NOW)).toBe(seconds);
});

test('of ten thousand guesses from a hundred addresses in a day a hundred at the most are tried', () => {
  const tries: Try[] = [];
  let tried = 0;
  for (let at = NOW; at < NOW + 24 * HOUR; at += (24 * HOUR) / 10_000) {
    if (secondsToWait(tries, [], at) > 0) continue;
    tries.push({ at, ok: false });
    tried += 1;
  }
  expect(tried).toBeLessThanOrEqual(100);
  // And whoever owns the account gets in within a quarter, for as long as the guesses are fewer.
  expect(secondsToWait(tries.slice(0, 40), [], tries[39]!.at + 15 * MINUTE)).toBe(0);
});
