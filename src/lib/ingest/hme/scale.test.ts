import { describe, expect, test } from 'vitest';
import { headingScale, scaleOf, toIndex } from './scale.ts';
import type { Scale } from './scale.ts';

const figures = (...values: number[]) =>
  values.map((value, at) => ({ line: at + 2, column: 'HME', text: `${value}`, value }));
const [low, high] = [figures(4.1)[0]!, figures(77)[0]!];

describe('an index of its figure, with no binary noise', () => {
  test.each<[number, Scale, number]>([
    [4.38, 'mean', 84.5],
    [4.05, 'mean', 76.25],
    [1, 'mean', 0],
    [2, 'mean', 25],
    [5, 'mean', 100],
    [77.4, 'index', 77.4],
    [0, 'index', 0],
    [0.78, 'share', 78],
    [0.57, 'share', 57],
    [1, 'share', 100],
  ])('%d as %s is %d', (value, scale, index) =>
    expect(toIndex({ ...low, value }, scale)).toBe(index),
  );

  test.each<[number, Scale, number, number]>([
    [5.2, 'mean', 1, 5],
    [8, 'mean', 1, 5],
    [0.78, 'mean', 1, 5],
    [101, 'index', 0, 100],
    [-1, 'index', 0, 100],
    [4.1, 'share', 0, 1],
  ])('%d is outside %s', (value, scale, from, to) =>
    expect(toIndex({ ...low, text: 'x', value }, scale)).toEqual({
      ...{ code: 'value-out-of-scale', line: 2, column: 'HME', value: 'x' },
      ...{ from, to },
    }),
  );
});

test.each([
  ['Medelvärde', 'mean'],
  ['Medel', 'mean'],
  ['Snitt', 'mean'],
  ['Motivation (medelvärde)', 'mean'],
  ['Index', 'index'],
  ['HME-index', 'index'],
  ['Motivationsindex', 'index'],
  ['Index, medelvärde', null],
  ['Värde', null],
  ['Resultat', null],
  ['HME', null],
  ['Motivation', null],
])('the heading %j says %j', (heading, scale) => expect(headingScale(heading)).toBe(scale));

describe('the scale of a column whose heading does not say', () => {
  test.each<[string, number[], Scale | null, string | null]>([
    ['no figure at all', [], 'index', null],
    ['all above 5', [77, 5.5, 100], 'index', null],
    ['all 1–5', [4.1, 1, 5], null, 'unsure-scale'],
    ['one alone', [4.1], null, 'unsure-scale'],
    ['means and indexes', [4.1, 77], null, 'mixed-scale'],
    ['shares and indexes', [0.8, 77], null, 'mixed-scale'],
    ['shares alone', [0.8, 0.7], null, 'mixed-scale'],
    ['a zero among means', [4.1, 0], null, 'mixed-scale'],
  ])('%s', (_, values, scale, code) => {
    const found = scaleOf(figures(...values), 'HME', {});
    expect(found.scale).toBe(scale);
    expect(found.problems.map((problem) => problem.code)).toEqual(code ? [code] : []);
  });

  test.each([
    ['unsure-scale|HME', 'mean', [4.1], 'mean'],
    ['unsure-scale|HME', 'index', [4.1], 'index'],
    ['unsure-scale|HME', 'share', [4.1], null],
    ['unsure-scale|Värde', 'mean', [4.1], null],
    ['unsure-scale|HME', 'share', [0.8, 0.7], 'share'],
    ['unsure-scale|HME', 'as-written', [0.8, 77], null],
    ['unsure-scale', 'index', [4.1, 77], 'index-among-others'],
  ])('%s answered %s', (key, answer, values, scale) => {
    const found = scaleOf(figures(...values), 'HME', { [key]: answer });
    expect(found.scale).toBe(scale);
    expect(found.problems).toHaveLength(1);
  });

  test('the odd one is shown, of the column that is asked about', () => {
    const all = [high, { ...high, line: 3 }, { ...low, line: 4, column: 'Motivation' }];
    expect(scaleOf([...all, { ...low, line: 5, text: '4,2' }], 'HME', {}).problems).toEqual([
      { code: 'mixed-scale', line: 5, column: 'HME', value: '4,2', lines: 2, among: 'hme' },
    ]);
    expect(scaleOf(all, 'HME', {}).problems).toMatchObject([{ line: 2, column: 'HME', lines: 1 }]);
  });
});
