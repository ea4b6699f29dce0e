import { describe, expect, test } from 'vitest';
import { cell, column, row, table } from '../../../../tests/office/build.ts';
import { columnWidths } from './column-widths.ts';

const WHOLE = 9000;

describe('the widths of columns', () => {
  test.each<[string, number[], number[]]>([
    ['by share', [1, 1, 2], [2250, 2250, 4500]],
    ['a share of nothing is one', [0, 1], [4500, 4500]],
    ['one column has it all', [3], [9000]],
  ])('%s', (_, shares, widths) => {
    const columns = shares.map((share) => column('A', share));
    expect(columnWidths(table('', columns, []), WHOLE)).toEqual(widths);
  });

  test('a word in a heading is not broken for a share', () => {
    const columns = [column('Föregående', 1), column('B', 20)];
    const [first, second] = columnWidths(table('', columns, []), WHOLE);
    expect(first).toBeGreaterThanOrEqual('Föregående'.length * 108);
    expect(first! + second!).toBe(WHOLE);
  });

  test('nor is a number parted from its unit', () => {
    const columns = [column('A', 1), column('B', 30)];
    const rows = [row(cell('3\u00a0285\u00a0kr'), cell('ord '.repeat(50)))];
    expect(columnWidths(table('', columns, rows), WHOLE)[0]).toBeGreaterThanOrEqual(8 * 108);
  });

  test('twelve of long words share what there is', () => {
    const columns = Array.from({ length: 12 }, () => column('Sammanställningar'));
    const widths = columnWidths(table('', columns, []), WHOLE);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(WHOLE);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(WHOLE / 12 - 12);
  });
});
