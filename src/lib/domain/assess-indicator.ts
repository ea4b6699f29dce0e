import type { Comment, Indicator, Measure, Scale, Step } from './model.ts';
import type { Observation } from './observation.ts';
import type { Snapshot } from './snapshot.ts';
import { countsBy, currentAt, FRESHNESS, headline, isFresh, previousOf } from './series.ts';
import type { Current, Previous } from './series.ts';
import { stepForVerdict } from './scale.ts';
import { assess, targetAt } from './target.ts';
import type { Verdict } from './target.ts';
import { invariant } from './result.ts';

/** An indicator at an occasion, with all that its page and every table needs. */
export type AssessedIndicator = {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly verdict: Verdict;
  /** The plan's scale for indicators, and where the verdict lands on it; null when nothing is judged. */
  readonly scale: Scale | null;
  readonly step: Step | null;
  readonly current: Current;
  readonly previous: Previous | null;
  /** Every observation of the measure: sexes, places, breakdowns, all periods. */
  readonly observations: readonly Observation[];
  readonly comments: readonly Comment[];
};

/** It says nothing now because it is not due until a later occasion. */
export const isMeasuredLater = ({ verdict }: Pick<AssessedIndicator, 'verdict'>): boolean =>
  verdict.verdict === 'unknown' && verdict.why === 'measured-later';

/** The plans' scale for indicators. */
export function indicatorScaleOf(snapshot: Pick<Snapshot, 'plans' | 'scales'>) {
  const id = snapshot.plans.find((plan) => plan.indicatorScale !== null)?.indicatorScale ?? null;
  return snapshot.scales.find((scale) => scale.id === id) ?? null;
}

/** What the indicator has to say; of one that is only told in parts, that it is. */
function currentOf(snapshot: Snapshot, measure: Measure, series: readonly Observation[]): Current {
  const { cutoffOn } = snapshot.occasion;
  const freshness = FRESHNESS[measure.source];
  const current = currentAt(series, cutoffOn, freshness);
  const hasParts = snapshot.observations.some(
    (one) =>
      one.measure === measure.id &&
      one.state === 'value' &&
      one.kind === 'utfall' &&
      countsBy(one, cutoffOn) &&
      isFresh(one.period, freshness, cutoffOn),
  );
  return current.kind === 'none' && hasParts ? { kind: 'only-parts' } : current;
}

export function assessIndicator(snapshot: Snapshot, indicator: Indicator): AssessedIndicator {
  const { occasion, place } = snapshot;
  const measure = snapshot.measures.find((one) => one.id === indicator.measure);
  invariant(measure, `indicator ${indicator.key} has a measure`);

  const series = headline(snapshot.observations, indicator, place);
  const current = currentOf(snapshot, measure, series);
  const previous =
    current.kind === 'value' ? previousOf(series, current.observation, indicator.breaks) : null;
  const target = targetAt(snapshot.targets, indicator.id, occasion, 'T', place);
  const verdict = assess(indicator, target, current, previous, occasion);
  const scale = indicatorScaleOf(snapshot);

  return {
    indicator,
    measure,
    verdict,
    scale,
    step: scale && verdict.verdict !== 'unknown' ? stepForVerdict(scale, verdict.verdict) : null,
    current,
    previous,
    observations: snapshot.observations.filter((one) => one.measure === measure.id),
    comments: snapshot.comments.filter(
      (one) => one.subject.kind === 'indicator' && one.subject.id === indicator.id,
    ),
  };
}
