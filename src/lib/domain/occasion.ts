import type { Day } from './calendar.ts';
import type { NamndOccasion } from './model.ts';

/** Öppet: worked with, and nothing that stands yet. */
export const isOpen = ({ phase }: Pick<NamndOccasion, 'phase'>): boolean => phase === 'oppet';

/** Open work is never public (DESIGN 3). */
export const published = <T extends Pick<NamndOccasion, 'phase'>>(occasions: readonly T[]): T[] =>
  occasions.filter((one) => !isOpen(one));

/**
 * The occasion a page shows when none is asked for: the newest published whose cut-off has passed
 * (DESIGN 9), else the newest published, since something is better than nothing. Undefined when
 * there is none. `occasions` in order of time.
 */
export const newestPublished = (
  occasions: readonly NamndOccasion[],
  today: Day,
): NamndOccasion | undefined => {
  const list = published(occasions);
  return list.findLast((one) => one.cutoffOn <= today) ?? list.at(-1);
};
