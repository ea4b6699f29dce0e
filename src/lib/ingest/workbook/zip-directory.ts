/*
 * What a zip file says that it holds (PKWARE, APPNOTE 4.3 and 4.5.3), read without unpacking anything.
 * A file of Java's POI has its sizes in the fields for large files, however small it is.
 */

export type Entry = {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly at: number;
};

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LARGE_LOCATOR = 0x07064b50;
const LARGE_END = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const LARGE_EXTRA = 1;
const SEE_EXTRA = 0xffffffff;

const viewOf = ({ buffer, byteOffset, length }: Uint8Array) =>
  new DataView(buffer, byteOffset, length);

const large = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** Where the end of the directory is; -1 where there is none. */
function endAt(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

type Directory = { readonly count: number; readonly at: number };

/** How many entries there are, and where the first of them stands. */
function directoryOf(view: DataView, end: number): Directory {
  if (end >= 20 && view.getUint32(end - 20, true) === LARGE_LOCATOR) {
    const at = large(view, end - 12);
    if (view.getUint32(at, true) === LARGE_END) {
      return { count: large(view, at + 32), at: large(view, at + 48) };
    }
  }
  return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
}

/** Where the sizes of a large file stand, in the order that the short fields ask for them; -1 where nowhere. */
function largeFields(view: DataView, from: number, to: number): number {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === LARGE_EXTRA) return at + 4;
  }
  return -1;
}

const text = new TextDecoder('utf-8');

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  const nameAt = at + ENTRY_LENGTH;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const commentAt = extraAt + view.getUint16(at + 30, true);
  let largeAt = largeFields(view, extraAt, commentAt);
  const field = (short: number): number => {
    const value = view.getUint32(short, true);
    if (value !== SEE_EXTRA || largeAt < 0) return value;
    largeAt += 8;
    return large(view, largeAt - 8);
  };
  const size = field(at + 24);
  const packed = field(at + 20);
  const entry = {
    name: text.decode(bytes.subarray(nameAt, extraAt)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...{ packed, size, at: field(at + 42) },
  };
  return { entry, next: commentAt + view.getUint16(at + 32, true) };
}

/** The first entries of the directory, so many at most; throws where the bytes are no zip file. */
export function entriesOf(bytes: Uint8Array, most: number): readonly Entry[] {
  const view = viewOf(bytes);
  const end = endAt(view);
  if (end < 0) throw new RangeError('no directory');
  const { count, at } = directoryOf(view, end);
  const entries: Entry[] = [];
  for (let next = at; entries.length < Math.min(count, most);) {
    if (view.getUint32(next, true) !== ENTRY) throw new RangeError('no entry');
    const found = entryAt(bytes, view, next);
    entries.push(found.entry);
    next = found.next;
  }
  return entries;
}

/** The packed bytes of an entry; its own header says only where they begin. */
export function packedBytes(bytes: Uint8Array, { at, packed }: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== LOCAL) throw new RangeError('no header');
  const start = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new RangeError('cut off');
  return bytes.subarray(start, start + packed);
}
