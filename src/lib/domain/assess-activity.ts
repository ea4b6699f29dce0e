import { lateOf } from './lifecycle.ts';
import type { Late, Lifecycle } from './lifecycle.ts';
import type { Day } from './calendar.ts';
import type { Activity, Level, PaperDate, Plan, Reported, Scale } from './model.ts';
import { invariant } from './result.ts';
import { commentsOf, judgementOf } from './said.ts';
import type { Told } from './said.ts';
import type { Snapshot } from './snapshot.ts';
import { sentOf, stateOf } from './state.ts';
import type { State } from './state.ts';

export type AssessedActivity = {
  readonly activity: Activity;
  readonly level: Level;
  /** What it does at this occasion: only what is judged has a state. */
  readonly reported: Reported;
  /** Null where the plan does not judge it: it is not wanting a judgement. */
  readonly state: State | null;
  /** How far it has come; null where nobody has said. */
  readonly lifecycle: Lifecycle | null;
  /** When it begins and ends, as it was said last: here, else in the plan. */
  readonly start: PaperDate | null;
  readonly end: PaperDate | null;
  /** What the dates say of that, at the cut-off. */
  readonly late: Late;
  readonly source: string | null;
  readonly reason: string | null;
  /** What was sent to the meeting, where it was changed there. */
  readonly sent: State | null;
  /** How far it has come, or its dates, were said anew at the meeting. */
  readonly isLifecycleChanged: boolean;
  readonly comments: readonly Told[];
};

export type About = { readonly plan: Plan; readonly level: Level; readonly scale: Scale | null };

/** The plan, level and scale of a goal or an activity. */
export function aboutOf(
  snapshot: Snapshot,
  thing: { readonly plan: number; readonly level: number; readonly key: string },
): About {
  const plan = snapshot.plans.find((one) => one.id === thing.plan);
  const level = snapshot.levels.find((one) => one.id === thing.level);
  invariant(plan && level, `${thing.key} has a plan and a level`);
  return { plan, level, scale: snapshot.scales.find((one) => one.id === level.scale) ?? null };
}

/** What a level does at the snapshot's occasion; a kind of occasion it does not name is none of its business. */
export const reportedOf = (snapshot: Snapshot, level: Level): Reported =>
  level.reported[snapshot.occasion.kind] ?? 'none';

const toldDate = (day: Day | null | undefined): PaperDate | null =>
  day ? { day, text: day } : null;

export function assessActivity(snapshot: Snapshot, activity: Activity): AssessedActivity {
  const { plan, level, scale } = aboutOf(snapshot, activity);
  const reported = reportedOf(snapshot, level);
  const judgement = judgementOf(snapshot, 'activity', activity.id, reported);
  const told = snapshot.activityStates.find((one) => one.activity === activity.id);
  const lifecycle = told?.lifecycle ?? null;
  const start = toldDate(told?.startOn) ?? activity.start;
  const end = toldDate(told?.endOn) ?? activity.end;
  const state = stateOf(reported, scale, judgement, null, null, plan.judgedBy);
  return {
    activity,
    level,
    reported,
    state,
    ...{ lifecycle, start, end },
    late: lateOf({ start, end }, lifecycle, snapshot.occasion.cutoffOn),
    ...{ source: judgement?.source ?? null, reason: judgement?.reason ?? null },
    ...{ sent: sentOf(state, judgement, scale), isLifecycleChanged: told?.atMeeting ?? false },
    comments: commentsOf(snapshot, 'activity', activity.id, level.textParts),
  };
}
