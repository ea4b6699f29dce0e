import { expect, test } from 'vitest';
import { inspectFile } from './inspect.ts';

const problems = (...lines: string[]) =>
  inspectFile({ name: 'x', bytes: new TextEncoder().encode(lines.join('\n')) }).problems.filter(
    ({ code }) => code !== 'unknown-layout',
  );

test.each([
  ['one thing twice', ['Enhet;År;Värde', 'Norr;2023;1', 'norr ;2023;2'], [[2, 3]]],
  [
    'one thing twice but for a remark',
    ['Enhet;År;Värde;Kommentar', 'N;2023;1;a', 'N;2023;2;b'],
    [[2, 3]],
  ],
  ['two periods', ['Enhet;År;Värde', 'Norr;2023;1', 'Norr;2022;2'], []],
  ['two values a row', ['Enhet;År;Värde;Utfall', 'Norr;2023;1;1', 'Norr;2023;2;2'], []],
  ['no period', ['Enhet;Ort;Värde', 'Norr;X;1', 'Norr;X;2'], []],
  ['a period and nothing else', ['År;Värde', '2023;1', '2023;2'], []],
])('%s', (_, lines, expected) => {
  const found = problems(...lines).flatMap((one) =>
    one.code === 'duplicate-row' ? [one.lines] : [],
  );
  expect(found).toEqual(expected);
});

test.each([
  [['Enhet;Andel', 'A;84', 'B;0,85', 'C;79'], 'mixed-scale', 3, '0,85'],
  [['Enhet;Andel', 'A;85%', 'B;0,85', 'C;79 %'], 'mixed-scale', 3, '0,85'],
  [['Kommunkod;Antal', '461;1', '180;2', '1280;3'], 'lost-zeros', 2, '461'],
  [['Länskod;Antal', '4;1', '12;2'], 'lost-zeros', 2, '4'],
])('%j is asked about', (lines, code, line, value) => {
  expect(problems(...lines)).toMatchObject([{ code, line, value }]);
});

test('a span of days in one cell is said as it was understood', () => {
  const found = problems(
    'Mål;Period',
    'M1;2023-03-30- 2025-12-31',
    'M2;2023/24',
    'M3;2023',
    'M4;2023-T2',
    'M5;t.o.m. 2023-05-31',
    'M6;när som helst 2023 eller 2024',
  );
  expect(found).toEqual([
    {
      code: 'period-range',
      line: 2,
      column: 'Period',
      value: '2023-03-30- 2025-12-31',
      from: '2023-03-30',
      to: '2025-12-31',
    },
    {
      code: 'period-range',
      line: 3,
      column: 'Period',
      value: '2023/24',
      from: '2023-07-01',
      to: '2024-06-30',
    },
  ]);
});
