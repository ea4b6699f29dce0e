import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { STATEMENTS } from '../hme/statements.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

const NINE = STATEMENTS.Totalindex;
const HEADER = 'Enhet;Påstående;Antal svar;Medelvärde';

function readWith(choices: Partial<typeof NO_CHOICES>, ...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const found = readFile({ name: 'hme.csv', bytes }, { ...NO_CHOICES, ...choices });
  return { ...found, all: toArray(found.observations) };
}
const read = (...lines: string[]) => readWith({}, ...lines);
type Reading = ReturnType<typeof read>;

const codes = ({ problems }: Reading) => problems.map(({ code }) => code);
const withCode = ({ problems }: Reading, code: string) => problems.filter((p) => p.code === code);
const named = ({ all }: Reading, name: string) => all.filter((one) => one.indicator === name);

/** A unit's nine rows, the same end to each but where another is given. */
const unit = (end: string, others: Readonly<Record<number, string>> = {}, name = 'Norr') =>
  NINE.map((statement, at) => `${name};${at + 1}. ${statement};${others[at + 1] ?? end}`);

describe('figures', () => {
  test('a mean becomes an index, and what the file wrote is kept', () => {
    const found = read(HEADER, ...unit('24;4,38'));
    expect(named(found, NINE[0]!)).toEqual([
      {
        ...{ indicator: NINE[0], place: 'Norr', period: null, sex: 'T', breakdown: '' },
        ...{ kind: 'utfall', value: 84.5, state: 'value', printed: '4,38' },
        ...{ numerator: null, denominator: null, n: 24, asked: null, isPreliminary: false },
        ...{ measuredOn: null, publishedOn: null, note: null, line: 2, column: 4 },
      },
    ]);
    expect(found.names).toEqual({
      ...{ indicator: 'Påstående', place: 'Enhet', value: 'Medelvärde', broken: [] },
    });
  });

  test.each([
    ['Medelvärde', '4,38', 84.5],
    ['Medelvärde (1–5)', '4,38', 84.5],
    ['Snitt', '4,38', 84.5],
    ['Index', '84,5', 84.5],
    ['Index', '10,5', 10.5],
    ['Värde', '84,5', 84.5],
    ['Resultat', '84,5', 84.5],
    ['HME', '84,5', 84.5],
  ])('under %s %s is %d', (heading, printed, value) => {
    const found = read(`Enhet;Påstående;Antal svar;${heading}`, ...unit(`24;${printed}`));
    expect(found.all.map((one) => one.value)).toEqual(Array.from({ length: 13 }, () => value));
    expect(codes(found)).toEqual(['no-period']);
  });

  test.each([
    ['Medelvärde', '5,2', 1, 5],
    ['Medelvärde', '8', 1, 5],
    ['Index', '101', 0, 100],
  ])('under %s %s is outside the scale, and no observation', (heading, bad, from, to) => {
    const rows = unit('24;4', { 2: `24;${bad}` });
    const found = read(`Enhet;Påstående;Antal svar;${heading}`, ...rows);
    expect(withCode(found, 'value-out-of-scale')).toEqual([
      { code: 'value-out-of-scale', line: 3, column: heading, value: bad, from, to },
    ]);
    expect(named(found, NINE[1]!)).toEqual([]);
    expect(found.names.broken).toEqual([{ indicator: NINE[1], place: 'Norr', line: 3 }]);
  });

  test.each([['Medelvärde (1–6)'], ['Medelvärde 1-10']])(
    '%s is no scale of ours: the column is missing',
    (heading) =>
      expect(codes(read(`Enhet;Påstående;Antal svar;${heading}`, ...unit('24;4')))).toEqual([
        'missing-column',
        'unused-column',
      ]),
  );

  test('a heading that does not say is asked about, and read as it is answered', () => {
    const lines = ['Enhet;Påstående;n;Värde', ...unit('24;4,38')];
    const asked = read(...lines);
    expect(asked.problems).toEqual([
      { code: 'unsure-scale', line: 2, column: 'Värde', value: '4,38', lines: 9 },
    ]);
    expect(asked.all).toEqual([]);
    expect(asked.names.broken).toHaveLength(9);
    const as = (answer: string) =>
      readWith({ answers: { 'unsure-scale|Värde': answer } }, ...lines).all[0]?.value;
    expect([as('mean'), as('index')]).toEqual([84.5, 4.38]);
  });

  test('answers counted beside the mean are passed by, and are none by themselves', () => {
    const statement = `Norr;${NINE[0]};24;0;1;2;8;13`;
    const found = read('Enhet;Påstående;Antal svar;1;2;3;4;5;Medelvärde', `${statement};4,38`);
    expect([found.layout, found.all[0]?.value]).toEqual(['hme-question', 84.5]);
    expect(withCode(found, 'ignored-column')).toHaveLength(5);
    const bare = read('Enhet;Påstående;Antal svar;1;2;3;4;5', statement);
    expect(codes(bare)).toContain('missing-column');
    expect(bare.all).toEqual([]);
  });

  test('means are read where an index stands beside them, which is told of', () => {
    const found = read('Enhet;Påstående;Antal svar;Medelvärde;Index', ...unit('24;4,38;85'));
    expect(found.all[0]).toMatchObject({ value: 84.5, printed: '4,38', column: 4 });
    expect(withCode(found, 'ignored-column')).toMatchObject([{ column: 'Index' }]);
  });

  test('two columns of one meaning are asked about, and the chosen one is read', () => {
    const lines = ['Enhet;Påstående;Värde;Resultat', ...unit('80;70')];
    expect(withCode(read(...lines), 'same-field')).toMatchObject([{ meaning: 'Värde' }]);
    const chosen = readWith({ answers: { 'same-field|Värde': 'column-2' } }, ...lines);
    expect(chosen.all[0]).toMatchObject({ value: 70, column: 4 });
  });
});

describe('indexes', () => {
  const stateOf = (found: Reading, index: string) =>
    named(found, index).map((one) => [one.state, one.value, one.n]);

  test.each([
    ['all answered', {}, ['value', 75, 24], ['value', 75, 24]],
    ['one is another', { 1: '24;4,3' }, ['value', 77.5, 24], ['value', 75.8333333333, 24]],
    ['one with fewer answers', { 2: '20;4' }, ['value', 75, 20], ['value', 75, 20]],
    ['one hidden', { 3: '<7;*' }, ['suppressed', null, null], ['suppressed', null, null]],
    ['one missing', { 3: '0;-' }, ['missing', null, 0], ['missing', null, 0]],
    [
      'one of each',
      { 2: '0;-', 3: '..;..' },
      ['suppressed', null, null],
      ['suppressed', null, null],
    ],
    ['one of another index hidden', { 9: '<7;*' }, ['value', 75, 24], ['suppressed', null, null]],
  ] as const)('%s', (_, others, motivation, total) => {
    const found = read(HEADER, ...unit('24;4', others));
    expect(stateOf(found, 'Motivationsindex')).toEqual([motivation]);
    expect(stateOf(found, 'Totalindex')).toEqual([total]);
  });

  test('the total is the mean of the nine questions', () => {
    const means = [4.38, 4.05, 3.92, 4.11, 4.33, 4.21, 4.02, 3.55, 4.29];
    const rows = unit('', Object.fromEntries(means.map((mean, at) => [at + 1, `24;${mean}`])));
    const found = read(HEADER, ...rows);
    expect(named(found, 'Totalindex')[0]?.value).toBeCloseTo(77.39, 2);
    expect(named(found, 'Totalindex')[0]).toMatchObject({ printed: '', line: 2, column: 4 });
  });

  test('a question that the unit was not asked leaves its index missing', () => {
    const found = read(HEADER, ...unit('24;4').slice(0, 4));
    expect(stateOf(found, 'Motivationsindex')).toEqual([['value', 75, 24]]);
    expect(stateOf(found, 'Ledarskapsindex')).toEqual([['missing', null, 24]]);
    expect(stateOf(found, 'Styrningsindex')).toEqual([]);
    expect(stateOf(found, 'Totalindex')).toEqual([['missing', null, 24]]);
  });

  test('a local question is read as it stands, and is in no index', () => {
    const found = read(HEADER, ...unit('24;4'), 'Norr;10. Jag trivs;24;1');
    expect(named(found, '10. Jag trivs')).toMatchObject([{ value: 0, n: 24 }]);
    expect(stateOf(found, 'Totalindex')).toEqual([['value', 75, 24]]);
  });

  test('an index that the file gives is not worked out', () => {
    const found = read(HEADER, ...unit('24;4'), 'Norr;HME totalt;24;4,2');
    expect(stateOf(found, 'Totalindex')).toEqual([['value', 80, 24]]);
    expect(named(found, 'Totalindex')[0]?.printed).toBe('4,2');
  });

  test('units, periods and sexes are groups of their own', () => {
    const found = read(
      'Enhet;Påstående;År;Kön;Tillfrågade;Svar;Medelvärde',
      ...unit('2024;Kvinnor;30;24;4'),
      ...unit('2025;Kvinnor;30;24;3'),
      ...unit('2025;M;20;12;2'),
      ...unit('2025;;50;36;5', {}, 'Söder'),
    );
    expect(codes(found)).toEqual([]);
    expect(
      named(found, 'Totalindex').map((o) => [
        o.place,
        o.period?.text,
        o.sex,
        o.asked,
        o.n,
        o.value,
      ]),
    ).toEqual([
      ['Norr', '2024', 'K', 30, 24, 75],
      ['Norr', '2025', 'K', 30, 24, 50],
      ['Norr', '2025', 'M', 20, 12, 25],
      ['Söder', '2025', 'T', 50, 36, 100],
    ]);
  });
});

describe('when', () => {
  test('a file without a period is of the one that is told', () => {
    const lines = [HEADER, ...unit('24;4')];
    expect(codes(read(...lines))).toEqual(['no-period']);
    const told = readWith({ period: '2025' }, ...lines);
    expect(codes(told)).toEqual([]);
    expect(new Set(told.all.map((one) => one.period?.text))).toEqual(new Set(['2025']));
    expect(told.all).toHaveLength(13);
  });

  test.each([
    ['Mätår', '2025', []],
    ['Period', 'HT 2025', []],
    ['År', '', ['empty-cell']],
    ['År', '25', ['bad-period']],
  ])('%s %j', (heading, cell, expected) => {
    const found = read(
      `Enhet;Påstående;${heading};Medelvärde`,
      ...unit('2025;4', { 1: `${cell};4` }),
    );
    expect(codes(found)).toEqual(expected);
  });
});

describe('rows and columns', () => {
  test('förvaltningar are not kept, and a file of them alone has them for units', () => {
    const both = unit('24;4').map((row) => `Socialförvaltningen;${row}`);
    const found = read(`Förvaltning;${HEADER}`, ...both);
    expect(codes(found)).toEqual(['no-period']);
    expect(found.all[0]?.place).toBe('Norr');
    const alone = read(HEADER.replace('Enhet', 'Förvaltning'), ...unit('24;4'));
    expect(alone.all[0]?.place).toBe('Norr');
  });

  test.each([
    ['Befattning', 'x', 'unused-column'],
    ['Befattning', '', 'ignored-column'],
    ['Svarsfrekvens', '80', 'ignored-column'],
    ['Svarsfrekvens (%)', '80', 'ignored-column'],
    ['Kommentar', 'x', 'ignored-column'],
  ])('a column %s of %j', (column, cell, code) => {
    const found = read(`${HEADER};${column}`, ...unit(`24;4;${cell}`));
    expect(codes(found).sort()).toEqual([code, 'no-period'].sort());
  });

  test('sums are set aside, also under the förvaltning they sum up', () => {
    const sums = unit('65;4,4', {}, 'Totalt');
    const found = read(HEADER, ...unit('24;4'), ...sums);
    const within = read(
      `Förvaltning;${HEADER}`,
      ...[...unit('24;4'), ...sums].map((row) => `Socialförvaltningen;${row}`),
    );
    for (const one of [found, within]) {
      expect(withCode(one, 'total-row')).toHaveLength(9);
      expect(new Set(one.all.map((each) => each.place))).toEqual(new Set(['Norr']));
    }
  });

  test('what is hidden is told of once', () => {
    const found = read(HEADER, ...unit('24;4', { 2: '<7;*', 5: '<7;..' }));
    expect(withCode(found, 'suppressed-values')).toEqual([
      { code: 'suppressed-values', line: 3, column: 'Medelvärde', lines: 2 },
    ]);
    expect(named(found, NINE[1]!)).toMatchObject([
      { value: null, state: 'suppressed', printed: '*', n: null },
    ]);
  });

  test('a figure that stands beside too few answers to be told is hidden too', () => {
    const found = read(HEADER, ...unit('24;4', { 2: '<7;4,5' }));
    expect(named(found, NINE[1]!)).toMatchObject([
      { value: null, state: 'suppressed', printed: '<7', n: null },
    ]);
    expect(named(found, 'Motivationsindex')).toMatchObject([{ value: null, state: 'suppressed' }]);
    expect(withCode(found, 'suppressed-values')).toMatchObject([{ line: 3, lines: 1 }]);
  });

  test('a row without a unit or a statement is never the kommun’s', () => {
    const found = read(HEADER, ...unit('24;4'), ';Jag trivs;24;4', 'Norr;;24;4');
    expect(withCode(found, 'empty-cell')).toEqual([
      { code: 'empty-cell', line: 11, column: 'Enhet' },
      { code: 'empty-cell', line: 12, column: 'Påstående' },
    ]);
    expect(found.all).toHaveLength(13);
  });

  test('every fault of a row is told', () => {
    const found = read(
      'Enhet;Påstående;År;Kön;Antal svar;Medelvärde',
      ...unit('2025;T;24;4', { 1: 'snart;X;många;bra' }),
    );
    expect(codes(found).sort()).toEqual([
      'bad-number',
      'bad-number',
      'bad-period',
      'unknown-value',
    ]);
  });
});
