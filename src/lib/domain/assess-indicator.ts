import { addUp } from './add-up.ts';
import type { Added, Total } from './add-up.ts';
import type { Indicator, Measure, Plan, Scale, Step, Target, TextPart } from './model.ts';
import type { Observation } from './observation.ts';
import type { Planned } from './planned.ts';
import { plannedOf } from './planned.ts';
import { quarterOf, rankFor, rankOf } from './ranking.ts';
import type { Quarter, Rank } from './ranking.ts';
import type { TargetRule } from './rule.ts';
import { commentsOf, saidOf } from './said.ts';
import type { Said, Told } from './said.ts';
import type { Snapshot } from './snapshot.ts';
import {
  countsBy,
  currentAt,
  FRESHNESS,
  headline,
  isFresh,
  latestBefore,
  previousOf,
} from './series.ts';
import type { Current, Previous } from './series.ts';
import { stepForVerdict } from './scale.ts';
import { assess, currentFor, targetAt, targetsAfter } from './target.ts';
import type { Unknown, Verdict } from './target.ts';
import { trendOf } from './trend.ts';
import type { Trend } from './trend.ts';
import { invariant } from './result.ts';

/** An indicator at an occasion, with all that its page and every table needs. */
export type AssessedIndicator = {
  readonly indicator: Indicator;
  readonly measure: Measure;
  /** What its value is about: the kommun, or the unit it is measured in. */
  readonly place: number;
  readonly verdict: Verdict;
  /** Its plan's scale for indicators, and where the verdict lands on it; null when nothing is judged. */
  readonly scale: Scale | null;
  readonly step: Step | null;
  readonly current: Current;
  readonly previous: Previous | null;
  /** The value before, where none is about a year older; shown with its period, never compared. */
  readonly before: Observation | null;
  /** Against the year before, apart from the verdict; null when it cannot be said. */
  readonly trend: Trend | null;
  /** Where the kommun stands in the country, of a Kolada measure with a direction; beside, never as colour. */
  readonly standing: { readonly rank: Rank; readonly quarter: Quarter | null } | null;
  /** What the value was added up from, where it was. */
  readonly total: Total | null;
  /** Targets of years to come, which never colour now. */
  readonly laterTargets: readonly Target[];
  /** Budgets and forecasts beside the outcome, which never colour. */
  readonly planned: readonly Planned[];
  /** What people have judged, of the whole and of units; beside what the rule says. */
  readonly said: readonly Said[];
  /** What can be said of it in words. */
  readonly textParts: readonly TextPart[];
  /** Every observation of the measure: sexes, places, breakdowns, all periods. */
  readonly observations: readonly Observation[];
  readonly comments: readonly Told[];
};

const LATER: ReadonlySet<Unknown> = new Set(['measured-later', 'part-year', 'not-due-yet']);
const NEVER: ReadonlySet<TargetRule['kind']> = new Set(['text', 'reference']);

/** It says nothing now because it is not due until later, or its year or day has not come to its end. */
export const isMeasuredLater = ({ verdict }: Pick<AssessedIndicator, 'verdict'>): boolean =>
  verdict.verdict === 'unknown' && LATER.has(verdict.why);

/** False for what no rule ever judges: it is not wanting a verdict. */
export function isJudged({
  indicator,
  verdict,
}: Pick<AssessedIndicator, 'verdict' | 'indicator'>): boolean {
  const { target } = verdict.because;
  return indicator.isCompared && (target === null || !NEVER.has(target.rule.kind));
}

/**
 * The plans an indicator belongs to, nearest first: of the goals it hangs on, of the activities that
 * carry it, any other of the nämnd's, and fullmäktige's. plan/subject.ts reads a plan file so.
 */
function plansOf({ plans, goals, activities }: Snapshot, indicator: Indicator): readonly Plan[] {
  const onGoals = goals.filter((one) => indicator.goals.includes(one.id));
  const carriers = activities.filter((one) => one.indicators.includes(indicator.id));
  const near = [...onGoals, ...carriers].flatMap(
    ({ plan }) => plans.find((one) => one.id === plan) ?? [],
  );
  const far = plans.toSorted((a, b) => Number(a.isFullmaktiges) - Number(b.isFullmaktiges));
  return [...new Set([...near, ...far])];
}

/** The scale of the nearest plan that has one. */
function scaleOf(snapshot: Snapshot, indicator: Indicator): Scale | null {
  const plan = plansOf(snapshot, indicator).find((one) => one.indicatorScale !== null);
  return snapshot.scales.find((one) => one.id === plan?.indicatorScale) ?? null;
}

/** What the nearest plan that has any parts says of an indicator in words. */
const partsOf = (snapshot: Snapshot, indicator: Indicator): readonly TextPart[] =>
  plansOf(snapshot, indicator).find((one) => one.indicatorParts.length > 0)?.indicatorParts ?? [];

/** Whether a value at one place is of another, or of a part of it; a place that nobody knows is the kommun's. */
function isWithin({ places, place: kommun }: Snapshot, at: number, place: number): boolean {
  let here = at;
  while (here !== place) {
    const known = places.find((one) => one.id === here);
    if (here === kommun || (known && known.kind !== 'unit')) return false;
    here = known?.parent ?? kommun;
  }
  return true;
}

/** What the indicator has to say; of one that is only told in parts, that it is. */
function currentOf(
  snapshot: Snapshot,
  measure: Measure,
  place: number,
  series: readonly Observation[],
): Current {
  const { cutoffOn } = snapshot.occasion;
  const freshness = FRESHNESS[measure.source];
  const current = currentAt(series, cutoffOn, freshness);
  if (current.kind !== 'none') return current;
  const hasParts = snapshot.observations.some(
    (one) =>
      one.measure === measure.id &&
      one.state === 'value' &&
      one.kind === 'utfall' &&
      countsBy(one, cutoffOn) &&
      isFresh(one.period, freshness, cutoffOn) &&
      isWithin(snapshot, one.place, place),
  );
  return hasParts ? { kind: 'only-parts' } : current;
}

const seriesOf = (
  { observations }: Snapshot,
  indicator: Indicator,
  measure: Measure,
  place: number,
) =>
  addUp(
    headline(observations, indicator, place),
    indicator.addsUp,
    measure.isShare,
    indicator.breaks,
  );

const totalOf = (added: readonly Added[], current: Current): Total | null =>
  ('observation' in current &&
    added.find((one) => one.observation === current.observation)?.total) ||
  null;

function standingOf(
  snapshot: Snapshot,
  { better }: Indicator,
  measure: Measure,
  place: number,
  current: Current,
) {
  if (measure.source !== 'kolada' || current.kind !== 'value') return null;
  const period = current.observation.period.text;
  const rank = rankOf(snapshot, { measure: measure.id, period, place, better, among: null });
  return rank && { rank, quarter: quarterOf(rank) };
}

export function assessIndicator(snapshot: Snapshot, indicator: Indicator): AssessedIndicator {
  const { occasion } = snapshot;
  const place = indicator.place ?? snapshot.place;
  const measure = snapshot.measures.find((one) => one.id === indicator.measure);
  invariant(measure, `indicator ${indicator.key} has a measure`);

  const added = seriesOf(snapshot, indicator, measure, place);
  const series = added.map((one) => one.observation);
  const target = targetAt(snapshot.targets, indicator.id, occasion, 'T', place);
  const newest = currentOf(snapshot, measure, place, series);
  const current = currentFor(target, series, newest, occasion.cutoffOn);
  const previous =
    current.kind === 'value' || current.kind === 'stale'
      ? previousOf(series, current.observation, indicator.breaks)
      : null;
  // A unit has no place among kommuner.
  const rank = rankFor({ ...snapshot, place }, indicator, target, current);
  const verdict = assess({ indicator, target, current, previous, rank, occasion });
  const scale = scaleOf(snapshot, indicator);
  const textParts = partsOf(snapshot, indicator);

  return {
    indicator,
    measure,
    place,
    verdict,
    scale,
    step: scale && verdict.verdict !== 'unknown' ? stepForVerdict(scale, verdict.verdict) : null,
    current,
    previous,
    before:
      previous === null && 'observation' in current
        ? latestBefore(series, current.observation)
        : null,
    trend: trendOf(previous, indicator.better),
    standing: standingOf(snapshot, indicator, measure, place, current),
    total: totalOf(added, current),
    laterTargets: targetsAfter(snapshot.targets, indicator.id, occasion.year, 'T', place),
    planned: plannedOf(snapshot.observations, indicator, place, verdict.because.observation),
    said: saidOf(snapshot, 'indicator', indicator.id, scale),
    observations: snapshot.observations.filter((one) => one.measure === measure.id),
    textParts,
    comments: commentsOf(snapshot, 'indicator', indicator.id, textParts),
  };
}
