import { addMonths, dayNumber } from './calendar.ts';
import type { Day } from './calendar.ts';
import { subtract } from './compare.ts';
import type { Indicator, MeasureSource, SeriesBreak } from './model.ts';
import type { Observation } from './observation.ts';
import { comparePeriods, periodDays, periodMonths, yearBefore } from './period.ts';
import type { Period } from './period.ts';
import { invariant } from './result.ts';

/** How old a value may be and still speak for the occasion. */
export type Freshness =
  { readonly kind: 'calendar-year' } | { readonly kind: 'months'; readonly months: number };

/** DESIGN 4: own measures in the calendar year of the cut-off, Kolada and surveys within 24 months. */
export const FRESHNESS: Readonly<Record<MeasureSource, Freshness>> = {
  own: { kind: 'calendar-year' },
  hme: { kind: 'months', months: 24 },
  survey: { kind: 'months', months: 24 },
  kolada: { kind: 'months', months: 24 },
};

const byPeriod = (a: Observation, b: Observation) => comparePeriods(a.period, b.period);

/** The outcomes of one indicator for the whole (both sexes, no breakdown) at one place, oldest first. */
export const headline = (
  observations: readonly Observation[],
  indicator: Pick<Indicator, 'measure'>,
  place: number,
): readonly Observation[] =>
  observations
    .filter(
      (one) =>
        one.measure === indicator.measure &&
        one.place === place &&
        one.sex === 'T' &&
        one.breakdown === '' &&
        one.kind === 'utfall',
    )
    .toSorted(byPeriod);

/**
 * An observation counts at a cut-off when its period has ended, or it was measured or published, on
 * or before that day (DESIGN 4). Gnesta's staff continuity for January–June is measured in May.
 */
export const countsBy = (observation: Observation, cutoff: Day): boolean =>
  [observation.period.to, observation.measuredOn, observation.publishedOn].some(
    (day) => day !== null && day <= cutoff,
  );

/**
 * Whether a value is new enough. Of one whose period nobody states the day is the latest it can be, so
 * that months say nothing of it: it speaks in the calendar year of that day alone.
 */
export function isFresh(period: Period, freshness: Freshness, cutoff: Day): boolean {
  const oldest =
    freshness.kind === 'calendar-year' || period.kind === 'until'
      ? `${cutoff.slice(0, 4)}-01-01`
      : addMonths(cutoff, -freshness.months);
  return period.to >= oldest;
}

/** What a series has to say at a cut-off. `stale` is shown with its year and never coloured. */
export type Current =
  | { readonly kind: 'value'; readonly observation: Observation }
  | { readonly kind: 'stale'; readonly observation: Observation }
  | { readonly kind: 'suppressed'; readonly observation: Observation }
  | { readonly kind: 'not-applicable'; readonly observation: Observation }
  /** No value for the whole, but for parts of it: per age, sex or unit. */
  | { readonly kind: 'only-parts' }
  | { readonly kind: 'none' };

/** A missing value says nothing, so the one before it speaks; a suppressed one is an answer. */
const ANSWERS = new Set(['value', 'suppressed', 'not_applicable']);

/** The newest observation that counts, from a series in order. */
export function currentAt(
  series: readonly Observation[],
  cutoff: Day,
  freshness: Freshness,
): Current {
  const observation = series.findLast((one) => ANSWERS.has(one.state) && countsBy(one, cutoff));
  if (!observation) return { kind: 'none' };
  if (!isFresh(observation.period, freshness, cutoff)) {
    return observation.state === 'value' ? { kind: 'stale', observation } : { kind: 'none' };
  }
  if (observation.state === 'suppressed') return { kind: 'suppressed', observation };
  if (observation.state === 'not_applicable') return { kind: 'not-applicable', observation };
  return { kind: 'value', observation };
}

/** Why two values may not be subtracted. */
export type NotComparable = 'other-window' | 'window-not-stated' | 'break';

/** The value about a year before, always with its own period, and whether a change may be computed. */
export type Previous =
  | { readonly observation: Observation; readonly comparable: true; readonly change: number }
  | { readonly observation: Observation; readonly comparable: false; readonly why: NotComparable };

/** The same days a year before are as long, also when one of them holds a 29 February. */
const sameLength = (a: Period, b: Period) => {
  if (a.text === yearBefore(b).text) return true;
  const months = periodMonths(a);
  return months === null ? periodDays(a) === periodDays(b) : months === periodMonths(b);
};

/** Null when the two may be compared (DESIGN 4: kind and length agree, and no break between). */
export function whyNotComparable(
  earlier: Period,
  later: Period,
  breaks: readonly SeriesBreak[],
): NotComparable | null {
  if (earlier.kind === 'until' || later.kind === 'until') return 'window-not-stated';
  if (earlier.kind !== later.kind || !sameLength(earlier, later)) return 'other-window';
  return breaks.some((one) => earlier.to < one.from && one.from <= later.to) ? 'break' : null;
}

/** Half a year on either side of "a year before". */
const REACH = { nearest: 6, farthest: 18 } as const;

const DAYS_A_MONTH = 365.25 / 12;

/** Whole months, so that 31 December is as far from 30 June as the 31 December before it. */
const monthsApart = (a: Day, b: Day) =>
  Math.round(Math.abs(dayNumber(a) - dayNumber(b)) / DAYS_A_MONTH);

/**
 * About a year before: the same period of last year, else the value that ends nearest to it; of two
 * as near the newer.
 */
export function previousOf(
  series: readonly Observation[],
  current: Observation,
  breaks: readonly SeriesBreak[],
): Previous | null {
  const { period } = current;
  const wanted = yearBefore(period);
  const distance = (one: Observation) =>
    one.period.text === wanted.text ? -1 : monthsApart(one.period.to, wanted.to);
  const observation = series
    .filter(
      (one) =>
        one.state === 'value' &&
        one.period.to <= addMonths(period.to, -REACH.nearest) &&
        one.period.to >= addMonths(period.to, -REACH.farthest),
    )
    .toSorted((a, b) => distance(a) - distance(b) || byPeriod(b, a))[0];
  if (!observation) return null;
  const why = whyNotComparable(observation.period, period, breaks);
  if (why !== null) return { observation, comparable: false, why };
  invariant(current.value !== null && observation.value !== null, 'a value has a number');
  return { observation, comparable: true, change: subtract(current.value, observation.value) };
}

/**
 * The value that ended before the current one began, where none is about a year older: Kalmar's "senaste utfall", whose
 * period nobody states. It stands beside with its own period, and nothing is computed from it.
 */
export const latestBefore = (
  series: readonly Observation[],
  current: Observation,
): Observation | null =>
  series.findLast(
    (one) => one.state === 'value' && one.period.to < (current.period.from ?? current.period.to),
  ) ?? null;

/** For a table of everything: newest period first, the whole before its parts. */
export const newestFirst = (observations: readonly Observation[]): readonly Observation[] => {
  const sexes = ['T', 'K', 'M', 'A'];
  return observations.toSorted(
    (a, b) =>
      byPeriod(b, a) ||
      a.place - b.place ||
      Number(a.breakdown !== '') - Number(b.breakdown !== '') ||
      sexes.indexOf(a.sex) - sexes.indexOf(b.sex),
  );
};
