import { closeSync, openSync, writeSync } from 'node:fs';

/*
 * Figures as Kolada's, made from a seed: the same file every time, on every machine.
 */

/** Numbers that look like chance and are always the same (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Figures = {
  readonly kpis: readonly string[];
  readonly kommuner: readonly string[];
  readonly years: readonly number[];
};

export const rowCount = ({ kpis, kommuner, years }: Figures): number =>
  kpis.length * kommuner.length * years.length * 3;

/** Row by row in the order of the key, whose numbers the row's own place in it decides. */
function rowAt({ kpis, kommuner, years }: Figures, at: number, next: () => number): string {
  const kommun = kommuner[at % kommuner.length]!;
  const sex = 'KMT'[Math.floor(at / kommuner.length) % 3]!;
  const year = years[Math.floor(at / (kommuner.length * 3)) % years.length]!;
  const kpi = kpis[Math.floor(at / (kommuner.length * 3 * years.length))]!;
  return `${kpi};${kommun};${year};${sex};${(next() * 100).toFixed(6)}`;
}

/** All places from 0 in an order that chance decides. */
function shuffled(length: number, next: () => number): Int32Array {
  const order = new Int32Array(length).map((_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

const TOGETHER = 10_000;

/** Writes the first `rows` figures as a file of Kolada's, in order of the key or out of it. */
export function writeFigures(
  path: string,
  figures: Figures,
  rows: number,
  { isShuffled }: { readonly isShuffled: boolean },
): void {
  const order = isShuffled ? shuffled(rows, chance(2)) : null;
  const file = openSync(path, 'w');
  writeSync(file, 'kpi;municipality;period;gender;value\n');
  const next = chance(1);
  for (let from = 0; from < rows; from += TOGETHER) {
    const length = Math.min(TOGETHER, rows - from);
    const lines = Array.from({ length }, (_, at) =>
      rowAt(figures, order ? order[from + at]! : from + at, next),
    );
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
}
