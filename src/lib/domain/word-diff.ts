/* What of a text has changed, word by word, as somebody would mark it with a pen. */

/** A piece of one text or the other, or of both. Put together, all but `new` is the one and all but `gone` the other. */
export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** A word with what belongs to it (12,5; e-post), a blank, or another sign. */
const TOKEN = /\s+|[\p{L}\p{N}]+(?:[-.,:’'][\p{L}\p{N}]+)*|./gsu;

const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/**
 * So many words are looked for that differ. The work grows by its square and by the length of the texts, and not
 * more: of texts that differ in more, all between the first and the last change is told as changed.
 */
const MOST_CHANGES = 1_000;

/**
 * The furthest that the first text is read with so many changes, by how far the second is ahead of it. One row for
 * each number of changes; the last is the one that came to the end of both. Null when there are too many.
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
 */
function rowsTo(a: readonly string[], b: readonly string[]): readonly Int32Array[] | null {
  const most = Math.min(a.length + b.length, MOST_CHANGES);
  const rows: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes += 1) {
    const before = rows.at(-1);
    const row = new Int32Array(2 * changes + 1);
    for (let ahead = -changes; ahead <= changes; ahead += 2) {
      let at = before ? stepInto(before, changes, ahead) : 0;
      while (at < a.length && at - ahead < b.length && a[at] === b[at - ahead]) at += 1;
      row[ahead + changes] = at;
      if (at >= a.length && at - ahead >= b.length) return [...rows, row];
    }
    rows.push(row);
  }
  return null;
}

/** From the row before: a word of the second is put in, or one of the first is passed by, whichever comes further. */
function stepInto(before: Int32Array, changes: number, ahead: number): number {
  return isPutIn(before, changes, ahead)
    ? before[ahead + changes]!
    : before[ahead + changes - 2]! + 1;
}

const isPutIn = (before: Int32Array, changes: number, ahead: number): boolean =>
  ahead === -changes ||
  (ahead !== changes && before[ahead + changes - 2]! < before[ahead + changes]!);

/** Back from the end through the rows: each word is of both, or of one. */
function piecesAlong(
  rows: readonly Int32Array[],
  a: readonly string[],
  b: readonly string[],
): Piece[] {
  const found: Piece[] = [];
  let [at, on] = [a.length, b.length];
  const same = (until: number) => {
    while (at > until) {
      at -= 1;
      on -= 1;
      found.push({ kind: 'same', text: a[at]! });
    }
  };
  for (let changes = rows.length - 1; changes > 0; changes -= 1) {
    const ahead = at - on;
    same(stepInto(rows[changes - 1]!, changes, ahead));
    if (isPutIn(rows[changes - 1]!, changes, ahead))
      found.push({ kind: 'new', text: b[(on -= 1)]! });
    else found.push({ kind: 'gone', text: a[(at -= 1)]! });
  }
  same(0);
  return found.toReversed();
}

function piece(kind: Piece['kind'], tokens: readonly string[]): Piece[] {
  const text = tokens.join('');
  return text === '' ? [] : [{ kind, text }];
}

const BLANK = /^\s+$/;

/** A change from here to there; the blanks that both begin or end with are the same. */
function changed(gone: string, added: string): readonly Piece[] {
  const both = (blanksOf: (text: string) => string) => {
    const isWords = gone.trim() !== '' && added.trim() !== '';
    return isWords && blanksOf(gone) === blanksOf(added) ? blanksOf(gone) : '';
  };
  const head = both((text) => text.slice(0, text.length - text.trimStart().length));
  const tail = both((text) => text.slice(text.trimEnd().length));
  const inner = (text: string) => [text.slice(head.length, text.length - tail.length)];
  return [
    ...piece('same', [head]),
    ...piece('gone', inner(gone)),
    ...piece('new', inner(added)),
    ...piece('same', [tail]),
  ];
}

/** Pieces that are the same and follow on each other are one. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const one of pieces) {
    const last = result.at(-1);
    if (last?.kind === 'same' && one.kind === 'same')
      result[result.length - 1] = { kind: 'same', text: last.text + one.text };
    else result.push(one);
  }
  return result;
}

/** Blanks between two changes belong to both, so that a sentence that was written anew is one change. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let [gone, added] = ['', ''];
  pieces.forEach(({ kind, text }, index) => {
    const isAfter = gone !== '' || added !== '';
    const isBefore = (pieces[index + 1]?.kind ?? 'same') !== 'same';
    const isBetween = kind === 'same' && isAfter && isBefore && BLANK.test(text);
    if (kind === 'gone' || isBetween) gone += text;
    if (kind === 'new' || isBetween) added += text;
    if (kind !== 'same' || isBetween) return;
    result.push(...changed(gone, added), { kind, text });
    [gone, added] = ['', ''];
  });
  return merged([...result, ...changed(gone, added)]);
}

/** What of a text has become what: what was taken away before what was put in its place. */
export function diffWords(was: string, is: string): readonly Piece[] {
  const [a, b] = [tokensOf(was), tokensOf(is)];
  const shortest = Math.min(a.length, b.length);
  let [head, tail] = [0, 0];
  while (head < shortest && a[head] === b[head]) head += 1;
  while (tail < shortest - head && a.at(-tail - 1) === b.at(-tail - 1)) tail += 1;
  const [one, other] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const rows = rowsTo(one, other);
  const between = rows
    ? piecesAlong(rows, one, other)
    : [...piece('gone', one), ...piece('new', other)];
  return joined([
    ...piece('same', a.slice(0, head)),
    ...between,
    ...piece('same', a.slice(a.length - tail)),
  ]);
}

/** What is the same may be long: of it so much is shown beside a change. */
const AROUND = 120;

/** A piece as it is shown; `cut` stands where something that is the same is left out. */
export type ShownPiece = Piece | { readonly kind: 'cut' };

const CUT: ShownPiece = { kind: 'cut' };

/** The changes with what stands around them. */
export const excerptOf = (pieces: readonly Piece[]): readonly ShownPiece[] =>
  pieces.flatMap((one, at): ShownPiece[] => {
    if (one.kind !== 'same' || one.text.length <= 2 * AROUND) return [one];
    const before = at === 0 ? '' : one.text.slice(0, AROUND).replace(/\s+\S*$/, '');
    const after = at === pieces.length - 1 ? '' : one.text.slice(-AROUND).replace(/^\S*\s+/, '');
    const same = (text: string): ShownPiece[] => (text === '' ? [] : [{ kind: 'same', text }]);
    return [...same(before), CUT, ...same(after)];
  });
