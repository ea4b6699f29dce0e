import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each<[string | number | null, string]>([
  ['Åsa', 'Åsa'],
  [null, ''],
  ['', ''],
  [-5, '-5'],
  [1.5, '1.5'],
  ['=1+1', "'=1+1"],
  ['+46 70', "'+46 70"],
  ['-5', '-5'],
  ['-5,75', '-5,75'],
  ['-5-3', "'-5-3"],
  ['-5,', "'-5,"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=HYPERLINK("x";"y")', '"\'=HYPERLINK(""x"";""y"")"'],
  ['a;b', '"a;b"'],
  ['a "b"', '"a ""b"""'],
  ['en\ntvå', '"en\ntvå"'],
  ['1-2', '1-2'],
])('%j stands as %s', (value, text) => {
  expect(csvLine([value, 1])).toBe(`${text};1\r\n`);
});
