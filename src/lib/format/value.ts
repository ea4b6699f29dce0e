import { aimOf } from '#lib/domain/aim.ts';
import type { Aim } from '#lib/domain/aim.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { subtract } from '#lib/domain/compare.ts';
import type { Target } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { roundTo, shownDecimals } from '#lib/domain/shown-decimals.ts';
import type { Trend } from '#lib/domain/trend.ts';
import { edgesOf } from '#lib/domain/zone.ts';
import { formatAmount, formatChange, formatDifference } from './amount.ts';
import { NO_NUMBER, TREND } from './labels.ts';
import { rankWords } from './ranking.ts';
import { formatNumber, upperFirst, withUnit } from './sv.ts';
import { formatTarget } from './target.ts';

/** The number or what stands instead of it; without unit, for a column whose head names it. */
export const formatValue = (
  observation: Pick<Observation, 'state' | 'value'>,
  decimals: number,
): string => {
  if (observation.state !== 'value') return NO_NUMBER[observation.state];
  return observation.value === null ? NO_NUMBER.missing : formatNumber(observation.value, decimals);
};

/** As the file printed it, where that says more than what is shown: "8,76" beside 8,8. Else null. */
export function printedWord(
  { value, printed }: Pick<Observation, 'value' | 'printed'>,
  decimals: number,
): string | null {
  if (value === null || printed === '') return null;
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

/** "102 dagar". */
export const valueWords = (one: AssessedIndicator, observation: Observation): string =>
  withUnit(formatValue(observation, decimalsOf(one)), one.measure.unit);

/** The target beside a value: "högst 90 dagar". */
export const targetWords = (one: AssessedIndicator, target: Target): string =>
  formatTarget(target, decimalsOf(one), one.measure.unit);

/** A target of a year to come, with its own decimals: "minst 82,5 %". */
export function laterTargetWords({ indicator, measure }: AssessedIndicator, target: Target) {
  const aim = aimOf(target.rule, null);
  const limits = typeof aim === 'string' ? [] : limitsOf(aim);
  return formatTarget(target, shownDecimals(null, limits, indicator.decimals), measure.unit);
}

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

/** "5 % över basåret": only where there is a base to take per cent of. */
function baseWords(one: AssessedIndicator): string | null {
  const { target, observation, aim } = one.verdict.because;
  const rule = target?.rule;
  const value = observation?.value ?? null;
  if (rule?.kind !== 'change' || rule.in !== 'percent' || value === null) return null;
  if (rule.base === 0 || aim?.months !== 12) return null;
  const percent = (100 * subtract(value, rule.base)) / Math.abs(rule.base);
  if (percent === 0) return 'som basåret';
  const decimals = shownDecimals(percent, [{ at: rule.by, isGiven: true }], 0);
  return `${formatAmount(Math.abs(percent), decimals, '%')} ${percent > 0 ? 'över' : 'under'} basåret`;
}

function sizeWords(one: AssessedIndicator, distance: number, isRank: boolean): string {
  if (isRank) return formatAmount(Math.abs(distance), 0, 'placeringar');
  return formatDifference(one.measure, distance, decimalsOf(one));
}

/** "12 dagar över målvärdet", "på målvärdet"; null when there is nothing to measure. */
export function distanceWords(one: AssessedIndicator): string | null {
  const { distance, target, aim } = one.verdict.because;
  if (distance === null || !target) return null;
  if (target.rule.kind === 'done-by') return distance < 0 ? 'inte klart' : 'klart';
  const sides = SIDES[target.rule.kind];
  if (!sides) return null;
  const side = sides[distance > 0 ? 'over' : distance < 0 ? 'under' : 'on'];
  const size = distance === 0 ? '' : `${sizeWords(one, distance, target.rule.kind === 'rank')} `;
  const soFar = aim && aim.months < 12 ? ' så här långt' : '';
  return [`${size}${side}${soFar}`, baseWords(one)].filter((words) => words !== null).join(', ');
}

/** Which way the value went, for the eye; the word says whether that is good. */
const arrowOf = (change: number) => (change === 0 ? '' : change > 0 ? '▲' : '▼');

export type TrendWords = { readonly trend: Trend; readonly arrow: string; readonly word: string };

/** "▼ förbättring": sick leave that fell (B106). Null when it cannot be said. */
export function trendWords({ trend, previous }: AssessedIndicator): TrendWords | null {
  if (trend === null || !previous?.comparable) return null;
  return { trend, arrow: arrowOf(previous.change), word: TREND[trend] };
}

/** "−0,6 procentenheter, förbättring", "+6 st", "oförändrat"; null where no change is computed. */
export function previousWords(one: AssessedIndicator): string | null {
  const { previous, measure, trend, indicator } = one;
  if (!previous?.comparable) return null;
  const change = formatChange(measure, previous.change, indicator.decimals);
  return trend === null || trend === 'unchanged' ? change : `${change}, ${TREND[trend]}`;
}

/** The place, or the value. */
function heldWords(one: AssessedIndicator, observation: Observation): string {
  const { rank } = one.verdict.because;
  return rank ? rankWords(rank, null) : valueWords(one, observation);
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
