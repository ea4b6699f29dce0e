import type { Day } from './calendar.ts';
import type { PaperDate } from './model.ts';

/* How far an activity has come, and what its dates say of that. */

export const LIFECYCLES = ['planned', 'under_way', 'done', 'paused', 'cancelled'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** What somebody has said of an activity at an occasion: null where it is as the plan has it. */
export type ActivityState = {
  readonly activity: number;
  readonly lifecycle: Lifecycle | null;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  /** Said at the meeting, after the papers were sent. */
  readonly atMeeting: boolean;
};

/** What somebody should look at: its end has passed and it is not done, or it should have begun. */
export type Late = 'ended-undone' | 'not-begun' | null;

const IS_OVER: ReadonlySet<Lifecycle> = new Set(['done', 'cancelled'] as const);

/**
 * `lifecycle` null: nobody has said. An impossible date has no day, and says nothing. Paused is a decision, and
 * late only when its end has passed.
 */
export function lateOf(
  { start, end }: { readonly start: PaperDate | null; readonly end: PaperDate | null },
  lifecycle: Lifecycle | null,
  cutoff: Day,
): Late {
  if (lifecycle !== null && IS_OVER.has(lifecycle)) return null;
  const [startOn, endOn] = [start?.day ?? null, end?.day ?? null];
  if (endOn !== null && endOn <= cutoff) return 'ended-undone';
  return lifecycle === 'planned' && startOn !== null && startOn < cutoff ? 'not-begun' : null;
}
