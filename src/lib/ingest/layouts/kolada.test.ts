import { describe, expect, test } from 'vitest';
import { inspectFile } from '../inspect.ts';

const inspect = (...lines: string[]) =>
  inspectFile({ name: 'x.csv', bytes: new TextEncoder().encode(lines.join('\n')) });

describe('recognition', () => {
  test.each([
    ['Kommun/Landsting;Nyckeltal;År;Visat Värde', 'kolada-long'],
    ['Kommun;Nyckeltal;År;Visat_Värde', 'kolada-long'],
    ['"";"Nyckeltal";"Kommun.Landsting";"År";"Visat.Värde"', 'kolada-long'],
    ['Variabelkod;Kommun;År;Värde', 'kolada-long'],
    ['kpi;municipality;period;gender;value;status', 'kolada-long'],
    ['kpi_id;municipality_id;year;value', 'kolada-long'],
    ['KPI;Kommunkod;År;Kön;Värde', 'kolada-long'],
    // With a column of ours it is ours: what kind of figure it is must not be lost.
    ['KPI;Kommun;År;Värde;Typ', 'plain-long'],
    ['Nyckeltal;Kommun;År;Värde', 'plain-long'],
    ['kpi;municipality;value', 'unknown'],
    ['Nyckeltal;Kommun;2022;2023', 'kolada-wide'],
    ['KPI;Kommunkod;Kön;2022.0;2023.0', 'kolada-wide'],
    ['Nyckeltal;2022;2023', 'plain-wide'],
    ['Nyckeltal;Kommun;Kön', 'unknown'],
    ['id;title;municipality_type', 'kolada-kpi'],
    ['id;title', 'unknown'],
  ])('%s is %s', (header, layout) => {
    const cells = header.split(';').map(() => '2011');
    expect(inspect(header, cells.join(';')).layout).toBe(layout);
  });
});

describe('kolada-long', () => {
  const HEADER = 'kpi;municipality;period;gender;value;status';

  test('a file from R has its row numbers left out, and its dots are blanks', () => {
    const found = inspect(
      '"","Nyckeltal","Kommun.Landsting","År","Visat.Värde"',
      '"1","Sjukfrånvaro för anställda < 30 år, (%)","Alla kommuner (ovägt medel)",2008,"5.82177999"',
      '"2","Sjukfrånvaro för anställda < 30 år, (%)","Laxå",2008,"5.5"',
    );
    expect(found.layout).toBe('kolada-long');
    expect(found.observations).toMatchObject([
      {
        place: 'Alla kommuner (ovägt medel)',
        unit: null,
        value: 5.82177999,
        kpi: { code: 'N00092' },
      },
      { place: 'Laxå', unit: { code: '1860' }, value: 5.5, column: 5 },
    ]);
  });

  test('marks and status words say why there is no figure', () => {
    const found = inspect(
      HEADER,
      'N00090;0380;2020;T;7.5;',
      'N00090;0380;2021;T;..;',
      'N00090;0380;2022;T;-;',
      'N00090;0380;2023;T;.;',
      'N00090;0380;2024;T;;Missing',
      'N00090;0380;2025;T;;Withheld',
      'N00090;0380;2026;T;;Withheld',
      'N00090;0380;2027;T;;',
      'N00090;0380;2028;T;8.5;Preliminary',
    );
    expect(found.observations.map(({ state, printed, value }) => [state, printed, value])).toEqual([
      ['value', '7.5', 7.5],
      ['suppressed', '..', null],
      ['missing', '-', null],
      ['not_applicable', '.', null],
      ['missing', 'Missing', null],
      ['missing', 'Withheld', null],
      ['missing', 'Withheld', null],
      ['missing', '', null],
      ['value', '8.5', 8.5],
    ]);
    expect(found.problems).toContainEqual({
      code: 'unknown-status',
      line: 7,
      column: 'status',
      value: 'Withheld',
      lines: 2,
    });
    expect(found.outcome).toBe('accept_with_notice');
  });

  test.each([
    [';0380;2024;T;1;', { code: 'empty-cell', line: 3, column: 'kpi' }],
    ['N00090;;2024;T;1;', { code: 'empty-cell', line: 3, column: 'municipality' }],
    ['N00090;0380;;T;1;', { code: 'empty-cell', line: 3, column: 'period' }],
    [
      'N00090;0380;2024-13;T;1;',
      { code: 'bad-period', line: 3, column: 'period', value: '2024-13', reason: 'impossible' },
    ],
    [
      'N00090;0380;2024;X;1;',
      {
        code: 'unknown-value',
        line: 3,
        column: 'gender',
        value: 'X',
        accepted: ['T', 'K', 'M', 'A'],
      },
    ],
    ['N00090;0380;2024;T;sju;', { code: 'bad-number', line: 3, column: 'value', value: 'sju' }],
  ])('%s is told of and gives no observation', (row, problem) => {
    const found = inspect(HEADER, 'N00091;0380;2024;T;2;', row, 'N00092;0380;2024;T;3;');
    expect(found.problems).toEqual([problem]);
    expect(found.observations.map((one) => one.value)).toEqual([2, 3]);
  });

  test('zeros lost from codes are put back and told of once', () => {
    const found = inspect(
      HEADER,
      'N00090;461;2024;T;1;',
      'N00090;184;2024;T;2;',
      'N00090;0;2024;T;3;',
      'N00090;2280;2024;T;4;',
    );
    expect(found.observations.map(({ place, unit }) => [place, unit?.name])).toEqual([
      ['0461', 'Gnesta'],
      ['0184', 'Solna'],
      ['0000', 'Riket'],
      ['2280', 'Härnösand'],
    ]);
    expect(found.problems).toEqual([
      { code: 'code-padded', line: 2, column: 'municipality', value: '461', lines: 3 },
    ]);
  });

  test('where one place is a name, a number is no code', () => {
    const found = inspect('Variabelkod;Kommun;År;Värde', 'N00090;461;2011;1', 'N00090;Ale;2011;2');
    expect(found.observations.map((one) => one.place)).toEqual(['461', 'Ale']);
    expect(found.problems).toEqual([]);
  });

  test('an id that is another figure today is, in a file of 2013, what it was then', () => {
    const rows = ['U07457;Ale;2010;1.5', 'N00092;Ale;2010;2.5', 'U07457;Alingsås;2010;3.5'];
    const old = inspect('Variabelkod;Kommun;År;Värde', ...rows);
    expect(old.observations.map((one) => one.indicator)).toEqual([
      'U07457-2013',
      'N00092',
      'U07457-2013',
    ]);
    expect(old.problems).toEqual([
      {
        code: 'reused-id',
        line: 2,
        column: 'Variabelkod',
        value: 'U07457',
        title: 'Våldsbrott (U07457 enligt Kolada 2013)',
        lines: 2,
      },
    ]);
    const today = inspect('kpi;Kommun;År;Värde', ...rows);
    expect(today.observations[0]).toMatchObject({
      indicator: 'U07457',
      kpi: { title: 'Beläggningsunderhåll av kommunala cykelvägar, andel kvm (%)' },
    });
  });

  test('a column that is not Kolada’s is left out and told of', () => {
    const found = inspect(`${HEADER};count;`, 'N00090;0380;2024;T;1;;1;');
    expect(found.problems).toEqual([{ code: 'ignored-column', line: 1, column: 'count' }]);
  });

  test('two rows of one key are refused', () => {
    const found = inspect(HEADER, 'N00090;0380;2024;T;1;', 'N00090;0380;2024;;2;');
    expect(found).toMatchObject({
      outcome: 'reject',
      problems: [{ code: 'duplicate-row', lines: [2, 3] }],
    });
  });
});

describe('kolada-wide', () => {
  test('every year of a row is an observation, but those that cannot be read', () => {
    const found = inspect(
      'Nyckeltal;Kommun;Kön;2022;2023.0',
      'N00090;Gnesta;Kvinnor;1,5;två',
      'N00090;Gnesta;Båda;2,5;3',
      'N00090;Solna;Okänt;1;1',
    );
    expect(
      found.observations.map(({ period, sex, value, column }) => [
        period?.text,
        sex,
        value,
        column,
      ]),
    ).toEqual([
      ['2022', 'K', 1.5, 4],
      ['2022', 'T', 2.5, 4],
      ['2023', 'T', 3, 5],
    ]);
    expect(found.problems.map(({ code }) => code)).toEqual(['bad-number', 'unknown-value']);
  });

  test.each([
    ['2024*', 'unused-column'],
    ['2025 jan-jun', 'unused-column'],
    ['Kommentar', 'ignored-column'],
    ['Ranking 12024', 'ignored-column'],
  ])('the column %s, which is not read, is an %s', (heading, code) => {
    const found = inspect(`Nyckeltal;Kommun;2023;${heading}`, 'N00090;Gnesta;1;2');
    expect(found.problems).toEqual([{ code, line: 1, column: heading }]);
  });
});

describe('kolada-kpi', () => {
  const HEADER =
    'id;title;old_titles;unit_or_kind;divided_by_gender;municipality_type;direction;ended_after;catalogue';
  const kpis = (...rows: string[]) => inspect(HEADER, ...rows).meta.kpis;

  test.each([
    [
      'N00092;Sjukfrånvaro bland anställda <30 år, andel (%);Sjukfrånvaro (%) | U. Frånvaro;%;false;K;lower;;2026-04',
      {
        code: 'N00092',
        title: 'Sjukfrånvaro bland anställda <30 år, andel (%)',
        oldTitles: ['Sjukfrånvaro (%)', 'Frånvaro'],
        unit: '%',
        isShare: true,
        better: 'lower',
        endedAfter: null,
        about: 'kommun',
      },
    ],
    ['N1;A;;;;;;;', { oldTitles: [], unit: '', better: 'none', about: null, endedAfter: null }],
    ['N1;A;;;;L;none;;', { better: 'none', about: 'region' }],
    ['N1;A;;;;A;higher;2019;', { better: 'higher', about: 'both', endedAfter: 2019 }],
    ['N1;Personal (- 2024);;;;;;;', { endedAfter: 2024 }],
    ['N1;Personal (-2024);;;;;;;', { endedAfter: 2024 }],
    ['N1;Personal 2010-2024;;;;;;;', { endedAfter: null }],
    ['U1;U. Medelålder;;;;;;;', { title: 'Medelålder' }],
    ['N1;Brott;;antal/1000 inv;;;;;', { unit: 'per 1000 inv', isShare: false }],
    ['N1;Invånare;;antal;;;;;', { unit: '' }],
    ['N1;Kostnad;;kr/inv;;;;;', { unit: 'kr/inv' }],
    ['N1;Svarsfrekvens;;response_rate;;;;;', { unit: '%', isShare: true }],
    ['N1;Osäkerhetstal andel;;margin;;;;;', { unit: '%', isShare: false }],
    ['N1;Nettokostnadsavvikelse, andel (%);;%;;;;;', { unit: '%', isShare: false }],
    ['N1;Soliditet;;%;;;;;', { unit: '%', isShare: false }],
  ])('%s', (row, expected) => {
    expect(kpis(row)).toMatchObject([expected]);
  });

  test('gives no figures', () => {
    const found = inspect(HEADER, 'N00090;A;;;;;;;');
    expect(found).toMatchObject({ layout: 'kolada-kpi', outcome: 'accept', observations: [] });
  });

  test('an id that is none, a title that is missing and an id twice are told of', () => {
    const found = inspect(
      HEADER,
      'X1;A;;;;;;;',
      'N00090;;;;;;;;',
      'N00091;A;;;;;;;',
      'N00091;B;;;;;;;',
    );
    expect(found.problems).toEqual([
      { code: 'unknown-value', line: 2, column: 'id', value: 'X1', accepted: ['N00090'] },
      { code: 'empty-cell', line: 3, column: 'title' },
      { code: 'duplicate-row', line: 5, lines: [4, 5] },
    ]);
  });
});
