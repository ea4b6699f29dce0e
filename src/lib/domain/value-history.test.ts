import { describe, expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import type { Sex } from './model.ts';
import type { Observation } from './observation.ts';
import { stepsSeen, valueSteps } from './value-history.ts';
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

describe('what a value has been for who could read it at times', () => {
  /** From the first of a pair of days to the second. */
  const PUBLIC = [
    [2, 4],
    [6, 9],
  ].map(([from, to]) => [from, to].map((day) => `2023-09-0${day}T12`) as [string, string]);

  const couldBeRead = (from: string, to: string | null) =>
    PUBLIC.some(([start, end]) => (to === null || to > start) && from < end);

  test.each<[string, readonly string[], readonly (readonly [number, number])[], string]>([
    ['came and went before', ['1', '2'], [[1, 5], [2, 6]], ''], // prettier-ignore
    ['changed while it could be read', ['1', '3'], [[1, 5], [3, 6]], '5→6 3'], // prettier-ignore
    ['changed while nobody could, and stood', ['1', '5'], [[1, 5], [5, 6]], '5→6 5'], // prettier-ignore
    ['came and went while nobody could', ['1', '5-6'], [[1, 5], [5, 6]], ''], // prettier-ignore
    [
      'twice while nobody could: only what stood',
      ['1', '5', '6'],
      [[1, 5], [5, 6], [6, 7]], // prettier-ignore
      '5→7 6',
    ],
    ['taken back while nobody could', ['1', '3-5'], [[1, 5], [3, 6]], '5→6 3 (6→5) 5'], // prettier-ignore
    ['first came after, and changed at once', ['5', '6'], [[5, 5], [6, 6]], ''], // prettier-ignore
    ['first came after, and changed later', ['5', '8'], [[5, 5], [8, 6]], '5→6 8'], // prettier-ignore
  ])('%s', (_, comings, told, expected) => {
    const steps = stepsSeen(valueSteps(values(told), comings.map(coming)), couldBeRead);
    const text = steps.map(({ was, is, isUndone, at }) => {
      const change = `${words(was)}→${words(is)}`;
      return `${isUndone ? `(${change})` : change} ${Number(at.slice(8, 10))}`;
    });
    expect(text.join(' ')).toBe(expected);
  });
});
