import { describe, expect, test } from 'vitest';
import { answerIn, isAnswerId } from '../hme/answers.ts';
import { linesOut } from '#lib/domain/lines-out.ts';
import { severityOf } from '#lib/domain/severity.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';
import { STATEMENTS } from '../hme/statements.ts';

const NINE = STATEMENTS.Totalindex.map((one, at) => `${at + 1}. ${one}`);

function read(...lines: string[]) {
  const found = readFile({ name: 'svar.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
  const all = toArray(found.observations);
  const of = (indicator: string) =>
    all
      .filter((one) => one.indicator === indicator)
      .map((one) => [one.place, one.sex, one.value, one.n, one.state]);
  return { ...found, all, of, codes: found.problems.map(({ code }) => code) };
}

const answers = (value: string) => NINE.map(() => value).join(';');
const people = (count: number, unit: string, sex: string, value = '4') =>
  Array.from({ length: count }, () => `${unit};${sex};${answers(value)}`);
const HEADER = ['Enhet', 'Kön', ...NINE].join(';');

test.each([
  ['5', 5],
  ['1 Stämmer mycket dåligt', 1],
  ['4 – stämmer', 4],
  ['', null],
  ['Vet ej', null],
  ['Vill inte svara', null],
  ['6', undefined],
  ['0', undefined],
  ['4,5', undefined],
  ['bra', undefined],
])('%j answers %j', (text, answer) => expect(answerIn(text)).toBe(answer));

test.each([
  ['Respondent-id', true],
  ['Löpnummer', true],
  ['Nr', true],
  ['Svarsdatum', false],
  ['Enhet', false],
])('%s heads a number of each who answered: %j', (heading, expected) =>
  expect(isAnswerId(heading)).toBe(expected),
);

describe('recognition', () => {
  const three = NINE.slice(0, 3).join(';');
  test.each([
    [`Enhet;${three}`, ['A;1;2;3', 'A;1;2;3'], 'hme-respondent'],
    [`Svars-id;Enhet;${three}`, ['1;A;1;2;3'], 'hme-respondent'],
    [`Enhet;${three}`, ['A;4,1;2;3', 'A;1;2;3'], 'unknown'],
    [`Enhet;${three}`, ['A;1;2;3', 'B;1;2;3'], 'unknown'],
    [`Grupp;${three}`, ['A;1;2;3', 'A;1;2;3'], 'unknown'],
    [`Enhet;${NINE[0]}`, ['A;1', 'A;1'], 'unknown'],
  ])('%s %j', (header, rows, layout) => expect(read(header, ...rows).layout).toBe(layout));
});

describe('sums', () => {
  test('of five or more, with the sexes where none is so few that it would show', () => {
    const found = read(HEADER, ...people(5, 'A', 'Kvinna'), ...people(6, 'A', 'Man', '2'));
    expect(found.of('Totalindex')).toEqual([
      ['A', 'T', tidy((5 * 75 + 6 * 25) / 11), 11, 'value'],
      ['A', 'K', 75, 5, 'value'],
      ['A', 'M', 25, 6, 'value'],
    ]);
    expect(found.isPerPerson).toBe(true);
  });

  test.each([
    ['Man', 4],
    ['Vill ej uppge', 1],
    ['', 2],
  ])('no sexes where %s is %i', (sex, few) => {
    const found = read(HEADER, ...people(9, 'A', 'Kvinna'), ...people(few, 'A', sex));
    expect(found.of('Motivationsindex')).toEqual([['A', 'T', 75, 9 + few, 'value']]);
  });

  test('no sexes where one question has few answers of one of them', () => {
    const [last] = people(1, 'A', 'Man');
    const silent = last!.replace(/;4$/, ';Vet ej');
    const found = read(HEADER, ...people(9, 'A', 'Kvinna'), ...people(4, 'A', 'Man'), silent);
    expect(found.of('Totalindex').map(([, sex]) => sex)).toEqual(['T']);
  });

  test('nothing of fewer than five, nor how many they are, nor of all units together', () => {
    const found = read(HEADER, ...people(6, 'A', 'Kvinna'), ...people(4, 'B', 'Kvinna', '1'));
    expect(found.all.filter(({ place }) => place === null)).toEqual([]);
    const small = found.all.filter(({ place }) => place === 'B');
    expect(small).toHaveLength(13);
    for (const one of small) {
      expect(one).toMatchObject({ state: 'suppressed', value: null, n: null, printed: '' });
    }
    expect(found.problems).toMatchObject([
      { code: 'no-period' },
      { code: 'suppressed-values', column: 'Enhet', lines: 1 },
    ]);
  });

  test('a question nobody answered is missing', () => {
    const silent = people(6, 'A', 'K').map((row) => row.replace(/;4$/, ';'));
    const found = read(HEADER, ...silent);
    expect(found.of(STATEMENTS.Totalindex[8]!)[0]).toEqual(['A', 'T', null, 0, 'missing']);
    expect(found.of('Totalindex')[0]?.[4]).toBe('missing');
    expect(found.of('Motivationsindex')[0]).toEqual(['A', 'T', 75, 6, 'value']);
  });

  test('by period where there is one; a row without unit or period is refused', () => {
    const rows = [...people(5, 'A', 'K'), ...people(1, '', 'K')].map((row, at) =>
      at === 0 ? `20x5;${row}` : `2025;${row}`,
    );
    const found = read(`Mätår;${HEADER}`, ...rows, `2025;${people(1, 'A', 'K')[0]}`);
    expect(found.codes).toEqual(['bad-period', 'empty-cell']);
    expect(found.all[0]?.period?.text).toBe('2025');
    expect(found.of('Totalindex')[0]).toEqual(['A', 'T', 75, 5, 'value']);
  });
});

const tidy = (value: number) => Number(value.toFixed(10));

test('what a person wrote is told of by its column, and quoted only where it may be an answer', () => {
  const rows = people(6, 'A', 'K');
  const odd = `A;K;${['6', 'Chefen Anna skriker', ...NINE.slice(2).map(() => '4')].join(';')}`;
  const found = read(`${HEADER};Fritext`, ...rows.map((row) => `${row};Anna`), `${odd};`);
  expect(found.problems).toMatchObject([
    { code: 'no-period' },
    { code: 'personal-data', column: 'Fritext', kind: 'free-text', lines: 6 },
    { code: 'value-out-of-scale', line: 8, column: NINE[0], value: '6', isSetAside: true },
    { code: 'value-out-of-scale', line: 8, column: NINE[1], value: '…', isSetAside: true },
  ]);
  expect(JSON.stringify([found.all, found.problems, found.names])).not.toContain('Anna');
});

test('many answers outside the scale are another scale: told once a column, and nothing is read', () => {
  const row = (first: number) => `A;K;${[first, ...NINE.slice(1).map(() => 4)].join(';')}`;
  const people20 = (odd: number) => Array.from({ length: 20 }, (_, at) => row(at < odd ? 6 : 5));
  const slips = read(HEADER, ...people20(4));
  expect(slips.problems.filter(({ code }) => code === 'value-out-of-scale')).toHaveLength(4);
  expect(slips.all.length).toBeGreaterThan(0);
  const other = read(HEADER, ...people20(5));
  expect(other.problems).toEqual([
    { code: 'value-out-of-scale', line: 2, column: NINE[0], value: '6', from: 1, to: 5, lines: 5 },
  ]);
  expect(other.problems.map(severityOf)).toEqual(['error']);
  expect(other.problems.flatMap(linesOut)).toEqual([]);
  expect(other.all).toEqual([]);
  const few = read(HEADER, ...people20(5), ...Array.from({ length: 30 }, () => row(4)));
  expect(few.problems.map(severityOf)).toContain('notice');
  expect(few.all.length).toBeGreaterThan(0);
});
