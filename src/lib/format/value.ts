import { aimOf } from '#lib/domain/aim.ts';
import type { Aim } from '#lib/domain/aim.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { compare, subtract } from '#lib/domain/compare.ts';
import type { Target } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Planned } from '#lib/domain/planned.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { isHair, roundTo, shownDecimals } from '#lib/domain/shown-decimals.ts';
import type { Trend } from '#lib/domain/trend.ts';
import { edgesOf } from '#lib/domain/zone.ts';
import { formatAmount, formatChange, formatDifference } from './amount.ts';
import { HIDDEN_WHY, NO_NUMBER, TREND, UNKNOWN_WHY } from './labels.ts';
import { rankWords } from './ranking.ts';
import { formatNumber, monthWord, upperFirst, withUnit } from './sv.ts';
import { formatTarget } from './target.ts';

/** The number or what stands instead of it; without unit, for a column whose head names it. */
export const formatValue = (
  observation: Pick<Observation, 'state' | 'value'>,
  decimals: number,
): string => {
  if (observation.state !== 'value') return NO_NUMBER[observation.state];
  return observation.value === null ? NO_NUMBER.missing : formatNumber(observation.value, decimals);
};

/** Whether a print is of the value itself, and not of what it was reckoned from: a mean of 1–5 is no index. */
function isPrintOf(printed: string, value: number): boolean {
  const bare = printed.replace(/[\s%*]/g, '').replace(/^[\u2212\u2013]/, '-');
  return [bare.replaceAll('.', '').replace(',', '.'), bare.replaceAll(',', '')].some(
    (text) => text !== '' && subtract(Number(text), value) === 0,
  );
}

/** As the file printed it, where that says more than what is shown: "8,76" beside 8,8. Else null. */
export function printedWord(
  { value, printed }: Pick<Observation, 'value' | 'printed'>,
  decimals: number,
): string | null {
  if (value === null || printed === '' || !isPrintOf(printed, value)) return null;
  return subtract(value, roundTo(value, decimals)) === 0 ? null : printed;
}

const limitsOf = (aim: Aim | null) =>
  aim ? [...edgesOf(aim.zone), ...(aim.near ? edgesOf(aim.near) : [])] : [];

/** Decimals of an indicator's value beside its target: enough that the two agree with the verdict. */
export function decimalsOf({ indicator, verdict }: AssessedIndicator): number {
  const { observation, target, aim } = verdict.because;
  // A place is no value of the measure.
  const isPlace = target?.rule.kind === 'rank' && !target.rule.isReported;
  return shownDecimals(
    observation?.value ?? null,
    isPlace ? [] : limitsOf(aim),
    indicator.decimals,
  );
}

/**
 * Decimals of the limits themselves: one more where they are a part of the year's that is not as even
 * as the value, so that "0,7 st under de 53,7" adds up.
 */
export function limitDecimalsOf(one: AssessedIndicator): number {
  const { aim } = one.verdict.because;
  const decimals = decimalsOf(one);
  if (!aim || aim.months === 12) return decimals;
  const isEven = limitsOf(aim).every(({ at }) => compare(roundTo(at, decimals), at) === 0);
  return isEven ? decimals : Math.max(decimals, one.indicator.decimals + 1);
}

const isDone = ({ value }: Observation) => value !== null && compare(value, 1) >= 0;

/** A value that is no number of the measure: a place that was reported, or what is done. */
function otherWords(one: AssessedIndicator, observation: Observation): string | null {
  const rule = one.verdict.because.target?.rule;
  if (rule?.kind === 'done-by') return isDone(observation) ? 'klart' : 'inte klart';
  return rule?.kind === 'rank' && rule.isReported
    ? `plats ${formatValue(observation, decimalsOf(one))}`
    : null;
}

/** "102 dagar", "plats 10", "inte klart", "skyddad". */
export function valueWords(one: AssessedIndicator, observation: Observation): string {
  const decimals = decimalsOf(one);
  const words = formatValue(observation, decimals);
  if (observation.state !== 'value' || observation.value === null) return words;
  return otherWords(one, observation) ?? withUnit(words, one.measure.unit);
}

/** Why nothing can be said, as a sentence; '' where something can. */
export function unknownWords({ verdict, indicator }: AssessedIndicator): string {
  if (verdict.verdict !== 'unknown') return '';
  // The age of a value is no news where it would not be coloured anyway.
  if (verdict.why === 'not-fresh' && !indicator.isCompared) return UNKNOWN_WHY['not-compared'];
  if (verdict.why === 'suppressed' && verdict.because.observation?.isHeldBack)
    return HIDDEN_WHY.decided;
  const isEarly = verdict.why === 'no-value' && verdict.because.observation?.state === 'value';
  return isEarly
    ? 'Inget värde är inläst som säger hur det stod den dag målet gäller.'
    : UNKNOWN_WHY[verdict.why];
}

/** Why some values are not told, each reason once, by values that are not; none where all are. */
export const hiddenWhy = (values: readonly Pick<Observation, 'state' | 'isHeldBack'>[]) => [
  ...new Set(
    values
      .filter(({ state }) => state === 'suppressed')
      .map(({ isHeldBack }) => HIDDEN_WHY[isHeldBack ? 'decided' : 'few']),
  ),
];

/** The target beside a value: "högst 90 dagar". */
export const targetWords = (one: AssessedIndicator, target: Target): string =>
  formatTarget(target, decimalsOf(one), one.measure.unit);

/** Decimals of a target of a year to come: its own, since no value of it is there to tell apart. */
export function laterDecimalsOf({ indicator }: AssessedIndicator, target: Target): number {
  const aim = aimOf(target.rule, null);
  const limits = typeof aim === 'string' ? [] : limitsOf(aim);
  return shownDecimals(null, limits, indicator.decimals);
}

/** A target of a year to come: "minst 82,5 %". */
export const laterTargetWords = (one: AssessedIndicator, target: Target): string =>
  formatTarget(target, laterDecimalsOf(one, target), one.measure.unit);

/** What stands on either side of a target, and on it. */
type Sides = { readonly over: string; readonly under: string; readonly on: string };

const LIMIT: Sides = { over: 'över målvärdet', under: 'under målvärdet', on: 'på målvärdet' };
const SPAN: Sides = { over: 'över spannet', under: 'under spannet', on: 'inom spannet' };

/** Null where there is no distance to speak of. */
const SIDES: Readonly<Record<TargetRule['kind'], Sides | null>> = {
  'at-least': LIMIT,
  'at-most': LIMIT,
  between: SPAN,
  hold: SPAN,
  change: LIMIT,
  'better-than-previous': {
    over: 'högre än året före',
    under: 'lägre än året före',
    on: 'lika med året före',
  },
  rank: { over: 'sämre än målet', under: 'bättre än målet', on: 'på målet' },
  'count-by': LIMIT,
  'done-by': null,
  text: null,
  reference: null,
};

/** "5 % över basvärdet": only where there is a base to take per cent of. */
function baseWords(one: AssessedIndicator): string | null {
  const { target, observation, aim } = one.verdict.because;
  const rule = target?.rule;
  const value = observation?.value ?? null;
  if (rule?.kind !== 'change' || rule.in !== 'percent' || value === null) return null;
  if (rule.base === 0 || aim?.months !== 12) return null;
  const percent = (100 * subtract(value, rule.base)) / Math.abs(rule.base);
  if (percent === 0) return 'som basvärdet';
  const decimals = shownDecimals(percent, [{ at: rule.by, isGiven: true }], 0);
  const [up, down] = rule.base < 0 ? ['upp från', 'ned från'] : ['över', 'under'];
  return `${formatAmount(Math.abs(percent), decimals, '%')} ${percent > 0 ? up : down} basvärdet`;
}

function sizeWords(one: AssessedIndicator, distance: number): string {
  if (one.verdict.because.target?.rule.kind === 'rank')
    return formatAmount(Math.abs(distance), 0, 'placeringar');
  if (isHair(distance)) return 'strax';
  return formatDifference(one.measure, distance, limitDecimalsOf(one));
}

/** "under de 53,7 som gäller till och med april": the part of the year's limit, where there is one. */
function partWords(one: AssessedIndicator, distance: number): string | null {
  const { aim } = one.verdict.because;
  if (!aim || aim.months === 12 || (aim.zone.low && aim.zone.high)) return null;
  const limit = aim.zone.low ?? aim.zone.high;
  if (!limit) return null;
  const side = distance > 0 ? 'över' : distance < 0 ? 'under' : 'på';
  const number = formatNumber(limit.at, limitDecimalsOf(one));
  return `${side} de ${number} som gäller till och med ${monthWord(aim.months)}`;
}

/** Level with a limit that is itself not enough. */
function strictWords({ zone }: Aim, rule: TargetRule): string | null {
  if (!('isStrict' in rule) || !rule.isStrict) return null;
  return `lika med målvärdet, som ska ${zone.low ? 'överträffas' : 'underskridas'}`;
}

function sideWords(one: AssessedIndicator, rule: TargetRule, distance: number): string | null {
  const { aim } = one.verdict.because;
  const sides = SIDES[rule.kind];
  if (!sides || !aim) return null;
  if (distance === 0) return strictWords(aim, rule) ?? partWords(one, 0) ?? sides.on;
  const soFar = aim.months < 12 ? ' så här långt' : '';
  const side = partWords(one, distance) ?? `${distance > 0 ? sides.over : sides.under}${soFar}`;
  return `${sizeWords(one, distance)} ${side}`;
}

/** "12 dagar över målvärdet", "på målvärdet"; null when there is nothing to measure. */
export function distanceWords(one: AssessedIndicator): string | null {
  const { verdict, because } = one.verdict;
  const { distance, target, aim } = because;
  if (distance === null || !target) return null;
  if (aim?.dueOn && verdict === 'missed' && distance >= 0) return 'nått, men efter dagen';
  const side = sideWords(one, target.rule, distance);
  return side && [side, baseWords(one)].filter((words) => words !== null).join(', ');
}

/** Which way the value went, for the eye; the word says whether that is good. */
const arrowOf = (change: number) => (change === 0 ? '' : change > 0 ? '▲' : '▼');

export type TrendWords = { readonly trend: Trend; readonly arrow: string; readonly word: string };

/** "▼ förbättring": sick leave that fell (B106). Null when it cannot be said. */
export function trendWords({ trend, previous }: AssessedIndicator): TrendWords | null {
  if (trend === null || !previous?.comparable) return null;
  return { trend, arrow: arrowOf(previous.change), word: TREND[trend] };
}

/** A change with the decimals of the two values it stands beside; of a reported place in placeringar. */
export function changeOf(one: AssessedIndicator, change: number): string {
  const rule = one.verdict.because.target?.rule;
  const isPlace = rule?.kind === 'rank' && rule.isReported;
  const measure = isPlace ? { isShare: false, unit: 'placeringar' } : one.measure;
  return formatChange(measure, change, decimalsOf(one));
}

/** "−0,6 procentenheter, förbättring", "+6 st", "oförändrat"; null where no change is computed. */
export function previousWords(one: AssessedIndicator): string | null {
  const { previous, trend } = one;
  if (!previous?.comparable) return null;
  const change = changeOf(one, previous.change);
  return trend === null || trend === 'unchanged' ? change : `${change}, ${TREND[trend]}`;
}

/** "+1 148 timmar", "−19,4 årsplatser", "0": the outcome beside what was planned for it. */
export const plannedWords = (
  { measure, indicator }: AssessedIndicator,
  { difference }: Planned,
): string =>
  difference === null
    ? '–'
    : difference === 0
      ? '0'
      : formatChange(measure, difference, indicator.decimals);

/** The value, or the place it gives: "plats 12 av 290 (3 dagar)". */
export function heldWords(one: AssessedIndicator, observation: Observation): string {
  const { rank } = one.verdict.because;
  const value = valueWords(one, observation);
  return rank ? `${rankWords(rank)} (${value})` : value;
}

/** Said shortly: "102 dagar, målet är högst 90 dagar". */
export function valueAgainstTarget(one: AssessedIndicator): string {
  const { observation, target } = one.verdict.because;
  if (!observation || !target) return '';
  return `${heldWords(one, observation)}, målet är ${targetWords(one, target)}`;
}

/** "42 av 161 st", of a count that is judged when the year has ended. */
export function soFarWords(one: AssessedIndicator): string {
  const { observation, target, aim } = one.verdict.because;
  if (!observation || !aim?.zone.low || aim.zone.high) return valueAgainstTarget(one);
  const of = formatAmount(aim.zone.low.at, decimalsOf(one), one.measure.unit);
  return target ? `${formatValue(observation, decimalsOf(one))} av ${of}` : '';
}

/** "Ålder=50 år eller äldre" → "50 år eller äldre"; '' is the whole. */
export const breakdownWord = (breakdown: string): string =>
  breakdown === ''
    ? 'Alla'
    : breakdown
        .split(';')
        .map((pair) => upperFirst(pair.slice(pair.indexOf('=') + 1)))
        .join(', ');
