import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Sex } from '#lib/domain/model.ts';
import type { OverTime, Point } from '#lib/domain/over-time.ts';
import type { Size } from './look.ts';

/** An indicator through time, for a size. */
export type Drawing = {
  readonly one: AssessedIndicator;
  readonly time: OverTime;
  readonly size: Size;
};

export const SEX_NAME: Readonly<Record<Sex, string>> = {
  T: 'Alla',
  K: 'Kvinnor',
  M: 'Män',
  A: 'Annat',
};

/** A line of its own is what it is: nothing to tell it apart from. */
export const lineName = ({ lines }: OverTime, sex: Sex): string =>
  lines.length > 1 ? SEX_NAME[sex] : 'Utfall';

export const pointsOf = ({ lines }: Pick<OverTime, 'lines'>): readonly Point[] =>
  lines.flatMap(({ runs }) => runs.flat());

/** Only what has a value is a point. */
export const valueOf = ({ observation }: Point): number => observation.value ?? 0;

/** The lowest and the highest that is drawn, targets and plans with it. */
function rangeOf(time: OverTime): readonly [number, number] {
  const limits = time.limits.flatMap(({ edges, near }) => [...edges, ...near.flat()]);
  const shown = [...[...pointsOf(time), ...time.planned].map(valueOf), ...limits];
  return [Math.min(...shown), Math.max(...shown)];
}

/** Where nought is far from every value, an axis that begins there would hide what happens. */
export function startsAtZero(time: OverTime): boolean {
  const [low, high] = rangeOf(time);
  if (low < 0 && high > 0) return true;
  const [near, far] = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b) as [number, number];
  return near <= far / 2;
}

/** The least part of the size of its values that an axis spans: 2 % more is no cliff. */
const LEAST = 0.3;

/**
 * From where to where the axis has to reach. One that does not begin at nought is not drawn tighter
 * than that a small change looks small; a share does not pass 100 for it.
 */
export function frameOf({ one, time }: Pick<Drawing, 'one' | 'time'>): readonly [number, number] {
  const [low, high] = rangeOf(time);
  if (startsAtZero(time)) return [Math.min(low, 0), Math.max(high, 0)];
  const air = Math.max(0, LEAST * Math.max(Math.abs(low), Math.abs(high)) - (high - low)) / 2;
  const isShare = one.measure.isShare && high <= 100;
  return [low - air, isShare ? Math.min(100, high + air) : high + air];
}
