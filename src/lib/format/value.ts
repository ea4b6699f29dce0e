import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Measure, Met, Target, TargetRule } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { stepForVerdict } from '#lib/domain/scale.ts';
import { shownDecimals } from '#lib/domain/shown-decimals.ts';
import { yellowLimit } from '#lib/domain/target.ts';
import { COLOUR, NO_NUMBER, VERDICT } from './labels.ts';
import { formatNumber, upperFirst, withUnit } from './sv.ts';

/** What a difference in a share is counted in: 68 % is 6 procentenheter more than 62 %. */
export const differenceUnit = ({ isShare, unit }: Measure): string =>
  isShare ? 'procentenheter' : unit;

/** The number or what stands instead of it; without unit, for a column whose head names it. */
export const formatValue = (
  observation: Pick<Observation, 'state' | 'value'>,
  decimals: number,
): string => {
  if (observation.state !== 'value') return NO_NUMBER[observation.state];
  return observation.value === null ? NO_NUMBER.missing : formatNumber(observation.value, decimals);
};

/** Decimals of an indicator's value beside its target: enough that the two agree with the verdict. */
export function decimalsOf({ indicator, verdict }: AssessedIndicator): number {
  const { observation, target } = verdict.because;
  const value = observation?.value ?? null;
  if (value === null) return indicator.decimals;
  return shownDecimals(value, target?.rule.value ?? null, indicator.decimals);
}

const LIMIT: Readonly<Record<TargetRule['kind'], { readonly good: string; readonly bad: string }>> =
  {
    'at-least': { good: 'minst', bad: 'under' },
    'at-most': { good: 'högst', bad: 'över' },
  };

/** "högst 90 dagar". */
export const formatTarget = (target: Target, decimals: number, unit: string): string =>
  `${LIMIT[target.rule.kind].good} ${withUnit(formatNumber(target.rule.value, decimals), unit)}`;

/** "Grönt: " in the colour that a verdict has on the plan's scale. */
const colourOf = ({ scale }: AssessedIndicator, met: Met) => {
  const step = scale && stepForVerdict(scale, met);
  return step ? upperFirst(COLOUR[step.colour]) : upperFirst(VERDICT[met]);
};

/** On the right side of a limit: "högst 16 personal". */
type Show = (value: number) => string;

function yellowSentence(one: AssessedIndicator, rule: TargetRule, show: Show): string {
  if (rule.yellow === null) return 'Inget gult är satt.';
  const limit = yellowLimit(rule, one.verdict.because.previous?.value ?? null);
  const words =
    rule.yellow.kind === 'better-than-before' || limit === null
      ? 'bättre än värdet ett år tidigare'
      : `${LIMIT[rule.kind].good} ${show(limit)}`;
  return `${colourOf(one, 'near')}: ${words}.`;
}

/** The rule in words: "Grönt: högst 90 dagar. Inget gult är satt. Rött: över 90 dagar." */
export function ruleSentence(one: AssessedIndicator): string | null {
  const { target } = one.verdict.because;
  if (!target) return null;
  const { rule } = target;
  const show: Show = (value) => withUnit(formatNumber(value, decimalsOf(one)), one.measure.unit);
  const words = LIMIT[rule.kind];
  return [
    `${colourOf(one, 'met')}: ${words.good} ${show(rule.value)}.`,
    yellowSentence(one, rule, show),
    `${colourOf(one, 'missed')}: ${rule.yellow ? 'annars' : `${words.bad} ${show(rule.value)}`}.`,
  ].join(' ');
}

/** "12 dagar över målvärdet", "på målvärdet"; null when there is nothing to measure. */
export function distanceWords(one: AssessedIndicator): string | null {
  const { distance, target } = one.verdict.because;
  if (distance === null || !target) return null;
  const decimals = decimalsOf(one);
  const size = formatNumber(Math.abs(distance), decimals);
  if (distance === 0) return 'på målvärdet';
  const side = distance > 0 ? 'över' : 'under';
  return `${withUnit(size, differenceUnit(one.measure))} ${side} målvärdet`;
}

/** "3 procentenheter lägre", "lika mycket": a change between two comparable values. */
export function differenceWords({ indicator, measure }: AssessedIndicator, change: number): string {
  if (change === 0) return 'Oförändrat';
  // Never "0 högre": as many decimals as it takes to see that there is a change.
  const size = formatNumber(Math.abs(change), shownDecimals(change, 0, indicator.decimals));
  return `${withUnit(size, differenceUnit(measure))} ${change > 0 ? 'högre' : 'lägre'}`;
}

/** "102 dagar, högst 90 dagar" said shortly, for a sentence: "102 mot högst 90 dagar". */
export function valueAgainstTarget(one: AssessedIndicator): string {
  const { observation, target } = one.verdict.because;
  if (!observation || !target) return '';
  const decimals = decimalsOf(one);
  return `${formatValue(observation, decimals)} mot ${formatTarget(target, decimals, one.measure.unit)}`;
}

/** "Ålder=50 år eller äldre" → "50 år eller äldre"; '' is the whole. */
export const breakdownWord = (breakdown: string): string =>
  breakdown === ''
    ? 'Alla'
    : breakdown
        .split(';')
        .map((pair) => upperFirst(pair.slice(pair.indexOf('=') + 1)))
        .join(', ');
