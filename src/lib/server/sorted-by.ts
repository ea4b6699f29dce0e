import type { KeyPart } from '#lib/ingest/duplicates.ts';

/** Rows in the order of their keys, which is the order the database keeps them in. */
export type Sorted = {
  readonly length: number;
  /** The row that stands at a place in the order. */
  readonly at: (index: number) => number;
  /** The row of a key, or null. Quickest when asked for keys in order. */
  readonly find: (code: number) => number | null;
};

const isInOrder = (codes: ArrayLike<number>): boolean => {
  for (let at = 1; at < codes.length; at += 1) if (codes[at]! < codes[at - 1]!) return false;
  return true;
};

/** Below this a key and a row are one exact number, and numbers are sorted without asking anyone. */
const EXACT = 2 ** 53;

/** The row at each place of the order. */
function sortedRows({ codes, size }: KeyPart): Sorted['at'] {
  const { length } = codes;
  if (size * length >= EXACT) {
    const rows = new Int32Array(length).map((_, row) => row);
    rows.sort((a, b) => codes[a]! - codes[b]! || a - b);
    return (index) => rows[index]!;
  }
  const packed = new Float64Array(length);
  for (let row = 0; row < length; row += 1) packed[row] = codes[row]! * length + row;
  packed.sort();
  return (index) => packed[index]! % length;
}

export function sortedBy(keys: KeyPart): Sorted {
  const { codes } = keys;
  const at = isInOrder(codes) ? (index: number) => index : sortedRows(keys);
  let next = 0;

  /** The first place whose key is not below the one asked for. */
  const search = (code: number): number => {
    let [low, high] = [0, codes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (codes[at(middle)]! < code) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const find = (code: number): number | null => {
    if (Number.isNaN(code)) return null;
    const place = next < codes.length && codes[at(next)] === code ? next : search(code);
    next = place + 1;
    return place < codes.length && codes[at(place)] === code ? at(place) : null;
  };
  return { length: codes.length, at, find };
}
