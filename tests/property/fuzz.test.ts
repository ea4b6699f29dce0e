import { describe, expect, test } from 'vitest';
import { fuzzer } from '../fuzz/one.ts';
import { SEED } from './random.ts';

/* A few of what `npm run fuzz` tries. */

const FILES = 300;

describe(`${FILES} files by chance, seed ${SEED}`, () => {
  const { check } = fuzzer(SEED);
  const found = Array.from({ length: FILES }, (_, index) => ({ index, ...check(index) }));

  test('none is stored otherwise than its table, kept out without a reason, or throws', () => {
    expect(found.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });

  test('most known tables go in as they are', () => {
    const isWhole = new Set(['stored', 'stored-when-answered', 'refused']);
    const tables = found.filter(({ outcome }) => isWhole.has(outcome));
    const stored = tables.filter(({ outcome }) => outcome === 'stored');
    expect(stored.length).toBeGreaterThan(0.7 * tables.length);
  });
});
