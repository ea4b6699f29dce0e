import type { Day } from './calendar.ts';
import { isDay } from './calendar.ts';
import type { Where } from './permission.ts';

/*
 * Gallring: the bytes of a file that was uploaded by mistake are removed. The rule is to keep; what is destroyed is
 * destroyed by a decision of the archive authority (arkivlagen 1990:782, 10 §), which is said.
 */

/** What somebody says of why the bytes go. */
export type Removal = {
  readonly reason: string;
  /** The decision: diarienummer or §. */
  readonly decision: string;
  readonly decidedOn: Day;
};

export const LONGEST_REASON = 1000;
export const LONGEST_DECISION = 200;

export type RemovalFault =
  | 'no-reason'
  | 'long-reason'
  | 'no-decision'
  | 'long-decision'
  | 'no-day'
  /** Decided after today. */
  | 'day-to-come'
  | 'not-confirmed';

/** Where somebody must be an administrator: all over the kommun whose file it is; of a file that others have too, everywhere. */
export function reachOf(owners: readonly (number | null)[]): Where {
  const [one = null, ...others] = new Set(owners);
  return { kommun: others.length === 0 ? one : null, namnd: null };
}

const textFault = <Fault>(text: string, longest: number, none: Fault, long: Fault): Fault[] => {
  if (text.trim() === '') return [none];
  return text.length > longest ? [long] : [];
};

function dayFault(day: string, today: Day): RemovalFault[] {
  if (!isDay(day)) return ['no-day'];
  return day > today ? ['day-to-come'] : [];
}

/** All that is wrong with what was said; nothing when the bytes can go. */
export const removalFaults = (
  { reason, decision, decidedOn, isConfirmed }: Removal & { readonly isConfirmed: boolean },
  today: Day,
): readonly RemovalFault[] => [
  ...textFault(reason, LONGEST_REASON, 'no-reason' as const, 'long-reason' as const),
  ...textFault(decision, LONGEST_DECISION, 'no-decision' as const, 'long-decision' as const),
  ...dayFault(decidedOn, today),
  ...(isConfirmed ? [] : ['not-confirmed' as const]),
];
