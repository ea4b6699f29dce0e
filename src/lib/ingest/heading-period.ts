import type { Period } from '#lib/domain/period.ts';
import { parsePeriodText } from './period-text.ts';
import { remembered } from './rows.ts';

/** A heading cut into its words and the period that they end with. */
export type HeadingPeriod = { readonly title: string; readonly period: Period | null };

const WORDS = 3;

/** `Andel, procent 2023` and `Invånare 0-64 år 2009` end in a period; `2023-T2` is one and has no title. */
export const headingPeriod = remembered((heading): HeadingPeriod => {
  const words = heading.trim().split(/\s+/);
  for (let count = Math.min(WORDS, words.length); count > 0; count -= 1) {
    const period = parsePeriodText(words.slice(-count).join(' '));
    if (period.ok) return { title: words.slice(0, -count).join(' '), period: period.value };
  }
  return { title: heading, period: null };
});
