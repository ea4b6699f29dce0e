import { aimOf } from './aim.ts';
import type { Aim, NoAim } from './aim.ts';
import { addMonths } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Indicator, Met, Occasion, Sex, Target } from './model.ts';
import type { Observation } from './observation.ts';
import { countedTo, monthsCounted } from './part-year.ts';
import type { Rank } from './ranking.ts';
import type { TargetRule } from './rule.ts';
import { countsBy } from './series.ts';
import type { Current, Previous } from './series.ts';
import { distanceTo, isBelow, isIn } from './zone.ts';

/** Why nothing can be said. Each is a sentence of its own on the page; none is red and none is zero. */
export type Unknown =
  | 'no-value'
  | 'only-parts'
  | 'not-fresh'
  | 'no-target'
  | 'not-compared'
  | 'measured-later'
  | 'suppressed'
  | 'not-applicable'
  | 'part-year'
  | 'not-due-yet'
  | 'no-rank'
  | NoAim;

/** What a verdict rests on, as data. */
export type Because = {
  readonly target: Target | null;
  readonly observation: Observation | null;
  readonly previous: Observation | null;
  /** What the target asks; null where it asks nothing of a number. */
  readonly aim: Aim | null;
  /** The place that was held against a target for places, where it was computed. */
  readonly rank: Rank | null;
  /** Value minus target, in the unit of the measure or in places; 0 anywhere inside a span. */
  readonly distance: number | null;
};

export type Verdict =
  | { readonly verdict: Met; readonly because: Because }
  | { readonly verdict: 'unknown'; readonly why: Unknown; readonly because: Because };

/** Met, near or missed. */
export function judge({ zone, near }: Pick<Aim, 'zone' | 'near'>, value: number): Met {
  if (isIn(zone, value)) return 'met';
  return near !== null && isIn(near, value) ? 'near' : 'missed';
}

const of = (targets: readonly Target[], indicator: number, sex: Sex, place: number) =>
  targets.filter((one) => one.indicator === indicator && one.sex === sex && one.place === place);

/** The target that speaks at an occasion: one set for it goes before one for its year. A later year's never does. */
export const targetAt = (
  targets: readonly Target[],
  indicator: number,
  occasion: Pick<Occasion, 'id' | 'year'>,
  sex: Sex,
  place: number,
): Target | null => {
  const due = of(targets, indicator, sex, place).filter((one) => one.year === occasion.year);
  return (
    due.find((one) => one.occasion === occasion.id) ??
    due.find((one) => one.occasion === null) ??
    null
  );
};

/** Targets of years to come: shown beside, in order, and never a colour now. */
export const targetsAfter = (
  targets: readonly Target[],
  indicator: number,
  year: number,
  sex: Sex,
  place: number,
): readonly Target[] =>
  of(targets, indicator, sex, place)
    .filter((one) => one.year > year && one.occasion === null)
    .toSorted((a, b) => a.year - b.year);

/** What one indicator is assessed from, at one occasion. */
export type Facts = {
  readonly indicator: Pick<Indicator, 'isCompared' | 'measuredAt' | 'addsUp' | 'hasLinearShare'>;
  readonly target: Target | null;
  readonly current: Current;
  readonly previous: Previous | null;
  readonly rank: Rank | null;
  readonly occasion: Pick<Occasion, 'kind' | 'cutoffOn'>;
};

/** Whether the indicator is due at this kind of occasion. */
const isDue = ({ indicator: { measuredAt }, occasion }: Facts) =>
  measuredAt === null || measuredAt.includes(occasion.kind);

/** Why a series without a value that counts says nothing; null when it has one. */
function whyNoValue({ kind }: Current, due: boolean): Unknown | null {
  if (kind === 'value') return null;
  if (kind === 'suppressed' || kind === 'not-applicable' || kind === 'only-parts') return kind;
  if (!due) return 'measured-later';
  return kind === 'stale' ? 'not-fresh' : 'no-value';
}

/** What is held against the aim: the value, or the place that it gives. */
const heldOf = (rule: TargetRule, value: number, rank: Rank | null): number | null =>
  rule.kind === 'rank' && !rule.isReported ? (rank?.place ?? null) : value;

/** A count only grows: reached is reached, and past a ceiling and its yellow there is no way back. */
const isSettled = ({ zone, near }: Aim, held: number) =>
  zone.high === null ? isIn(zone, held) : !isBelow(near ?? zone, held);

/** More than a month before a day, a value does not tell how it stood on that day. */
const endsBefore = (observation: Observation, on: Day) =>
  countedTo(observation) < addMonths(on, -1);

/** A rule with a day, once it has come. */
const dayPassed = (target: Target | null, cutoff: Day) =>
  target && 'on' in target.rule && target.rule.on <= cutoff ? target.rule.on : null;

/**
 * What speaks of a target with a day once that day has passed: the newest value that counts by it,
 * unless only what came later says whether it was reached.
 */
export function currentFor(
  target: Target | null,
  series: readonly Observation[],
  current: Current,
  cutoff: Day,
): Current {
  const on = dayPassed(target, cutoff);
  const aim = plainAim(target);
  if (on === null || aim === null || current.kind !== 'value') return current;
  const byDay = series.findLast((one) => one.state === 'value' && countsBy(one, on));
  if (!byDay) return current;
  const isReached = ({ value }: Observation) => value !== null && isIn(aim.zone, value);
  const isTold = isReached(byDay) || (!isReached(current.observation) && !endsBefore(byDay, on));
  return isTold ? { kind: 'value', observation: byDay } : current;
}

/** Before the day whatever counts is in time; after it what counts by the day. */
const isReachedBy = (on: Day, cutoff: Day, observation: Observation) =>
  cutoff < on || countsBy(observation, on);

/** Why a value says nothing of a day; null where it was reached, or not, on it. */
function whyNotByDay(on: Day, cutoff: Day, observation: Observation, isReached: boolean) {
  if (isReached) return null;
  if (cutoff < on) return 'not-due-yet';
  return endsBefore(observation, on) ? 'no-value' : null;
}

/** Why a value that does not reach says nothing yet: the year, or the day, has not come to its end. */
function whyNotYet(
  { indicator, occasion }: Facts,
  aim: Aim,
  held: number,
  observation: Observation,
  counted: number | null,
): Unknown | null {
  if (aim.dueOn !== null)
    return whyNotByDay(aim.dueOn, occasion.cutoffOn, observation, isIn(aim.zone, held));
  if (!aim.isYearly || counted === null || isSettled(aim, held)) return null;
  return indicator.hasLinearShare && counted > 0 ? null : 'part-year';
}

/** The months of the year a count is held against: those it holds where its share is linear. */
const monthsHeld = ({ indicator }: Facts, counted: number | null) =>
  indicator.hasLinearShare && counted !== null && counted > 0 ? counted : 12;

/** A value that counts against a target that speaks. */
function hold(facts: Facts, target: Target, observation: Observation, because: Because): Verdict {
  const unknown = (why: Unknown, aim: Aim | null): Verdict => ({
    ...{ verdict: 'unknown', why, because: { ...because, aim } },
  });
  if (observation.value === null) return unknown('no-value', because.aim);
  const counted = monthsCounted(facts.indicator, target, observation);
  const before = facts.previous?.comparable ? facts.previous.observation.value : null;
  const aim = aimOf(target.rule, before, monthsHeld(facts, counted));
  if (typeof aim === 'string') return unknown(aim, null);
  const held = heldOf(target.rule, observation.value, facts.rank);
  if (held === null) return unknown('no-rank', aim);
  const wait = whyNotYet(facts, aim, held, observation, counted);
  if (wait !== null) return unknown(wait, aim);
  // Reached, but only after the day.
  const isLate =
    aim.dueOn !== null && !isReachedBy(aim.dueOn, facts.occasion.cutoffOn, observation);
  return {
    verdict: isLate ? 'missed' : judge(aim, held),
    because: { ...because, aim, distance: distanceTo(aim.zone, held) },
  };
}

/** What a target asks before there is a value to hold against it. */
function plainAim(target: Target | null): Aim | null {
  const aim = target && aimOf(target.rule, null);
  return typeof aim === 'string' ? null : aim;
}

/** One indicator at one occasion. Pure, and always with what it rests on. */
export function assess(facts: Facts): Verdict {
  const { indicator, target, current, previous, rank } = facts;
  const observation = 'observation' in current ? current.observation : null;
  const isRanked = target?.rule.kind === 'rank' && !target.rule.isReported;
  const because: Because = {
    ...{ target, observation, previous: previous?.observation ?? null },
    ...{ aim: plainAim(target), rank: isRanked ? rank : null, distance: null },
  };
  const unknown = (why: Unknown): Verdict => ({ verdict: 'unknown', why, because });

  const never = indicator.isCompared && target ? aimOf(target.rule, null) : null;
  if (never === 'words-only' || never === 'reference') return unknown(never);
  const missing = whyNoValue(current, isDue(facts));
  if (missing !== null) return unknown(missing);
  if (!indicator.isCompared) return unknown('not-compared');
  if (target === null) return unknown('no-target');
  return observation === null ? unknown('no-value') : hold(facts, target, observation, because);
}
