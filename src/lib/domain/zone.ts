import { compare, subtract } from './compare.ts';
import type { Yellow } from './rule.ts';

/**
 * Where good begins or ends. On the edge is inside, unless it is strict (DESIGN 5). Given by the
 * plan, or else the value of a year before.
 */
export type Edge = {
  readonly at: number;
  readonly isStrict: boolean;
  readonly isGiven: boolean;
  /** Worked out from what the plan gave, as 10 % more than 333: shown rounded. */
  readonly isComputed?: true;
};

/** Where a value is to lie: from an edge, up to one, or between two. */
export type Zone = { readonly low: Edge | null; readonly high: Edge | null };

export const edgesOf = ({ low, high }: Zone): readonly Edge[] =>
  [low, high].filter((edge) => edge !== null);

const isAbove = ({ low }: Zone, value: number) =>
  low === null || compare(value, low.at) >= (low.isStrict ? 1 : 0);

/** False when a value has gone past the upper edge: a count that only grows never comes back. */
export const isBelow = ({ high }: Zone, value: number): boolean =>
  high === null || compare(value, high.at) <= (high.isStrict ? -1 : 0);

/** 80 is in "minst 80" and "mellan 40 och 80", and not in "över 80". */
export const isIn = (zone: Zone, value: number): boolean =>
  isAbove(zone, value) && isBelow(zone, value);

/** The edge that a value lies outside; null inside and on an edge. */
function passed({ low, high }: Zone, value: number): Edge | null {
  if (low && compare(value, low.at) < 0) return low;
  return high && compare(value, high.at) > 0 ? high : null;
}

/** Value minus the only edge; of a span how far outside, and 0 anywhere in it. */
export function distanceTo(zone: Zone, value: number): number {
  const only = zone.low && zone.high ? passed(zone, value) : (zone.low ?? zone.high);
  return only ? subtract(value, only.at) : 0;
}

/** Every edge so much further out; null where none of them moves: no width is no yellow. */
function spread({ low, high }: Zone, width: (edge: Edge) => number): Zone | null {
  if (edgesOf({ low, high }).every((edge) => width(edge) === 0)) return null;
  return {
    low: low && { ...low, at: low.at - width(low), isStrict: false },
    high: high && { ...high, at: high.at + width(high), isStrict: false },
  };
}

const computed = (edge: Edge | null): Edge | null => edge && { ...edge, isComputed: true };

/** The same, by a share of the size of each edge. */
function spreadBy(zone: Zone, share: number): Zone | null {
  const near = spread(zone, (edge) => Math.abs(edge.at) * share);
  return near && { low: computed(near.low), high: computed(near.high) };
}

/** Nearer than a value was, on either side; being level with it is not nearer. */
function nearerThan({ low, high }: Zone, previous: number): Zone {
  const edgePassed = passed({ low, high }, previous);
  const off = edgePassed ? previous - edgePassed.at : 0;
  const edge = (at: number): Edge => ({ at, isStrict: true, isGiven: false });
  return {
    low: low && edge(off < 0 ? previous : low.at - off),
    high: high && edge(off > 0 ? previous : high.at - off),
  };
}

type Widen<Kind extends Yellow['kind']> = (
  zone: Zone,
  yellow: Extract<Yellow, { kind: Kind }>,
  previous: number | null,
) => Zone | null;

const NEAR: { readonly [Kind in Yellow['kind']]: Widen<Kind> } = {
  absolute: (zone, { by }) => spread(zone, () => by),
  relative: (zone, { share }) => spreadBy(zone, share),
  'better-than-before': (zone, _, previous) =>
    previous === null ? null : nearerThan(zone, previous),
};

/**
 * A zone with the yellow around it; null when the rule has no yellow, or none that can be computed.
 * `previous` is the comparable value a year before.
 */
export function nearZone(zone: Zone, yellow: Yellow | null, previous: number | null): Zone | null {
  if (yellow === null) return null;
  const widen = NEAR[yellow.kind] as Widen<Yellow['kind']>;
  return widen(zone, yellow, previous);
}

/** The part of a zone that so many months of its year come to. */
export function partOfYear({ low, high }: Zone, months: number): Zone {
  if (months === 12) return { low, high };
  const part = (edge: Edge | null) => edge && computed({ ...edge, at: (edge.at * months) / 12 });
  return { low: part(low), high: part(high) };
}
