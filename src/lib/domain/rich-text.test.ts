import { describe, expect, test } from 'vitest';
import { blocksOf, plainText, runsOf, tidyText } from './rich-text.ts';
import type { Block } from './rich-text.ts';

const plain = (text: string) => ({ text, isBold: false });
const bold = (text: string) => ({ text, isBold: true });
const paragraph = (...lines: string[]): Block => ({
  kind: 'paragraph',
  lines: lines.map((line) => [plain(line)]),
});
const list = (...items: string[]): Block => ({
  kind: 'list',
  items: items.map((item) => [plain(item)]),
});

test.each<[string, readonly Block[]]>([
  ['', []],
  [' \n\t\n', []],
  ['Ett stycke.', [paragraph('Ett stycke.')]],
  ['Ett.\n\nTvå.', [paragraph('Ett.'), paragraph('Två.')]],
  ['Rad ett\nrad två', [paragraph('Rad ett', 'rad två')]],
  ['- a\n- b', [list('a', 'b')]],
  ['• a\n– b\n* c', [list('a', 'b', 'c')]],
  ['Så här:\n- a\n- b\n\nSedan.', [paragraph('Så här:'), list('a', 'b'), paragraph('Sedan.')]],
  ['- a\n\n- b', [list('a'), list('b')]],
  ['- a\nfortsättning', [list('a'), paragraph('fortsättning')]],
  ['-5 grader', [paragraph('-5 grader')]],
  ['2023-2024 - ett år', [paragraph('2023-2024 - ett år')]],
  ['<b>a</b> & <script>x</script>', [paragraph('<b>a</b> & <script>x</script>')]],
  ['=SUMMA(A1)', [paragraph('=SUMMA(A1)')]],
])('%j is set as its blocks', (text, blocks) => {
  expect(blocksOf(text)).toEqual(blocks);
});

test.each([
  ['a **b** c', [plain('a '), bold('b'), plain(' c')]],
  ['**a** **b**', [bold('a'), plain(' '), bold('b')]],
  ['**en hel mening.**', [bold('en hel mening.')]],
  ['2 ** 3 ** 4', [plain('2 ** 3 ** 4')]],
  ['**öppen', [plain('**öppen')]],
  ['****', [plain('****')]],
  ['** a **b**', [plain('** a '), bold('b')]],
  ['**a ** b**', [bold('a ** b')]],
  ['', []],
])('%j is cut into its runs', (line, runs) => {
  expect(runsOf(line)).toEqual(runs);
});

describe('a text as it is kept', () => {
  test.each([
    ['  Ett.\r\n\r\n\r\n\r\nTvå.  \r', 'Ett.\n\nTvå.'],
    ['a \t\nb', 'a\nb'],
    ['A\u030Angest', 'Ångest'],
    ['mjukt\u00ADbindestreck\u200B', 'mjuktbindestreck'],
    ['\u202Evänd\u202C', 'vänd'],
    ['\u061C\u180Eriktning\u{E0041}', 'riktning'],
    ['halva \uD83D tecken', 'halva \uFFFD tecken'],
    ['hårt\u00A0blank står kvar', 'hårt\u00A0blank står kvar'],
    ['👩‍👩‍👧 står kvar', '👩‍👩‍👧 står kvar'],
  ])('%j is %j', (typed, kept) => {
    expect(tidyText(typed)).toBe(kept);
    expect(tidyText(kept)).toBe(kept);
  });
});

test('the text alone has no marks', () => {
  expect(plainText('**Så** här:\n- a\n- b\n\nSedan.')).toBe('Så här: a; b Sedan.');
});

test.each([
  ['blanks', `a${' '.repeat(500_000)}b`],
  ['stars', '**a '.repeat(100_000)],
  ['items', '- a\n'.repeat(100_000)],
  ['leading blanks', `${' '.repeat(500_000)}- a`],
])('half a million signs of %s are read as quickly as any', (_, text) => {
  // Looked at once each, or the test never ends.
  expect(plainText(tidyText(text)).length).toBeGreaterThan(0);
});
