import { describe, expect, test } from 'vitest';
import { inspectFile } from '../inspect.ts';

const inspect = (...lines: string[]) =>
  inspectFile({ name: 'x.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
const codes = (...lines: string[]) => inspect(...lines).problems.map((problem) => problem.code);

const unused = (column: string) => ({ code: 'unused-column', line: 1, column });

const HEADER =
  'Indikator;Period;Värde;Kön;Plats;Indelning;Typ;Täljare;Nämnare;Svar;Tillfrågade;Preliminär;Mätt;Publicerad;Anmärkning';

test('every column of the layout is read', () => {
  const found = inspect(
    HEADER,
    'Trygghet;jan-jun 2023;84,5 %;Kvinnor;Skola Öst; ålder = 80+ ;Prognos;169;200;150;210;ja;2023-05;2023-09-01;"Ny fråga"',
  );
  expect(found).toMatchObject({ layout: 'plain-long', outcome: 'accept', problems: [] });
  expect(found.observations).toEqual([
    {
      indicator: 'Trygghet',
      period: { text: '2023-01..2023-06', kind: 'range', from: '2023-01-01', to: '2023-06-30' },
      value: 84.5,
      state: 'value',
      printed: '84,5 %',
      sex: 'K',
      place: 'Skola Öst',
      breakdown: 'ålder=80+',
      kind: 'prognos',
      numerator: 169,
      denominator: 200,
      n: 150,
      asked: 210,
      isPreliminary: true,
      measuredOn: '2023-05-31',
      publishedOn: '2023-09-01',
      note: 'Ny fråga',
      line: 2,
      column: 3,
      kpi: null,
      unit: null,
    },
  ]);
});

test('what a row leaves out is the usual', () => {
  expect(inspect('NYCKELTAL;År;utfall', 'N15403;2023;0').observations).toMatchObject([
    {
      indicator: 'N15403',
      value: 0,
      sex: 'T',
      place: null,
      breakdown: '',
      kind: 'utfall',
      n: null,
      isPreliminary: false,
      measuredOn: null,
      note: null,
    },
  ]);
});

test.each([
  ['..', 'suppressed'],
  ['', 'missing'],
  ['.', 'not_applicable'],
  ['Uppgift saknas', 'missing'],
])('the mark %j is kept with its reason', (printed, state) => {
  expect(inspect('Mått;År;Värde', `A;2023;${printed}`, 'B;2023;1').observations[0]).toMatchObject({
    value: null,
    state,
    printed,
  });
});

const HIDDEN = ['Svar', 'Tillfrågade', 'Täljare', 'Nämnare'].flatMap((column) =>
  ['<5', '..', '*', 'X'].map((mark) => [column, mark] as const),
);
test.each(HIDDEN)('where %s is %s the value rests on too few', (column, mark) => {
  const lines = ['A;2023;3,2', 'B;2023;', 'C;2023;4'].map(
    (line, at) => `${line};${at < 2 ? mark : 40}`,
  );
  const { observations } = inspect(`Mått;År;Värde;${column}`, ...lines);
  expect(observations).toMatchObject([
    { value: null, state: 'suppressed', printed: '', numerator: null, denominator: null },
    { value: null, state: 'missing' },
    { value: 4, state: 'value' },
  ]);
});

describe('recognition', () => {
  test.each([
    [['Indikator;Period;Värde', 'A;2023;1'], 'plain-long'],
    [['Indikator;Period;Värde', 'A;HT23;1'], 'plain-long'],
    [['Indikator;Period;Kön', 'A;2023;K'], 'plain-long'],
    [['Indikator;Period;Värde', 'A;T1;1', 'A;T2;2'], 'unknown'],
    [['Indikator;Värde', 'A;1'], 'unknown'],
    [['Enhet;År;Värde', 'A;2023;1'], 'unknown'],
    [['Indikator;Period;Målvärde', 'A;2023;1'], 'unknown'],
  ])('%j is %s', (lines, layout) => {
    expect(inspect(...lines).layout).toBe(layout);
  });

  test('a column that is missing is named with its spellings', () => {
    expect(inspect('Indikator;Period;Kön', 'A;2023;K')).toMatchObject({
      outcome: 'reject',
      observations: [],
      problems: [
        { code: 'missing-column', line: 1, column: 'Värde', accepted: ['Värde', 'Utfall'] },
      ],
    });
  });

  const sameField = (meaning: string, ...columns: string[]) => ({
    code: 'same-field',
    line: 1,
    columns,
    meaning,
  });

  test.each([
    ['Indikator;År;Period;Värde', 'A;2023;2023-T1;1', sameField('Period', 'År', 'Period')],
    ['Indikator;År;Värde;Utfall', 'A;2023;1;2', sameField('Värde', 'Värde', 'Utfall')],
    [
      'Indikator;År;Värde;Plats;Enhet;Kommun',
      'A;2023;1;Norr;Syd;Gnesta',
      sameField('Plats', 'Plats', 'Enhet', 'Kommun'),
    ],
    ['Indikator;År;Värde;Ålder', 'A;2023;1;80+', unused('Ålder')],
    ['Indikator;År;Värde;Ansvarig;', 'A;2023;1;Bo;', unused('Ansvarig')],
  ])('%s is asked about', (header, row, problem) => {
    expect(inspect(header, row)).toMatchObject({ outcome: 'ask', problems: [problem] });
  });

  test('a column without a header is asked about when it holds something', () => {
    expect(codes('Indikator;År;;Värde', 'A;2023;80+;1')).toEqual([
      'nameless-column',
      'unused-column',
    ]);
    expect(codes('Indikator;År;;Värde', 'A;2023;;1')).toEqual([]);
  });

  test('a column that says nothing changes nothing', () => {
    expect(inspect('Indikator;År;Värde;Ansvarig', 'A;2023;1;')).toMatchObject({
      outcome: 'accept',
      problems: [{ code: 'ignored-column', column: 'Ansvarig' }],
    });
  });

  test('a period without a year is told of beside those that have one', () => {
    expect(inspect('Indikator;Period;Värde', 'A;T1;102', 'A;T2 2023;9').problems).toEqual([
      { code: 'bad-period', line: 2, column: 'Period', value: 'T1', reason: 'no-year' },
    ]);
  });

  test('a period without a year is told of, line by line', () => {
    expect(inspect('Indikator;Period;Värde', 'ind-1;T1;102', 'ind-1;T2;9').problems).toEqual([
      { code: 'yearless-period', line: 2, column: 'Period', value: 'T1' },
      { code: 'yearless-period', line: 3, column: 'Period', value: 'T2' },
    ]);
  });

  test.each([
    [['84', '0,85', '79'], [{ value: '0,85', line: 3, lines: 1 }]],
    [['85%', '0,85', '79 %'], [{ value: '0,85', line: 3, lines: 1 }]],
    [['84', '0,85', '0,79'], [{ value: '0,85', line: 3, lines: 2 }]],
    [['84', '0,85 %', '79'], []],
    [['2,5', '0,5', '3'], []],
    [['1200', '0,5', '30'], []],
    [['84', '1', '79'], []],
  ])('%j of one indicator mixes scales: %o', (cells, expected) => {
    const rows = cells.map((cell, at) => `A;${2020 + at};${cell}`);
    const found = inspect('Indikator;Period;Värde', ...rows);
    expect(found.problems).toMatchObject(expected.map((one) => ({ code: 'mixed-scale', ...one })));
    expect(found.outcome).toBe(expected.length > 0 ? 'ask' : 'accept');
  });

  test('unlike indicators may be of unlike scales', () => {
    expect(codes('Indikator;Period;Värde', 'A;2021;84', 'B;2021;0,85', 'A;2022;79')).toEqual([]);
  });

  test('a kommunkod that lost its zero is asked about', () => {
    expect(inspect('Indikator;Period;Värde;Kommunkod', 'A;2023;1;461')).toMatchObject({
      outcome: 'ask',
      problems: [{ code: 'lost-zeros', line: 2, column: 'Kommunkod', value: '461' }],
    });
  });
});

describe('a row that cannot be read', () => {
  const row = (cells: Readonly<Record<number, string>>) =>
    HEADER.split(';')
      .map((_, at) => cells[at] ?? ['A', '2023', '1'][at] ?? '')
      .join(';');

  test.each([
    [{ 0: '' }, ['empty-cell']],
    [{ 1: '' }, ['empty-cell']],
    [{ 1: 'HT23' }, ['bad-period']],
    [{ 1: '1023' }, ['bad-period']],
    [{ 1: '3023-T1' }, ['bad-period']],
    [{ 2: '12 kr' }, ['bad-number']],
    [{ 2: '5-' }, ['bad-number']],
    [{ 2: '#REF!' }, ['bad-number']],
    [{ 2: 'sju' }, ['bad-number']],
    [{ 2: '1.234' }, ['ambiguous-number']],
    [{ 3: 'X' }, ['unknown-value']],
    [{ 9: '24,5' }, ['unknown-value']],
    [{ 10: '-3' }, ['unknown-value']],
    [{ 5: 'ålder' }, ['unknown-value']],
    [{ 5: '"ålder= ;kön=K"' }, ['unknown-value']],
    [{ 6: 'gissning' }, ['unknown-value']],
    [{ 7: 'många' }, ['bad-number']],
    [{ 11: 'kanske' }, ['unknown-value']],
    [{ 12: '2023-04-31' }, ['bad-date']],
    [{ 13: '23-04-30' }, ['two-digit-year']],
    [{ 1: '2023-13', 3: 'X', 12: 'maj' }, ['bad-period', 'unknown-value', 'bad-date']],
  ])('%j gives %j and no observation', (cells, expected) => {
    expect(codes(HEADER, row(cells))).toEqual(expected);
    expect(inspect(HEADER, row(cells)).observations).toEqual([]);
  });

  test('names its line, column and value', () => {
    expect(inspect('Indikator;Period;Värde', 'A;2023;1', 'B;2023-02-30;1').problems).toEqual([
      { code: 'bad-period', line: 3, column: 'Period', value: '2023-02-30', reason: 'impossible' },
    ]);
  });
});

test('one group has one key, however its parts are ordered', () => {
  const [a, b] = inspect(
    'Indikator;Period;Värde;Indelning',
    'A;2023;1;"b=2;a=1"',
    'B;2023;1;" a = 1 ; b = 2"',
  ).observations;
  expect([a?.breakdown, b?.breakdown]).toEqual(['a=1;b=2', 'a=1;b=2']);
});

test('the same key twice is refused, whatever its spelling', () => {
  const found = inspect(
    'Indikator;Period;Värde',
    'A;T2 2023;1',
    'B;2023;1',
    ' a ;2023-05..2023-08;2',
  );
  expect(found.outcome).toBe('reject');
  expect(found.problems).toEqual([{ code: 'duplicate-row', line: 4, lines: [2, 4] }]);
});
