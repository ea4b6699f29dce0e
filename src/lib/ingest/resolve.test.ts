import { describe, expect, test } from 'vitest';
import { placeNames } from './catalogue.ts';
import type { Catalogue, NamedMeasure, NamedPlace } from './catalogue.ts';
import { readFile } from './read-file.ts';
import { resolve } from './resolve.ts';
import { toArray } from './rows.ts';

const aMeasure = (
  id: number,
  names: string[],
  given: Partial<NamedMeasure> = {},
): NamedMeasure => ({
  id,
  names,
  unit: '',
  isShare: false,
  endedAfter: null,
  about: null,
  isKolada: false,
  ...given,
});
const aPlace = (id: number, name: string, kind: NamedPlace['kind'] = 'unit'): NamedPlace => ({
  id,
  kind,
  names: [name],
});

const CATALOGUE: Catalogue = {
  measures: [
    aMeasure(1, ['N15403', 'trygghet', 'Andel trygga  elever']),
    aMeasure(2, ['U23471', 'Nöjda brukare']),
    aMeasure(3, ['U23472', 'Nöjda brukare']),
    aMeasure(4, ['n15403b', 'TRYGGHET']),
    aMeasure(5, ['N01960', 'Invånare 65+'], { about: 'kommun', isKolada: true }),
    aMeasure(6, ['N61900', 'Invånare 65+'], { about: 'region', isKolada: true }),
    aMeasure(7, ['vantetid', 'Väntetid']),
    aMeasure(8, ['U23401', 'Väntetid', 'Väntetid (gammal)'], { isKolada: true }),
    aMeasure(10, ['langd', 'Längd'], { unit: 'dagar' }),
    aMeasure(11, ['andel', 'Andel nöjda'], { unit: '%', isShare: true }),
    aMeasure(9, ['N00090', 'Sjukfrånvaro'], { isShare: true, endedAfter: 2022, isKolada: true }),
  ],
  places: [
    aPlace(10, 'Gnesta', 'kommun'),
    aPlace(11, 'Ängen'),
    aPlace(12, 'Norr'),
    aPlace(13, 'norr'),
    aPlace(14, 'NORR'),
    aPlace(15, 'Region Uppsala', 'region'),
    aPlace(16, 'Riket', 'riket'),
    aPlace(17, 'Upplands Väsby', 'kommun'),
  ],
  kommunPlace: 10,
};

function resolved(...rows: string[]) {
  const text = ['Indikator;Period;Värde;Plats', ...rows].join('\n');
  const reading = readFile({ name: 'x', bytes: new TextEncoder().encode(text) });
  const {
    observations: found,
    problems,
    ...rest
  } = resolve(reading.observations, CATALOGUE, false, reading.names);
  return { observations: toArray(found), problems, ...rest };
}

describe('names', () => {
  test.each([
    ['N15403', 1],
    ['n15403', 1],
    ['trygghet', 1],
    ['TRYGGHET', 4],
    ['andel  trygga elever', 1],
    ['U23471', 2],
  ])('%s is measure %d', (name, measure) => {
    expect(resolved(`${name};2023;1;`).observations).toMatchObject([{ measure, place: 10 }]);
  });

  test('a place is found in either form of its letters', () => {
    expect(resolved('N15403;2023;1;A\u0308ngen').observations).toMatchObject([{ place: 11 }]);
  });

  test.each([
    ['N99999;2023;1;', { code: 'unknown-indicator', value: 'N99999', isKolada: true }],
    ['Trivsel;2023;1;', { code: 'unknown-indicator', value: 'Trivsel', isKolada: false }],
    ['Nöjda brukare;2023;1;', { code: 'ambiguous-indicator', value: 'Nöjda brukare', found: 2 }],
    ['Trygghet;2023;1;', { code: 'ambiguous-indicator', value: 'Trygghet', found: 2 }],
    ['N15403;2023;1;Söder', { code: 'unknown-place', value: 'Söder', nearest: null }],
    ['N15403;2023;1;Gnästa', { code: 'unknown-place', value: 'Gnästa', nearest: 'Gnesta' }],
    [
      'N15403;2023;1;Upplands-Vesby',
      { code: 'unknown-place', value: 'Upplands-Vesby', nearest: 'Upplands Väsby' },
    ],
    ['N15403;2023;1;nOrR', { code: 'ambiguous-place', value: 'nOrR', found: 3 }],
  ])('%s is a problem', (row, problem) => {
    const found = resolved(row);
    expect(found.observations).toEqual([]);
    const column = problem.code.endsWith('place') ? 'Plats' : 'Indikator';
    expect(found.problems).toEqual([{ ...problem, column, line: 2, lines: 1 }]);
  });

  describe('a name that is too long to be one', () => {
    const long = 'Ekorren '.repeat(200).trim();

    test.each([
      [`${long};2023;1;`, 'Indikator'],
      [`N15403;2023;1;${long}`, 'Plats'],
    ])('is a fault of each of its rows, and not asked about', (row, column) => {
      const { problems, names, observations } = resolved(row, 'N15403;2022;1;', row);
      const told = { code: 'long-name', column, length: 1599, lines: 1 };
      expect(problems).toMatchObject([
        { ...told, line: 2 },
        { ...told, line: 4 },
      ]);
      expect(names.map(({ name }) => name)).not.toContain(long);
      expect(observations).toMatchObject([{ measure: 1, said: { line: 3 } }]);
    });

    test('also of a row that is wrong besides', () => {
      const { problems } = resolved(`N15403;2023;sju;${long}`);
      expect(problems).toMatchObject([{ code: 'long-name', line: 2, lines: 1 }]);
    });

    test('on many rows it is told once: it is no fault of one of them', () => {
      const rows = Array.from({ length: 30 }, (_, at) => `N15403;${1990 + at};1;${long}`);
      expect(resolved(...rows).problems).toMatchObject([{ code: 'long-name', line: 2, lines: 30 }]);
    });

    test('a thousand signs are a name', () => {
      const { problems } = resolved(`N15403;2023;1;${'å'.repeat(1000)}`);
      expect(problems).toMatchObject([{ code: 'unknown-place' }]);
    });
  });

  test('both names of a row are told of, and each name once', () => {
    const { problems, observations } = resolved(
      'X;2023;1;Y',
      'X;2022;1;Gnesta',
      'N15403;2022;1;Y',
      'N15403;2021;1;',
    );
    expect(problems).toMatchObject([
      { code: 'unknown-indicator', line: 2, lines: 2 },
      { code: 'unknown-place', line: 2, lines: 2 },
    ]);
    expect(observations).toMatchObject([{ measure: 1, place: 10, said: { line: 5 } }]);
  });

  test('a row with a bad cell has its names matched all the same', () => {
    const { problems } = resolved('X;2023;sju;Y', 'X;HT23;1;Gnesta', 'N15403;2023;1;');
    expect(problems).toMatchObject([
      { code: 'unknown-indicator', line: 2, lines: 2, column: 'Indikator', value: 'X' },
      { code: 'unknown-place', line: 2, lines: 1, column: 'Plats', value: 'Y' },
    ]);
  });

  test.each([
    ['Gnesta kommun', 'Gnesta'],
    ['Härnösands kommun', 'Härnösand'],
    ['Solna stad', 'Solna'],
    ['Gnesta', 'Gnesta kommun'],
  ])('%s answers to %s', (name, other) => {
    expect(placeNames({ kind: 'kommun', code: null, name })).toContain(other);
  });

  test.each([
    ['Gnesta', [{ measure: 5 }]],
    ['Region Uppsala', [{ measure: 6 }]],
    ['Riket', []],
  ])('of a title on two nyckeltal a row of %s is %o', (place, found) => {
    expect(resolved(`Invånare 65+;2023;1;${place}`).observations).toMatchObject(found);
  });

  test('rows of kommuner and of regions leave a title of two in doubt', () => {
    const { problems } = resolved(
      'Invånare 65+;2023;1;Gnesta',
      'Invånare 65+;2023;1;Region Uppsala',
    );
    expect(problems).toMatchObject([{ code: 'ambiguous-indicator', found: 2, lines: 2 }]);
  });

  test('a title that both Kolada and the kommun have is the one of whoever wrote the file', () => {
    const text = new TextEncoder().encode('Indikator;Period;Värde\nVäntetid;2023;1');
    const { observations, names } = readFile({ name: 'x', bytes: text });
    const measureIn = (isKolada: boolean) =>
      toArray(resolve(observations, CATALOGUE, isKolada, names).observations)[0]?.measure;
    expect([measureIn(true), measureIn(false)]).toEqual([8, 7]);
  });

  test('an old title of a U-nyckeltal is found with its prefix', () => {
    expect(resolved('U. Väntetid  (Gammal);2023;1;').observations).toMatchObject([{ measure: 8 }]);
  });

  test.each([
    'Alla kommuner (ovägt medel)',
    'Liknande kommuner äldreomsorg, Gnesta, 2024',
    'G2328',
  ])('%s is a group that is not known yet, and no kommun', (group) => {
    const { observations, newPlaces, problems } = resolved(
      `N15403;2023;1;${group}`,
      `N15403;2023;2;Riket`,
      `N15403;2022;1;${group}`,
    );
    expect(problems).toEqual([]);
    expect(newPlaces).toEqual([{ kind: 'group', name: group }]);
    expect(observations.map((one) => one.place)).toEqual([-1, 16, -1]);
  });
});

describe('what can hardly be true', () => {
  test('a share outside 0–100 is asked about, once for the measure', () => {
    const { problems, observations } = resolved(
      'N00090;2020;100,5;',
      'N00090;2021;-1;',
      'N00090;2019;100;',
      'N15403;2023;120;',
    );
    expect(observations).toHaveLength(4);
    expect(problems).toEqual([
      { code: 'value-out-of-range', line: 2, value: '100,5', lines: 2, indicator: 'N00090' },
    ]);
  });

  test.each<[string[], object[]]>([
    [['langd;2023;85 %;', 'langd;2022;7;'], [{ code: 'unit-differs', line: 2, unit: 'dagar' }]],
    [['trygghet;2023;85%;'], [{ code: 'unit-differs', value: '85%', indicator: 'trygghet' }]],
    [['andel;2023;85 %;'], []],
    [['andel;2023;120 %;'], [{ code: 'value-out-of-range', line: 2 }]],
    [['andel;2023;0,85;', 'andel;2022;0,79;'], [{ code: 'mixed-scale', line: 2, lines: 2 }]],
    [['andel;2023;0,85;'], [{ code: 'mixed-scale', column: 'Värde', value: '0,85' }]],
    [['andel;2023;0,85 %;'], []],
    [['andel;2023;0;', 'andel;2022;1;'], []],
    [['andel;2023;0,8;', 'andel;2022;1,2;'], []],
    [['langd;2023;0,85;'], []],
  ])('%j gives %o', (rows, problems) => {
    expect(resolved(...rows).problems).toMatchObject(problems);
  });

  test('figures from after a nyckeltal ended are told of', () => {
    const { problems } = resolved(
      'N00090;2022;1;',
      'N00090;2023;1;',
      'N00090;2024;..;',
      'X;2024;1;',
    );
    expect(problems).toMatchObject([
      { code: 'unknown-indicator' },
      { code: 'ended-kpi', line: 3, value: 'N00090', lines: 1, endedAfter: 2022 },
    ]);
  });
});

test('a period gets its one spelling', () => {
  expect(resolved('N15403;jan-jun 2023;1;').observations[0]?.period.text).toBe('2023-H1');
});

test('the same key twice is refused, by whatever names', () => {
  const { problems } = resolved('N15403;2023;1;', 'trygghet;2023;2;Gnesta', 'N15403;2022;3;');
  expect(problems).toEqual([{ code: 'duplicate-row', line: 3, lines: [2, 3] }]);
});

test('keys sort as what they are made of, and can be asked for', () => {
  const { keys } = resolved(
    'U23471;2022;1;',
    'N15403;2023;1;Ängen',
    'N15403;2023;1;',
    'N15403;2022;1;',
  );
  const order = Array.from(keys.codes, (code, row) => ({ code, row })).sort(
    (a, b) => a.code - b.code,
  );
  expect(order.map(({ row }) => row)).toEqual([3, 2, 1, 0]);
  const key = { measure: 1, period: '2023', sex: 'T', breakdown: '', kind: 'utfall' } as const;
  expect(keys.codeOf({ ...key, place: 11 })).toBe(keys.codes[1]);
  expect(keys.codeOf({ ...key, place: 12 })).toBeNaN();
  expect(keys.codeOf({ ...key, place: 11, period: '1999' })).toBeNaN();
});
