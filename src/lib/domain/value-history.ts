import { keyOf, saysTheSame } from './difference.ts';
import { groupBy } from './group-by.ts';
import type { Observation } from './observation.ts';
import type { Snapshot } from './snapshot.ts';
import { suppress } from './suppress.ts';

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
  let was: Observation | null = null;
  return viewsOf(own).flatMap(({ moment: { at, upload, isUndone }, seen }, index) => {
    const [before, is] = [was, winnerOf(readings, seen, seqOf)];
    was = is;
    // That it came at all is no change.
    return index === 0 || isSame(before, is) ? [] : [{ at, upload, isUndone, was: before, is }];
  });
}

/** Every time that a value became another, value by value. One that has been one thing alone has no history. */
export const valueSteps = (
  readings: readonly Observation[],
  comings: readonly Coming[],
): readonly ValueStep[] =>
  [...groupBy(readings, keyOf).values()].flatMap((one) => stepsOf(one, comings));

type About = Pick<Snapshot, 'measures' | 'places' | 'place'>;

/**
 * Whether the figures of a family may be told as they have been. Not if any of its values is hidden now, or has been
 * at any time, or would be if one of those that have been stood among those that are: an old total beside a new
 * part gives away the rest. When in doubt it is told that they changed, and not from what to what.
 */
export function mayTellFigures(
  family: readonly Observation[],
  comings: readonly Coming[],
  about: About,
): boolean {
  const seqOf = seqIn(comings);
  const byKey = [...groupBy(family, keyOf).values()];
  const seenBy = (seen: ReadonlySet<number>) =>
    byKey.flatMap((readings) => winnerOf(readings, seen, seqOf) ?? []);
  const views = viewsOf(comings).map(({ seen }) => seenBy(seen));
  const now = new Map((views.at(-1) ?? []).map((one) => [keyOf(one), one]));
  const beside = family.map((one) => [...new Map(now).set(keyOf(one), one).values()]);
  return [...views, ...beside].every((observations) =>
    suppress({ observations, ...about }).every(({ state }) => state !== 'suppressed'),
  );
}
