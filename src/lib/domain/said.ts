import type { Aspect, Level, NamndOccasion, Occasion, Scale, TextPart } from './model.ts';
import type { Comment, Judgement, Subject, SubjectKind } from './judgement.ts';
import type { Snapshot } from './snapshot.ts';
import { fromJudgement, sentOf, stateOf } from './state.ts';
import type { State } from './state.ts';

/* What people have said at an occasion, found by what it is about. */

/** A judgement as it is shown, of the whole or of a place. */
export type Said = {
  readonly place: number;
  readonly state: State;
  /** Which way they see it going, in their own word. */
  readonly trend: string | null;
  readonly reason: string | null;
  readonly source: string | null;
  /** What was sent to the meeting, where it was changed there. */
  readonly sent: State | null;
};

/** What was said before, at an occasion that was published. */
export type Earlier = { readonly occasion: Occasion; readonly state: State };

/** What a nämnd said at one of its earlier occasions: as it was decided, or as it is judged. */
export type EarlierJudgements = { readonly occasion: NamndOccasion } & (
  | { readonly judgements: readonly Judgement[] }
  /** States of goals, by id: no rule that has changed since repaints them. */
  | { readonly decided: ReadonlyMap<number, State> }
);

/** Whether people have said it, and not the rule, or nobody. */
const isSaid = (state: State) =>
  state.kind === 'step' ? state.by === 'people' : state.kind !== 'ej_bedomt';

/** How people judged goals, by their ids, in a tree that was decided. */
export const judgedStates = (decided: {
  readonly goals: readonly {
    readonly goal: { readonly id: number };
    readonly state: State | null;
  }[];
}): ReadonlyMap<number, State> =>
  new Map(
    decided.goals.flatMap(({ goal, state }) =>
      state && isSaid(state) ? [[goal.id, state] as const] : [],
    ),
  );

const isAbout = (subject: Subject, kind: SubjectKind, id: number) =>
  subject.kind === kind && subject.id === id;

/**
 * The judgement of the whole. A thing may be judged both as forecast and as outcome at one occasion:
 * `reported` says which is asked for, and where it is neither there is none.
 */
export const judgementOf = (
  { judgements, place }: Pick<Snapshot, 'judgements' | 'place'>,
  kind: SubjectKind,
  id: number,
  reported: string,
): Judgement | null =>
  judgements.find(
    (one) =>
      isAbout(one.subject, kind, id) && one.aspect === (reported as Aspect) && one.place === place,
  ) ?? null;

/** Every judgement of a thing as it is shown, place by place, in the order they were given. */
export const saidOf = (
  { judgements }: Pick<Snapshot, 'judgements'>,
  kind: SubjectKind,
  id: number,
  scale: Scale | null,
): readonly Said[] =>
  scale === null
    ? []
    : judgements
        .filter((one) => isAbout(one.subject, kind, id))
        .map((one) => {
          const { place, trend, reason, source } = one;
          const state = fromJudgement(one, scale, one.aspect);
          return { place, state, trend, reason, source, sent: sentOf(state, one, scale) };
        });

/** A text under the words of its part, of the whole or of a unit. */
export type Told = Comment & {
  /** Null where there is but one part, so that it goes without saying. */
  readonly title: string | null;
  /** Null for the whole. */
  readonly placeName: string | null;
};

/** One that has been taken away says nothing, unless it was sent to a meeting that took it away. */
const isTold = ({ body, sent }: Comment) => body !== '' || (sent !== null && sent !== '');

/** What is told of a thing: the whole before its units, each in the order of the parts. */
export function commentsOf(
  { comments, places, place }: Pick<Snapshot, 'comments' | 'places' | 'place'>,
  kind: SubjectKind,
  id: number,
  parts: readonly TextPart[],
): readonly Told[] {
  const order = (one: Comment) => parts.findIndex((part) => part.key === one.part);
  const rank = (one: Comment) => (one.place === place ? -1 : one.place);
  return comments
    .filter((one) => isAbout(one.subject, kind, id) && isTold(one))
    .toSorted((a, b) => rank(a) - rank(b) || order(a) - order(b))
    .map((one) => ({
      ...one,
      title: parts.length > 1 ? (parts[order(one)]?.title ?? null) : null,
      placeName:
        one.place === place ? null : (places.find(({ id: at }) => at === one.place)?.name ?? null),
    }));
}

/** Under yellow and red every part of the plan's is wanted (DESIGN 1): those that nobody has written, at any place. */
export const unwrittenOf = (
  parts: readonly TextPart[],
  comments: readonly Told[],
): readonly TextPart[] =>
  parts.filter((part) =>
    comments.every((comment) => comment.part !== part.key || comment.body === ''),
  );

/** How a goal was judged before, the oldest first; an occasion without a judgement is left out. */
export const earlierOf = (
  { earlier, place }: Pick<Snapshot, 'earlier' | 'place'>,
  goal: number,
  level: Level,
  scale: Scale | null,
): readonly Earlier[] =>
  earlier.flatMap((one) => {
    const { occasion } = one;
    if ('decided' in one) {
      const state = one.decided.get(goal);
      return state ? [{ occasion, state }] : [];
    }
    const reported = level.reported[occasion.kind] ?? 'none';
    const judgement = judgementOf({ ...one, place }, 'goal', goal, reported);
    const state = judgement && stateOf(reported, scale, judgement, null, null, 'people');
    return state ? [{ occasion, state }] : [];
  });
