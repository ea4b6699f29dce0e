import { Inflate, zipSync } from 'fflate';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { entriesOf, packedBytes } from './zip-directory.ts';
import type { Entry } from './zip-directory.ts';

/* A zip file that somebody sent: what is taken out of it is never more than it says, nor than we take. */

/** A workbook of 200 sheets with a drawing each has a thousand. */
const MOST_ENTRIES = 10_000;
/** What may be unpacked together: README, "Beslut". */
export const MOST_UNPACKED = 100_000_000;

/** So much is unpacked between looks at how much it has become: a thousand times as much at most. */
const STEP = 1 << 14;

export type Zip = {
  readonly names: readonly string[];
  /** The bytes of a part; null where there is none of that name, or it is not what the directory says. */
  readonly read: (name: string) => Uint8Array | null;
};

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    crc = CRC_TABLE[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** Unpacks to the size that was told, and stops at the first byte more. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    // Throws where there is no room for it.
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  if (length !== size) throw new RangeError('not the size that was told');
  return out;
}

function unpacked(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  try {
    const packed = packedBytes(bytes, entry);
    const isStored = entry.method === 0 && packed.length === entry.size;
    if (!isStored && entry.method !== 8) return null;
    const whole = isStored ? packed : inflated(packed, entry.size);
    return crcOf(whole) === entry.crc ? whole : null;
  } catch {
    return null;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Opens a zip file of which some parts will be read, all of them together within what is taken. */
export function openZip(
  bytes: Uint8Array,
  isRead: (name: string) => boolean,
): Result<Zip, 'broken' | 'too-large'> {
  try {
    const entries = entriesOf(bytes, MOST_ENTRIES + 1);
    if (entries.length > MOST_ENTRIES) return err('too-large');
    const wanted = entries.filter(({ name }) => isRead(name));
    if (sum(wanted.map(({ size }) => size)) > MOST_UNPACKED) return err('too-large');
    // Parts that lie over one another would be gone through again and again.
    if (sum(wanted.map(({ packed }) => packed)) > bytes.length) return err('broken');
    const known = new Map(wanted.map((entry) => [entry.name, entry]));
    return ok({
      names: entries.map(({ name }) => name),
      read: (name) => {
        const entry = known.get(name);
        return entry ? unpacked(bytes, entry) : null;
      },
    });
  } catch {
    return err('broken');
  }
}

/** The first moment that a zip file knows: the same parts are the same bytes, whenever they are put together. */
const NO_TIME = '1980-01-01T00:00:00';

/** Parts as a zip file of our own, not packed. */
export const zipped = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(parts, { level: 0, mtime: NO_TIME });

/** The same, packed. */
export const packed = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(parts, { level: 6, mtime: NO_TIME });
