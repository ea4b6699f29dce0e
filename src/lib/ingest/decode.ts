import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Decoded = { readonly encoding: Encoding; readonly text: string };

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How much of the file is looked at when there is no mark. */
const SAMPLE = 4096;

/** Latin text in UTF-16 has a NUL in nearly every second byte and hardly any in the others. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2]! += 1;
  });
  const [high, low] = nuls.map((count) => (2 * count) / sample.length) as [number, number];
  if (low > 0.6 && high < 0.1) return 'utf-16le';
  return high > 0.6 && low < 0.1 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[0];
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

const utf = (label: string) => (bytes: Uint8Array) => new TextDecoder(label).decode(bytes);

/** windows-1252 by iconv-lite: TextDecoder reads 0x80–0x9F as control signs on Node 20. */
const READERS: Readonly<Record<Encoding, (bytes: Uint8Array) => string>> = {
  'utf-8': utf('utf-8'),
  'utf-8-bom': utf('utf-8'),
  'utf-16le': utf('utf-16le'),
  'utf-16be': utf('utf-16be'),
  'windows-1252': (bytes) => iconv.decode(bytes, 'windows-1252'),
};

/** The mark decides; else UTF-16 by its NULs; else strict UTF-8; else what Swedish Excel writes. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  return { encoding, text: READERS[encoding](bytes) };
}
