import { aimOf } from './aim.ts';
import type { Aim } from './aim.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import type { Target } from './model.ts';
import { parsePeriod } from './period.ts';
import type { Period } from './period.ts';

/** A target as heights on an axis of the measure. */
export type Height = {
  readonly target: Target;
  /** What it asks; null for a budget set as a target, which asks nothing. */
  readonly aim: Aim | null;
  readonly edges: readonly number[];
  /** The yellow around it, band by band, each from its lowest. */
  readonly near: readonly (readonly [number, number])[];
  readonly isLater: boolean;
};

/** A target over the slots of its year. */
export type Limit = Height & { readonly from: number; readonly to: number };

/** False where a target gives no number of the measure: a computed place, or what is to be done. */
const isNumber = ({ rule }: Target) =>
  rule.kind === 'rank' ? rule.isReported : rule.kind !== 'done-by';

function edgesOf(target: Target, aim: Aim | null): readonly number[] {
  if (target.rule.kind === 'reference') return [target.rule.value];
  if (aim === null || !isNumber(target)) return [];
  const edges = [aim.zone.low?.at, aim.zone.high?.at];
  return [...new Set(edges.filter((at) => at !== undefined))];
}

function bandsOf(aim: Aim | null): readonly (readonly [number, number])[] {
  if (!aim?.near) return [];
  const { zone, near } = aim;
  const below = zone.low && near.low ? [[near.low.at, zone.low.at] as const] : [];
  const above = zone.high && near.high ? [[zone.high.at, near.high.at] as const] : [];
  return [...below, ...above].filter(([from, to]) => from < to);
}

const heightOf = (target: Target, aim: Aim | null, isLater: boolean): Height => ({
  ...{ target, aim, isLater, edges: edgesOf(target, aim), near: bandsOf(aim) },
});

function plainAim({ rule }: Target): Aim | null {
  const aim = aimOf(rule, null);
  return typeof aim === 'string' ? null : aim;
}

/** The target of the occasion's year and those of years to come, where they can be drawn. */
export function heightsOf({ verdict, laterTargets }: AssessedIndicator): readonly Height[] {
  const { target, aim } = verdict.because;
  const now = target ? [heightOf(target, aim, false)] : [];
  const later = laterTargets.map((one) => heightOf(one, plainAim(one), true));
  return [...now, ...later].filter(({ edges }) => edges.length > 0);
}

const yearOf = ({ to }: Period) => Number(to.slice(0, 4));

/** Years after the last value that a target speaks of: shown, so that it is seen where one is going. */
export function yearsAhead(heights: readonly Height[], told: readonly Period[]): readonly Period[] {
  const last = Math.max(...told.map(yearOf));
  return heights
    .filter(({ target }) => target.year > last)
    .flatMap(({ target }) => parsePeriod(String(target.year)) ?? []);
}

/** Each target over the slots that end in its year; one without such slots is left out. */
export const limitsOver = (
  heights: readonly Height[],
  slots: readonly Period[],
): readonly Limit[] =>
  heights.flatMap((height) => {
    const at = slots.flatMap((one, index) => (yearOf(one) === height.target.year ? [index] : []));
    const [from, to] = [at[0], at.at(-1)];
    return from === undefined || to === undefined ? [] : [{ ...height, from, to }];
  });
