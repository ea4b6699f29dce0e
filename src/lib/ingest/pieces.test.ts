import { expect, test } from 'vitest';
import { changedPieces, somePiece, startOf, withoutStart, wholeOf } from './pieces.ts';

const PIECES = ['sep=;\n', 'A;B\n', '1;2\n'];

test.each([
  [1, 'sep=;\n'],
  [7, 'sep=;\nA;B\n'],
  [99, 'sep=;\nA;B\n1;2\n'],
])('the first %i signs are a start of whole pieces', (signs, start) => {
  expect(startOf(PIECES, signs)).toBe(start);
});

test.each([
  [0, 'sep=;\nA;B\n1;2\n'],
  [6, 'A;B\n1;2\n'],
  [8, 'B\n1;2\n'],
])('without its first %i signs a text is the rest', (signs, rest) => {
  expect(wholeOf(withoutStart(PIECES, signs))).toBe(rest);
});

test('a changed text can be gone through again', () => {
  const changed = changedPieces(PIECES, (piece) => piece.toLowerCase());
  expect([wholeOf(changed), wholeOf(changed)]).toEqual(['sep=;\na;b\n1;2\n', 'sep=;\na;b\n1;2\n']);
  expect(somePiece(changed, (piece) => piece.includes('a'))).toBe(true);
  expect(somePiece(changed, (piece) => piece.includes('A'))).toBe(false);
});
