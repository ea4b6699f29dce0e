import type { Phase, Target } from './model.ts';
import type { Day } from './calendar.ts';
import { groupBy } from './group-by.ts';

/*
 * All that has been said and changed of one thing, in order of time. Read from the chains themselves: each link says
 * what it came after.
 */

/** A link of a chain of what people have said. */
export type Link = {
  readonly id: number;
  readonly previous: number | null;
  readonly occasion: number;
  readonly at: string;
};

/** A time during which an occasion could be read by everybody; `to` null while it still can. */
export type Public = { readonly from: string; readonly to: string | null };

/** A step of an occasion. */
export type PhaseStep = { readonly phase: Phase; readonly at: string };

/**
 * When an occasion could be read by everybody, from its steps in order. What was decided is read also while it is open
 * anew, but what is said then is arbetsmaterial: so the time ends when it is opened.
 */
export function publicTimes(steps: readonly PhaseStep[]): readonly Public[] {
  const times: { from: string; to: string | null }[] = [];
  for (const { phase, at } of steps) {
    const last = times.at(-1);
    if (phase === 'oppet' && last) last.to = at;
    // From what was locked by mistake it goes back to what could be read all the time.
    if (phase === 'publicerat' && (!last || last.to !== null)) times.push({ from: at, to: null });
  }
  return times;
}

/** A link, and the nearest before it that may be seen too. */
export type Seen<T> = { readonly link: T; readonly before: T | null };

/** What holds from one moment until another, or still, held while everybody could read it: some of the time at least. */
export const isHeldIn = (held: Public, times: readonly Public[]): boolean =>
  times.some(
    ({ from, to }) => (held.to === null || held.to > from) && (to === null || held.from < to),
  );

/** It held while its occasion was public: what was said and taken back before that was arbetsmaterial, and stays so. */
const isPublic = (link: Link, next: Link | undefined, times: readonly Public[]): boolean =>
  isHeldIn({ from: link.at, to: next?.at ?? null }, times);

/** The links that may be seen: all of them from within, and from without what has been public. */
export function seenLinks<T extends Link>(
  links: readonly T[],
  publicAt: (occasion: number) => readonly Public[],
  isInside: boolean,
): readonly Seen<T>[] {
  const byId = new Map(links.map((one) => [one.id, one]));
  const nextOf = new Map(links.map((one) => [one.previous, one]));
  const isSeen = (one: T) => isInside || isPublic(one, nextOf.get(one.id), publicAt(one.occasion));
  const before = ({ previous }: T): T | null => {
    const one = previous === null ? undefined : byId.get(previous);
    return one === undefined || isSeen(one) ? (one ?? null) : before(one);
  };
  return links.filter(isSeen).map((link) => ({ link, before: before(link) }));
}

/** A target, and when another took its place. */
export type DatedTarget = Target & { readonly replacedAt: string | null };

/** A target that was replaced: by another, or by none. */
export type TargetChange = {
  readonly at: string;
  readonly was: DatedTarget;
  readonly is: DatedTarget | null;
};

/** Targets of one year, occasion, sex and place follow on each other. */
const slotOf = ({ year, occasion, sex, place }: Target) =>
  JSON.stringify([year, occasion, sex, place]);

/** Every target that was replaced, with what came in its place. */
export const targetChanges = (targets: readonly DatedTarget[]): readonly TargetChange[] =>
  [...groupBy(targets, slotOf).values()].flatMap((slot) => {
    const inOrder = slot.toSorted((a, b) => a.id - b.id);
    return inOrder.flatMap((was, at) =>
      was.replacedAt === null ? [] : [{ at: was.replacedAt, was, is: inOrder[at + 1] ?? null }],
    );
  });

/** The occasion at which a period is first told of: the first that has its cut-off when it has ended, or later. */
export const occasionOfPeriod = <T extends { readonly cutoffOn: Day }>(
  inOrder: readonly T[],
  to: Day,
): T | undefined => inOrder.find(({ cutoffOn }) => cutoffOn >= to);

/** As much of an entry as says when it was and where it belongs; `at` null is a fact of its occasion without a time. */
export type Dated = { readonly at: string | null; readonly occasion: number | null };

/** The newest first. What has no time stands after all else of its occasion. */
export function newestFirst<T extends Dated>(entries: readonly T[]): readonly T[] {
  const begins = new Map<number | null, string>();
  for (const { at, occasion } of entries) {
    const known = begins.get(occasion);
    if (at !== null && (known === undefined || at < known)) begins.set(occasion, at);
  }
  const timeOf = ({ at, occasion }: T) => at ?? begins.get(occasion) ?? '';
  const compare = (a: T, b: T) => {
    const [one, other] = [timeOf(a), timeOf(b)];
    if (one !== other) return one < other ? 1 : -1;
    return Number(a.at === null) - Number(b.at === null);
  };
  // Of two at the same moment the later in the list was the later.
  return entries.toReversed().toSorted(compare);
}

/** Entries that follow on each other and belong to one occasion. */
export type Run<T> = { readonly occasion: number | null; readonly entries: readonly T[] };

export function runsOf<T extends Dated>(entries: readonly T[]): readonly Run<T>[] {
  const runs: { occasion: number | null; entries: T[] }[] = [];
  for (const one of entries) {
    const last = runs.at(-1);
    if (last && last.occasion === one.occasion) last.entries.push(one);
    else runs.push({ occasion: one.occasion, entries: [one] });
  }
  return runs;
}

/** A page of many; one that there is not is the nearest that there is. */
export type Page<T> = {
  readonly entries: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly count: number;
};

export function pageOf<T>(all: readonly T[], wanted: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return {
    entries: all.slice((page - 1) * size, page * size),
    ...{ page, pages, count: all.length },
  };
}
