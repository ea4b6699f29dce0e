import type { Sex } from '#lib/domain/model.ts';
import type { ObservationKind } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import { fold } from './fold.ts';
import { KIND, meaningOf, SEX } from './layouts/plain-long-words.ts';
import { parsePeriodText } from './period-text.ts';
import { remembered } from './rows.ts';

/** What a heading says of the figures under it; `title` is what is left when that is taken away. */
export type HeadingTold = {
  readonly title: string;
  readonly period: Period | null;
  readonly sex: Sex | null;
  readonly kind: ObservationKind | null;
  /** Folded, with a mark where the period stands: alike from year to year. */
  readonly key: string;
};

const MARK = '¤';
/** `jan till och med juni 2024` is the longest. */
const MOST_WORDS = 6;
const DASH = /^[–—-]$/;

const isDash = (word = '') => DASH.test(word);
/** Without what bound a title to the part that is taken away. */
const trimmed = (text: string) => withoutDash(text).replace(/(?:[,:]| [–—-])$/, '');

const bare = (text: string) => text.replace(/^\((.+)\)$/, '$1').replace(/[,:]$/, '');

/** A period as it is written, or as a group over a name makes it: `2024 – T1`, `2024 – januari`. */
function periodIn(words: readonly string[]): Period | null {
  const text = bare(words.join(' '));
  const [over, name, ...more] = text.split(/ [–—-] /);
  const composed =
    name === undefined || more.length > 0 ? [] : [`${over} ${name}`, `${name} ${over}`];
  for (const each of [text, ...composed]) {
    const period = parsePeriodText(each);
    if (period.ok) return period.value;
  }
  return null;
}

type Cut = { readonly from: number; readonly to: number; readonly period: Period };

/** The longest period, of two the last. It begins or ends a part: of a year within a title nothing is known. */
function cutOf(words: readonly string[]): Cut | null {
  const begins = (at: number) => at === 0 || DASH.test(words[at - 1]!);
  const ends = (at: number) =>
    at === words.length || DASH.test(words[at]!) || /^(?:\(|%$)/.test(words[at]!);
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count -= 1) {
    for (let from = words.length - count; from >= 0; from -= 1) {
      const to = from + count;
      if (!begins(from) && !ends(to) && !words[to - 1]!.endsWith(',')) continue;
      const period = periodIn(words.slice(from, to));
      if (period) return { from, to, period };
    }
  }
  return null;
}

/** A dash goes with the part after it, so that a title of several is written as it was. */
const partsOf = (text: string): readonly string[] =>
  ` ${text} `
    .split(/(?= [–—-] )/)
    .map((part) => part.trim())
    .filter((part) => !DASH.test(part) && part !== '');

const LEADING = /^[–—-] /;
const withoutDash = (part: string) => part.replace(LEADING, '');

/** `Trygghet (kvinnor)` in two, where the bracket says whose figures they are. */
function unbracketed(part: string): readonly string[] {
  const [, title, inside] = /^(.+) \((.+)\)$/.exec(part) ?? [];
  return title && inside && meaningOf(SEX, inside) !== undefined ? [title, inside] : [part];
}

/** `Utfall T1` says no title: a time without its year is none, nor is a unit. */
const isTitle = (text: string) => {
  const period = parsePeriodText(text);
  return /\p{L}{2}/u.test(text) && (period.ok || period.error !== 'no-year');
};

/** The kind that a title begins with, and the rest of it. */
function withoutKind(title: string): Pick<HeadingTold, 'title' | 'kind'> {
  const [first = '', ...rest] = title.split(' ');
  const kind = first === '' ? undefined : meaningOf(KIND, first);
  if (kind === undefined) return { title, kind: null };
  const left = rest.join(' ');
  return { kind, title: isTitle(left) ? left : '' };
}

/** `2024 – Kvinnor`, `Resultat 2024 – Män`, `Andel, procent 2023`, `Utfall T1`, `Andel kvinnor`. */
export const headingTold = remembered((heading): HeadingTold => {
  const words = heading.trim().split(/\s+/);
  const cut = /\d{4}/.test(heading) ? cutOf(words) : null;
  const [before, after] = [words.slice(0, cut?.from), cut ? words.slice(cut.to) : []];
  const parts = partsOf([...before, ...after].join(' ')).flatMap(unbracketed);
  // M of `M 2024` may be a word cut short; alone, or under a group, it is men.
  const isAlone = cut === null || parts.length > 1 || [before.at(-1), after[0]].some(isDash);
  const isSex = (part: string) =>
    (isAlone || part.length > 1) && meaningOf(SEX, withoutDash(part)) !== undefined;
  const sex = parts.find(isSex);
  const left = parts.filter((part) => part !== sex).join(' ');
  // Names are matched as they are written: what is whole is left so.
  const title = cut || sex !== undefined ? trimmed(left) : heading.trim();
  const said = withoutKind(title);
  return {
    ...said,
    period: cut?.period ?? null,
    sex: sex === undefined ? null : meaningOf(SEX, withoutDash(sex))!,
    key: fold((cut ? [...before, MARK, ...after] : words).join(' ')),
  };
});
