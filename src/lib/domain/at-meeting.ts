import type { Assessed } from './assess-all.ts';
import type { Subject, SubjectKind } from './judgement.ts';
import type { Said, Told } from './said.ts';
import type { State } from './state.ts';

/** One thing that was changed: a judgement, of the whole or of a unit; a text; or how far something has come. */
export type MeetingChange =
  | {
      readonly kind: 'judgement';
      readonly place: number;
      readonly sent: State;
      readonly is: State;
    }
  | {
      readonly kind: 'text';
      readonly place: number;
      readonly part: string;
      /** Null where there is but one text. */
      readonly title: string | null;
      readonly sent: string;
      readonly is: string;
    }
  | { readonly kind: 'lifecycle' };

/** Something that was changed at the meeting, since the papers were sent. */
export type AtMeeting = {
  readonly subject: Subject;
  readonly key: string;
  readonly title: string;
  readonly changes: readonly MeetingChange[];
};

const textsOf = (comments: readonly Told[]): readonly MeetingChange[] =>
  comments.flatMap(({ place, part, title, sent, body }) =>
    sent === null ? [] : [{ kind: 'text', place, part, title, sent, is: body }],
  );

type Judged = { readonly place: number; readonly sent: State | null; readonly state: State | null };

const judgedOf = (all: readonly Judged[]): readonly MeetingChange[] =>
  all.flatMap(({ place, sent, state }) =>
    sent && state ? [{ kind: 'judgement', place, sent, is: state }] : [],
  );

/** The whole, and the units that are not told as the whole. */
const withUnits = (whole: Judged, units: readonly Said[]): readonly Judged[] => [
  whole,
  ...units.filter(({ place }) => place !== whole.place),
];

const subjectOf = (kind: SubjectKind, id: number): Subject => ({ kind, id });

/** Everything that was changed at the meeting, in the order of the plan: what a nämnd decides beside what was sent. */
export const changedAtMeeting = ({
  goals,
  activities,
  indicators,
  place,
}: Pick<Assessed, 'goals' | 'activities' | 'indicators' | 'place'>): readonly AtMeeting[] =>
  [
    ...goals.map(({ goal, title, comments, atPlaces, ...whole }): AtMeeting => ({
      ...{ subject: subjectOf('goal', goal.id), key: goal.key, title },
      changes: [...judgedOf(withUnits({ place, ...whole }, atPlaces)), ...textsOf(comments)],
    })),
    ...activities.map(({ activity, comments, isLifecycleChanged, ...whole }): AtMeeting => ({
      ...{ subject: subjectOf('activity', activity.id), key: activity.key, title: activity.title },
      changes: [
        ...judgedOf([{ place, ...whole }]),
        ...(isLifecycleChanged ? [{ kind: 'lifecycle' } as const] : []),
        ...textsOf(comments),
      ],
    })),
    ...indicators.map(({ indicator, said, comments }): AtMeeting => ({
      ...{ subject: subjectOf('indicator', indicator.id), key: indicator.key },
      title: indicator.short ?? indicator.title,
      changes: [...judgedOf(said), ...textsOf(comments)],
    })),
  ].filter(({ changes }) => changes.length > 0);
