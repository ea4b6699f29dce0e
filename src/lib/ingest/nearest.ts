import { fold } from './fold.ts';

/** How many letters must be put in, taken out or changed to make one word the other. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const change = above[at - 1]! + Number(a[row - 1] !== b[at - 1]);
      current.push(Math.min(change, above[at]! + 1, current[at - 1]! + 1));
    }
    above = current;
  }
  return above[b.length]!;
}

/** A letter wrong in four is a slip; more is another word. */
const reach = (name: string) => Math.max(1, Math.floor(name.length / 4));

/** The name that was likely meant, or null when none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const wanted = fold(name);
  const near = known
    .map((each) => ({ each, far: distance(wanted, fold(each)) }))
    .filter(({ far }) => far <= reach(wanted))
    .sort((a, b) => a.far - b.far);
  return near[0]?.each ?? null;
}

/** Words that tell one title from another. */
const wordsOf = (title: string) => new Set(fold(title).match(/[\p{L}\d]{3,}/gu) ?? []);

/** Of the letters in the words of two titles, how many stand in words that both have: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const letters = (words: Iterable<string>) => [...words].join('').length;
  const shared = letters([...a].filter((word) => b.has(word)));
  return (2 * shared) / Math.max(1, letters(a) + letters(b));
}

/** Less in common than this is chance. */
const LIKE_ENOUGH = 0.45;

/** Indexes of the things that have most words in common with a name, by any of their titles; the likest first. */
export function likest(name: string, things: readonly (readonly string[])[]): readonly number[] {
  const wanted = wordsOf(name);
  const likeTo = (titles: readonly string[]) =>
    Math.max(0, ...titles.map((title) => likeness(wanted, wordsOf(title))));
  return things
    .map((titles, at) => ({ at, like: likeTo(titles) }))
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((a, b) => b.like - a.like)
    .map(({ at }) => at);
}
