import type { Assessed } from '#lib/domain/assess-all.ts';
import { invariant } from '#lib/domain/result.ts';
import { sha256Of } from './db/sha256.ts';

/*
 * The assessed tree as bytes: what a nämnd decided, as it was then (DESIGN 8). JSON, so that it can be read without
 * Fyren for as long as it is kept (arkivlagen). It is what the pages are made of, after small groups were hidden.
 */

/** Raised when the tree gets another shape; then UPGRADES says how the one before is read. */
export const FROZEN_FORMAT = 2;

type Frozen = { readonly format: number; readonly assessed: unknown };

/** The same without one field, wherever it stands. */
function without(field: string, tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map((one) => without(field, one));
  if (typeof tree !== 'object' || tree === null) return tree;
  const kept = Object.entries(tree).filter(([name]) => name !== field);
  return Object.fromEntries(kept.map(([name, value]) => [name, without(field, value)]));
}

/** What makes a tree of a format into one of the next, by the format it comes from. */
const UPGRADES: Readonly<Record<number, (assessed: unknown) => unknown>> = {
  // The fingerprints of files: what is shown and compared today knows of none.
  1: (assessed) => without('sha256', assessed),
};

export type FrozenTree = { readonly bytes: Buffer; readonly sha256: string };

/** The bytes are kept, and never made anew: nothing rests on their being the same the next time. */
export function freeze(assessed: Assessed): FrozenTree {
  const bytes = Buffer.from(JSON.stringify({ format: FROZEN_FORMAT, assessed } satisfies Frozen));
  return { bytes, sha256: sha256Of(bytes) };
}

/** The tree as it was. A format that this program does not know was written by a newer one. */
export function thaw(bytes: Buffer): Assessed {
  const { format, assessed } = JSON.parse(bytes.toString('utf8')) as Frozen;
  invariant(format <= FROZEN_FORMAT, `frozen as ${format}, read as ${FROZEN_FORMAT}`);
  let tree = assessed;
  for (let from = format; from < FROZEN_FORMAT; from += 1) {
    const upgrade = UPGRADES[from];
    invariant(upgrade, `what was frozen as ${from} can be read`);
    tree = upgrade(tree);
  }
  return tree as Assessed;
}
