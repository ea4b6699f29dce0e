import type { Assessed } from './assess-all.ts';
import type { Told } from './said.ts';
import type { SubjectKind } from './judgement.ts';
import type { State } from './state.ts';

/** Something that was changed at the meeting, since the papers were sent. */
export type AtMeeting = {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly title: string;
  /** How it was judged in what was sent, and is now; null where the judgement is as it was sent. */
  readonly judged: { readonly sent: State; readonly is: State } | null;
  /** Titles of texts that are others than those that were sent; null of one that needs none. */
  readonly texts: readonly (string | null)[];
  /** How far an activity has come, or its dates. */
  readonly isLifecycle: boolean;
};

const changedTexts = (comments: readonly Told[]) =>
  comments.filter(({ sent }) => sent !== null).map(({ title }) => title);

const judged = (sent: State | null, is: State | null) => (sent && is ? { sent, is } : null);

/** Everything that was changed at the meeting, in the order of the plan: what a nämnd decides beside what was sent. */
export const changedAtMeeting = ({
  goals,
  activities,
  indicators,
}: Pick<Assessed, 'goals' | 'activities' | 'indicators'>): readonly AtMeeting[] =>
  [
    ...goals.map((one): AtMeeting => ({
      ...{ kind: 'goal', key: one.goal.key, title: one.title, isLifecycle: false },
      ...{ judged: judged(one.sent, one.state), texts: changedTexts(one.comments) },
    })),
    ...activities.map((one): AtMeeting => ({
      ...{ kind: 'activity', key: one.activity.key, title: one.activity.title },
      ...{ judged: judged(one.sent, one.state), texts: changedTexts(one.comments) },
      isLifecycle: one.isLifecycleChanged,
    })),
    ...indicators.map(({ indicator, said, comments }): AtMeeting => {
      const one = said.find(({ sent }) => sent !== null);
      return {
        ...{ kind: 'indicator', key: indicator.key, title: indicator.short ?? indicator.title },
        ...{ judged: judged(one?.sent ?? null, one?.state ?? null), isLifecycle: false },
        texts: changedTexts(comments),
      };
    }),
  ].filter(({ judged: is, texts, isLifecycle }) => is !== null || texts.length > 0 || isLifecycle);
