import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { between, pick, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';

/* Files that somebody has handed us, damaged byte by byte. */

const FOLDERS = ['tests/fixtures/formats', 'tests/fixtures/bugs', 'seeds'] as const;
/** A larger file takes longer and shows no more. */
const LARGEST = 1 << 15;

const isHanded = (path: string) =>
  !path.endsWith('.expected.json') && !path.endsWith('plan.json') && statSync(path).isFile();

/** What was handed to us, each cut at a size. */
export function handedFiles(): readonly Uint8Array[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => join(folder, name))
      .filter(isHanded)
      .map((path) => readFileSync(path).subarray(0, LARGEST)),
  );
}

/** Bytes that mean something to a reader: line ends, delimiters, quotes, marks, digits, half a letter. */
const TELLING = Buffer.from('\n\r\t;,|"\'.-*%0123456789=<#äÅ\u00a0\u2212\ufeff\0\u0080', 'utf8');

type Bytes = Uint8Array;
const joined = (...parts: readonly Bytes[]): Bytes => Buffer.concat(parts);

const someBytes = (random: Random, most: number): Bytes =>
  Uint8Array.from({ length: between(random, 1, most) }, () =>
    random() < 0.6 ? pick(random, [...TELLING]) : upTo(random, 255),
  );

/** A stretch of the file, anywhere and mostly short. */
function stretch(random: Random, bytes: Bytes): readonly [from: number, to: number] {
  const from = upTo(random, bytes.length);
  const length = upTo(random, random() < 0.7 ? 4 : bytes.length - from);
  return [from, Math.min(bytes.length, from + length)];
}

type Change = (random: Random, bytes: Bytes, other: Bytes) => Bytes;

const CHANGES: readonly Change[] = [
  // A byte is another.
  (random, bytes) => {
    const changed = Uint8Array.from(bytes);
    if (changed.length > 0) changed[upTo(random, changed.length - 1)] = someBytes(random, 1)[0]!;
    return changed;
  },
  // One bit is.
  (random, bytes) => {
    const changed = Uint8Array.from(bytes);
    if (changed.length > 0) changed[upTo(random, changed.length - 1)]! ^= 1 << upTo(random, 7);
    return changed;
  },
  // Something is put in.
  (random, bytes) => {
    const at = upTo(random, bytes.length);
    return joined(bytes.subarray(0, at), someBytes(random, 8), bytes.subarray(at));
  },
  // Something is gone.
  (random, bytes) => {
    const [from, to] = stretch(random, bytes);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  // A block is there many times.
  (random, bytes) => {
    const [from, to] = stretch(random, bytes);
    const block = bytes.subarray(from, Math.min(to, from + 2000));
    const times = between(random, 1, random() < 0.1 ? 200 : 4);
    const copies = Array.from({ length: times }, () => block);
    return joined(bytes.subarray(0, to), ...copies, bytes.subarray(to));
  },
  // The file is cut off.
  (random, bytes) => bytes.subarray(0, upTo(random, bytes.length)),
  // It goes on as another file.
  (random, bytes, other) =>
    joined(
      bytes.subarray(0, upTo(random, bytes.length)),
      other.subarray(upTo(random, other.length)),
    ),
];

/** All of it is chance now and then; else a file with a few changes. */
export function mutated(random: Random, file: Bytes, other: Bytes): Bytes {
  if (random() < 0.02) return someBytes(random, 400);
  let bytes = file;
  for (let left = between(random, 1, 4); left > 0; left -= 1) {
    bytes = pick(random, CHANGES)(random, bytes, other);
  }
  return bytes;
}
