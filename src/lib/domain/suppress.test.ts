import { describe, expect, test } from 'vitest';
import { aMeasure, anObservation } from '../../../tests/builders.ts';
import type { Measure, Sex } from './model.ts';
import type { Observation } from './observation.ts';
import type { Place } from './snapshot.ts';
import { suppress } from './suppress.ts';

const aPlace = (id: number, parent: number | null, kind: Place['kind'] = 'unit'): Place => ({
  ...{ id, kind, code: null, name: `Plats ${id}`, parent },
});

/** The kommun 1; its units 2, 3 and 6, the last two without a parent that is known; 4 and 5 under 3. */
const PLACES = [
  aPlace(1, 8, 'kommun'),
  aPlace(2, 1),
  aPlace(3, null),
  aPlace(4, 3),
  aPlace(5, 3),
  aPlace(6, 77),
];
const SURVEY = aMeasure({ source: 'survey' });
const KOLADA = aMeasure({ source: 'kolada' });

/** '..' is hidden at the source; null is a value that nobody has counted. */
type Given = Readonly<Record<string, number | '..' | null>>;

const rowsFrom = (given: Given): readonly Observation[] =>
  Object.entries(given).map(([name, n]) => {
    const [place, sex] = name.split(' ') as [string, Sex];
    const where = { place: Number(place), sex };
    return n === '..'
      ? anObservation({ ...where, state: 'suppressed', printed: '..' })
      : anObservation({ ...where, n });
  });

const seen = (observations: readonly Observation[], measure: Measure = SURVEY, places = PLACES) =>
  suppress({ observations, measures: [measure], places, place: 1 });

/** The names of what is hidden: "1 K, 1 M". */
const hiddenIn = (given: Given, measure?: Measure, places?: Place[]) =>
  seen(rowsFrom(given), measure, places)
    .filter((one) => one.state === 'suppressed')
    .map(({ place, sex }) => `${place} ${sex}`)
    .join(', ');

describe('too few answers', () => {
  test.each<[string, Given, Measure, string]>([
    ['under the limit', { '1 T': 4 }, SURVEY, '1 T'],
    ['on it', { '1 T': 5 }, SURVEY, ''],
    ['not counted', { '1 T': null }, SURVEY, ''],
    [
      'under a limit of its own',
      { '1 T': 29 },
      aMeasure({ source: 'survey', smallCount: 30 }),
      '1 T',
    ],
    ['HME has 10', { '1 T': 9 }, aMeasure({ source: 'hme' }), '1 T'],
    ['OSA has 6', { '1 T': 5 }, aMeasure({ source: 'survey', survey: 'osa' }), '1 T'],
    ['Kolada has hidden at the source', { '1 T': null, '1 K': '..', '1 M': null }, KOLADA, '1 K'],
    ['and other places have their own counts', { '1 T': null, '2 T': 3 }, KOLADA, '2 T'],
    ['a file of ours with the counts', { '1 T': 4 }, KOLADA, '1 T'],
    ['which can be subtracted', { '1 T': 9, '1 K': '..', '1 M': 5 }, KOLADA, '1 K, 1 M'],
  ])('%s', (_, given, measure, hidden) => {
    expect(hiddenIn(given, measure)).toBe(hidden);
  });

  test('nothing is left but that it is there, and where it stood', () => {
    const counts = { numerator: 2, denominator: 3, n: 3, asked: 7 };
    const one = anObservation({ value: 66.7, note: '2 av 3', isPreliminary: true, ...counts });
    expect(seen([one])).toEqual([
      {
        ...one,
        ...{ state: 'suppressed', value: null, printed: '', note: null },
        ...{ numerator: null, denominator: null, n: null, asked: null },
      },
    ]);
  });

  test('one that is not hidden is as it was', () => {
    const rows = rowsFrom({ '1 T': 12 });
    expect(seen(rows)[0]).toBe(rows[0]);
  });

  test('also of one that has counts and no value', () => {
    const rows = [
      anObservation({ state: 'missing', n: 3 }),
      anObservation({ state: 'missing', n: 0, sex: 'K' }),
    ];
    expect(seen(rows).map((one) => one.state)).toEqual(['suppressed', 'missing']);
  });
});

describe('zero is shown', () => {
  const zero = { value: 0, n: 0 };
  test.each<[string, Partial<Observation>, Observation['state']]>([
    ['of nobody', zero, 'value'],
    ['of nobody, when many were asked', { ...zero, asked: 20 }, 'value'],
    ['not when few were', { ...zero, asked: 3 }, 'suppressed'],
    ['not of a few', { value: 0, n: 3 }, 'suppressed'],
    ['not another value of nobody', { value: 7, n: 0 }, 'suppressed'],
  ])('%s', (_, given, state) => {
    expect(seen([anObservation(given as object)])[0]?.state).toBe(state);
  });

  test('and another is hidden rather than it', () => {
    const rows = [
      ...rowsFrom({ '1 T': 33, '1 K': 3, '1 M': 30 }),
      anObservation({ ...zero, sex: 'A' }),
    ];
    expect(seen(rows).map((one) => one.state)).toEqual([
      'value',
      'suppressed',
      'suppressed',
      'value',
    ]);
  });

  test('unless nothing else covers', () => {
    const rows = [...rowsFrom({ '1 T': '..', '1 K': '..' }), anObservation({ ...zero, sex: 'M' })];
    expect(seen(rows).map((one) => one.state)).toEqual(['suppressed', 'suppressed', 'value']);
    const alone = [...rowsFrom({ '1 T': '..' }), anObservation({ ...zero, sex: 'M' })];
    expect(seen(alone).map((one) => one.state)).toEqual(['suppressed', 'suppressed']);
  });
});

describe('counts that are blank', () => {
  test.each<[string, Given, string]>([
    ['the men are at most 3', { '1 T': 9, '1 K': 6, '1 M': null }, '1 K, 1 M'],
    ['at most 5 is not known to be few', { '1 T': 11, '1 K': 6, '1 M': null }, ''],
    ['two who share 4', { '1 T': 14, '1 K': 10, '1 M': null, '1 A': null }, '1 M, 1 A'],
    ['a unit', { '1 T': 40, '2 T': 37, '3 T': null }, '2 T, 3 T'],
    ['a sex of a unit', { '1 T': 40, '2 T': 37, '3 T': null, '3 K': null }, '2 T, 3 T, 3 K'],
    ['parts that are more than their total', { '1 T': 9, '1 K': 10, '1 M': null }, '1 T, 1 M'],
    ['a total that is blank', { '1 T': null, '1 K': 20, '1 M': null }, ''],
    ['beside one that is small', { '1 T': 60, '1 K': 3, '1 M': null }, '1 K, 1 M'],
    ['all', { '1 T': null, '1 K': null, '1 M': null }, ''],
  ])('%s', (_, given, hidden) => {
    expect(hiddenIn(given)).toBe(hidden);
  });

  test('each count for itself', () => {
    const rows = [
      anObservation({ n: 9, asked: 40 }),
      anObservation({ sex: 'K', n: 6, asked: 20 }),
      anObservation({ sex: 'M', asked: 20 }),
    ];
    expect(seen(rows).map((one) => one.state)).toEqual(['value', 'suppressed', 'suppressed']);
  });
});

describe('parts that are not listed', () => {
  test.each<[string, Given, string]>([
    ['a big rest is nothing to subtract', { '1 T': 40, '1 K': 3 }, '1 K'],
    ['a small rest is', { '1 T': 7, '1 K': 3 }, '1 T, 1 K'],
    ['one small unit under a big kommun', { '1 T': 1000, '2 T': 3 }, '2 T'],
    ['two', { '1 T': 1000, '2 T': 3, '3 T': 50 }, '2 T'],
    ['one that was hidden at the source', { '1 T': 1000, '2 T': '..' }, '2 T'],
    ['unless the rest may be small', { '1 T': 8, '1 K': '..' }, '1 T, 1 K'],
    ['one that is all', { '1 T': 4, '2 T': 4 }, '1 T, 2 T'],
    ['a unit whose parts are listed', { '1 T': 1000, '2 T': 40, '2 K': 3, '2 M': 37 }, '2 K, 2 M'],
    [
      'the men of a unit, whom the men of the others give away',
      { '1 T': 83, '1 M': 60, '2 T': 40, '2 K': 3, '3 T': 43, '3 M': 23 },
      '2 T, 2 K, 3 T',
    ],
  ])('%s', (_, given, hidden) => {
    expect(hiddenIn(given)).toBe(hidden);
  });
});

describe('what gives it away by subtraction', () => {
  test.each<[string, Given, string]>([
    ['total 9, women 6: the men are 3', { '1 T': 9, '1 K': 6, '1 M': 3 }, '1 K, 1 M'],
    ['the same in a file that leaves the men out', { '1 T': 9, '1 K': 6 }, '1 T, 1 K'],
    ['those who answered another sex', { '1 T': 100, '1 K': 60, '1 M': 38 }, '1 K, 1 M'],
    ['nothing is small', { '1 T': 12, '1 K': 7, '1 M': 5 }, ''],
    ['parts that are more than their total', { '1 T': 12, '1 K': 8, '1 M': 6 }, ''],
    ['a part that is not there and is not small', { '1 T': 12, '1 K': 6 }, ''],
    ['three sexes', { '1 T': 30, '1 K': 20, '1 M': 8, '1 A': 2 }, '1 M, 1 A'],
    ['hidden at the source', { '1 T': 30, '1 K': 20, '1 M': '..' }, '1 K, 1 M'],
    ['two hidden there', { '1 T': 30, '1 K': '..', '1 M': '..' }, '1 K, 1 M'],
    [
      'not counted: the part goes, not the total',
      { '1 T': null, '1 K': '..', '1 M': null },
      '1 K, 1 M',
    ],
    ['one unit of two', { '1 T': 40, '2 T': 3, '3 T': 37 }, '2 T, 3 T'],
    ['the smallest other goes', { '1 T': 70, '2 T': 3, '4 T': 20, '5 T': 47 }, '2 T, 4 T'],
    ['as small: the part before its total', { '1 T': 9, '1 K': '..', '1 M': 9 }, '1 K, 1 M'],
    ['as small: the first place', { '1 T': 63, '2 T': 3, '4 T': 30, '5 T': 30 }, '2 T, 4 T'],
    ['as small: women before men', { '1 T': 63, '1 A': 3, '1 M': 30, '1 K': 30 }, '1 A, 1 K'],
    ['units under a unit', { '1 T': 90, '2 T': 50, '3 T': 40, '4 T': 3, '5 T': 37 }, '4 T, 5 T'],
    ['units, where the one above them has no row', { '1 T': 40, '4 T': 3, '5 T': 37 }, '4 T, 5 T'],
    [
      'units and sexes',
      {
        '1 T': 60,
        '1 K': 30,
        '1 M': 30,
        '2 T': 20,
        '2 K': 3,
        '2 M': 17,
        '3 T': 40,
        '3 K': 27,
        '3 M': 13,
      },
      '2 K, 2 M, 3 K, 3 M',
    ],
    ['a unit whose parent is not known', { '1 T': 40, '2 T': 37, '6 T': 3 }, '2 T, 6 T'],
    ['units without their kommun', { '2 T': 37, '6 T': 3 }, '6 T'],
    ['nothing of a place beside', { '1 T': 40, '9 T': 3 }, '9 T'],
  ])('%s', (_, given, hidden) => {
    expect(hiddenIn(given)).toBe(hidden);
  });

  test('kommuner are no parts of their region', () => {
    const places = [aPlace(8, null, 'region'), ...PLACES];
    expect(hiddenIn({ '8 T': 900, '1 T': 3 }, SURVEY, places)).toBe('1 T');
  });

  test.each<[string, Parameters<typeof anObservation>[0]]>([
    ['another period', { period: '2022' }],
    ['a part of a breakdown', { breakdown: 'Ålder=50 år eller äldre' }],
    ['a budget', { kind: 'budget' }],
  ])('%s is a table of its own', (_, given) => {
    const rows = [
      anObservation({ n: 7 }),
      anObservation({ sex: 'K', n: 6, ...given }),
      anObservation({ sex: 'M', n: 3 }),
    ];
    expect(seen(rows).map((one) => one.state)).toEqual(['suppressed', 'value', 'suppressed']);
  });

  test('another measure is a table of its own, with its own limit', () => {
    const rows = [1, 2].map((measure) => anObservation({ measure, n: 7 }));
    const measures = [SURVEY, aMeasure({ id: 2, source: 'hme' })];
    const states = suppress({ observations: rows, measures, places: [], place: 1 });
    expect(states.map((one) => one.state)).toEqual(['value', 'suppressed']);
  });

  test('counts without answers are subtracted too', () => {
    const rows = [
      anObservation({ value: 14 }),
      anObservation({ sex: 'K', state: 'suppressed', printed: '<5' }),
      anObservation({ sex: 'M', state: 'missing', numerator: 12 }),
    ];
    const left = seen(rows, aMeasure());
    expect(left.map(({ numerator, printed }) => [numerator, printed])).toEqual([
      [null, '14'],
      [null, ''],
      [null, ''],
    ]);
  });
});

test.each([
  ['in order', (rows: readonly Observation[]) => rows],
  ['backwards', (rows: readonly Observation[]) => rows.toReversed()],
])('the same is hidden whatever the order of the rows: %s', (_, turn) => {
  const rows = turn(rowsFrom({ '1 T': 63, '1 A': 3, '1 M': 30, '1 K': 30 }));
  const left = seen(rows);
  expect(left.map((one) => one.sex)).toEqual(rows.map((one) => one.sex));
  expect(left.filter((one) => one.state === 'value').map((one) => one.sex)).toHaveLength(2);
  expect(left.find((one) => one.sex === 'M')?.state).toBe('value');
});

describe('counts of persons', () => {
  const persons = aMeasure({ source: 'own', isShare: false, unit: 'personer', hidesPersons: true });
  const counted = (values: Readonly<Record<string, number>>, measure: Measure) =>
    suppress({
      observations: Object.entries(values).map(([sex, value]) =>
        anObservation({ sex: sex as Sex, value }),
      ),
      measures: [measure],
      places: PLACES,
      place: 1,
    }).map(({ sex, state }) => `${sex} ${state}`);

  test.each<[string, Record<string, number>, string[]]>([
    [
      'three men are hidden, and the women with them',
      { T: 40, K: 37, M: 3 },
      ['T value', 'K suppressed', 'M suppressed'],
    ],
    ['five are shown', { T: 12, K: 7, M: 5 }, ['T value', 'K value', 'M value']],
    ['nobody is shown as nobody', { T: 12, K: 12, M: 0 }, ['T value', 'K value', 'M value']],
  ])('%s', (_, values, expected) => {
    expect(counted(values, persons)).toEqual(expected);
  });

  test('off unless set', () => {
    const open = { ...persons, hidesPersons: false };
    expect(counted({ T: 3, K: 2, M: 1 }, open)).toEqual(['T value', 'K value', 'M value']);
  });
});
