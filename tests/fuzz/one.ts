import { pick, randomFrom } from '../property/chance.ts';
import { checkSheet } from './door.ts';
import type { Answered } from './door.ts';
import { dressed } from './dress.ts';
import { WRITERS } from './layouts.ts';
import { aStyle } from './style.ts';
import type { World } from './world.ts';

/** The known table of a seed, as a file, and what it says. */
export function tableOf(world: World, seed: number) {
  const random = randomFrom(seed);
  const style = aStyle(random);
  const sheet = pick(random, WRITERS)(world, random, style);
  return { style, sheet, bytes: dressed(sheet, random, style) };
}

export function checkTable(world: World, seed: number): Answered & { bytes: Uint8Array } {
  const { sheet, bytes } = tableOf(world, seed);
  return { ...checkSheet(world, sheet, bytes), bytes };
}
