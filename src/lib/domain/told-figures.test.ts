import { describe, expect, test } from 'vitest';
import { aMeasure, anObservation } from '../../../tests/builders.ts';
import type { DecidedValue } from './decided-before.ts';
import { familyOf } from './difference.ts';
import type { Sex } from './model.ts';
import type { Observation } from './observation.ts';
import type { Place } from './snapshot.ts';
import { suppress } from './suppress.ts';
import { toldFigures } from './told-figures.ts';
import type { Coming } from './value-history.ts';

/** `3`: stored third and seen; `3-5`: undone at 5. */
function coming(told: string): Coming {
  const [seq, undone] = told.split('-') as [string, string | undefined];
  return { id: Number(seq), seq: Number(seq), storedAt: seq, undoneAt: undone ?? null };
}

const PLACES: readonly Place[] = [
  { id: 1, kind: 'kommun', code: null, name: 'Kommunen', parent: null },
  ...[2, 3, 4].map((id): Place => ({
    ...{ id, kind: 'unit', code: null, name: `Enhet ${id}`, parent: 1 },
  })),
];
const ABOUT = { measures: [aMeasure({ source: 'survey' })], places: PLACES, place: 1 };

/** "1 T" is all of the kommun; how many answered, by the upload that says so. */
type Rows = Readonly<Record<number, Readonly<Record<string, number | '..'>>>>;

const readingsOf = (rows: Rows): readonly Observation[] =>
  Object.entries(rows).flatMap(([upload, cells]) =>
    Object.entries(cells).map(([name, n], line) => {
      const [place, sex] = name.split(' ') as [string, Sex];
      const one = anObservation({
        ...{ place: Number(place), sex },
        ...(n === '..' ? { state: 'suppressed' } : { value: 50 + n, n }),
      });
      return { ...one, source: { ...one.source, upload: Number(upload), line } };
    }),
  );

/** A version that was decided of some uploads, by the rule of its time. */
function decidedOf(rows: Rows, smallCount: number): readonly DecidedValue[] {
  const observations = readingsOf(rows);
  const measures = [aMeasure({ source: 'survey', smallCount })];
  const shown = suppress({ ...ABOUT, measures, observations });
  return observations.map((stored, at) => ({ stored, shown: shown[at]! }));
}

/** "1: 1 T" of the first upload. */
function told(comings: readonly string[], rows: Rows, decided: readonly DecidedValue[] = []) {
  const readings = readingsOf(rows);
  const isTold = toldFigures(readings, comings.map(coming), { ...ABOUT, decided: [decided] });
  return readings
    .filter(isTold)
    .map(({ source, place, sex }) => `${source.upload}: ${place} ${sex}`)
    .join(', ');
}

describe('which figures of a history may be told', () => {
  test.each<[string, readonly string[], Rows, string]>([
    [
      'many answered, always: all',
      ['1', '2'],
      { 1: { '1 T': 50 }, 2: { '1 T': 51 } },
      '1: 1 T, 2: 1 T',
    ],
    ['too few now', ['1', '2'], { 1: { '1 T': 50 }, 2: { '1 T': 3 } }, ''],
    ['too few before', ['1', '2'], { 1: { '1 T': 3 }, 2: { '1 T': 50 } }, '2: 1 T'],
    ['too few in what was undone', ['1', '2-3'], { 1: { '1 T': 50 }, 2: { '1 T': 3 } }, '1: 1 T'],
    ['hidden by the source once', ['1', '2'], { 1: { '1 T': '..' }, 2: { '1 T': 50 } }, '2: 1 T'],
    [
      'of men too few now nobody is told, and no women beside whom they could be worked out',
      ['1', '2'],
      { 1: { '1 T': 50, '1 K': 30, '1 M': 20 }, 2: { '1 K': 47, '1 M': 3 } },
      '1: 1 T',
    ],
    [
      'a place with too few, and the one that hides it',
      ['1', '2'],
      { 1: { '1 T': 60, '2 T': 20, '3 T': 20, '4 T': 20 }, 2: { '2 T': 3, '3 T': 37 } },
      '1: 1 T, 1: 3 T, 2: 3 T',
    ],
    [
      'the whole was another, beside places of which one has too few all the time',
      ['1', '2'],
      { 1: { '1 T': 43, '2 T': 3, '3 T': 20, '4 T': 20 }, 2: { '1 T': 53, '4 T': 30 } },
      '1: 1 T, 1: 4 T, 2: 1 T, 2: 4 T',
    ],
    // 1: all 12. 2: all 40, women 9. An old twelve beside nine women leaves three men.
    [
      'an old total beside a new part',
      ['1', '2'],
      { 1: { '1 T': 12 }, 2: { '1 T': 40, '1 K': 9 } },
      '2: 1 T, 2: 1 K',
    ],
    [
      'never seen together, for one was undone',
      ['1-2', '3'],
      { 1: { '1 T': 30, '1 K': 2 }, 3: { '1 T': 31 } },
      '3: 1 T',
    ],
    [
      'of what changed more than once, with too few among it, only what is seen now',
      ['1', '2', '3'],
      {
        1: { '1 T': 43, '2 T': 3, '3 T': 20, '4 T': 20 },
        2: { '1 T': 53, '4 T': 30 },
        3: { '1 T': 63, '4 T': 40 },
      },
      '2: 1 T, 2: 4 T, 3: 1 T, 3: 4 T',
    ],
  ])('%s', (_, comings, rows, expected) => {
    expect(told(comings, rows)).toBe(expected);
  });

  test.each([
    ['the rule of today', 5, '1: 1 T, 1: 1 K, 1: 1 M, 2: 1 T, 2: 1 K, 2: 1 M'],
    ['a stricter rule, that hid the men and women, keeps them so', 10, '1: 1 T, 2: 1 T'],
  ])('what was decided by %s', (_, smallCount, expected) => {
    const first = { '1 T': 30, '1 K': 22, '1 M': 8 };
    const rows = { 1: first, 2: { '1 T': 31, '1 K': 22, '1 M': 9 } };
    expect(told(['1', '2'], rows, decidedOf({ 1: first }, smallCount))).toBe(expected);
  });

  test('is asked of places and sexes together, and of each period, part and kind by itself', () => {
    const one = anObservation();
    expect(familyOf(anObservation({ place: 9, sex: 'K', value: 1 }))).toBe(familyOf(one));
    for (const other of [
      ...[{ period: '2020' }, { breakdown: 'a=b' }, { kind: 'budget' as const }],
      { measure: 9 },
    ])
      expect(familyOf(anObservation(other))).not.toBe(familyOf(one));
  });

  test('of nothing nothing', () => {
    expect(told([], {})).toBe('');
  });
});
