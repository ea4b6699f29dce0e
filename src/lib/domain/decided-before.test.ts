import { describe, expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { hasChangedTwice, heldBack, waysOf } from './decided-before.ts';
import type { Sex } from './model.ts';
import type { Observation } from './observation.ts';

type Row = readonly [sex: Sex, value: number | null, n: number | null];

/** A family of one place as an upload has it; a value of null is hidden. */
const family = (upload: number, ...rows: readonly Row[]): readonly Observation[] =>
  rows.map(([sex, value, n], index) => {
    const one = anObservation({
      sex,
      place: 1,
      value,
      n,
      ...(value === null && { state: 'suppressed' }),
    });
    return { ...one, source: { ...one.source, upload, line: index + 2 } };
  });

const asVersion = (shown: readonly Observation[]) =>
  shown.map((one) => ({ shown: one, stored: one }));
const FIRST = family(1, ['T', 90, 30], ['K', null, null], ['M', null, null]);

const TABLE: readonly (readonly [
  string,
  readonly Observation[],
  {
    readonly held: readonly string[];
    readonly counts: readonly string[];
    readonly sums: readonly string[];
  },
])[] = [
  [
    'the same upload, which a rule of today shows whole',
    family(1, ['T', 90, 30], ['K', 92, 27], ['M', 80, 3]),
    { held: [], counts: ['1 T'], sums: ['1 T'] },
  ],
  [
    'another upload, with another total',
    family(2, ['T', 91, 33], ['K', 92, 27], ['M', 85, 6]),
    { held: ['1 K', '1 M'], counts: [], sums: [] },
  ],
  [
    'as many answers, and others',
    family(2, ['T', 91, 30], ['K', 92, 27], ['M', 85, 3]),
    { held: ['1 K', '1 M'], counts: ['1 T'], sums: [] },
  ],
  [
    'the same value of more answers',
    family(2, ['T', 90, 33], ['K', 92, 27], ['M', 85, 6]),
    { held: ['1 K', '1 M'], counts: [], sums: [] },
  ],
  [
    'a part more',
    family(1, ['T', 90, 30], ['K', 92, 27], ['M', 80, 3], ['A', 70, 5]),
    { held: ['1 K', '1 M'], counts: ['1 T'], sums: ['1 T'] },
  ],
];

describe('beside what was decided', () => {
  test.each(TABLE)('%s', (_, now, { held, counts, sums }) => {
    expect(heldBack(now, [asVersion(FIRST)])).toEqual(held);
    // Each twice: as what nobody knows may be.
    const known = waysOf(now, [asVersion(FIRST)]).map((way) => [...way.known]);
    expect(known).toEqual([counts, counts, sums, sums]);
  });

  test('nothing was decided', () => {
    expect(heldBack(FIRST, [])).toEqual([]);
    expect(waysOf(FIRST, []).flatMap(({ known }) => [...known])).toEqual([]);
  });
});

const SECOND = family(2, ['T', 91, 33], ['K', null, null], ['M', null, null]);
const NOW = family(3, ['T', 92, 36], ['K', 92, 27], ['M', 85, 9]);

const TWICE: readonly (readonly [string, readonly (readonly Observation[])[], boolean])[] = [
  ['never decided', [], false],
  ['decided once', [FIRST], false],
  ['decided twice alike', [FIRST, FIRST], false],
  ['decided twice, each another', [FIRST, SECOND], true],
  ['once as it is now', [FIRST, NOW], false],
];

test.each(TWICE)('changed twice: %s', (_, decided, expected) => {
  expect(hasChangedTwice(NOW, decided.map(asVersion))).toBe(expected);
});
