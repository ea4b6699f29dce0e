import type { KeyPart } from './duplicates.ts';
import { widened } from './packed-numbers.ts';
import type { Packed } from './packed-numbers.ts';

/** What the rows say in one respect: each different thing once, with where it first stands. */
export type Distinct<T> = KeyPart & {
  readonly codes: Packed;
  readonly values: readonly T[];
  readonly firstLines: readonly number[];
  readonly counts: readonly number[];
};

export type Collector<T> = {
  readonly add: (row: number, value: T, line: number) => void;
  readonly done: () => Distinct<T>;
};

export function collector<T>(length: number): Collector<T> {
  let codes: Packed = new Uint8Array(length);
  const known = new Map<T, number>();
  const firstLines: number[] = [];
  const counts: number[] = [];
  let last: T | undefined;
  let lastCode = -1;
  const codeOf = (value: T, line: number): number => {
    // Most rows say what the row above said.
    if (lastCode >= 0 && last === value) return lastCode;
    const code = known.get(value) ?? known.size;
    if (code === known.size) {
      known.set(value, code);
      codes = widened(codes, code);
      firstLines.push(line);
      counts.push(0);
    }
    last = value;
    lastCode = code;
    return code;
  };
  return {
    add: (row, value, line) => {
      const code = codeOf(value, line);
      codes[row] = code;
      if (line < firstLines[code]!) firstLines[code] = line;
      counts[code]! += 1;
    },
    done: () => ({ codes, values: [...known.keys()], firstLines, counts, size: known.size }),
  };
}

/** A part of a key whose numbers sort as what they stand for. */
export type Ranked<T> = KeyPart & {
  /** The number that stands for a thing; NaN for what no row has. */
  readonly rankOf: (target: T) => number;
};

/** Each code by the rank of what it stands for. */
export function ranked<T extends number | string>(codes: Packed, targets: readonly T[]): Ranked<T> {
  const order = [...new Set(targets)].sort((a, b) => (a < b ? -1 : 1));
  const rankOf = new Map(order.map((target, rank) => [target, rank]));
  const ranks = targets.map((target) => rankOf.get(target)!);
  const told = { size: order.length, rankOf: (target: T) => rankOf.get(target) ?? NaN };
  if (ranks.every((rank, code) => rank === code)) return { codes, ...told };
  return { codes: codes.map((code) => ranks[code]!), ...told };
}
