import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Height } from '#lib/domain/limits.ts';
import { shownDecimals } from '#lib/domain/shown-decimals.ts';
import type { Zone } from '#lib/domain/zone.ts';
import { edgesOf } from '#lib/domain/zone.ts';
import { monthWord } from '#lib/format/sv.ts';
import { showWith, zoneWords } from '#lib/format/target.ts';
import { laterTargetWords, limitDecimalsOf, targetWords } from '#lib/format/value.ts';

/* The lines of a target in words: what a legend and a caption call them. */

/** Kinds that are better said by their own words than by the edge they come to. */
const OWN_WORDS: ReadonlySet<string> = new Set(['rank', 'reference', 'better-than-previous']);

const zoneIn = (one: AssessedIndicator, zone: Zone) => {
  const decimals = shownDecimals(null, edgesOf(zone), limitDecimalsOf(one));
  return zoneWords(zone, showWith(decimals, one.measure.unit));
};

/** "högst 90 dagar", "minst 53,7 st till och med april", "mellan 78 och 82 %". */
function askWords(one: AssessedIndicator, { target, aim, isLater }: Height): string {
  if (OWN_WORDS.has(target.rule.kind) || aim === null)
    return isLater ? laterTargetWords(one, target) : targetWords(one, target);
  const part = aim.months < 12 ? ` till och med ${monthWord(aim.months)}` : '';
  return `${zoneIn(one, aim.zone)}${part}`;
}

/** "målvärde 2023: högst 90 dagar"; a budget is none, and says so itself. */
export function limitWords(one: AssessedIndicator, height: Height): string {
  const words = askWords(one, height);
  const { rule, year } = height.target;
  return rule.kind === 'reference' ? `${words} ${year}` : `målvärde ${year}: ${words}`;
}

/** "högst 95 dagar": how far the yellow reaches; null where there is none. */
export const nearWords = (one: AssessedIndicator, { aim, near }: Height): string | null =>
  aim?.near && near.length > 0 ? zoneIn(one, aim.near) : null;
