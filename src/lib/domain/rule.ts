import type { Day } from './calendar.ts';

/**
 * How near a missed target counts as near. Part of the target: without one there is no yellow.
 * `absolute` in the unit of the measure, `relative` as a share of the limit's size.
 */
export type Yellow =
  | { readonly kind: 'absolute'; readonly by: number }
  | { readonly kind: 'relative'; readonly share: number }
  | { readonly kind: 'better-than-before' };

type WithYellow = { readonly yellow: Yellow | null };

/** On the limit is met, unless `isStrict`: "över 80", "under 10". */
type Limit = WithYellow & { readonly value: number; readonly isStrict: boolean };

/** What is to be reached (DESIGN 3). A new kind is a new row in target.ts, format and the database's CHECK. */
export type TargetRule =
  | ({ readonly kind: 'at-least' } & Limit)
  | ({ readonly kind: 'at-most' } & Limit)
  | ({ readonly kind: 'between'; readonly low: number; readonly high: number } & WithYellow)
  /** "Bibehållas": within ± of a base. */
  | ({ readonly kind: 'hold'; readonly base: number; readonly within: number } & WithYellow)
  /** "Öka med 10 % från 340": at least (by > 0) or at most (by < 0) what the base becomes. */
  | ({
      readonly kind: 'change';
      readonly base: number;
      readonly by: number;
      readonly in: 'percent' | 'points';
    } & WithYellow)
  /** "Ska öka", "ska minska": better than the comparable value a year before. */
  | { readonly kind: 'better-than-previous'; readonly way: 'up' | 'down' }
  /** Place at most n. Computed among all kommuner or a group, or the value is a place that was reported. */
  | {
      readonly kind: 'rank';
      readonly atMost: number;
      readonly among: string | null;
      readonly isReported: boolean;
    }
  /** A number to have come to by a day; before that day only reaching it says anything. */
  | { readonly kind: 'count-by'; readonly value: number; readonly on: Day }
  /** To be done (value 1) by a day. */
  | { readonly kind: 'done-by'; readonly on: Day }
  /** Said in words, never judged. */
  | { readonly kind: 'text'; readonly words: string }
  /** Budget and the like: shown beside, never colours. */
  | { readonly kind: 'reference'; readonly value: number };
