import { describe, expect, test } from 'vitest';
import { inspectFile } from './inspect.ts';
import { resolve } from './resolve.ts';

const CATALOGUE = {
  measures: [
    { id: 1, names: ['N15403', 'trygghet', 'Andel trygga  elever'] },
    { id: 2, names: ['U23471', 'Nöjda brukare'] },
    { id: 3, names: ['U23472', 'Nöjda brukare'] },
    { id: 4, names: ['n15403b', 'TRYGGHET'] },
  ],
  places: [
    { id: 10, names: ['Gnesta'] },
    { id: 11, names: ['Ängen'] },
    { id: 12, names: ['Norr'] },
    { id: 13, names: ['norr'] },
    { id: 14, names: ['NORR'] },
  ],
  kommunPlace: 10,
};

function resolved(...rows: string[]) {
  const text = ['Indikator;Period;Värde;Plats', ...rows].join('\n');
  return resolve(
    inspectFile({ name: 'x', bytes: new TextEncoder().encode(text) }).observations,
    CATALOGUE,
  );
}

describe('names', () => {
  test.each([
    ['N15403', 1],
    ['n15403', 1],
    ['trygghet', 1],
    ['TRYGGHET', 4],
    ['andel  trygga elever', 1],
    ['U23471', 2],
  ])('%s is measure %d', (name, measure) => {
    expect(resolved(`${name};2023;1;`).observations).toMatchObject([{ measure, place: 10 }]);
  });

  test('a place is found in either form of its letters', () => {
    expect(resolved('N15403;2023;1;A\u0308ngen').observations).toMatchObject([{ place: 11 }]);
  });

  test.each([
    ['N99999;2023;1;', { code: 'unknown-indicator', line: 2, value: 'N99999' }],
    [
      'Nöjda brukare;2023;1;',
      { code: 'ambiguous-indicator', line: 2, value: 'Nöjda brukare', found: 2 },
    ],
    ['Trygghet;2023;1;', { code: 'ambiguous-indicator', line: 2, value: 'Trygghet', found: 2 }],
    ['N15403;2023;1;Söder', { code: 'unknown-place', line: 2, value: 'Söder' }],
    ['N15403;2023;1;nOrR', { code: 'ambiguous-place', line: 2, value: 'nOrR', found: 3 }],
  ])('%s is a problem', (row, problem) => {
    expect(resolved(row)).toEqual({ observations: [], problems: [problem] });
  });

  test('both names of a row are told of', () => {
    expect(resolved('X;2023;1;Y').problems).toHaveLength(2);
  });
});

test('a period gets its one spelling', () => {
  expect(resolved('N15403;jan-jun 2023;1;').observations[0]?.period.text).toBe('2023-H1');
});

test('the same key twice is refused, by whatever names', () => {
  const { problems } = resolved('N15403;2023;1;', 'trygghet;2023;2;Gnesta', 'N15403;2022;3;');
  expect(problems).toEqual([{ code: 'duplicate-row', line: 3, lines: [2, 3] }]);
});
