import { describe, expect, test } from 'vitest';
import { aMeasure, anObservation } from '../../../tests/builders.ts';
import type { Sex } from './model.ts';
import type { Observation } from './observation.ts';
import type { Place } from './snapshot.ts';
import { familyOf } from './difference.ts';
import { mayTellFigures, valueSteps } from './value-history.ts';
import type { Coming } from './value-history.ts';

type Given = NonNullable<Parameters<typeof anObservation>[0]>;

/** `3`: stored third and seen; `3-5`: undone at 5. */
function coming(told: string): Coming {
  const [seq, undone] = told.split('-').map(Number) as [number, number | undefined];
  const when = (time: number) => `2023-09-0${time}T08:00:00.000Z`;
  return {
    id: seq,
    seq,
    storedAt: when(seq),
    undoneAt: undone === undefined ? null : when(undone),
  };
}

const from = (upload: number, given: Given = {}): Observation => {
  const one = anObservation(given);
  return { ...one, source: { ...one.source, upload } };
};

const values = (told: readonly (readonly [number, number | null])[]) =>
  told.map(([upload, value]) =>
    from(upload, value === null ? { state: 'missing', value: null } : { value }),
  );

const words = (one: Observation | null) =>
  one === null ? '–' : one.value === null ? one.state : String(one.value);

describe('what a value has been', () => {
  test.each<[string, readonly string[], readonly (readonly [number, number | null])[], string]>([
    ['one thing', ['1'], [[1, 5]], ''],
    [
      'the same twice',
      ['1', '2'],
      [
        [1, 5],
        [2, 5],
      ],
      '',
    ],
    [
      'two things',
      ['1', '2'],
      [
        [1, 5],
        [2, 6],
      ],
      '5→6',
    ],
    [
      'and back',
      ['1', '2', '3'],
      [
        [1, 5],
        [2, 6],
        [3, 5],
      ],
      '5→6 6→5',
    ],
    [
      'undone, and what was before comes back',
      ['1', '2-3'],
      [
        [1, 5],
        [2, 6],
      ],
      '5→6 (6→5)',
    ],
    ['undone, and nothing was before', ['1-2'], [[1, 5]], '(5→–)'],
    [
      'undone, and read in anew',
      ['1-2', '3'],
      [
        [1, 5],
        [3, 5],
      ],
      '(5→–) –→5',
    ],
    [
      'undone under a newer one: nothing is seen of it',
      ['1-3', '2'],
      [
        [1, 5],
        [2, 6],
      ],
      '5→6',
    ],
    [
      'undone before the one above it',
      ['1-4', '2-5'],
      [
        [1, 5],
        [2, 6],
      ],
      '5→6 (6→–)',
    ],
    [
      'taken away',
      ['1', '2'],
      [
        [1, 5],
        [2, null],
      ],
      '5→missing',
    ],
    [
      'nought',
      ['1', '2'],
      [
        [1, 5],
        [2, 0],
      ],
      '5→0',
    ],
    [
      'untouched by the uploads of others',
      ['1', '2', '3'],
      [
        [1, 5],
        [3, 6],
      ],
      '5→6',
    ],
  ])('%s', (_, comings, told, expected) => {
    const steps = valueSteps(values(told), comings.map(coming));
    const text = steps.map(({ was, is, isUndone }) => {
      const change = `${words(was)}→${words(is)}`;
      return isUndone ? `(${change})` : change;
    });
    expect(text.join(' ')).toBe(expected);
  });

  test('each value by itself, of other sexes, places, parts and kinds', () => {
    const others: readonly Given[] = [
      ...[
        { sex: 'K' as Sex },
        { place: 2 },
        { breakdown: 'Ålder=80+' },
        { kind: 'budget' as const },
      ],
      { period: '2022' },
    ];
    const readings = [
      ...[from(1, { value: 5 }), from(2, { value: 6 })],
      ...others.flatMap((given) => [
        from(1, { ...given, value: 7 }),
        from(2, { ...given, value: 7 }),
      ]),
    ];
    expect(valueSteps(readings, [coming('1'), coming('2')])).toHaveLength(1);
  });

  test('a note that is another is a change, and a print is none', () => {
    const comings = [coming('1'), coming('2'), coming('3')];
    const readings = [
      from(1, { value: 5, printed: '5' }),
      from(2, { value: 5, printed: '5,0' }),
      from(3, { value: 5, note: 'rättad' }),
    ];
    expect(valueSteps(readings, comings).map(({ upload }) => upload)).toEqual([3]);
  });
});

const PLACES: readonly Place[] = [
  { id: 1, kind: 'kommun', code: null, name: 'Kommunen', parent: null },
  ...[2, 3, 4].map((id): Place => ({
    ...{ id, kind: 'unit', code: null, name: `Enhet ${id}`, parent: 1 },
  })),
];
const ABOUT = { measures: [aMeasure({ source: 'survey' })], places: PLACES, place: 1 };

/** "1 T" is all of the kommun; how many answered, by the upload that says so. */
type Rows = Readonly<Record<number, Readonly<Record<string, number | '..'>>>>;

const readingsOf = (rows: Rows) =>
  Object.entries(rows).flatMap(([upload, cells]) =>
    Object.entries(cells).map(([name, n]) => {
      const [place, sex] = name.split(' ') as [string, Sex];
      const where = { place: Number(place), sex };
      return n === '..'
        ? from(Number(upload), { ...where, state: 'suppressed', value: null })
        : from(Number(upload), { ...where, value: 50 + n, n });
    }),
  );

describe('whether the figures of a history may be told', () => {
  test.each<[string, readonly string[], Rows, boolean]>([
    ['many answered, always', ['1', '2'], { 1: { '1 T': 50 }, 2: { '1 T': 51 } }, true],
    ['too few now', ['1', '2'], { 1: { '1 T': 50 }, 2: { '1 T': 3 } }, false],
    ['too few before', ['1', '2'], { 1: { '1 T': 3 }, 2: { '1 T': 50 } }, false],
    [
      'too few between',
      ['1', '2', '3'],
      { 1: { '1 T': 50 }, 2: { '1 T': 3 }, 3: { '1 T': 51 } },
      false,
    ],
    ['too few in what was undone', ['1', '2-3'], { 1: { '1 T': 50 }, 2: { '1 T': 3 } }, false],
    ['hidden by the source once', ['1', '2'], { 1: { '1 T': '..' }, 2: { '1 T': 50 } }, false],
    [
      'another of the group is too few now',
      ['1', '2'],
      { 1: { '1 T': 50, '1 K': 30, '1 M': 20 }, 2: { '1 K': 47, '1 M': 3 } },
      false,
    ],
    [
      'another place is too few, and its neighbour hides it',
      ['1', '2'],
      { 1: { '1 T': 60, '2 T': 20, '3 T': 20, '4 T': 20 }, 2: { '2 T': 3, '3 T': 37 } },
      false,
    ],
    // 1: all 12. 2: all 40, women 9. An old twelve beside nine women leaves three men.
    [
      'an old total beside a new part',
      ['1', '2'],
      { 1: { '1 T': 12 }, 2: { '1 T': 40, '1 K': 9 } },
      false,
    ],
    [
      'a part that is as old as the total',
      ['1', '2'],
      { 1: { '1 T': 20, '1 K': 10 }, 2: { '1 T': 21, '1 K': 11 } },
      true,
    ],
    [
      'never seen together, for one was undone',
      ['1-2', '3'],
      { 1: { '1 T': 30, '1 K': 2 }, 3: { '1 T': 31 } },
      false,
    ],
  ])('%s', (_, comings, rows, expected) => {
    expect(mayTellFigures(readingsOf(rows), comings.map(coming), ABOUT)).toBe(expected);
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
});
