import type { Problem } from '#lib/domain/problem.ts';
import { pick, randomFrom } from '../property/chance.ts';
import { booked } from './book.ts';
import { checkSheet } from './door.ts';
import type { Answered } from './door.ts';
import { dressed } from './dress.ts';
import { WRITERS } from './layouts.ts';
import { handedFiles, mutated } from './mutate.ts';
import { perhapsSpoiled } from './spoil.ts';
import { soundness } from './sound.ts';
import { aStyle } from './style.ts';
import { makeWorld } from './world.ts';
import type { World } from './world.ts';

/* One file by its seed and its number: a known table, or every fifth a damaged file. */

export type Found = {
  readonly outcome: Answered['outcome'] | 'damaged' | 'crashed';
  readonly layout: string;
  readonly stops: readonly Problem['code'][];
  readonly faults: readonly string[];
  readonly ms: number;
};

/** The known table of a number, as a file, and what it says. */
function tableOf(world: World, seed: number) {
  const random = randomFrom(seed);
  const style = aStyle(random);
  const sheet = perhapsSpoiled(pick(random, WRITERS)(world, random, style), random);
  const written = style.isWorkbook ? booked : dressed;
  return { sheet, bytes: written(sheet, random, style) };
}

/** One in ten is stored and seen; of the rest what would be is compared. */
function checkTable(world: World, seed: number, index: number) {
  const { sheet, bytes } = tableOf(world, seed);
  const depth = index % 10 === 0 ? 'stored' : 'understood';
  return { ...checkSheet(world, sheet, bytes, depth), layout: sheet.layout };
}

function damagedOf(world: World, handed: readonly Uint8Array[], seed: number): Uint8Array {
  const random = randomFrom(seed);
  const file = random() < 0.5 ? pick(random, handed) : tableOf(world, seed + 1).bytes;
  return mutated(random, file, pick(random, handed));
}

export type Fuzzer = {
  readonly check: (index: number) => Found;
  /** The bytes of a file that something was found in. */
  readonly bytesOf: (index: number) => Uint8Array;
};

export function fuzzer(seed: number): Fuzzer {
  const world = makeWorld();
  const handed = handedFiles();
  const seedOf = (index: number) => (seed + index * 7919) >>> 0;
  const isDamaged = (index: number) => index % 5 === 4;
  const bytesOf = (index: number) =>
    isDamaged(index)
      ? damagedOf(world, handed, seedOf(index))
      : tableOf(world, seedOf(index)).bytes;
  const checked = (index: number): Omit<Found, 'ms'> => {
    if (!isDamaged(index)) return checkTable(world, seedOf(index), index);
    const faults = soundness(world, bytesOf(index), randomFrom(seedOf(index)));
    return { outcome: 'damaged', layout: '', stops: [], faults };
  };
  const check = (index: number): Found => {
    const start = performance.now();
    try {
      return { ...checked(index), ms: performance.now() - start };
    } catch (cause) {
      const faults = [cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)];
      const ms = performance.now() - start;
      return { outcome: 'crashed', layout: '', stops: [], faults, ms };
    }
  };
  return { check, bytesOf };
}
