import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Figure } from '#lib/domain/bound.ts';
import { compare } from '#lib/domain/compare.ts';
import { isHair, roundTo, shownDecimals } from '#lib/domain/shown-decimals.ts';
import type { ValueForm } from '#lib/domain/statement.ts';
import { differenceUnit } from './amount.ts';
import { subjectOf } from './subject.ts';
import { formatNumber, isIndex, ONE, withUnit } from './sv.ts';
import { numberToken, say } from './token.ts';
import type { Token, Tokens } from './token.ts';

/* Numbers of a measure as they are said in running text: "33 procent", "12 dagar längre", "6 färre". */

/** Units as they are printed in a table, and said in a sentence. A number of pieces is the number alone. */
const SPOKEN: Readonly<Record<string, string>> = {
  '%': 'procent',
  kr: 'kronor',
  mnkr: 'miljoner kronor',
  mkr: 'miljoner kronor',
  st: '',
  antal: '',
};

export function spokenUnit(unit: string): string {
  const [base = '', ...per] = unit.split('/');
  return [SPOKEN[base.trim()] ?? base.trim(), ...per.map((one) => `per ${one.trim()}`)].join(' ');
}

/** The same word for one and for many. */
const SAME: ReadonlySet<string> = new Set(
  'dygn vårddygn hushåll besök barn brukare deltagare medarbetare årsarbetare samtal beslut svar fall'.split(
    ' ',
  ),
);

/** Things that there may be none of: "inga dygn". */
const isThings = (unit: string) => unit !== 'procentenheter' && (unit in ONE || SAME.has(unit));

/** "inga dygn": of things there are none of; null where there are some, or it is no number of things. */
export const noneWords = (value: number, unit: string): string | null =>
  value === 0 && isThings(unit) ? `inga\u00a0${unit}` : null;

/** Without its unit where what it is a number of has been said: "antalet hushåll var 384". */
export function unitInText({ indicator, measure }: AssessedIndicator): string {
  const { isBare, words } = subjectOf(indicator);
  const unit = isBare ? '' : spokenUnit(measure.unit);
  const [per] = / per .*$/.exec(unit) ?? [];
  return per && words.includes(per) ? unit.replace(per, '') : unit;
}

/** What is more and what is less of it. */
export type Ways = { readonly more: string; readonly less: string };

const HIGH: Ways = { more: 'högre', less: 'lägre' };
const MANY: Ways = { more: 'fler', less: 'färre' };
const LONG: Ways = { more: 'längre', less: 'kortare' };
/** Place 12 is a higher number than place 10, and a worse place. */
const PLACE: Ways = { more: 'sämre', less: 'bättre' };

const TIMES: ReadonlySet<string> = new Set('minuter timmar dagar veckor månader'.split(' '));
const LEVELS: ReadonlySet<string> = new Set(['', '%', '‰', 'poäng', 'index', 'grader']);

/** What is waited for or handled takes its days; days that are given are a number of them. */
const LASTS = /vänt|snabb|handläggning|utredning|(?:kö|tid|tiden)(?!\p{L})/iu;
const IS_VOLUME = /utförd|beställd|volym|antal|belagda|köpta|summa/i;

/** Längre, fler or högre: by what the number is counted in, and what the measure is about. */
export function waysOf({ indicator, measure }: AssessedIndicator, form: ValueForm): Ways {
  if (form === 'place') return PLACE;
  const { isShare } = measure;
  const unit = measure.unit.toLowerCase();
  const name = `${indicator.short ?? ''} ${indicator.title}`;
  if (TIMES.has(unit)) {
    const isLong = LASTS.test(name) && !IS_VOLUME.test(indicator.short ?? indicator.title);
    return isLong ? LONG : MANY;
  }
  if (subjectOf(indicator).words.startsWith('antalet')) return MANY;
  const isMoney = /^(?:kr|kronor|tkr|mkr|mnkr)\b/.test(unit);
  return isShare || isMoney || LEVELS.has(unit) || isIndex(unit) ? HIGH : MANY;
}

/** Things that have been counted once in a sentence need no unit the second time: "21 färre än budgeten på 304". */
export const unitAgain = (one: AssessedIndicator, form: ValueForm): string =>
  waysOf(one, form) === MANY ? '' : unitInText(one);

/** A difference with its unit: "12 dagar", "2 procentenheter"; how many more there are is the number alone. */
function sizeWords(
  one: AssessedIndicator,
  size: number,
  decimals: number,
  form: ValueForm,
): string {
  const shown = shownDecimals(size, [{ at: 0, isGiven: true }], decimals);
  const number = formatNumber(size, shown);
  if (form === 'place') return withUnit(number, 'placeringar');
  const ways = waysOf(one, form);
  if (ways === MANY) return number;
  return withUnit(number, spokenUnit(differenceUnit(one.measure)).replace(/ per .*$/, ''));
}

/** Two numbers that are read beside each other, with the decimals they are read with. */
type Read = { readonly value: number; readonly decimals: number };

const read = ({ value, decimals }: Read) => roundTo(value, decimals);

/**
 * How a value stands to another that is printed beside it. The size is told only where the three printed numbers add up,
 * which those of more decimals than are printed may fail to do: then the direction is told alone.
 */
export type Beside = 'same' | 'nearly' | { readonly way: string; readonly size: Token | null };

export function besideOf(
  one: AssessedIndicator,
  form: ValueForm,
  difference: Figure,
  value: Read,
  other: Read,
): Beside {
  const by = difference.value;
  if (by === 0) return 'same';
  if (isHair(by) || compare(read(value), read(other)) === 0) return 'nearly';
  const ways = waysOf(one, form);
  const decimals = Math.max(value.decimals, other.decimals);
  const shown = Math.sign(by) * roundTo(Math.abs(by), decimals);
  const isSum = compare(read(value), read(other) + shown) === 0;
  const words = sizeWords(one, Math.abs(by), decimals, form);
  return {
    way: by > 0 ? ways.more : ways.less,
    size: isSum ? numberToken(difference, words) : null,
  };
}

/** "12 dagar längre", "längre". */
export const byWords = ({ way, size }: Exclude<Beside, string>): Tokens =>
  size ? say`${size} ${way}` : say`${way}`;
