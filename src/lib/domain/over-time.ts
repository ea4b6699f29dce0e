import type { AssessedIndicator } from './assess-indicator.ts';
import type { Day } from './calendar.ts';
import { keyOf } from './difference.ts';
import { heightsOf, limitsOver, yearsAhead } from './limits.ts';
import type { Limit } from './limits.ts';
import type { SeriesBreak, Sex } from './model.ts';
import type { Observation } from './observation.ts';
import { comparePeriods } from './period.ts';
import type { Period } from './period.ts';
import { missingBetween, rhythmsOf } from './rhythm.ts';
import { countsBy, whyNotComparable } from './series.ts';

/** A place on the axis of time; a gap is a period that nothing was told of. */
export type Slot = { readonly period: Period; readonly isGap: boolean };

/** A value on its slot. */
export type Point = { readonly at: number; readonly observation: Observation };

/** The values of one sex, in runs that may be joined: between two runs nothing is drawn. */
export type Line = { readonly sex: Sex; readonly runs: readonly (readonly Point[])[] };

/** A break of the series stands right before a slot. */
export type Cut = { readonly before: number; readonly reason: string };

/** One indicator through time, ready to be drawn. */
export type OverTime = {
  readonly slots: readonly Slot[];
  readonly lines: readonly Line[];
  /** Budgets and forecasts: beside the lines, and never a colour. */
  readonly planned: readonly Point[];
  readonly cuts: readonly Cut[];
  readonly limits: readonly Limit[];
};

const SEXES: readonly Sex[] = ['T', 'K', 'M', 'A'];

const isWhole = (one: Observation, place: number) => one.place === place && one.breakdown === '';

/** Outcomes at the indicator's own place, by sex, that count at the cut-off. */
const outcomesOf = ({ observations, place }: AssessedIndicator, cutoff: Day) =>
  observations.filter(
    (one) => isWhole(one, place) && one.kind === 'utfall' && countsBy(one, cutoff),
  );

/** Budgets and forecasts of the same periods, and those that stand beside the outcome. */
function plansOf(
  { observations, place, planned }: AssessedIndicator,
  outcomes: readonly Observation[],
): readonly Observation[] {
  const told = new Set(outcomes.map(({ period }) => period.text));
  const beside = new Set(planned.map(({ observation }) => keyOf(observation)));
  return observations
    .filter((one) => isWhole(one, place) && one.kind !== 'utfall' && one.sex === 'T')
    .filter((one) => one.value !== null && (beside.has(keyOf(one)) || told.has(one.period.text)));
}

const inOrder = (periods: readonly Period[]): readonly Period[] =>
  [...new Map(periods.map((one) => [one.text, one])).values()].toSorted(comparePeriods);

/** Along the periods of one rhythm: a run ends where a value is missing or may not be compared. */
function runsOf(
  walk: readonly Period[],
  pointAt: (period: Period) => Point | null,
  breaks: readonly SeriesBreak[],
): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const period of walk) {
    const point = pointAt(period);
    const before = runs.at(-1)?.at(-1)?.observation.period;
    const isJoined = point && before && whyNotComparable(before, period, breaks) === null;
    if (!isJoined) runs.push([]);
    if (point) runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

/** Each break before the first slot it reaches, where there is something on both sides of it. */
const cutsOf = (breaks: readonly SeriesBreak[], periods: readonly Period[]): readonly Cut[] =>
  breaks.flatMap(({ from, reason }) => {
    const before = periods.findIndex(({ to }) => to >= from);
    return before > 0 ? [{ before, reason }] : [];
  });

/** Every period that has a place on the axis, in rhythms with their gaps. */
function walksOf(outcomes: readonly Observation[]): readonly (readonly Period[])[] {
  const rhythms = rhythmsOf(inOrder(outcomes.map(({ period }) => period)));
  return rhythms.map((rhythm) => inOrder([...rhythm, ...missingBetween(rhythm)]));
}

function drawn(one: AssessedIndicator, outcomes: readonly Observation[]): OverTime {
  const { breaks } = one.indicator;
  const plans = plansOf(one, outcomes);
  const walks = walksOf(outcomes);
  const told = [...outcomes, ...plans].map(({ period }) => period);
  const heights = heightsOf(one);
  const periods = inOrder([...walks.flat(), ...told, ...yearsAhead(heights, told)]);
  const at = new Map(periods.map(({ text }, index) => [text, index]));
  const isTold = new Set(told.map(({ text }) => text));

  const pointOf = (observation: Observation): Point => ({
    ...{ at: at.get(observation.period.text) ?? 0, observation },
  });
  const lineOf = (sex: Sex): Line => {
    const own = outcomes.filter((other) => other.sex === sex && other.value !== null);
    const points = new Map(own.map((other) => [other.period.text, pointOf(other)]));
    const pointAt = ({ text }: Period) => points.get(text) ?? null;
    return { sex, runs: walks.flatMap((walk) => runsOf(walk, pointAt, breaks)) };
  };
  return {
    slots: periods.map((period) => ({ period, isGap: !isTold.has(period.text) })),
    lines: SEXES.map(lineOf).filter(({ runs }) => runs.length > 0),
    planned: plans.map(pointOf),
    cuts: cutsOf(breaks, periods),
    limits: limitsOver(heights, periods),
  };
}

/**
 * What is drawn of an indicator through time; null where fewer than two periods have a value. Not
 * joined: over a gap, over a break, and values of periods of different kind or length.
 */
export function overTime(one: AssessedIndicator, cutoff: Day): OverTime | null {
  const isDone = one.verdict.because.target?.rule.kind === 'done-by';
  if (one.indicator.isQualitative || isDone) return null;
  const outcomes = outcomesOf(one, cutoff);
  const valued = outcomes.filter(({ value }) => value !== null);
  return new Set(valued.map(({ period }) => period.text)).size < 2 ? null : drawn(one, outcomes);
}
