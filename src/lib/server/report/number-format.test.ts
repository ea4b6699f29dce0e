import { expect, test } from 'vitest';
import { numberFormat } from './number-format.ts';

test.each<[words: string, value: number, decimals: number, code: string]>([
  ['102', 102, 0, '#,##0'],
  ['102\u00a0dagar', 102, 0, '#,##0"\u00a0dagar"'],
  ['3\u00a0285,6', 3285.6, 1, '#,##0.0'],
  ['−0,5\u00a0%', -0.5, 1, '#,##0.0"\u00a0%"'],
  ['index\u00a079', 79, 0, '"index\u00a0"#,##0'],
  ['42 av 161', 42, 0, '#,##0" av 161"'],
  // What cannot be written in a code is left out; the number stays.
  ['omkring tio', 10, 0, '#,##0'],
  ['5 "stora"', 5, 0, '#,##0'],
  ['5\nstora', 5, 0, '#,##0'],
  [`5 ${'x'.repeat(300)}`, 5, 0, '#,##0'],
])('%s', (words, value, decimals, code) => {
  expect(numberFormat(words, value, decimals)).toBe(code);
});
