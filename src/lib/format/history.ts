import type { ActivityState } from '#lib/domain/lifecycle.ts';
import { LIFECYCLE } from './judging.ts';
import { formatDay, upperFirst } from './sv.ts';

/* What is said of what has been said and changed. */

/** "Pågår, slutar 31 december 2023", "Som i planen" of nothing. */
export function lifecycleWords({
  lifecycle,
  startOn,
  endOn,
}: Omit<ActivityState, 'activity'>): string {
  const words = [
    lifecycle && LIFECYCLE[lifecycle],
    startOn && `börjar ${formatDay(startOn)}`,
    endOn && `slutar ${formatDay(endOn)}`,
  ].filter((one) => one !== null);
  return words.length === 0 ? 'Som i planen' : upperFirst(words.join(', '));
}

/** What a change of a value is not told with, and why. */
export const NOT_TOLD = {
  few: 'Värdet har ändrats. Talen visas inte: något av dem, eller ett bredvid, bygger på så få svar att någon kan pekas ut.',
  removed: 'Värdet har ändrats. Talen visas inte: filen är gallrad, och inläsningen av den ångrad.',
} as const;

export type NotTold = keyof typeof NOT_TOLD;
