import { expect, test } from 'vitest';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import { invariant } from '#lib/domain/result.ts';
import * as mappings from '#lib/server/db/mappings.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { previewOf, readIn } from '../reading.ts';

/* Tables that nobody knows as they change from file to file: another order, another year, a column more. */

const TABLE = 'Förskola;Kö;Platser\nEkorren;3;40\nBjörken;1;12\n';

const world = () => {
  const db = gnestaDb();
  return { db, kommun: gnestaIn(db).kommun };
};

function offered({ db, kommun }: ReturnType<typeof world>, text: string) {
  const { columns } = previewOf(db, kommun, text);
  invariant(columns, 'the text is a table');
  return { columns };
}

function readThe(text: string, at: ReturnType<typeof world>) {
  const { mapping } = offered(at, text).columns;
  const names = {
    indicators: { Kö: 'new', Platser: 'none' },
    places: { Ekorren: 'new', Björken: 'none' },
  } as const;
  return readIn(at.db, at.kommun, text, { choices: { mapping, period: '2024', ...names } });
}

const YEARS = 'Enhet;Trygghet 2024;Trygghet 2023\nNorr;5;6\n';
const YEAR_NAMES = { indicators: { Trygghet: 'new' }, places: { Norr: 'new' } } as const;

function readYears(at: ReturnType<typeof world>, change: (mapping: Mapping) => Mapping) {
  const mapping = change(offered(at, YEARS).columns.mapping);
  return readIn(at.db, at.kommun, YEARS, { choices: { mapping, ...YEAR_NAMES } });
}

test.each<[string, string, [string, Meaning, string | null][]]>([
  [
    'the next year',
    'Enhet;Trygghet 2025;Trygghet 2024\nNorr;5;6\n',
    [
      ['Trygghet 2025', 'value', '2025'],
      ['Trygghet 2024', 'ignored', null],
    ],
  ],
  [
    'the next year, the oldest first',
    'Enhet;Trygghet 2024;Trygghet 2025\nNorr;5;6\n',
    [
      ['Trygghet 2024', 'ignored', null],
      ['Trygghet 2025', 'value', '2025'],
    ],
  ],
  [
    'the same years the other way round',
    'Enhet;Trygghet 2023;Trygghet 2024\nNorr;5;6\n',
    [
      ['Trygghet 2023', 'ignored', null],
      ['Trygghet 2024', 'value', '2024'],
    ],
  ],
  [
    'a year more',
    'Enhet;Trygghet 2025;Trygghet 2024;Trygghet 2023\nNorr;5;6;7\n',
    [
      ['Trygghet 2025', 'value', '2025'],
      ['Trygghet 2024', 'ignored', null],
      ['Trygghet 2023', 'ignored', null],
    ],
  ],
])('a table of %s is known again, its periods by its own headings', (_, text, expected) => {
  const at = world();
  // Only the newest was read in.
  const upload = readYears(at, (mapping) => ({
    ...mapping,
    columns: mapping.columns.map((one, index) =>
      index === 2 ? { ...one, is: 'ignored', told: NOTHING_TOLD } : one,
    ),
  }));
  expect(upload.counts).toMatchObject({ new: 1 });
  const { columns } = offered(at, text);
  expect(columns.remembered).toMatchObject({ added: [] });
  const [place, ...figures] = columns.mapping.columns;
  expect(place).toMatchObject({ header: 'Enhet', is: 'place' });
  expect(figures.map(({ header, is, told }) => [header, is, told.period])).toEqual(expected);
});

test('headings added to a table are not read until somebody says what they are', () => {
  const at = world();
  readThe(TABLE, at);
  const { columns } = offered(at, 'Förskola;Köer;Kö;Platser\nEkorren;9;3;40\n');
  expect(columns.remembered).toMatchObject({ added: ['Köer'] });
  expect(columns.mapping.columns.map(({ is }) => is)).toEqual([
    ...(['place', 'ignored', 'value', 'value'] as const),
  ]);
  expect(offered(at, 'Förskola;Kö\nEkorren;9\n').columns.remembered).toBeNull();
  expect(offered(at, 'Förskola;Kö;Platser;A;B;C\nE;9;1;1;2;3\n').columns.remembered).toBeNull();
});

const yearTold = (period: string | null) => (mapping: Mapping) => ({
  ...mapping,
  columns: mapping.columns.map((one) =>
    one.header === 'Trygghet 2024' ? { ...one, told: { ...one.told, period } } : one,
  ),
});

test('a period that another heading says is asked about, and one that nobody tells is the heading’s', () => {
  const at = world();
  const { columns } = offered(at, YEARS);
  expect(columns.mapping.columns.map(({ told }) => [told.indicator, told.period])).toEqual([
    [null, null],
    ['Trygghet', '2024'],
    ['Trygghet', '2023'],
  ]);
  const reportOf = (period: string | null, answers: Record<string, string> = {}) =>
    previewOf(at.db, at.kommun, YEARS, {
      ...{ mapping: yearTold(period)(columns.mapping), answers, ...YEAR_NAMES },
      // Told for the whole file: no column that is dated by its heading takes it.
      period: '2020',
    });
  expect(reportOf('2022')).toMatchObject({ outcome: 'asked' });
  expect(reportOf('2022').questions.map(({ problem }) => problem)).toEqual([
    { code: 'other-period', line: 1, column: 'Trygghet 2024', value: '2022', said: '2024' },
  ]);
  const yes = { 'other-period|Trygghet 2024: 2022': 'as-written' };
  expect(reportOf('2022', yes).outcome).toBe('ready');
  expect(reportOf('2021', yes).outcome).toBe('asked');
  const open = reportOf(null);
  expect(open.outcome).toBe('ready');
  expect(open.columns?.rows.shown.map(({ period }) => period?.text)).toEqual(['2024', '2023']);
});

test('a table of more columns than can be asked about is refused, and says so', () => {
  const at = world();
  const names = Array.from({ length: 700 }, (_, index) => `Kö ${index}:`);
  const text = `Enhet;${names.join(';')}\nNorr;${names.map(() => 5).join(';')}\n`;
  const told: Mapping = {
    columns: names.slice(0, 500).map((header) => ({ header, is: 'value', told: NOTHING_TOLD })),
    told: { ...NOTHING_TOLD, indicator: 'Kö' },
  };
  for (const mapping of [null, told]) {
    const report = previewOf(at.db, at.kommun, text, { mapping });
    expect(report).toMatchObject({ outcome: 'refused', columns: null });
    expect(report.faults.flatMap(({ problems }) => problems)).toEqual([
      { code: 'too-many-columns', line: 1, found: 701, most: 500 },
    ]);
  }
});

test('what is remembered is of the kommun and of the headings in any order', () => {
  const at = world();
  readThe(TABLE, at);
  const { columns } = offered(at, 'Kö;Förskola;Platser\n3;Ekorren;40\n');
  expect(columns.remembered).toMatchObject({ added: [] });
  expect(columns.mapping.columns.map(({ header, is }) => [header, is])).toEqual([
    ['Kö', 'value'],
    ['Förskola', 'place'],
    ['Platser', 'value'],
  ]);
  expect(mappings.list(at.db, at.kommun.id)).toHaveLength(1);
  expect(mappings.list(at.db, at.kommun.id + 1)).toEqual([]);
});

test('a period that the heading does not say is asked for anew', () => {
  const at = world();
  const text = 'Mått;Utfall T1;2023\nKö;5;6\n';
  const told = (period: string): Told => ({ ...NOTHING_TOLD, period });
  const mapping: Mapping = {
    columns: [
      { header: 'Mått', is: 'indicator', told: NOTHING_TOLD },
      { header: 'Utfall T1', is: 'value', told: told('2023-T1') },
      { header: '2023', is: 'value', told: told('2023') },
    ],
    told: NOTHING_TOLD,
  };
  readIn(at.db, at.kommun, text, { choices: { mapping, indicators: { Kö: 'new' } } });
  const { columns } = offered(at, 'Mått;Utfall T1;2023\nKö;7;6\n').columns.mapping;
  expect(columns.map((one) => one.told.period)).toEqual([null, null, '2023']);
});
