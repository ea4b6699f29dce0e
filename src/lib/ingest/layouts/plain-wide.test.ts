import { describe, expect, test } from 'vitest';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

function read(...lines: string[]) {
  const found = readFile({ name: 'x.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
  const all = toArray(found.observations);
  const told = all.map((o) => [o.indicator, o.place, o.period?.text ?? null, o.sex, o.value]);
  return { ...found, told, codes: found.problems.map(({ code }) => code) };
}

describe('recognition', () => {
  test.each([
    ['Indikator;2023;2024', 'Trygghet;1;2', 'plain-wide'],
    ['Enhet;Mått;2023-T1;2023-T2', 'A;Trygghet;1;..', 'plain-wide'],
    ['Indikator;jan-jun 2024', 'Trygghet;1', 'plain-wide'],
    ['Kommun;År;Sjukfrånvaro (%)', 'Solna;2023;5,2', 'plain-wide'],
    ['Kommun;År;Antal', 'Solna;2023;5', 'unknown'],
    ['Kommun;År;Svarsfrekvens', 'Solna;2023;5', 'unknown'],
    ['Kommun;År;Ansvarig chef', 'Solna;2023;Ann', 'unknown'],
    ['Enhet;År;Värde', 'A;2023;5', 'unknown'],
    ['Enhet;2022;2023', 'A;1;2', 'unknown'],
    ['Indikator;2023', 'Trygghet;god', 'unknown'],
    ['Nyckeltal;Kommun;2023', 'Trygghet;Solna;1', 'kolada-wide'],
    ['Enhet;Trygghet', 'A;1', 'unknown'],
  ])('%s', (header, row, layout) => expect(read(header, row).layout).toBe(layout));

  test.each([
    ['5\u00a0865', 5865],
    ['5\u202f865', 5865],
    ["5'865", 5865],
    ['37\u00a0%', 37],
    ['12*', 12],
    ['<5', null],
    ['–', null],
    ['Uppgift saknas', null],
  ])('by a figure written as %s', (text, value) => {
    const titled = read('Enhet;År;Trygghet i hemmet', `A;2023;${text}`, 'B;2023;7');
    const dated = read('Indikator;2023', `Trygghet;${text}`, 'Trivsel;7');
    for (const { layout, told } of [titled, dated]) {
      expect(layout).toBe('plain-wide');
      expect(told.map((one) => one[4])).toEqual([value, 7]);
    }
  });
});

test('a column for each period', () => {
  const found = read(
    'Kön\tMått\t2023\t2023-T2',
    'K\tTrygghet\t1,5\t',
    'M\t\t1\t2',
    'T\tTrivsel\t..\t3',
  );
  expect(found.told).toEqual([
    ['Trygghet', null, '2023', 'K', 1.5],
    ['Trygghet', null, '2023-T2', 'K', null],
    ['Trivsel', null, '2023', 'T', null],
    ['Trivsel', null, '2023-T2', 'T', 3],
  ]);
  expect(found.names).toMatchObject({ indicator: 'Mått', place: '', value: '2023' });
});

test.each([
  ['Indikator;2024;;', ';Totalt;Kvinnor;Män', '2024'],
  ['Indikator;2024-T2;;', ';Totalt;Kvinnor;Män', '2024-T2'],
  [';2024;;', 'Indikator;Totalt;Kvinnor;Män', '2024'],
])('a period over sexes: %s', (upper, lower, period) => {
  const found = read(upper, lower, 'Trygghet;1;2;3');
  expect(found.layout).toBe('plain-wide');
  expect(found.told).toEqual([
    ['Trygghet', null, period, 'T', 1],
    ['Trygghet', null, period, 'K', 2],
    ['Trygghet', null, period, 'M', 3],
  ]);
});

test.each([
  [
    'sexes over years',
    'Indikator;Kvinnor;;Män;',
    ';2023;2024;2023;2024',
    ['2023 K', '2024 K', '2023 M', '2024 M'],
  ],
  [
    'a year over tertials',
    'Indikator;2024;;',
    ';T1;T2;T3',
    ['2024-T1 T', '2024-T2 T', '2024-T3 T'],
  ],
  [
    'targets beside results',
    'Indikator;Utfall;;Mål;',
    ';2023;2024;2025;2026',
    ['2023 T', '2024 T'],
  ],
])('two rows of headings: %s', (_, upper, lower, expected) => {
  const found = read(upper, lower, lower.replace(/[^;]+/g, '5').replace(/^/, 'Trygghet'));
  expect(found.told.map(([, , period, sex]) => `${period} ${sex}`)).toEqual(expected);
});

test('a title over sexes, where the rows are dated', () => {
  const found = read('Kommun;År;Trygghet;;', ';;Totalt;Kvinnor;Män', 'Solna;2023;1;2;3');
  expect(found.told).toEqual([
    ['Trygghet', 'Solna', '2023', 'T', 1],
    ['Trygghet', 'Solna', '2023', 'K', 2],
    ['Trygghet', 'Solna', '2023', 'M', 3],
  ]);
});

test('a column of sexes beside headings that are sexes is not read so', () => {
  const found = read('Indikator;Kön;Kvinnor 2024;2023', 'Trygghet;M;1;2');
  expect(found.told).toEqual([['Trygghet', null, '2023', 'M', 2]]);
  expect(found.codes).toEqual(['unused-column']);
});

test('a column of places with nothing in it is the kommun', () => {
  const found = read('Plats;Indikator;2023', ';Trygghet;1', ';Trivsel;2');
  expect(found.told.map((one) => one[1])).toEqual([null, null]);
  expect(found.codes).toEqual([]);
});

test('headings that are titles, and what nobody reads asked about', () => {
  const found = read(
    'Enhet;Period;Trygghet (%);Nöjdhet;Grupp',
    'A;HT 2023;50;60;Alla',
    ';2023;1;2;Alla',
  );
  expect(found.told).toEqual([
    ['Trygghet (%)', 'A', '2023-HT', 'T', 50],
    ['Nöjdhet', 'A', '2023-HT', 'T', 60],
  ]);
  expect(found.codes).toEqual(['unused-column', 'empty-cell']);
});

test('kinds and periods in headings; a target is no figure', () => {
  const found = read(
    'Indikator;Mål 2025;Utfall 2024;Budget 2025;Prognos 2025',
    'Kostnad;9;12;13;14',
  );
  const all = toArray(found.observations);
  expect(all.map((one) => [one.period?.text, one.kind, one.value])).toEqual([
    ['2024', 'utfall', 12],
    ['2025', 'budget', 13],
    ['2025', 'prognos', 14],
  ]);
  expect(found.problems).toMatchObject([{ code: 'unused-column', column: 'Mål 2025' }]);
});

test.each([
  ['of figures by period', ['Indikator;Enhet;2023', 'Nöjda;%;82', 'Ärenden;st;120']],
  ['of rows', ['Indikator;Enhet;År;Värde', 'Nöjda;%;2023;82', 'Ärenden;st;2023;120']],
])('a column of units of measurement is no place in a table %s', (_, lines) => {
  const found = read(...lines);
  expect(found.told).toEqual([
    ['Nöjda', null, '2023', 'T', 82],
    ['Ärenden', null, '2023', 'T', 120],
  ]);
  expect(found.problems).toEqual([{ code: 'ignored-column', line: 1, column: 'Enhet' }]);
});
