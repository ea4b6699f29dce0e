import { describe, expect, test } from 'vitest';
import { lineTexts } from './line-texts.ts';

const of = (text: string, ...wanted: number[]) =>
  lineTexts(new TextEncoder().encode(text), wanted).map(({ line, text: found }) => [line, found]);

describe('what stands on lines of a file', () => {
  test.each<[string, string, number[], unknown[][]]>([
    [
      'in the order of the file, each once',
      'a;b\n1;2\n3;4\n',
      [3, 1, 3],
      [
        [1, 'a;b'],
        [3, '3;4'],
      ],
    ],
    ['none where none is wanted', 'a;b\n', [], []],
    ['none of lines that are not there', 'a;b\n1;2', [0, -1, 3], []],
    [
      'whatever ends the lines',
      'a;b\r\n1;2\r3;4\n',
      [2, 3],
      [
        [2, '1;2'],
        [3, '3;4'],
      ],
    ],
    [
      'on over the breaks in a cell',
      'a;b\n1;"två\ntre"\n4;5\n',
      [2, 4],
      [
        [2, '1;"två\ntre"'],
        [4, '4;5'],
      ],
    ],
    ['on over breaks in several cells', 'a;b\n"1\n";"2\n\n3"\n4;5', [2], [[2, '"1\n";"2\n\n3"']]],
    ['past doubled quotes', 'a;b\n1;"en ""två""\ntre"\n4;5', [2], [[2, '1;"en ""två""\ntre"']]],
    [
      'one line alone where a quote sign is no quote',
      'a;b\n1;12" rör\n2;x\n3;14" rör\n',
      [2, 3],
      [
        [2, '1;12" rör'],
        [3, '2;x'],
      ],
    ],
    ['cut by commas', 'a,b\n1,"två, tre\nfyra"\n5,6\n', [2], [[2, '1,"två, tre\nfyra"']]],
    [
      'cut as the file says itself',
      'sep=|\na|b\n1|"två;\ntre"\n4|5\n',
      [3, 5],
      [
        [3, '1|"två;\ntre"'],
        [5, '4|5'],
      ],
    ],
    ['the one line of a file of one', 'a', [1], [[1, 'a']]],
  ])('%s', (_, text, wanted, lines) => expect(of(text, ...wanted)).toEqual(lines));

  test('at most twenty lines where a quote is never closed', () => {
    const lines = Array.from({ length: 50 }, (_, at) => `${at};x`);
    const [found] = of(['a;b', '1;"öppet', ...lines].join('\n'), 2);
    expect(String(found![1]).split('\n')).toHaveLength(20);
  });

  test('as many lines as a file has, in no time', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `${at};x`);
    const found = of(lines.join('\n'), ...lines.map((_, at) => at + 1));
    expect(found).toHaveLength(100_000);
    expect(found.at(-1)).toEqual([100_000, '99999;x']);
  }, 2000);

  test('letters of other encodings', () => {
    const bytes = Buffer.from('Område;Värde\nVård;å', 'latin1');
    expect(lineTexts(bytes, [2])).toEqual([{ line: 2, text: 'Vård;å' }]);
  });
});

describe('what stands on lines of JSON', () => {
  const SPREAD = '{"values": [\n {\n  "value": 1\n },\n {\n  "value": 2\n }]}';

  test.each<[string, number, string]>([
    ['an object to where it ends', 2, ' {\n  "value": 1\n },'],
    ['another', 5, ' {\n  "value": 2\n }]}'],
  ])('%s', (_, line, text) => expect(of(SPREAD, line)).toEqual([[line, text]]));

  test('of one long line the beginning', () => {
    const [found] = of(`{"values": ["${'x'.repeat(2000)}"]}`, 1);
    expect(found?.[1]).toHaveLength(1001);
    expect(found?.[1]).toMatch(/^\{"values": \["x+…$/);
  });

  test('of one that does not end there as much as is shown', () => {
    const [found] = of(`{\n${'"a": 1,\n'.repeat(40)}"b": 2}`, 1);
    expect(String(found?.[1]).split('\n')).toHaveLength(20);
  });
});
