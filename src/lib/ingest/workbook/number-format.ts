import { remembered } from '../rows.ts';

/*
 * What a number format of Excel's shows of a number (ECMA-376 18.8.30 and 18.8.31). Only what is shown is
 * asked for: a day whose format shows a month is a month.
 */

export type Shown = 'number' | 'percent' | 'day' | 'month' | 'year' | 'time' | 'duration';

/** Text in quotes, escaped signs, blanks as wide as a sign, fillers. */
const LITERAL = /"[^"]*"?|\\.|_.|\*./g;
/** [Red], [$kr-41D], [>100]; not [h], which is time. */
const BRACKETS = /\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
const GENERAL = /general|standard/gi;
const EXPONENT = /e[+-]/gi;
const HALF_DAY = /am\/pm|a\/p/gi;
const DURATION = /\[(?:h+|m+|s+)\]/i;

/** The runs of letters that stand for parts of a day and a time: `yyyy`, `mm`, `h`. */
function partsOf(bare: string): string[] {
  const runs = bare.replace(HALF_DAY, '').match(/y+|m+|d+|h+|s+|e+/gi) ?? [];
  return runs.map((run) => run[0]!.toLowerCase());
}

/** `m` is minutes after hours or before seconds, else months (18.8.31). */
const isMinutes = (parts: readonly string[], at: number) =>
  parts[at] === 'm' && (parts[at - 1] === 'h' || parts[at + 1] === 's');

function shownBy(format: string): Shown {
  const [first = ''] = format.replace(LITERAL, '').split(';');
  const bare = first.replace(BRACKETS, '').replace(GENERAL, '').replace(EXPONENT, '');
  if (DURATION.test(bare)) return 'duration';
  const parts = partsOf(bare);
  const has = (part: string) => parts.some((one, at) => one === part && !isMinutes(parts, at));
  if (has('d')) return 'day';
  if (has('m')) return 'month';
  if (has('y') || has('e')) return 'year';
  if (parts.length > 0) return 'time';
  return bare.includes('%') ? 'percent' : 'number';
}

export const shown: (format: string) => Shown = remembered(shownBy);
