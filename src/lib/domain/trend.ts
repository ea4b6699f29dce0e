import type { Better } from './model.ts';
import type { Previous } from './series.ts';

/** Which way it goes: apart from the verdict, and knowing which way is good (DESIGN 5). */
export type Trend = 'improved' | 'worsened' | 'unchanged';

/** What a rise is. Of what is best inside a span, or has no direction, nobody can say. */
const RISE: Readonly<Record<Better, 1 | -1 | null>> = {
  higher: 1,
  lower: -1,
  inside: null,
  none: null,
};

/** Sick leave from 6,5 to 5,9 is an improvement (B106). Null when it cannot be said. */
export function trendOf(previous: Previous | null, better: Better): Trend | null {
  const rise = RISE[better];
  if (rise === null || !previous?.comparable) return null;
  if (previous.change === 0) return 'unchanged';
  return previous.change * rise > 0 ? 'improved' : 'worsened';
}
