import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

function readWith(answers: Record<string, string>, ...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const found = readFile({ name: 'sjuk.csv', bytes }, { ...NO_CHOICES, answers });
  const all = toArray(found.observations);
  const told = all.map((o) => [o.indicator, o.sex, o.place, o.period?.text ?? null, o.value]);
  return { ...found, all, told, codes: found.problems.map(({ code }) => code) };
}
const read = (...lines: string[]) => readWith({}, ...lines);

describe('recognition', () => {
  test.each([
    ['Enhet;År;Total sjukfrånvaro;Kvinnor;Män', 'A;2025;7;8;5', 'sick-leave'],
    ['Enhet;År;Totalt;Kvinnor;Män', 'A;2025;7;8;5', 'unknown'],
    ['År;Totalt;60 dagar eller mer;29 år eller yngre;30-49;50+', '2025;7;8;5;5;5', 'sick-leave'],
    ['Enhet;År;Sjukfrånvaro;Trivsel', 'A;2025;7;8', 'plain-wide'],
    ['Nyckeltal;Kommun;År;Visat värde', 'Kvinnor;Gnesta;2025;7', 'kolada-long'],
    ['Period,Enhet,Mått,Kolumn,Mätvärde', '2026-07-31,23,SK.P.SJ.001,K20,7.4', 'sick-leave'],
    ['Period,Enhet,Mått,Kolumn,Mätvärde', '2026-07-31,23,SK.P.EK.001,K20,7.4', 'unknown'],
  ])('%s', (header, row, layout) => expect(read(header, row).layout).toBe(layout));

  test('a title over the table says what its figures are of', () => {
    const found = read('Sjukfrånvaro 2025;;;', 'Enhet;År;Totalt;Kvinnor', 'Norr;2025;7;8');
    expect(found.layout).toBe('sick-leave');
  });
});

describe('figures side by side', () => {
  test('columns in any order, a comma for delimiter, units in a förvaltning, and sums set aside', () => {
    const found = read(
      'Förvaltning\tMän\tEnhet\tSjukfrånvaro totalt\t50+\tÅr',
      'Vård\t5.5\tNorr\t7.1\t**\t2025',
      'Vård\t5.5\tTotalt\t7.2\t6.5\t2025',
      'Skola\t\t\t6.4\t-\t2025',
    );
    expect(found.told).toEqual([
      ['N00090', 'M', 'Norr', '2025', 5.5],
      ['N00090', 'T', 'Norr', '2025', 7.1],
      ['N00094', 'T', 'Norr', '2025', null],
      ['N00090', 'M', 'Skola', '2025', null],
      ['N00090', 'T', 'Skola', '2025', 6.4],
      ['N00094', 'T', 'Skola', '2025', null],
    ]);
    expect(found.all.map(({ state }) => state)).toEqual([
      ...['value', 'value', 'suppressed', 'missing', 'value', 'missing'],
    ]);
    expect(found.codes).toEqual(['missing-marks', 'total-row']);
  });

  test('a year in the heading, and no place: the kommun', () => {
    const found = read('Total sjukfrånvaro 2024;Kvinnor 2024;Kvinnor 2025', '7,2;7,9;8,0');
    expect(found.told).toEqual([
      ['N00090', 'T', null, '2024', 7.2],
      ['N00090', 'K', null, '2024', 7.9],
      ['N00090', 'K', null, '2025', 8],
    ]);
  });

  test.each([
    'Kvinnor sjukfrånvaro 2024;Total sjukfrånvaro;Kvinnor',
    'Kvinnor sjukfrånvaro 2024;Kvinnor 2023;Total sjukfrånvaro',
  ])('what is undated beside other times is asked about: %s', (header) => {
    expect(read(header, '7,9;7,2;8').codes).toEqual(['no-period']);
  });

  test.each([
    'Förvaltning;Kvinnor;Män;Total sjukfrånvaro jan-aug 2025',
    'Förvaltning;Total sjukfrånvaro jan-aug 2025;Kvinnor;Män',
  ])('the one time in the headings goes for all of them: %s', (header) => {
    const found = read(header, 'Social;8,9;5,0;8,1');
    expect(found.told.map((one) => one[3])).toEqual(Array(3).fill('2025-01..2025-08'));
    expect(found.codes).toEqual([]);
  });

  test('a month in a column, and who are long away in other words', () => {
    const found = read(
      'Enhet;Månad;Total sjukfrånvaro;varav långtid (>60 dagar)',
      'A;2025-01;8;40',
    );
    expect(found.told).toEqual([
      ['N00090', 'T', 'A', '2025-01', 8],
      ['N00091', 'T', 'A', '2025-01', 40],
    ]);
  });

  test('codes of kommuner get their zeros back, and go before names', () => {
    const found = read('Kommun;Kommunkod;År;Sjukfrånvaro;Kvinnor', 'Gnesta;461;2025;7;8');
    expect(found.told[0]).toEqual(['N00090', 'T', '0461', '2025', 7]);
    expect(found.codes).toEqual(['code-padded']);
  });

  test('ten employed or fewer are not told of, and more are counted beside the total alone', () => {
    const found = read(
      'Enhet;År;Antal anställda;Sjukfrånvaro;Kvinnor',
      'A;2025;10;7,1;8,1',
      'B;2025;11;6,1;7,1',
    );
    expect(found.all.map((o) => [o.value, o.n, o.state, o.printed])).toEqual([
      [null, 10, 'suppressed', ''],
      [null, null, 'suppressed', ''],
      [6.1, 11, 'value', '6,1'],
      [7.1, null, 'value', '7,1'],
    ]);
  });

  test.each(['<10', '..', '*', 'X', 'färre än 5'])('of %s employed nothing is told', (hidden) => {
    const header = 'Enhet;År;Antal anställda;Sjukfrånvaro totalt;Kvinnor';
    const found = read(header, `A;2023;${hidden};7,1;-`, 'B;2023;-;7,1;8,1');
    expect(found.all.map((o) => [o.value, o.n, o.state, o.printed])).toEqual([
      [null, null, 'suppressed', ''],
      [null, null, 'missing', '-'],
      [7.1, null, 'value', '7,1'],
      [8.1, null, 'value', '8,1'],
    ]);
  });

  test('a column that nobody reads is asked about', () => {
    const found = read('Enhet;År;Sjukfrånvaro;Kvinnor;Anställningsform', 'A;2025;7;8;Vikarie');
    expect(found.problems).toMatchObject([{ code: 'unused-column', column: 'Anställningsform' }]);
  });

  test.each([
    ['NaN', 'bad-number'],
    ['Infinity', 'bad-number'],
    ['-1', 'value-out-of-scale'],
    ['101', 'value-out-of-scale'],
  ])('%s is refused by its line', (bad, code) => {
    const found = read('Enhet;År;Sjukfrånvaro;Kvinnor', 'A;2025;7;8', `B;2025;${bad};8`);
    expect(found.problems).toContainEqual(
      expect.objectContaining({ code, line: 3, column: 'Sjukfrånvaro', value: bad }),
    );
    expect(found.told).toHaveLength(3);
    expect(found.names.broken).toEqual([{ indicator: 'N00090', place: 'B', line: 3 }]);
  });
});

describe('one figure a row', () => {
  const HEADER = 'Enhet;År;Uppgift;Andel (%)';
  const ROWS = [
    'A;2025;Totalt;7',
    'A;2025;varav 60 dagar eller mer;40',
    'A;2025;Kvinnor;8',
    'A;2025;;9',
  ];

  test.each(['Sjukfrånvaro i procent', 'Nyckeltal', ''])(
    'with a column for each year: %s',
    (name) => {
      const found = read(
        `${name};2023;2024`,
        'Total sjukfrånvaro;7,4;7,1',
        '- varav långtidssjukfrånvaro 60 dagar eller mer;44;43',
        'Kvinnor;8,2;',
        '30–49 år;6;5',
      );
      expect(found.layout).toBe('sick-leave');
      expect(found.told).toEqual([
        ['N00090', 'T', null, '2023', 7.4],
        ['N00090', 'T', null, '2024', 7.1],
        ['N00091', 'T', null, '2023', 44],
        ['N00091', 'T', null, '2024', 43],
        ['N00090', 'K', null, '2023', 8.2],
        ['N00090', 'K', null, '2024', null],
        ['N00093', 'T', null, '2023', 6],
        ['N00093', 'T', null, '2024', 5],
      ]);
      expect(found.codes).toEqual(name === '' ? ['nameless-column'] : []);
    },
  );

  test.each(['Sjukfrånvaro', 'Sjukfrånvaro (%)', 'Totalt'])(
    'also where the names are headed %s',
    (heading) => {
      const rows = ['Totalt;7,1', 'Kvinnor;8', 'Män;6'].map((row) => `A;2023;${row}`);
      const found = read(`Enhet;År;${heading};Värde`, ...rows);
      expect(found.told).toEqual([
        ['N00090', 'T', 'A', '2023', 7.1],
        ['N00090', 'K', 'A', '2023', 8],
        ['N00090', 'M', 'A', '2023', 6],
      ]);
      expect(found.codes).toEqual([]);
    },
  );

  test('also where both columns are headed by sick leave, and figures side by side are none such', () => {
    const rows = ['Totalt;7,1', 'Kvinnor;8', 'Män;6'].map((row) => `A;2023;${row}`);
    const long = read('Enhet;År;Sjukfrånvaro;Sjukfrånvaro (%)', ...rows);
    expect([long.told.length, long.codes]).toEqual([3, []]);
    const wide = read('Enhet;År;Sjukfrånvaro (%);Kvinnor', 'A;2023;7,1;8');
    expect([wide.told.length, wide.codes]).toEqual([2, []]);
  });

  test('is read by its words', () => {
    const found = read(HEADER, ...ROWS);
    expect(found.told).toEqual([
      ['N00090', 'T', 'A', '2025', 7],
      ['N00091', 'T', 'A', '2025', 40],
      ['N00090', 'K', 'A', '2025', 8],
    ]);
    expect(found.names).toMatchObject({ indicator: 'Uppgift', place: 'Enhet', value: 'Andel (%)' });
  });

  test('also under our own headings, unless the names may be a kommun’s own indicators', () => {
    const own = 'Enhet;År;Indikator;Värde';
    expect(read(own, ...ROWS).layout).toBe('sick-leave');
    const named = ['Sjukfrånvaro totalt', 'Sjukfrånvaro kvinnor', 'Sjukfrånvaro män'];
    expect(read(own, ...named.map((name) => `A;2025;${name};7`)).layout).toBe('plain-long');
  });

  test('a column of sexes is of the total', () => {
    const rows = ['Totalt;K;8', '30-49 år;T;7', '50+;T;6'].map((row) => `A;2025;${row}`);
    const found = read('Enhet;År;Uppgift;Kön;Andel', ...rows);
    expect(found.told[0]).toEqual(['N00090', 'K', 'A', '2025', 8]);
  });
});

describe('the codes of a staff system', () => {
  const HEADER = 'Period,Enhet,Mått,Kolumn,Mätvärde';
  const row = (measure: string, column: string, value: string, unit = '23') =>
    `2026-07-31,${unit},SK.P.${measure},${column},${value}`;

  test('each is its figure and sex, and who are employed are counted', () => {
    const found = readWith(
      { 'unsure-span': 'twelve-months' },
      HEADER,
      row('AM.001', 'K9', '48'),
      row('SJ.001', 'K20', '7.4'),
      row('SJ.001', 'K12', '8.1'),
      row('SJ.002', 'K20', '41.5'),
      row('SJ.005', 'K13', '6'),
      row('AM.001', 'K9', '8', '24'),
      row('SJ.001', 'K20', '12.5', '24'),
    );
    const when = '2025-08..2026-07';
    expect(found.told).toEqual([
      ['N00090', 'T', '23', when, 7.4],
      ['N00090', 'K', '23', when, 8.1],
      ['N00091', 'T', '23', when, 41.5],
      ['N00094', 'M', '23', when, 6],
      ['N00090', 'T', '24', when, null],
    ]);
    expect(found.all.map(({ n }) => n)).toEqual([48, null, null, null, 8]);
    expect(found.codes).toEqual(['unsure-span']);
  });

  test.each(['<10', '..'])('of %s employed nothing is told', (hidden) => {
    const found = read(
      HEADER,
      row('AM.001', 'K9', hidden),
      row('SJ.001', 'K20', '7.4'),
      row('SJ.002', 'K20', '41.5'),
      row('SJ.001', 'K20', '6.4', '24'),
    );
    expect(found.all.map((o) => [o.value, o.n, o.state, o.printed])).toEqual([
      [null, null, 'suppressed', ''],
      [null, null, 'suppressed', ''],
      [6.4, null, 'value', '6.4'],
    ]);
  });

  test('codes that nobody knows are told of once each, and not read', () => {
    const found = read(
      HEADER,
      row('SJ.001', 'K20', '7'),
      row('SJ.009', 'K20', '1'),
      row('SJ.009', 'K12', '1'),
      row('SJ.001', 'K77', '3'),
    );
    expect(found.problems.filter(({ code }) => code === 'skipped-rows')).toMatchObject([
      { line: 3, column: 'Mått', value: 'SK.P.SJ.009', lines: 2 },
      { line: 5, column: 'Kolumn', value: 'K77', lines: 1 },
    ]);
    expect(found.told).toEqual([['N00090', 'T', '23', '..2026-07-31', 7]]);
  });

  test.each(['NaN', 'Infinity', '-1', '101'])('%s is refused by its line', (bad) => {
    const found = read(HEADER, row('SJ.001', 'K20', '7.4'), row('SJ.001', 'K12', bad));
    expect(found.problems).toContainEqual(
      expect.objectContaining({ line: 3, column: 'Mätvärde', value: bad }),
    );
    expect(found.told).toHaveLength(1);
  });
});
