import { utf8 } from './workbook.ts';

/* Zip files for tests, field by field, so that each can lie. */

export type Written = {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc?: number;
  readonly method?: number;
  /** Where the entry says that it is; else where it is. */
  readonly at?: number;
};

export const bytesOf = (
  length: number,
  ...fields: (readonly [at: number, size: 2 | 4 | 8, value: number])[]
) => {
  const view = new DataView(new ArrayBuffer(length));
  for (const [at, size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
  }
  return new Uint8Array(view.buffer);
};

/** A zip file that says whatever it is told to, with or without the fields for large files. */
export function written(entries: readonly Written[], isLarge = false): Uint8Array {
  const [files, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let at = 0;
  for (const { name, packed, size, crc = 0, method = 8, at: told = at } of entries) {
    const text = utf8(name);
    const local = bytesOf(30, [0, 4, 0x04034b50], [8, 2, method], [26, 2, text.length]);
    files.push(local, text, packed);
    const short = isLarge ? 0xffffffff : null;
    const extra = isLarge
      ? bytesOf(
          32,
          [0, 2, 9],
          [2, 2, 0],
          [4, 2, 1],
          [6, 2, 24],
          [8, 8, size],
          [16, 8, packed.length],
          [24, 8, told],
        )
      : new Uint8Array();
    directory.push(
      bytesOf(
        46,
        ...([
          [0, 4, 0x02014b50],
          [10, 2, method],
          [16, 4, crc],
          [20, 4, short ?? packed.length],
        ] as const),
        ...([
          [24, 4, short ?? size],
          [28, 2, text.length],
          [30, 2, extra.length],
          [42, 4, short ?? told],
        ] as const),
      ),
      text,
      extra,
    );
    at += local.length + text.length + packed.length;
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0);
  const large = isLarge
    ? [
        bytesOf(56, [0, 4, 0x06064b50], [32, 8, entries.length], [48, 8, at]),
        bytesOf(20, [0, 4, 0x07064b50], [8, 8, at + length]),
      ]
    : [];
  const end = bytesOf(22, [0, 4, 0x06054b50], [10, 2, entries.length], [16, 4, at]);
  return new Uint8Array(Buffer.concat([...files, ...directory, ...large, end]));
}
