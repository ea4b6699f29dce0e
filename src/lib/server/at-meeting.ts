import type { Assessed } from '#lib/domain/assess-all.ts';
import { changedAtMeeting } from '#lib/domain/at-meeting.ts';
import type { MeetingChange } from '#lib/domain/at-meeting.ts';
import type { Subject, SubjectKind } from '#lib/domain/judgement.ts';
import { invariant } from '#lib/domain/result.ts';
import type { State } from '#lib/domain/state.ts';
import { lifecycleWords } from '#lib/format/history.ts';
import { changeWords } from '#lib/format/publishing.ts';
import { roleWord } from '#lib/format/roles.ts';
import * as activityStates from './db/activity-states.ts';
import type { Db } from './db/client.ts';
import * as judgements from './db/judgements.ts';
import * as phaseChanges from './db/phase-changes.ts';

/** How something stood in what was sent, or stands now: a state, or words; neither where nobody had said. */
export type Stood = { readonly state: State } | { readonly words: string };

/** A change at the meeting, as it is shown before the nämnd's decision is locked. */
export type MeetingRow = {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly title: string;
  /** "Bedömning", "Text: Orsak, Hemtjänst Norr". */
  readonly what: string;
  readonly sent: Stood;
  readonly is: Stood;
  /** "Karin Berg, administratör". */
  readonly by: string;
};

type At = { readonly namnd: number; readonly occasion: number };

type Row = { readonly byName: string; readonly byRole: string };

/** Who said the newest of them: that is the one that stands. */
function byOf(rows: readonly Row[]): string {
  const last = rows.at(-1);
  invariant(last, 'what was changed was said by somebody');
  return `${last.byName}, ${roleWord(last.byRole)}`;
}

type Read = Pick<MeetingRow, 'sent' | 'is' | 'by'>;

function lifecycleOf(db: Db, at: At, activity: number): Read {
  const rows = activityStates.history(db, at, activity);
  const sentAt = phaseChanges.lastPublishedAt(db, at);
  const words = (row: (typeof rows)[number] | undefined) => ({
    words: row ? lifecycleWords(row) : 'Som i planen',
  });
  const sent = rows.findLast((row) => row.at <= sentAt);
  return { sent: words(sent), is: words(rows.at(-1)), by: byOf(rows) };
}

function readOf(db: Db, at: At, subject: Subject, change: MeetingChange): Read {
  if (change.kind === 'lifecycle') return lifecycleOf(db, at, subject.id);
  if (change.kind === 'judgement') {
    const { place, sent, is } = change;
    const rows = judgements.history(db, at, subject).filter((row) => row.place === place);
    return { sent: { state: sent }, is: { state: is }, by: byOf(rows) };
  }
  const rows = judgements
    .commentHistory(db, at, subject)
    .filter((row) => row.place === change.place && row.part === change.part);
  return { sent: { words: change.sent }, is: { words: change.is }, by: byOf(rows) };
}

/** All that has been changed since the papers were sent, with what was sent, what it is, and who changed it. */
export function readAtMeeting(db: Db, assessed: Assessed): readonly MeetingRow[] {
  const at = { namnd: assessed.namnd.id, occasion: assessed.occasion.id };
  return changedAtMeeting(assessed).flatMap(({ subject, key, title, changes }) =>
    changes.map((change) => ({
      ...{ kind: subject.kind, key, title, what: changeWords(change, assessed) },
      ...readOf(db, at, subject, change),
    })),
  );
}
