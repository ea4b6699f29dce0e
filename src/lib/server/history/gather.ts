import {
  isHeldIn,
  newestFirst,
  occasionOfPeriod,
  publicTimes,
  seenLinks,
  targetChanges,
} from '#lib/domain/history.ts';
import type { Dated, Seen, TargetChange } from '#lib/domain/history.ts';
import type { Subject } from '#lib/domain/judgement.ts';
import type { Kommun, Measure, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { published } from '#lib/domain/occasion.ts';
import { keyOf } from '#lib/domain/difference.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { DecidedValue } from '#lib/domain/decided-before.ts';
import { firstValues, stepsSeen, valueSteps } from '#lib/domain/value-history.ts';
import type { Coming, ValueStep } from '#lib/domain/value-history.ts';
import * as activityStates from '../db/activity-states.ts';
import type { ActivityStateRow } from '../db/activity-states.ts';
import type { Db } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as judgements from '../db/judgements.ts';
import * as observations from '../db/observations.ts';
import * as occasions from '../db/occasions.ts';
import * as phaseChanges from '../db/phase-changes.ts';
import * as readyMarks from '../db/ready-marks.ts';
import type { ReadyMark } from '../db/ready-marks.ts';
import { readDecidedValues } from '../decided-values.ts';
import * as uploads from '../db/uploads.ts';
import type { Upload } from '../db/uploads.ts';
import { readDecisions } from '../decisions.ts';
import { readSteps } from '../steps.ts';
import type { StepRow } from '../steps.ts';

/** Whose history it is, and of what; of an indicator also the measure that its values are of. */
export type Wanted = {
  readonly kommun: Kommun;
  readonly namnd: Namnd;
  readonly subject: Subject;
  readonly measure: Measure | null;
  /** Whether open work may be seen. */
  readonly isInside: boolean;
  /** The occasion that is asked for by name: its steps are told, also where nothing else of it is. */
  readonly from: number | null;
};

type JudgementRow = ReturnType<typeof judgements.historyOf>[number];
type JudgementLink = Omit<JudgementRow['row'], 'step'> & Pick<JudgementRow, 'step'>;
type TextLink = ReturnType<typeof judgements.commentLinks>[number];
type CeilingRow = ReturnType<typeof judgements.ceilingsOf>[number];

/** Something that was said or changed, with no more of it than is needed to know where it stands. */
export type Entry = Dated &
  (
    | { readonly kind: 'judgement'; readonly seen: Seen<JudgementLink> }
    | { readonly kind: 'text'; readonly seen: Seen<TextLink> }
    | { readonly kind: 'lifecycle'; readonly seen: Seen<ActivityStateRow> }
    | { readonly kind: 'ready'; readonly seen: Seen<ReadyMark> }
    | { readonly kind: 'ceiling'; readonly ceiling: CeilingRow }
    | { readonly kind: 'target'; readonly change: TargetChange }
    | { readonly kind: 'value'; readonly step: ValueStep }
    | { readonly kind: 'phase'; readonly row: StepRow }
  );

/** All that the values have been, to ask what of it may be told. */
export type Values = {
  readonly readings: readonly Observation[];
  readonly comings: readonly Coming[];
  /** Beside what everybody reads as it was decided. */
  readonly decided: readonly (readonly DecidedValue[])[];
  /** Uploads that were undone, and whose bytes have been removed by a decision. */
  readonly takenAway: ReadonlySet<number>;
  readonly uploads: ReadonlyMap<number, Upload>;
};

export type History = {
  readonly entries: readonly Entry[];
  readonly namnd: Namnd;
  readonly occasions: readonly NamndOccasion[];
  readonly values: Values;
};

const NO_VALUES: Values = {
  ...{ readings: [], comings: [], decided: [] },
  ...{ takenAway: new Set<number>(), uploads: new Map<number, Upload>() },
};

type Asked = Wanted & { readonly db: Db; readonly list: readonly NamndOccasion[] };

/** When each occasion of the nämnd could be read by everybody. */
function publicIn({ db, namnd, list }: Asked) {
  const times = new Map(
    list.map(({ id }) => [
      id,
      publicTimes(phaseChanges.list(db, { namnd: namnd.id, occasion: id })),
    ]),
  );
  return (occasion: number) => times.get(occasion) ?? [];
}

/** From without, what belongs to no published occasion is not there. */
const isSeenAt = (asked: Asked, occasion: number | undefined) =>
  asked.isInside || published(asked.list).some(({ id }) => id === occasion);

function saidOf(asked: Asked): readonly Entry[] {
  const { db, namnd, subject, isInside } = asked;
  const publicAt = publicIn(asked);
  const judged = judgements
    .historyOf(db, namnd.id, subject)
    .map(({ row, step }) => ({ ...row, step }));
  const when = ({ link }: Seen<{ at: string; occasion: number }>) => ({
    ...{ at: link.at, occasion: link.occasion },
  });
  const states =
    subject.kind === 'activity' ? activityStates.historyOf(db, namnd.id, subject.id) : [];
  const marks = readyMarks.historyOf(db, namnd.id, subject);
  const texts = judgements.commentLinks(db, namnd.id, subject);
  return [
    ...seenLinks(states, publicAt, isInside).map((seen) => ({
      ...{ ...when(seen), kind: 'lifecycle' as const, seen },
    })),
    ...seenLinks(judged, publicAt, isInside).map((seen) => ({
      ...{ ...when(seen), kind: 'judgement' as const, seen },
    })),
    ...seenLinks(texts, publicAt, isInside).map((seen) => ({
      ...{ ...when(seen), kind: 'text' as const, seen },
    })),
    ...seenLinks(marks, publicAt, isInside).map((seen) => ({
      ...{ ...when(seen), kind: 'ready' as const, seen },
    })),
  ];
}

const ceilingsOf = (asked: Asked): readonly Entry[] =>
  asked.subject.kind !== 'goal'
    ? []
    : judgements
        .ceilingsOf(asked.db, asked.namnd.id, asked.subject.id)
        .filter(({ row }) => isSeenAt(asked, row.occasion))
        .map((ceiling) => ({
          ...{ at: null, occasion: ceiling.row.occasion, kind: 'ceiling', ceiling },
        }));

/** A target of a year is told of at the year's first occasion. */
function targetsOf(asked: Asked): readonly Entry[] {
  if (asked.subject.kind !== 'indicator') return [];
  return targetChanges(indicators.everyTarget(asked.db, asked.subject.id)).flatMap(
    (change): Entry[] => {
      const { occasion, year } = change.was;
      const at = occasion ?? asked.list.find((one) => one.year === year)?.id;
      return isSeenAt(asked, at)
        ? [{ at: change.at, occasion: at ?? null, kind: 'target', change }]
        : [];
    },
  );
}

/** Every value that has been more than one thing; a single upload has changed none. */
type Changed = {
  readonly steps: readonly ValueStep[];
  readonly firsts: readonly ValueStep[];
  readonly values: Values;
};

function valuesOf(asked: Asked, measure: Measure): Changed {
  const { db, kommun } = asked;
  const shown = uploads.everShown(db, kommun.id, measure.id);
  const isChange = shown.length > 1 || shown.some(({ upload }) => upload.state === 'undone');
  if (!isChange) return { steps: [], firsts: [], values: NO_VALUES };
  const comings = shown.map(({ upload: { id, storedSeq, storedAt, createdAt, ...upload } }) => ({
    ...{ id, seq: storedSeq ?? 0, storedAt: storedAt ?? createdAt },
    undoneAt: upload.state === 'undone' ? (upload.undoneAt ?? createdAt) : null,
  }));
  const ids = comings.map(({ id }) => id);
  const readings = observations.readings(db, kommun.id, [measure.id], ids);
  const takenAway = new Set(
    shown
      .filter(({ upload, removedAt }) => upload.state === 'undone' && removedAt !== null)
      .map(({ upload }) => upload.id),
  );
  const byId = new Map(shown.map(({ upload }) => [upload.id, upload]));
  const decided = readDecidedValues(db, kommun, [measure.id]);
  const values = { readings, comings, decided, takenAway, uploads: byId };
  const [steps, firsts] = [valueSteps, firstValues].map((of) => of(readings, comings)) as [
    readonly ValueStep[],
    readonly ValueStep[],
  ];
  return { steps, firsts, values };
}

const aboutIn = ({ was, is }: ValueStep): Observation => (is ?? was)!;

/**
 * What came and went before it was published, or while it was open anew, is arbetsmaterial as words are; what stood when
 * it was published again is told, beside what could be read before.
 */
function seenSteps(asked: Asked, steps: readonly ValueStep[]): readonly Entry[] {
  const publicAt = publicIn(asked);
  return [...groupBy(steps, (one) => keyOf(aboutIn(one))).values()].flatMap((own) => {
    const occasion = occasionOfPeriod(asked.list, aboutIn(own[0]!).period.to)?.id;
    const times = occasion === undefined ? [] : publicAt(occasion);
    const seen = asked.isInside ? own : stepsSeen(own, (from, to) => isHeldIn({ from, to }, times));
    return seen.map((step): Entry => ({
      ...{ at: step.at, occasion: occasion ?? null, kind: 'value', step },
    }));
  });
}

/** The steps of the occasions at which something is told, and what was put right, which anybody may know who may read of them. */
function phasesOf(asked: Asked, told: readonly Entry[]): readonly Entry[] {
  const { db, namnd, list } = asked;
  const at = new Set([...told.map(({ occasion }) => occasion), asked.from]);
  return list
    .filter(({ id }) => at.has(id) && isSeenAt(asked, id))
    .flatMap(({ id }) => {
      const where = { namnd: namnd.id, occasion: id };
      const rows = readSteps(db, where, readDecisions(db, where));
      return rows
        .toReversed()
        .map((row): Entry => ({ at: row.at, occasion: id, kind: 'phase', row }));
    });
}

/** First values of what had been published when they came, as far as they could be read. */
function lateFirsts(asked: Asked, firsts: readonly ValueStep[]): readonly Entry[] {
  const publicAt = publicIn(asked);
  return firsts.flatMap((step): Entry[] => {
    const occasion = occasionOfPeriod(asked.list, aboutIn(step).period.to)?.id;
    const times = occasion === undefined ? [] : publicAt(occasion);
    const isLate = times[0] !== undefined && times[0].from < step.at;
    const isSeen = asked.isInside || isHeldIn({ from: step.at, to: null }, times);
    return isLate && isSeen
      ? [{ at: step.at, occasion: occasion ?? null, kind: 'value', step }]
      : [];
  });
}

/** All that has been said and changed of a thing, as far as it may be seen, the newest first. */
export function readHistory(db: Db, wanted: Wanted): History {
  const list = occasions.listOfNamnd(db, wanted.namnd.id);
  const asked = { ...wanted, db, list };
  const { steps, firsts, values } = wanted.measure
    ? valuesOf(asked, wanted.measure)
    : { steps: [], firsts: [], values: NO_VALUES };
  const told = [
    ...targetsOf(asked),
    ...seenSteps(asked, steps),
    ...lateFirsts(asked, firsts),
    ...saidOf(asked),
    ...ceilingsOf(asked),
  ];
  const entries = newestFirst([...told, ...phasesOf(asked, told)]);
  return { entries, namnd: wanted.namnd, occasions: list, values };
}

/** Keys of the values of an indicator whose history somebody would see. */
export function changedValues(db: Db, wanted: Wanted & { readonly measure: Measure }): string[] {
  const asked = { ...wanted, db, list: occasions.listOfNamnd(db, wanted.namnd.id) };
  const { steps } = valuesOf(asked, wanted.measure);
  const seen = seenSteps(asked, steps);
  return [
    ...new Set(seen.flatMap((one) => (one.kind === 'value' ? keyOf(aboutIn(one.step)) : []))),
  ];
}
