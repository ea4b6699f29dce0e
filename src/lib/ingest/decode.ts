import iconv from 'iconv-lite';
import type { Pieces } from './pieces.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
type Marked = Exclude<Encoding, 'utf-8' | 'windows-1252'>;
export type Decoded = { readonly encoding: Encoding; readonly pieces: Pieces };

const MARKS: readonly (readonly [Marked, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How much of the file is looked at when there is no mark. */
const SAMPLE = 4096;

/** Latin text in UTF-16 has a NUL in nearly every second byte and hardly any in the others. */
function utf16WithoutMark(bytes: Uint8Array): Marked | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2]! += 1;
  });
  const [high, low] = nuls.map((count) => (2 * count) / sample.length) as [number, number];
  if (low > 0.6 && high < 0.1) return 'utf-16le';
  return high > 0.6 && low < 0.1 ? 'utf-16be' : null;
}

/** About so many bytes make a piece, up to the end of a line. */
const PIECE = 1 << 17;
const LINE_END = 0x0a;

/** Line ends are found where no other sign has their byte, so not in UTF-16: that is one piece. */
function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_END, from + PIECE);
    const next = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, next);
    from = next;
  }
}

type Decoder = (bytes: Uint8Array) => string;

const piecesBy = (bytes: Uint8Array, decoder: Decoder): Pieces => ({
  *[Symbol.iterator]() {
    for (const piece of cut(bytes)) yield decoder(piece);
  },
});

const utf = (label: string): Decoder => {
  const decoder = new TextDecoder(label);
  return (bytes) => decoder.decode(bytes);
};

/** Strict UTF-8, or null where the bytes are none. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  for (const piece of cut(bytes)) if (asUtf8(piece) === null) return false;
  return true;
}

const marked = (bytes: Uint8Array): Marked | null =>
  MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ??
  utf16WithoutMark(bytes);

/** The mark decides; else UTF-16 by its NULs; else strict UTF-8; else what Swedish Excel writes. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = marked(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return { encoding, pieces: [utf(encoding)(bytes)] };
  }
  if (encoding || isUtf8(bytes)) {
    return { encoding: encoding ?? 'utf-8', pieces: piecesBy(bytes, utf('utf-8')) };
  }
  // By iconv-lite: TextDecoder reads 0x80–0x9F as control signs on Node 20.
  const decoder = (piece: Uint8Array) => iconv.decode(piece, 'windows-1252');
  return { encoding: 'windows-1252', pieces: piecesBy(bytes, decoder) };
}

/** UTF-8 that was read as Windows-1252 and stored again, set right; a line that was not is left alone. */
export const undoubled = (text: string): string =>
  text
    .split('\n')
    .map((line) => asUtf8(iconv.encode(line, 'windows-1252')) ?? line)
    .join('\n');
