import { compare } from './compare.ts';
import type { Better, Indicator, Target } from './model.ts';
import type { Current } from './series.ts';
import type { Snapshot } from './snapshot.ts';

/** Competition ranking (1, 2, 2, 4): the place, among how many values, and how many others share it. */
export type Rank = {
  readonly place: number;
  readonly of: number;
  readonly ties: number;
  /** The title of the comparison group it is in; absent among all kommuner. */
  readonly group?: string;
};

/** Which way is better, as the sign of a difference; null: then there is no place either. */
const WAY: Readonly<Record<Better, 1 | -1 | null>> = {
  higher: 1,
  lower: -1,
  inside: null,
  none: null,
};

/**
 * The place of a value among values that hold it. None without a direction, nor with fewer than two
 * values. A difference that is only binary noise is a tie.
 */
export function placeAmong(values: readonly number[], own: number, better: Better): Rank | null {
  const way = WAY[better];
  if (way === null || values.length < 2) return null;
  const sides = values.map((value) => way * compare(value, own));
  return {
    place: 1 + sides.filter((side) => side > 0).length,
    of: values.length,
    ties: sides.filter((side) => side === 0).length - 1,
  };
}

/** Which value is ranked: the kommun's own of a measure for a period. */
export type Ranked = {
  readonly measure: number;
  readonly period: string;
  readonly place: number;
  readonly better: Better;
  /** Key of a comparison group; null is all kommuner. */
  readonly among: string | null;
};

/** A rank from what is stored. In a group the kommun is counted in, though the group does not hold it. */
export function rankOf(
  { peers, groups }: Pick<Snapshot, 'peers' | 'groups'>,
  { measure, period, place, better, among }: Ranked,
): Rank | null {
  const group = groups.find((one) => one.key === among);
  if (among !== null && !group) return null;
  const members = group && new Set([...group.members, place]);
  const field = peers.filter(
    (one) =>
      one.measure === measure &&
      one.period === period &&
      (members === undefined || members.has(one.place)),
  );
  const own = field.find((one) => one.place === place);
  const values = field.map((one) => one.value);
  const rank = own ? placeAmong(values, own.value, better) : null;
  return rank && group ? { ...rank, group: group.title } : rank;
}

/** The place that a target for places is held against; null where none is asked for or it was reported. */
export function rankFor(
  snapshot: Pick<Snapshot, 'peers' | 'groups' | 'place'>,
  { measure, better }: Pick<Indicator, 'measure' | 'better'>,
  target: Pick<Target, 'rule'> | null,
  current: Current,
): Rank | null {
  if (target?.rule.kind !== 'rank' || target.rule.isReported || current.kind !== 'value')
    return null;
  const { among } = target.rule;
  const period = current.observation.period.text;
  return rankOf(snapshot, { measure, period, place: snapshot.place, better, among });
}

/** Where a place stands among all: Kolada's green, yellow and red, but said in words (DESIGN 5). */
export type Quarter = 'best' | 'middle' | 'worst';

/**
 * The product's own reading. Kolada says that the best are green and the worst red and no text of its
 * own says how many; 25, 50 and 25 per cent is how KKiK's kommuner describe it.
 */
export const QUARTER = 1 / 4;

/** Fewer than this have no quarters. */
const FEWEST = 4;

/**
 * Those who share a place stand on the same side, the better one, since the place they share is the
 * best of those they take up. Where all are alike nobody is best: null.
 */
export function quarterOf({ place, of, ties }: Rank): Quarter | null {
  if (of < FEWEST || ties === of - 1) return null;
  if (place <= of * QUARTER) return 'best';
  return place > of * (1 - QUARTER) ? 'worst' : 'middle';
}
