import type { Day } from './calendar.ts';
import type { NamndOccasion } from './model.ts';

/**
 * The occasion a page shows when none is asked for: the newest published whose cut-off has passed
 * (DESIGN 9), else the newest published, since something is better than nothing. Undefined when
 * there is none. `occasions` in order of time.
 */
export const newestPublished = (
  occasions: readonly NamndOccasion[],
  today: Day,
): NamndOccasion | undefined => {
  const published = occasions.filter((one) => one.phase !== 'oppet');
  return published.findLast((one) => one.cutoffOn <= today) ?? published.at(-1);
};
