import type { Assessed } from './assess-all.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { aFigure } from './bound.ts';
import type { About } from './bound.ts';
import type { Met, Target } from './model.ts';
import type { Observation } from './observation.ts';
import type { Rank } from './ranking.ts';
import type { NoValue, NotHeld, Statement, StatementOf, ValueForm } from './statement.ts';

/* What an indicator's value is, and how it stands to its target. */

export const aboutIndicator = ({ indicator }: AssessedIndicator): About => ({
  kind: 'indicator',
  id: indicator.id,
});

/** What the value is to a reader. */
export function formOf({ verdict }: AssessedIndicator): ValueForm {
  const rule = verdict.because.target?.rule;
  if (rule?.kind === 'done-by') return 'done';
  return rule?.kind === 'rank' && rule.isReported ? 'place' : 'amount';
}

/** An observation with a number: nothing that is missing or hidden is one. */
export type Valued = Observation & { readonly value: number };

export const isValued = (one: Observation | null): one is Valued =>
  one !== null && one.state === 'value' && one.value !== null;

/** The value that is told: the newest that counts, be it too old to be judged. */
export function toldOf({ current }: AssessedIndicator): Valued | null {
  const told = current.kind === 'value' || current.kind === 'stale' ? current.observation : null;
  return isValued(told) ? told : null;
}

const lastDays = ({ period, measuredOn }: Observation) =>
  measuredOn === null || measuredOn === period.to ? null : measuredOn;

export function valueStatement(one: AssessedIndicator): StatementOf<'value'> | null {
  const observation = toldOf(one);
  if (!observation) return null;
  const about = aboutIndicator(one);
  return {
    ...{ about, kind: 'value', form: formOf(one), period: observation.period },
    figure: aFigure(about, 'value', observation.value, observation),
    measuredOn: lastDays(observation),
    isPreliminary: observation.isPreliminary,
    isOld: one.current.kind === 'stale',
  };
}

/** What a hidden value would point out; what is hidden at its source may be of either. */
function hidesOf({ measure }: AssessedIndicator): 'answers' | 'persons' | 'either' {
  if (measure.hidesPersons) return 'persons';
  const isAsked =
    measure.survey !== null || measure.source === 'hme' || measure.source === 'survey';
  return isAsked ? 'answers' : 'either';
}

function whyNoValue({ indicator, verdict, current }: AssessedIndicator): NoValue {
  if (indicator.isQualitative) return 'in-words';
  if (current.kind === 'suppressed' || current.kind === 'not-applicable') return current.kind;
  if (current.kind === 'only-parts') return 'only-parts';
  const isLater = verdict.verdict === 'unknown' && verdict.why === 'measured-later';
  return isLater ? 'measured-later' : 'no-value';
}

/** The first occasion to come at which it is measured; null where it is every kind of, or none is planned. */
const nextFor = ({ later }: Pick<Assessed, 'later'>, { indicator }: AssessedIndicator) =>
  later.find(({ kind }) => indicator.measuredAt?.includes(kind)) ?? null;

export function noValueStatement(
  assessed: Pick<Assessed, 'later'>,
  one: AssessedIndicator,
): StatementOf<'no-value'> {
  const why = whyNoValue(one);
  return {
    ...{ about: aboutIndicator(one), kind: 'no-value', why },
    period: 'observation' in one.current ? one.current.observation.period : null,
    hides: why === 'suppressed' ? hidesOf(one) : null,
    next: why === 'measured-later' ? nextFor(assessed, one) : null,
  };
}

function partOf(about: About, { verdict }: AssessedIndicator) {
  const { aim, observation } = verdict.because;
  const limit = aim && (aim.zone.low ?? aim.zone.high);
  const isSpan = aim?.zone.low && aim.zone.high;
  if (!aim || aim.months === 12 || !limit || isSpan) return null;
  return {
    months: aim.months,
    limit: aFigure(about, 'part-limit', limit.at, observation, `${aim.months}`),
  };
}

function againstPlace(
  one: AssessedIndicator,
  met: Met,
  target: Target,
  rank: Rank,
  distance: number,
): Statement {
  const about = aboutIndicator(one);
  const { observation } = one.verdict.because;
  return {
    ...{ about, kind: 'place-against-target', met, target, step: one.step, rank },
    place: aFigure(about, 'rank', rank.place, observation, rank.group),
    of: aFigure(about, 'ranked', rank.of, observation, rank.group),
    distance: aFigure(about, 'distance', distance, observation),
  };
}

/** Only what has a verdict stands against its target. */
function heldStatement(one: AssessedIndicator, met: Met): Statement | null {
  const { target, observation, rank, distance, aim } = one.verdict.because;
  if (!target || !aim || !isValued(observation) || distance === null) return null;
  if (rank) return againstPlace(one, met, target, rank, distance);
  const about = aboutIndicator(one);
  return {
    ...{ about, kind: 'against-target', met, target, form: formOf(one), step: one.step },
    value: observation.value,
    distance: aFigure(about, 'distance', distance, observation),
    part: partOf(about, one),
    isLate: aim.dueOn !== null && met === 'missed' && distance >= 0,
  };
}

/** These are told by what there is of a value, or need no word. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  ...['only-parts', 'not-fresh', 'not-compared', 'measured-later', 'suppressed', 'not-applicable'],
]);

/** How the value stands to its target, or why it is held against none; null where that goes without saying. */
export function targetStatement(one: AssessedIndicator): Statement | null {
  const { verdict, indicator } = one;
  if (verdict.verdict !== 'unknown') return heldStatement(one, verdict.verdict);
  if (TOLD_ELSEWHERE.has(verdict.why) || !indicator.isCompared) return null;
  const hasValue = toldOf(one) !== null;
  // Without a value there is nothing that a number could be held against; words are a target all the same.
  if (!hasValue && verdict.why !== 'words-only') return null;
  const why = verdict.why === 'no-value' ? 'not-by-day' : (verdict.why as NotHeld);
  return { about: aboutIndicator(one), kind: 'not-held', why, target: verdict.because.target };
}

/** A target of a year to come, the nearest. */
export function laterTargetStatement(one: AssessedIndicator): Statement | null {
  const target = one.laterTargets[0];
  return target ? { about: aboutIndicator(one), kind: 'later-target', target } : null;
}
