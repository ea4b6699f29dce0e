import { expect, test } from 'vitest';
import { changedTexts, ownText, textsOf } from './texts.ts';
import type { Texts } from './texts.ts';

const listed = (texts: Texts) => {
  const found: string[] = [];
  texts.forEach((text, row) => (found[row] = text));
  return found;
};

const MANY = 2 ** 16 + 1000;

test.each([
  ['none', []],
  ['one', ['']],
  ['few, said again and again', ['a', '', 'a', 'åäö', 'a', '–']],
  ['a text as long as any', ['x'.repeat(100_000), 'y']],
  ['many different', Array.from({ length: MANY }, (_, row) => `${row} ${'–'.repeat(row % 20)}`)],
])('%s are given back as they were', (_, given) => {
  const texts = textsOf(given);
  expect(texts).toHaveLength(given.length);
  expect(listed(texts)).toEqual(given);
});

test('what is asked of the texts is asked of each different one once', () => {
  const asked: string[] = [];
  const texts = textsOf(['a', 'b', 'a', 'b']);
  expect(texts.every((text) => asked.push(text) > 0)).toBe(true);
  expect(asked).toEqual(['a', 'b']);
  expect(texts.some((text) => text === 'c')).toBe(false);
});

test('changed texts are as long, and are asked about as they now stand', () => {
  const texts = changedTexts(textsOf(['1', '2']), (text) => `${text}0`);
  expect(listed(texts)).toEqual(['10', '20']);
  expect(texts.some((text) => text === '1')).toBe(false);
});

test.each(['', 'kort', 'en lång text med – och "å"', '\ud800 half a sign of a pair'])(
  '%j is the same text when it is its own',
  (text) => expect(ownText(text)).toBe(text),
);
