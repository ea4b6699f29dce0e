import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { changedBase } from '#lib/domain/aim.ts';
import { aFigure } from '#lib/domain/bound.ts';
import { aboutIndicator } from '#lib/domain/value-statements.ts';
import type { Target } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { betterWords, changeWords } from './target.ts';
import { formatAmount } from './amount.ts';
import { formatDay, formatNumber, isIndex } from './sv.ts';
import { numberToken, say } from './token.ts';
import type { Token, Tokens } from './token.ts';

/* A target in a sentence: "målvärdet på högst 90 dagar", with its numbers bound. */

type Show = {
  readonly amount: (value: number, which: string) => Token;
  readonly number: (value: number, which: string) => Token;
  /** A place has no decimals. */
  readonly whole: (value: number, which: string) => Token;
  /** As the table of targets has it. */
  readonly unit: string;
};

type Of<Kind extends TargetRule['kind']> = Extract<TargetRule, { kind: Kind }>;
type Say<Kind extends TargetRule['kind']> = (rule: Of<Kind>, show: Show) => Tokens;

/** An index is said before the first of two numbers, another unit after the last. */
const pair = (show: Show, first: readonly [number, string], last: readonly [number, string]) =>
  isIndex(show.unit)
    ? ([show.amount(...first), show.number(...last)] as const)
    : ([show.number(...first), show.amount(...last)] as const);

function span(low: number, high: number, show: Show): Tokens {
  if (low === high) return say`målvärdet på exakt ${show.amount(low, 'low')}`;
  const [first, last] = pair(show, [low, 'low'], [high, 'high']);
  return say`målspannet mellan ${first} och ${last}`;
}

function hold({ base, within }: Of<'hold'>, show: Show): Tokens {
  if (within === 0) return span(base, base, show);
  const [first, last] = pair(show, [base, 'base'], [within, 'within']);
  return say`målspannet ${first}\u00a0±\u00a0${last}`;
}

const limit = (value: number, words: string, show: Show): Tokens =>
  say`målvärdet på ${words} ${show.amount(value, 'limit')}`;

function change(rule: Of<'change'>, show: Show): Tokens {
  const at = changedBase(rule);
  const from = changeWords(rule, show.unit).replace(/\u00a0%/, '\u00a0procent');
  if (at === null) return say`målet ${from}`;
  return say`${limit(at, rule.by > 0 ? 'minst' : 'högst', show)} (${from})`;
}

/** A row for every kind there is. */
const SAYS: { readonly [Kind in TargetRule['kind']]: Say<Kind> } = {
  'at-least': ({ value, isStrict }, show) => limit(value, isStrict ? 'över' : 'minst', show),
  'at-most': ({ value, isStrict }, show) => limit(value, isStrict ? 'under' : 'högst', show),
  between: ({ low, high }, show) => span(low, high, show),
  hold,
  change,
  'better-than-previous': (rule) =>
    say`målet, ett ${betterWords(rule).replace(' än', ' utfall än')},`,
  rank: ({ atMost }, { whole }) => say`målet plats ${whole(atMost, 'limit')} eller bättre`,
  'count-by': ({ value, on }, show) =>
    say`målvärdet på minst ${show.amount(value, 'limit')} senast den ${formatDay(on)}`,
  'done-by': ({ on }) => say`målet, klart senast den ${formatDay(on)},`,
  text: ({ words }) => say`målet ”${words.trim().replace(/\.$/, '')}”`,
  reference: ({ value }, show) => say`budgeten på ${show.amount(value, 'limit')}`,
};

/** For the middle of a sentence, with its article: "målvärdet på högst 90 dagar". */
export function targetTokens(
  one: AssessedIndicator,
  target: Target,
  decimals: number,
  unit: string,
): Tokens {
  const about = aboutIndicator(one);
  const figure = (value: number, which: string) =>
    aFigure(about, 'limit', value, null, `${target.year} ${which}`);
  const say = SAYS[target.rule.kind] as Say<TargetRule['kind']>;
  return say(target.rule, {
    amount: (value, which) =>
      numberToken(figure(value, which), formatAmount(value, decimals, unit)),
    number: (value, which) => numberToken(figure(value, which), formatNumber(value, decimals)),
    whole: (value, which) => numberToken(figure(value, which), formatNumber(value, 0)),
    unit: one.measure.unit,
  });
}

/** As a sentence: "målvärdet för 2024 är minst 85 procent". */
export function targetIs(target: Target, tokens: Tokens): Tokens {
  const [first, ...rest] = tokens;
  if (!first) return tokens;
  const words = first.words
    .replace(/^(målvärdet|målspannet|målet|budgeten)(?: på|,)? /, `$1 för ${target.year} är `)
    .replace(/,$/, '');
  return [{ ...first, words }, ...rest];
}
