import type { Problem } from '#lib/domain/problem.ts';

/** One part of what a row is about: a number below `size` for each row. */
export type KeyPart = { readonly codes: ArrayLike<number>; readonly size: number };

/** The whole key of each row as one number, equal exactly when every part is. */
export type Key = KeyPart & {
  /** The number that given parts make; NaN when no row has those. */
  readonly codeOf: (parts: readonly number[]) => number;
};

/** Below this a sum of two numbers is exact, and so is every key. */
const EXACT = 2 ** 52;

type Whole = Key & { readonly codes: Float64Array };

/** The same keys in the same order, with no gaps between them. */
function packed(key: Whole): Whole {
  const order = Float64Array.from(new Set(key.codes)).sort();
  const rankOf = new Map(Array.from(order, (code, rank) => [code, rank]));
  return {
    codes: key.codes.map((code) => rankOf.get(code)!),
    size: order.length,
    codeOf: (parts) => rankOf.get(key.codeOf(parts)) ?? NaN,
  };
}

/** With one more part, written over the key without it: a million keys take their room once. */
function joined(whole: Whole, part: KeyPart, at: number): Whole {
  if (part.size === 1) {
    const codeOf = (parts: readonly number[]) => (parts[at + 1] === 0 ? whole.codeOf(parts) : NaN);
    return { ...whole, codeOf };
  }
  const left = whole.size * part.size < EXACT ? whole : packed(whole);
  const { codes } = left;
  for (let row = 0; row < codes.length; row += 1) {
    codes[row] = codes[row]! * part.size + part.codes[row]!;
  }
  return {
    codes,
    size: left.size * part.size,
    codeOf: (parts) => left.codeOf(parts) * part.size + (parts[at + 1] ?? NaN),
  };
}

/** Sorted by its number a row stands as it would by its parts, the first before the second. */
export const combine = (first: KeyPart, ...parts: readonly KeyPart[]): Key =>
  parts.reduce(joined, {
    codes: new Float64Array(first.codes),
    size: first.size,
    codeOf: ([part]) => part ?? NaN,
  });

/** As many keys as are marked with a bit each; more are kept in a set. */
const BITS = 2 ** 28;

/** Whether a key was seen before, and from now on it was. */
function seer(size: number): (code: number) => boolean {
  if (size > BITS) {
    const seen = new Set<number>();
    return (code) => seen.size === seen.add(code).size;
  }
  const bits = new Uint8Array(Math.ceil(size / 8));
  return (code) => {
    const [at, bit] = [code >>> 3, 1 << (code & 7)];
    const wasSeen = (bits[at]! & bit) !== 0;
    bits[at]! |= bit;
    return wasSeen;
  };
}

function repeated({ codes, size }: KeyPart): ReadonlySet<number> {
  const wasSeen = seer(size);
  const twice = new Set<number>();
  for (let at = 0; at < codes.length; at += 1) if (wasSeen(codes[at]!)) twice.add(codes[at]!);
  return twice;
}

/** Rows with one key: the first and every later one are named together, for none of them wins. */
export function duplicateRows(key: KeyPart, lineOf: (row: number) => number): Problem[] {
  const twice = repeated(key);
  if (twice.size === 0) return [];
  const lines = new Map<number, number[]>();
  for (let at = 0; at < key.codes.length; at += 1) {
    const code = key.codes[at]!;
    if (!twice.has(code)) continue;
    const known = lines.get(code);
    if (known) known.push(lineOf(at));
    else lines.set(code, [lineOf(at)]);
  }
  return [...lines.values()].map((all) => ({ code: 'duplicate-row', line: all[1]!, lines: all }));
}
