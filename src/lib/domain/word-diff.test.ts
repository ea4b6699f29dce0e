import { describe, expect, test } from 'vitest';
import { diffWords, excerptOf } from './word-diff.ts';
import type { Piece } from './word-diff.ts';

/** `[-gone-]{+new+}`, as a table can hold it. */
const MARKS = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;
const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => MARKS[kind].join(text)).join('');

const textOf = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test.each([
  ['', '', ''],
  ['a', 'a', 'a'],
  ['', 'en text', '{+en text+}'],
  ['en text', '', '[-en text-]'],
  ['Kön är lång.', 'Kön är kort.', 'Kön är [-lång-]{+kort+}.'],
  ['Kön är lång.', 'Kön är mycket lång.', 'Kön är {+mycket +}lång.'],
  [
    'gått enligt plan under',
    'gått långsammare än planen under',
    'gått [-enligt plan-]{+långsammare än planen+} under',
  ],
  ['ett  två', 'ett två', 'ett[-  -]{+ +}två'],
  ['12,5 procent', '12,6 procent', '[-12,5-]{+12,6+} procent'],
  ['ett två tre', 'ett fyra fem', 'ett [-två tre-]{+fyra fem+}'],
  ['ett två tre fyra', 'två fyra', '[-ett -]två[- tre-] fyra'],
  ['a b c a b b a', 'c b a b a c', null],
  ['en rad\n\n- punkt', 'en rad\n\n- punkt\n- till', 'en rad\n\n- punkt{+\n- till+}'],
  ['Å Ä Ö', 'Å Ä O', 'Å Ä [-Ö-]{+O+}'],
  ['👩‍👩‍👧 hej', '👩‍👩‍👦 hej', null],
  ['<b>a</b>', '<i>a</i>', null],
])('%j becomes %j: %j', (was, is, expected) => {
  const pieces = diffWords(was, is);
  if (expected !== null) expect(marked(pieces)).toBe(expected);
  expect([textOf(pieces, 'new'), textOf(pieces, 'gone')]).toEqual([was, is]);
});

describe('of texts of chance', () => {
  let state = 4711;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const textOfChance = (words: number, kinds: number) =>
    Array.from({ length: random(words) }, () => `o${random(kinds)}`).join([' ', '\n'][random(2)]);

  test('what is left of each is what it was, and nothing stands beside its like', () => {
    for (let round = 0; round < 500; round += 1) {
      const [was, is] = [textOfChance(40, 6), textOfChance(40, 6)];
      const pieces = diffWords(was, is);
      expect([textOf(pieces, 'new'), textOf(pieces, 'gone')]).toEqual([was, is]);
      const kinds = pieces.map(({ kind }) => kind);
      expect(kinds.some((kind, at) => kind === kinds[at + 1])).toBe(false);
    }
  });

  test('no text is told to be changed more than by the least there is', () => {
    // By the textbook: the longest sequence that both have.
    const longest = (a: readonly string[], b: readonly string[]) => {
      let row = new Array<number>(b.length + 1).fill(0);
      for (const one of a) {
        const next = [0];
        b.forEach((other, at) =>
          next.push(one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)),
        );
        row = next;
      }
      return row.at(-1)!;
    };
    for (let round = 0; round < 200; round += 1) {
      // Without blanks, so that nothing is joined over them.
      const signs = () => Array.from({ length: random(30) }, () => '+-*/'[random(4)]!);
      const [a, b] = [signs(), signs()];
      const pieces = diffWords(a.join(''), b.join(''));
      const same = pieces.filter(({ kind }) => kind === 'same').flatMap(({ text }) => [...text]);
      expect(same.length).toBe(longest(a, b));
    }
  });
});

describe('of texts as long as there are', () => {
  const words = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `ord${from + at}`).join(' ');

  test.each<[string, string, string]>([
    ['nothing alike', words(0, 2500), words(5000, 2500)],
    ['every sign another', 'a'.repeat(20_000).replace(/a/g, 'a '), 'b '.repeat(20_000)],
    ['signs of two kinds', '+-'.repeat(10_000), '-+-'.repeat(6_666)],
    ['every other word', words(0, 2500), words(0, 2500).replace(/ord\d*[02468]\b/g, 'ny')],
    ['blanks', `a${' '.repeat(19_000)}b`, `c${' '.repeat(19_000)}d`],
    ['turned round', words(0, 2500), words(0, 2500).split(' ').reverse().join(' ')],
  ])(
    '%s: both are whole, and it does not take long',
    (_, was, is) => {
      const pieces = diffWords(was, is);
      expect([textOf(pieces, 'new'), textOf(pieces, 'gone')]).toEqual([was, is]);
    },
    1000,
  );

  test('one word is found among three thousand, and shown with what stands around it', () => {
    const [was, is] = [words(0, 3000), words(0, 3000).replace('ord1500 ', 'nytt ')];
    const pieces = diffWords(was, is);
    expect(pieces.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same']);
    const excerpt = excerptOf(pieces);
    expect(excerpt.map(({ kind }) => kind)).toEqual(['cut', 'same', 'gone', 'new', 'same', 'cut']);
    const shown = excerpt.map((one) => ('text' in one ? one.text : ' … ')).join('');
    expect(shown).toMatch(/^ … ord\d+ .*ord1499 ord1500nytt ord1501.* … $/);
    expect(shown.length).toBeLessThan(300);
  });
});

test('a short text is shown whole', () => {
  const pieces = diffWords('Kön är lång.', 'Kön är kort.');
  expect(excerptOf(pieces)).toEqual(pieces);
});
