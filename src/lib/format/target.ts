import { changedBase } from '#lib/domain/aim.ts';
import type { Target } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import type { Zone } from '#lib/domain/zone.ts';
import { differenceUnit, formatAmount, formatGiven } from './amount.ts';
import { formatDay, formatNumber, isIndex } from './sv.ts';

const NBSP = '\u00a0';

/** A number of the measure, with or without its unit: "90 dagar". */
export type Show = {
  readonly number: (value: number) => string;
  readonly amount: (value: number) => string;
  readonly unit: string;
};

export const showWith = (decimals: number, unit: string): Show => ({
  number: (value) => formatNumber(value, decimals),
  amount: (value) => formatAmount(value, decimals, unit),
  unit,
});

type Of<Kind extends TargetRule['kind']> = Extract<TargetRule, { kind: Kind }>;
type Sentences = {
  readonly [Kind in TargetRule['kind']]: (rule: Of<Kind>, show: Show) => string;
};

/** "mellan 40 och 60 %", "mellan index 70 och 80", "exakt 80 %". */
function spanWords(low: number, high: number, { number, amount, unit }: Show): string {
  if (low === high) return `exakt ${amount(low)}`;
  const [first, last] = isIndex(unit) ? [amount(low), number(high)] : [number(low), amount(high)];
  return `mellan ${first} och ${last}`;
}

/** "minst 90 dagar", "under 90 dagar", "mellan 40 och 60 %". */
export function zoneWords({ low, high }: Zone, show: Show): string {
  if (low && high) return spanWords(low.at, high.at, show);
  if (low) return `${low.isStrict ? 'över' : 'minst'} ${show.amount(low.at)}`;
  return high ? `${high.isStrict ? 'under' : 'högst'} ${show.amount(high.at)}` : '';
}

/** The other side of it. */
export function outsideWords({ low, high }: Zone, show: Show): string {
  if (low && high) return low.at === high.at ? 'annars' : 'utanför';
  if (low) return `${low.isStrict ? 'högst' : 'under'} ${show.amount(low.at)}`;
  return high ? `${high.isStrict ? 'minst' : 'över'} ${show.amount(high.at)}` : '';
}

/** "10 % över 340", "6 procentenheter under 62"; of a base below nought "10 % upp från −100". */
export function changeWords({ base, by, in: unit }: Of<'change'>, measureUnit: string): string {
  const [up, down] = base < 0 ? ['upp från', 'ned från'] : ['över', 'under'];
  const side = by > 0 ? up : down;
  const points = differenceUnit({ isShare: false, unit: measureUnit });
  const size = Math.abs(by);
  const decimals = formatGiven(size).split(',')[1]?.length ?? 0;
  const words = formatAmount(size, decimals, unit === 'percent' ? '%' : points);
  return `${words} ${side} ${formatGiven(base)}`;
}

function changeTarget(rule: Of<'change'>, show: Show): string {
  const at = changedBase(rule);
  const words = changeWords(rule, show.unit);
  return at === null ? words : `${rule.by > 0 ? 'minst' : 'högst'} ${show.amount(at)} (${words})`;
}

/** "80 ± 2 %", "index 80 ± 2", "exakt 80 %". */
export function holdWords({ base, within }: Of<'hold'>, show: Show): string {
  if (within === 0) return `exakt ${show.amount(base)}`;
  const around = `${NBSP}±${NBSP}`;
  return isIndex(show.unit)
    ? `${show.amount(base)}${around}${show.number(within)}`
    : `${show.number(base)}${around}${show.amount(within)}`;
}

/** "högre än året före". */
export const betterWords = ({ way }: Of<'better-than-previous'>): string =>
  `${way === 'up' ? 'högre' : 'lägre'} än året före`;

/** "plats 10 eller bättre". */
export const placeWords = ({ atMost }: Of<'rank'>): string => `plats ${atMost} eller bättre`;

/** What is to be reached, for a column of targets: a row for every kind there is. */
const TARGETS: Sentences = {
  'at-least': ({ value, isStrict }, show) => `${isStrict ? 'över' : 'minst'} ${show.amount(value)}`,
  'at-most': ({ value, isStrict }, show) => `${isStrict ? 'under' : 'högst'} ${show.amount(value)}`,
  between: ({ low, high }, show) => spanWords(low, high, show),
  hold: holdWords,
  change: changeTarget,
  'better-than-previous': betterWords,
  rank: placeWords,
  'count-by': ({ value, on }, show) => `${show.amount(value)} senast ${formatDay(on)}`,
  'done-by': ({ on }) => `klart senast ${formatDay(on)}`,
  text: ({ words }) => words,
  reference: ({ value }, show) => `budget ${show.amount(value)}`,
};

/** "högst 90 dagar". */
export function formatTarget(target: Target, decimals: number, unit: string): string {
  const words = TARGETS[target.rule.kind] as Sentences[TargetRule['kind']] as (
    rule: TargetRule,
    show: Show,
  ) => string;
  return words(target.rule, showWith(decimals, unit));
}
