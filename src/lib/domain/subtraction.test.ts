import { describe, expect, test } from 'vitest';
import { pinnedBy, withCover } from './subtraction.ts';
import type { Line } from './subtraction.ts';

/** "T = K + M". */
const lineFrom = (text: string): Line => {
  const [total = '', parts = ''] = text.split(' = ');
  return { total, parts: parts.split(' + ') };
};
const linesFrom = (texts: readonly string[]) => texts.map(lineFrom);

const SEXES = ['T = K + M'];

/** Two units and their kommun, both sexes. */
const GRID = [
  'P = PK + PM',
  'A = AK + AM',
  'B = BK + BM',
  'P = A + B',
  'PK = AK + BK',
  'PM = AM + BM',
];

/** AK–AM–BK–BM are one ring, CX–CY–DX–DY another, and BX joins them: the lines have two hidden each. */
const BRIDGE = [
  'AT = AK + AM + AX + AY',
  'BT = BK + BM + BX + BY',
  'CT = CK + CM + CX + CY',
  'DT = DK + DM + DX + DY',
  ...['K', 'M', 'X', 'Y'].map((sex) => `P${sex} = A${sex} + B${sex} + C${sex} + D${sex}`),
];
const RINGS = ['AK', 'AM', 'BK', 'BM', 'CX', 'CY', 'DX', 'DY'];

describe('what can be worked out', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['nothing where nothing is hidden', SEXES, [], []],
    ['one part of a total', SEXES, ['K'], ['K']],
    ['the total of its parts', SEXES, ['T'], ['T']],
    ['not one of two', SEXES, ['K', 'M'], []],
    ['nor where all is hidden', SEXES, ['T', 'K', 'M'], []],
    ['one way round, when the other line has two', GRID, ['AK', 'AM', 'BK'], ['AK', 'AM', 'BK']],
    ['not a ring', GRID, ['AK', 'AM', 'BK', 'BM'], []],
    ['a cell by two lines together', ['T = K + M', 'U = K + M + A'], ['K', 'M', 'A'], ['A']],
    ['what joins two rings, and not the rings', BRIDGE, [...RINGS, 'BX'], ['BX']],
    ['a part counted twice', ['S = T + K', 'T = K + M'], ['T', 'K'], ['K', 'T']],
  ])('%s', (_, lines, hidden, expected) => {
    expect(pinnedBy([{ lines: linesFrom(lines), hidden: new Set(hidden) }])).toEqual(expected);
  });
});

describe('what is hidden beside', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['nothing for nothing', SEXES, [], ['K', 'M', 'T'], []],
    ['the first of the line', SEXES, ['K'], ['M', 'K', 'T'], ['M']],
    ['whichever is first', SEXES, ['K'], ['T', 'K', 'M'], ['T']],
    ['nothing where two are hidden already', SEXES, ['K', 'M'], ['T'], []],
    [
      'a ring',
      GRID,
      ['AK'],
      ['AK', 'AM', 'BK', 'BM', 'A', 'B', 'PK', 'PM', 'P'],
      ['AM', 'BK', 'BM'],
    ],
    ['what covers a cell between two rings', BRIDGE, [...RINGS, 'BX'], ['BY', 'BT'], ['BY']],
    [
      'and anything else, where its own lines have no more to hide',
      ['T = K + M', 'U = K + M + A', 'V = W + X'],
      ['T', 'K', 'M', 'U', 'A', 'W'],
      ['X', 'V'],
      ['X'],
    ],
  ])('%s', (_, lines, start, order, beside) => {
    const hidden = withCover({ lines: linesFrom(lines), start, order });
    expect([...hidden].toSorted()).toEqual([...start, ...beside].toSorted());
  });

  test('nothing for a cell that has no row, until it gives away another', () => {
    const lines = linesFrom(['T = K + M', 'P = M + N']);
    const order = ['N', 'P', 'T', 'K'];
    const cover = (start: string[]) => [
      ...withCover({ lines, start, order, unlisted: new Set(['M']) }),
    ];
    expect(cover([])).toEqual([]);
    expect(cover(['K'])).toEqual(['K', 'T']);
  });

  test('it ends also where nothing more can be hidden', () => {
    // No true table is like this: all that is T is K, so M is nobody.
    const lines = linesFrom(['T = K', 'T = K + M']);
    expect([...withCover({ lines, start: ['M'], order: ['K', 'T'] })].toSorted()).toEqual([
      'K',
      'M',
      'T',
    ]);
    expect(pinnedBy([{ lines, hidden: new Set(['T', 'K', 'M']) }])).toEqual(['M']);
  });
});
