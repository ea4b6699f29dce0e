/**
 * A text piece by piece, each of whole lines but for the end of the last. Whoever goes through it makes
 * it anew, so that a large file is never there as text all at once.
 */
export type Pieces = Iterable<string>;

/** The text with each piece changed, where no change reaches over the end of a line. */
export const changedPieces = (pieces: Pieces, change: (piece: string) => string): Pieces => ({
  *[Symbol.iterator]() {
    for (const piece of pieces) yield change(piece);
  },
});

export function somePiece(pieces: Pieces, test: (piece: string) => boolean): boolean {
  for (const piece of pieces) if (test(piece)) return true;
  return false;
}

/** The beginning of the text, at least so long unless the text is shorter. */
export function startOf(pieces: Pieces, signs: number): string {
  let start = '';
  for (const piece of pieces) {
    start += piece;
    if (start.length >= signs) break;
  }
  return start;
}

/** The text without its first signs. */
export const withoutStart = (pieces: Pieces, signs: number): Pieces => ({
  *[Symbol.iterator]() {
    let left = signs;
    for (const piece of pieces) {
      yield piece.slice(left);
      left = Math.max(0, left - piece.length);
    }
  },
});

export const wholeOf = (pieces: Pieces): string => [...pieces].join('');

export function* linesOf(pieces: Pieces): Generator<string> {
  for (const piece of pieces) yield* piece.replace(/\n$/, '').split('\n');
}
