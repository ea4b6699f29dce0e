import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
type Marked = Exclude<Encoding, 'utf-8' | 'windows-1252'>;
export type Decoded = { readonly encoding: Encoding; readonly text: string };

const MARKS: readonly (readonly [Marked, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What the platform calls the encodings that a mark, or NULs, can show. */
const LABELS: Readonly<Record<Marked, string>> = {
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

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

const utf = (label: string, bytes: Uint8Array, fatal = false) =>
  new TextDecoder(label, { fatal }).decode(bytes);

/** Strict UTF-8, or null where the bytes are none. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return utf('utf-8', bytes, true);
  } catch {
    return null;
  }
}

const marked = (bytes: Uint8Array): Marked | null =>
  MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ??
  utf16WithoutMark(bytes);

/** The mark decides; else UTF-16 by its NULs; else strict UTF-8; else what Swedish Excel writes. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = marked(bytes);
  if (encoding) return { encoding, text: utf(LABELS[encoding], bytes) };
  const text = asUtf8(bytes);
  if (text !== null) return { encoding: 'utf-8', text };
  // By iconv-lite: TextDecoder reads 0x80–0x9F as control signs on Node 20.
  return { encoding: 'windows-1252', text: iconv.decode(bytes, 'windows-1252') };
}

/** UTF-8 that was read as Windows-1252 and stored again, set right; a line that was not is left alone. */
export const undoubled = (text: string): string =>
  text
    .split('\n')
    .map((line) => asUtf8(iconv.encode(line, 'windows-1252')) ?? line)
    .join('\n');
