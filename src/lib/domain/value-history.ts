import { keyOf, saysTheSame } from './difference.ts';
import { groupBy } from './group-by.ts';
import type { Observation } from './observation.ts';

/*
 * What each value has been, over the uploads: the newest stored upload wins, and undoing it brings the earlier back.
 */

/** An upload as it came and perhaps went. */
export type Coming = {
  readonly id: number;
  /** Order of storing: the newest wins. */
  readonly seq: number;
  readonly storedAt: string;
  readonly undoneAt: string | null;
};

/** A value that became another: by an upload that came, or by one that was undone. */
export type ValueStep = {
  readonly at: string;
  readonly upload: number;
  readonly isUndone: boolean;
  /** Null where nothing was seen, or is seen any more. */
  readonly was: Observation | null;
  readonly is: Observation | null;
  /** When what was came to be what was seen; '' where nothing was. */
  readonly since: string;
};

type Moment = Pick<ValueStep, 'at' | 'upload' | 'isUndone'> & { readonly seq: number };

/** When uploads came and went, in order of time. */
const momentsOf = (comings: readonly Coming[]): readonly Moment[] =>
  comings
    .flatMap(({ id, seq, storedAt, undoneAt }): Moment[] => [
      { at: storedAt, upload: id, isUndone: false, seq },
      ...(undoneAt === null ? [] : [{ at: undoneAt, upload: id, isUndone: true, seq }]),
    ])
    .toSorted((a, b) =>
      a.at === b.at
        ? Number(a.isUndone) - Number(b.isUndone) || a.seq - b.seq
        : a.at < b.at
          ? -1
          : 1,
    );

/** After each moment the uploads that were seen then. */
function viewsOf(comings: readonly Coming[]) {
  const seen = new Set<number>();
  return momentsOf(comings).map((moment) => {
    if (moment.isUndone) seen.delete(moment.upload);
    else seen.add(moment.upload);
    return { moment, seen: new Set(seen) };
  });
}

/** Of readings of one value the one that is seen, among some uploads. */
const winnerOf = (
  readings: readonly Observation[],
  seen: ReadonlySet<number>,
  seqOf: (upload: number) => number,
): Observation | null =>
  readings
    .filter((one) => seen.has(one.source.upload))
    .reduce<Observation | null>(
      (best, one) =>
        best === null || seqOf(one.source.upload) > seqOf(best.source.upload) ? one : best,
      null,
    );

const isSame = (a: Observation | null, b: Observation | null) =>
  a === null || b === null ? a === b : saysTheSame(a, b);

const seqIn = (comings: readonly Coming[]) => {
  const seqs = new Map(comings.map(({ id, seq }) => [id, seq]));
  return (upload: number) => seqs.get(upload) ?? 0;
};

function stepsOf(readings: readonly Observation[], comings: readonly Coming[]): ValueStep[] {
  const mine = new Set(readings.map(({ source }) => source.upload));
  const own = comings.filter(({ id }) => mine.has(id));
  const seqOf = seqIn(own);
  let [was, since]: [Observation | null, string] = [null, ''];
  return viewsOf(own).flatMap(({ moment: { at, upload, isUndone }, seen }, index) => {
    const [before, is] = [was, winnerOf(readings, seen, seqOf)];
    was = is;
    if (index > 0 && isSame(before, is)) return [];
    const step = { at, upload, isUndone, was: before, is, since };
    since = at;
    return [step];
  });
}

/** That it came at all is no change. */
const isFirst = ({ since }: ValueStep) => since === '';

/** Every time that a value became another, value by value. One that has been one thing alone has no history. */
export const valueSteps = (
  readings: readonly Observation[],
  comings: readonly Coming[],
): readonly ValueStep[] =>
  [...groupBy(readings, keyOf).values()].flatMap((one) =>
    stepsOf(one, comings).filter((step) => !isFirst(step)),
  );

/** When each value first came: of interest where that was after what it is about had been read by all. */
export const firstValues = (
  readings: readonly Observation[],
  comings: readonly Coming[],
): readonly ValueStep[] =>
  [...groupBy(readings, keyOf).values()].flatMap((one) =>
    stepsOf(one, comings).filter((step) => isFirst(step) && step.is !== null),
  );

/**
 * The steps of a value as somebody saw them who could read it at some times alone: from what it was when it could last
 * be read to what it was when it could be read again. What came and went between was never seen.
 */
export function stepsSeen(
  steps: readonly ValueStep[],
  couldBeRead: (from: string, to: string | null) => boolean,
): readonly ValueStep[] {
  const [first] = steps;
  if (!first) return [];
  let seen = couldBeRead(first.since, first.at) ? { is: first.was, at: first.since } : null;
  return steps.flatMap((step, index) => {
    if (!couldBeRead(step.at, steps[index + 1]?.at ?? null)) return [];
    const was = seen;
    seen = { is: step.is, at: step.at };
    if (was === null || isSame(was.is, step.is)) return [];
    return [{ ...step, was: was.is, since: was.at }];
  });
}

/** All that a family has been, each time with what was seen of it, the first first; `readings` are of one family. */
export function familyViews(
  readings: readonly Observation[],
  comings: readonly Coming[],
): readonly (readonly Observation[])[] {
  const mine = new Set(readings.map(({ source }) => source.upload));
  const seqOf = seqIn(comings);
  const byKey = [...groupBy(readings, keyOf).values()];
  return viewsOf(comings.filter(({ id }) => mine.has(id))).map(({ seen }) =>
    byKey.flatMap((one) => winnerOf(one, seen, seqOf) ?? []),
  );
}
