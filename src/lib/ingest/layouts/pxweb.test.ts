import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

function readWith(answers: Record<string, string>, ...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const found = readFile({ name: 'scb.csv', bytes }, { ...NO_CHOICES, answers });
  const all = toArray(found.observations);
  const told = all.map((o) => [
    o.indicator,
    o.place,
    o.period?.text ?? null,
    o.sex,
    o.breakdown,
    o.value,
  ]);
  return { ...found, all, told, codes: found.problems.map(({ code }) => code) };
}
const read = (...lines: string[]) => readWith({}, ...lines);

describe('recognition', () => {
  test.each([
    ['"region","kön","Folkmängd 2023"', '"2280 Härnösand","män",12', 'pxweb'],
    ['"region" "kön" "Folkmängd 2023"', '"2280 Härnösand" "män" 12', 'pxweb'],
    ['region;Folkmängd 2023', '2280;12', 'pxweb'],
    ['region;Folkmängd 2023M07', 'Härnösand;12', 'pxweb'],
    ['region;år;Folkmängd', 'Härnösand;2023;12', 'pxweb'],
    ['Kommun;år;Folkmängd', '2280 Härnösand;2023;12', 'pxweb'],
    ['Kommun;Andel nöjda 2023', 'Härnösand;12', 'pxweb'],
    ['kön;Folkmängd 2023', 'män;12', 'unknown'],
    ['region;kön', 'Härnösand;män', 'unknown'],
    ['Kommun;Nyckeltal;2023', 'Härnösand;Folkmängd;12', 'kolada-wide'],
    ['region;Nyckeltal;År;Visat Värde', 'Härnösand;Folkmängd;2023;12', 'kolada-long'],
  ])('%s', (header, row, layout) => expect(read(header, row).layout).toBe(layout));
});

test.each([';', ',', '\t', ' '])('cut at %j, with a title over it', (cut) => {
  const rows = [
    ['"region"', '"ålder"', '"kön"', '"Invånare, antal 2023"', '"Invånare, antal 2024"'],
    ['"2280 Härnösand"', '"65-79 år"', '"kvinnor"', '12.5', '13'],
    ['"00 Riket"', '"totalt ålder"', '"totalt"', '..', '-'],
    ['"22 Västernorrlands län"', '"80"', '"män"', '.', '...'],
  ];
  const found = read(
    '"Invånare efter region, ålder, kön och år"',
    ...rows.map((row) => row.join(cut)),
  );
  expect(found.layout).toBe('pxweb');
  expect(found.told).toEqual([
    ['Invånare, antal', '2280', '2023', 'K', 'ålder=65-79 år', 12.5],
    ['Invånare, antal', '2280', '2024', 'K', 'ålder=65-79 år', 13],
    ['Invånare, antal', 'Riket', '2023', 'T', '', null],
    ['Invånare, antal', 'Riket', '2024', 'T', '', 0],
    ['Invånare, antal', 'Västernorrlands län', '2023', 'M', 'ålder=80', null],
    ['Invånare, antal', 'Västernorrlands län', '2024', 'M', 'ålder=80', null],
  ]);
  expect(found.all.slice(2).map(({ state, printed }) => [state, printed])).toEqual([
    ['missing', '..'],
    ['value', '-'],
    ['not_applicable', '.'],
    ['missing', '...'],
  ]);
  const marks = found.problems.filter(({ code }) => code === 'missing-marks');
  expect(marks).toMatchObject([
    { marks: ['..', '.'], among: 'pxweb' },
    { marks: ['-', '...'], among: 'pxweb' },
  ]);
});

describe('what the figures are called', () => {
  test('headings of years alone take the title over the table', () => {
    const found = read('Folkmängd;;', 'region;2023;2024', '2280;1;2');
    expect(found.told).toEqual([
      ['Folkmängd', '2280', '2023', 'T', '', 1],
      ['Folkmängd', '2280', '2024', 'T', '', 2],
    ]);
  });

  test('a column of contents names them, and the time may be a column', () => {
    const found = read(
      'region;tabellinnehåll;ålder;år;Värde',
      '00;Folkökning;65;2023;1',
      'Solna;Folkmängd;;2023;',
    );
    expect(found.told).toEqual([
      ['Folkökning', '0000', '2023', 'T', 'ålder=65', 1],
      ['Folkmängd', 'Solna', '2023', 'T', '', null],
    ]);
    expect(found.names.indicator).toBe('tabellinnehåll');
  });
});

test('margins and rates are set aside, and who answered are counted', () => {
  const header =
    'region;Andel 2023;Felmarginal ± 2023;Antal svar 2023;Svarsfrekvens 2023;Andel 2024';
  const found = read(header, '2280;71;2.9;31;40;72');
  expect(found.all.map(({ indicator, value, n }) => [indicator, value, n])).toEqual([
    ['Andel', 71, 31],
    ['Andel', 72, null],
  ]);
  expect(found.problems).toMatchObject([
    { code: 'ignored-column', column: 'Felmarginal ± 2023' },
    { code: 'ignored-column', column: 'Svarsfrekvens 2023' },
  ]);
});

test.each([
  ['1', 'M'],
  ['2', 'K'],
  ['1+2', 'T'],
  ['TOT', 'T'],
  ['TotSa', 'T'],
  ['totalt, samtliga män och kvinnor', 'T'],
  ['1 män', 'M'],
  ['kvinnor och män', 'T'],
])('kön %s is %s', (text, sex) => {
  expect(read('region;kön;Antal 2023', `2280;${text};5`).told[0]?.[3]).toBe(sex);
});

describe('a column headed by the code of sex', () => {
  test.each<[string, string[], string[]]>([
    ['codes', ['1', '2', '1+2'], ['M', 'K', 'T']],
    ['codes, and another of all', ['1', '2', 'TOT'], ['M', 'K', 'T']],
    ['words', ['män', 'kvinnor', 'totalt'], ['M', 'K', 'T']],
    ['a code that is not SCB’s', ['1', '2', '3'], ['T kon=1', 'T kon=2', 'T kon=3']],
    [
      'words of something else',
      ['1', 'constructor', '2'],
      ['T kon=1', 'T kon=constructor', 'T kon=2'],
    ],
  ])('%s', (_, cells, sexes) => {
    const inHeadings = cells.map((cell, at) => `2280;${cell};${at}`);
    const inRows = cells.map((cell, at) => `2280 Härnösand;2023;${cell};${at}`);
    for (const found of [
      read('region;kon;Antal 2023', ...inHeadings),
      read('region;år;kon;Antal', ...inRows),
    ]) {
      expect(found.told.map(([, , , sex, parts]) => `${sex} ${parts}`.trim())).toEqual(sexes);
      expect(found.codes).toEqual([]);
    }
  });
});

test('a code that is not SCB’s leaves the others unread where the heading says sex', () => {
  const found = read('region;kön;Antal 2023', '2280;1;5', '2280;2;6', '2280;3;7', '2280;män;8');
  expect(found.told.map(([, , , sex, , value]) => [sex, value])).toEqual([['M', 8]]);
  expect(found.problems).toMatchObject(
    ['1', '2', '3'].map((value) => ({ code: 'unknown-value', column: 'kön', value })),
  );
});

test('a cell that would break its part is changed so that it does not', () => {
  const found = read('region;typ;Antal 2023', '2280;a=b;5');
  expect(found.told[0]?.[4]).toBe('typ=a b');
});

describe('a sign that may be zero', () => {
  const HEADER = 'Kommun;Antal nöjda 2023;Antal nöjda 2024';
  const ROWS = ['Härnösand;-;4', 'Solna;-;-', 'Gnesta;..;3'];

  test('is asked about where the table may be anybody’s, once for the file', () => {
    const found = read(HEADER, ...ROWS);
    expect(found.problems.filter(({ code }) => code === 'nil-or-missing')).toEqual([
      { code: 'nil-or-missing', line: 2, column: 'Antal nöjda 2023', value: '-', lines: 2 },
    ]);
  });

  test.each([
    ['nil', [0, 4, 0, 0, null, 3], 'missing'],
    ['missing', [null, 4, null, null, null, 3], 'suppressed'],
  ])('answered %s', (answer, values, dots) => {
    const found = readWith({ 'nil-or-missing': answer }, HEADER, ...ROWS);
    expect(found.all.map(({ value }) => value)).toEqual(values);
    expect(found.all[4]?.state).toBe(dots);
  });

  test('is not asked about where there is none', () => {
    expect(read(HEADER, 'Härnösand;3;4').codes).toEqual([]);
  });
});
