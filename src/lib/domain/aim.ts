import type { Day } from './calendar.ts';
import { compare } from './compare.ts';
import type { TargetRule, Yellow } from './rule.ts';
import { nearZone, partOfYear } from './zone.ts';
import type { Edge, Zone } from './zone.ts';

/** What a rule asks of a value: where it is to lie, where that is nearly so, and when. */
export type Aim = {
  readonly zone: Zone;
  readonly near: Zone | null;
  /** About the whole year: a count of part of it is not held against it. */
  readonly isYearly: boolean;
  /** Before this day only reaching it says anything. */
  readonly dueOn: Day | null;
  /** Months of the year that the zone is for: 12, or fewer for a linear share. */
  readonly months: number;
};

/** Why a rule asks nothing of a number. */
export type NoAim = 'no-base' | 'no-previous' | 'words-only' | 'reference';

type Asked = {
  readonly zone: Zone;
  readonly yellow: Yellow | null;
  readonly isYearly: boolean;
  readonly dueOn: Day | null;
};
type Of<Kind extends TargetRule['kind']> = Extract<TargetRule, { kind: Kind }>;
type Ask<Kind extends TargetRule['kind']> = (
  rule: Of<Kind>,
  previous: number | null,
) => Asked | NoAim;

const edge = (at: number, isStrict = false): Edge => ({ at, isStrict, isGiven: true });
const from = (low: Edge): Zone => ({ low, high: null });
const upTo = (high: Edge): Zone => ({ low: null, high });

const forYear = (zone: Zone, yellow: Yellow | null): Asked => ({
  ...{ zone, yellow, isYearly: true, dueOn: null },
});
const forNow = (zone: Zone): Asked => ({ zone, yellow: null, isYearly: false, dueOn: null });
const forDay = (zone: Zone, dueOn: Day): Asked => ({ ...forNow(zone), dueOn });

/** What the base becomes; null for per cent of nothing. Per cent are of its size: up from −100 is −90. */
export function changedBase(rule: Omit<Of<'change'>, 'yellow'>): number | null {
  if (rule.in === 'points') return rule.base + rule.by;
  return compare(rule.base, 0) === 0 ? null : rule.base + (Math.abs(rule.base) * rule.by) / 100;
}

function askChange(rule: Of<'change'>): Asked | NoAim {
  const at = changedBase(rule);
  if (at === null) return 'no-base';
  const limit: Edge = rule.in === 'percent' ? { ...edge(at), isComputed: true } : edge(at);
  return forYear(rule.by > 0 ? from(limit) : upTo(limit), rule.yellow);
}

function askBetter(way: 'up' | 'down', previous: number | null): Asked | NoAim {
  if (previous === null) return 'no-previous';
  const before: Edge = { at: previous, isStrict: true, isGiven: false };
  return forNow(way === 'up' ? from(before) : upTo(before));
}

/** A row for every kind there is: "högst 90" is up to 90. */
const ASKS: { readonly [Kind in TargetRule['kind']]: Ask<Kind> } = {
  'at-least': ({ value, isStrict, yellow }) => forYear(from(edge(value, isStrict)), yellow),
  'at-most': ({ value, isStrict, yellow }) => forYear(upTo(edge(value, isStrict)), yellow),
  between: ({ low, high, yellow }) => forYear({ low: edge(low), high: edge(high) }, yellow),
  hold: ({ base, within, yellow }) =>
    forYear({ low: edge(base - within), high: edge(base + within) }, yellow),
  change: askChange,
  'better-than-previous': ({ way }, previous) => askBetter(way, previous),
  rank: ({ atMost }) => forNow(upTo(edge(atMost))),
  'count-by': ({ value, on }) => forDay(from(edge(value)), on),
  'done-by': ({ on }) => forDay(from(edge(1)), on),
  text: () => 'words-only',
  reference: () => 'reference',
};

const partOfYellow = (yellow: Yellow | null, months: number): Yellow | null =>
  yellow?.kind === 'absolute' && months < 12
    ? { ...yellow, by: (yellow.by * months) / 12 }
    : yellow;

/**
 * What a rule asks. `previous` is the comparable value a year before; `months` are those of the year
 * that a count with a linear share has had.
 */
export function aimOf(rule: TargetRule, previous: number | null, months = 12): Aim | NoAim {
  const ask = ASKS[rule.kind] as Ask<TargetRule['kind']>;
  const asked = ask(rule, previous);
  if (typeof asked === 'string') return asked;
  const zone = partOfYear(asked.zone, months);
  const near = nearZone(zone, partOfYellow(asked.yellow, months), previous);
  return { zone, near, isYearly: asked.isYearly, dueOn: asked.dueOn, months };
}
