import type { Target } from '#lib/domain/model.ts';

/** A bar and a mark on one axis, in a box `WIDTH` wide. The axis always holds zero, so bars do not lie. */
export type Bullet = { readonly from: number; readonly to: number; readonly mark: number };

export const WIDTH = 144;

/** Room to the right of the largest number. */
const AIR = 1.15;

/** Where the bar of a value and the mark of its target stand; null when both are zero. */
export function bulletOf(value: number, target: Target): Bullet | null {
  const limit = target.rule.value;
  const [low, high] = [Math.min(0, value, limit), Math.max(0, value, limit)];
  const length = (high - low) * AIR;
  if (length === 0) return null;
  const start = high > 0 ? low : low * AIR;
  const at = (number: number) => ((number - start) / length) * WIDTH;
  return { from: Math.min(at(0), at(value)), to: Math.max(at(0), at(value)), mark: at(limit) };
}
