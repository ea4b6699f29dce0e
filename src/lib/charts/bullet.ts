import type { TargetRule } from '#lib/domain/rule.ts';
import type { Because } from '#lib/domain/target.ts';
import { edgesOf } from '#lib/domain/zone.ts';

/**
 * A bar, and a mark for every limit, on one axis in a box `WIDTH` wide. The axis always holds zero,
 * so bars do not lie.
 */
export type Bullet = {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly number[];
};

export const WIDTH = 144;

/** Room to the right of the largest number. */
const AIR = 1.15;

/** Only an amount has a length: a place, done or not, and words have none. */
const HAS_LENGTH: Readonly<Record<TargetRule['kind'], boolean>> = {
  'at-least': true,
  'at-most': true,
  between: true,
  hold: true,
  change: true,
  'better-than-previous': true,
  rank: false,
  'count-by': true,
  'done-by': false,
  text: false,
  reference: false,
};

/** Where a bar and its marks stand; null when all are zero. */
export function bulletOf(value: number, limits: readonly number[]): Bullet | null {
  const [low, high] = [Math.min(0, value, ...limits), Math.max(0, value, ...limits)];
  const length = (high - low) * AIR;
  if (length === 0) return null;
  const start = high > 0 ? low : low * AIR;
  const at = (number: number) => ((number - start) / length) * WIDTH;
  return {
    from: Math.min(at(0), at(value)),
    to: Math.max(at(0), at(value)),
    marks: limits.map(at),
  };
}

/** A value against its target; null where there is nothing that can be drawn. */
export function bulletFor({ target, observation, aim }: Because): Bullet | null {
  const value = observation?.value ?? null;
  if (!target || !aim || value === null || !HAS_LENGTH[target.rule.kind]) return null;
  return bulletOf(
    value,
    edgesOf(aim.zone).map((edge) => edge.at),
  );
}
