import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

const HEADER = 'Enhet;Antal svar;Motivation;Ledarskap;Styrning;HME';
const INDEXES = ['Totalindex', 'Motivationsindex', 'Ledarskapsindex', 'Styrningsindex'];

function readWith(choices: Partial<typeof NO_CHOICES>, ...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const found = readFile({ name: 'hme.csv', bytes }, { ...NO_CHOICES, ...choices });
  const all = toArray(found.observations);
  return { ...found, all, codes: found.problems.map(({ code }) => code) };
}
const read = (...lines: string[]) => readWith({}, ...lines);

const figures = ({ all }: ReturnType<typeof read>) =>
  Object.fromEntries(all.map((one) => [one.indicator, one.value]));

describe('recognition', () => {
  test.each([
    [HEADER, 'Norr;24;80;81;82;81', 'hme-index'],
    ['Enhet;Motivation;Ledarskap', 'Norr;80;81', 'hme-index'],
    ['Arbetsplats;Motivationsindex;Styrningsindex', 'Norr;80;81', 'hme-index'],
    ['Förvaltning;HME', 'Vård;80', 'hme-index'],
    ['Enhet;Motivation', 'Norr;80', 'unknown'],
    ['Grupp;Motivation;Ledarskap;HME', 'Norr;80;81;80', 'unknown'],
    ['Enhet;Fråga;HME', 'Norr;Jag trivs;80', 'unknown'],
    ['Enhet;Indikator;Period;Värde;HME', 'Norr;A;2025;80;80', 'plain-long'],
    ['Kommun;Nyckeltal;2024;2025', 'Gnesta;HME;80;80', 'kolada-wide'],
  ])('%s', (header, row, layout) => expect(read(header, row).layout).toBe(layout));
});

test.each(['24,5', '-3'])('%s is no number of people', (count) => {
  const found = read(HEADER, `Norr;${count};80;81;82;81`);
  const at = { line: 2, column: 'Antal svar', value: count };
  expect(found.problems).toContainEqual(expect.objectContaining({ code: 'unknown-value', ...at }));
  expect(found.all).toEqual([]);
});

test('every index is the file’s own figure, by its one name', () => {
  const found = read(
    'Enhet;År;Kön;Tillfrågade;Antal svar;Motivation;Ledarskap;Styrning;HME',
    'Norr;2025;K;30;24;80,5;81;82;70',
  );
  expect(found.codes).toEqual([]);
  expect(figures(found)).toEqual({
    ...{ Totalindex: 70, Motivationsindex: 80.5, Ledarskapsindex: 81, Styrningsindex: 82 },
  });
  expect(found.all[1]).toMatchObject({
    ...{ indicator: 'Motivationsindex', place: 'Norr', sex: 'K', n: 24, asked: 30, line: 2 },
    ...{ printed: '80,5', column: 6, period: { text: '2025' } },
  });
  expect(found.names).toMatchObject({ indicator: 'HME, Motivation, Ledarskap, Styrning' });
});

test('an index that the file does not give is not worked out', () => {
  const found = read('Enhet;Motivation;Ledarskap;Styrning', 'Norr;80;81;82');
  expect(Object.keys(figures(found))).toEqual(INDEXES.slice(1));
});

describe('scale', () => {
  const MEANS = ['Norr;24;4,12;4,22;3,95;4,10', 'Söder;31;4;4;4;4'];
  const MIXED = ['Norr;24;4,12;4,22;3,95;4,10', 'Söder;31;77,9;80,4;73,8;77,4'];
  const TENS = ['Norr;24;7,8;8,0;7,4;7,7'];
  const SHARES = ['Norr;24;0,78;0,81;0,74;0,78'];

  test.each([
    ['unsure-scale', MEANS, 'mean', [77.5, 78, 80.5, 73.75]],
    ['unsure-scale', MEANS, 'index', [4.1, 4.12, 4.22, 3.95]],
    ['unsure-scale', TENS, 'index', [7.7, 7.8, 8, 7.4]],
    ['mixed-scale', SHARES, 'share', [78, 78, 81, 74]],
  ])('%s is asked once for the file: %j as %s', (code, rows, answer, values) => {
    const asked = read(HEADER, ...rows);
    expect(asked.problems).toMatchObject([{ code, column: 'HME' }]);
    expect(asked.all).toEqual([]);
    const told = readWith(
      { answers: { 'unsure-scale|HME': answer }, period: '2025' },
      HEADER,
      ...rows,
    );
    expect(told.all.slice(0, 4).map((one) => one.value)).toEqual(values);
    expect(told.codes).toEqual([code]);
  });

  test('what is outside the scale that was answered is refused, cell by cell', () => {
    const found = readWith({ answers: { 'unsure-scale|HME': 'mean' } }, HEADER, ...MIXED);
    const outside = found.problems.filter(({ code }) => code === 'value-out-of-scale');
    expect(outside).toMatchObject(
      ['HME', 'Motivation', 'Ledarskap', 'Styrning'].map((column) => ({ line: 3, column, to: 5 })),
    );
    expect(found.all.map((one) => one.place)).toEqual(['Norr', 'Norr', 'Norr', 'Norr']);
  });

  test('a scale of 1–10 is no mean of 1–5', () => {
    const found = readWith({ answers: { 'unsure-scale|HME': 'mean' } }, HEADER, ...TENS);
    expect(found.codes.filter((code) => code === 'value-out-of-scale')).toHaveLength(4);
    expect(found.all).toEqual([]);
  });

  test.each(['7,8', '0,78', '4,1'])('%s is no index because its heading says so', (figure) => {
    const found = read('Enhet;År;HME-index', `Norr;2025;${figure}`);
    expect(found.problems).toMatchObject([{ column: 'HME-index', value: figure }]);
    expect(found.codes[0]).toMatch(/^(?:unsure|mixed)-scale$/);
    expect(found.all).toEqual([]);
  });

  test('without a total the first index with figures is asked about', () => {
    const found = read('Enhet;Motivation;Ledarskap', 'Norr;*;4,1');
    expect(found.problems).toContainEqual(
      expect.objectContaining({ code: 'unsure-scale', column: 'Ledarskap' }),
    );
  });

  test('a heading that says its scale is never asked about', () => {
    const found = read('Enhet;År;Motivation (medel);Ledarskapsindex;HME', 'Norr;2025;4,38;80;81');
    expect(found.codes).toEqual([]);
    expect(figures(found)).toEqual({ Totalindex: 81, Motivationsindex: 84.5, Ledarskapsindex: 80 });
  });
});

describe('rows and columns', () => {
  test('hidden and missing figures stay so', () => {
    const found = read(HEADER, 'Norr;24;80;81;82;81', 'Liten;<7;*;*;..;<10', 'Tom;0;-;-;-;');
    const states = found.all.map((one) => one.state);
    expect(states.slice(4)).toEqual([
      ...Array.from({ length: 4 }, () => 'suppressed'),
      ...Array.from({ length: 4 }, () => 'missing'),
    ]);
    expect(found.all.at(-1)).toMatchObject({ n: 0, value: null });
    expect(found.codes.filter((code) => code === 'suppressed-values')).toHaveLength(4);
  });

  test('two columns of one index are asked about, and the chosen one is read', () => {
    const lines = ['Enhet;År;HME;Totalindex;Motivation', 'Norr;2025;80;70;75'];
    expect(read(...lines).problems).toMatchObject([
      { code: 'same-field', columns: ['HME', 'Totalindex'], meaning: 'Totalindex' },
    ]);
    const chosen = readWith({ answers: { 'same-field|Totalindex': 'column-2' } }, ...lines);
    expect(figures(chosen)).toMatchObject({ Totalindex: 70 });
  });

  test('other columns are told of, and sums set aside', () => {
    const found = read(
      `Förvaltning;${HEADER};Svarsfrekvens;Ort`,
      'Vård;Norr;24;80;81;82;81;75 %;Kulla',
      'Vård;Samtliga;24;80;81;82;81;75 %;Kulla',
    );
    expect(found.codes.sort()).toEqual([
      'ignored-column',
      'no-period',
      'total-row',
      'unused-column',
    ]);
    expect(found.all).toHaveLength(4);
  });

  test('a unit’s index is not Kolada’s of the whole kommun', () => {
    const found = readWith({ period: '2025' }, HEADER, 'Norr;24;80;81;82;81');
    expect(found.all.map((one) => one.indicator)).toEqual(INDEXES);
    expect(found.codes).toEqual([]);
  });
});
