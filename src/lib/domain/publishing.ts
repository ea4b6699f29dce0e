import type { Assessed } from './assess-all.ts';
import { isDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { tidyText } from './rich-text.ts';

/* What must be so before an occasion takes a step (DESIGN 3). */

/** Why it cannot be published; nothing else than this stops it: what is missing is the nämnd's to publish all the same. */
export type PublishingStop =
  /** What is to be said of it has not all happened yet. */
  | { readonly kind: 'before-cutoff'; readonly cutoffOn: Day }
  /** The plan of that year has nothing that is reported. */
  | { readonly kind: 'nothing' };

export function publishingStops(
  {
    occasion,
    goals,
    activities,
    indicators,
  }: Pick<Assessed, 'occasion' | 'goals' | 'activities' | 'indicators'>,
  today: Day,
): readonly PublishingStop[] {
  const isEmpty = goals.length + activities.length + indicators.length === 0;
  return [
    ...(today <= occasion.cutoffOn
      ? [{ kind: 'before-cutoff', cutoffOn: occasion.cutoffOn } as const]
      : []),
    ...(isEmpty ? [{ kind: 'nothing' } as const] : []),
  ];
}

/** With which kallelse it is published, as it was written in the form; '' for what is not said. */
export type PublishingForm = { readonly publishedOn: string; readonly meetingOn: string };

export type PublishingFault =
  | 'no-day'
  /** Everybody reads it as soon as it is published: it cannot be sent on a day to come. */
  | 'sent-later'
  /** The meeting comes before what was sent to it. */
  | 'meets-first';

/** What is wrong first; null when it can be published so. A meeting need not be settled. */
export function checkPublishing(
  { publishedOn, meetingOn }: PublishingForm,
  today: Day,
): PublishingFault | null {
  if (![publishedOn, ...(meetingOn === '' ? [] : [meetingOn])].every(isDay)) return 'no-day';
  if (publishedOn > today) return 'sent-later';
  return meetingOn !== '' && meetingOn < publishedOn ? 'meets-first' : null;
}

export type RedatingFault = PublishingFault | 'same';

/** What is wrong first with days that are put right; `stands` is what was told. */
export function checkRedating(
  form: PublishingForm,
  stands: { readonly publishedOn: Day | null; readonly meetingOn: Day | null },
  today: Day,
): RedatingFault | null {
  const fault = checkPublishing(form, today);
  if (fault) return fault;
  const isSame =
    form.publishedOn === stands.publishedOn && form.meetingOn === (stands.meetingOn ?? '');
  return isSame ? 'same' : null;
}

/** The reason for opening anew is read by all, at the top of the page: a sentence or two. */
export const LONGEST_REASON = 500;

export type ReasonFault = 'none' | 'too-long';

export function checkReason(reason: string): ReasonFault | null {
  if (reason.trim() === '') return 'none';
  return reason.length > LONGEST_REASON ? 'too-long' : null;
}

/** What a nämnd decided, as it was written in the form. */
export type DecisionForm = {
  readonly decidedOn: string;
  readonly paragraph: string;
  readonly diarienummer: string;
};

export type DecisionFault =
  | 'no-day'
  /** A nämnd has not decided yet what it will decide. */
  | 'day-to-come'
  /** What is decided reaches to the cut-off. */
  | 'before-cutoff'
  | 'no-paragraph'
  /** No number: minutes count their paragraphs from 1. */
  | 'odd-paragraph'
  | 'no-diarienummer'
  | 'too-long';

/** "SN 2023/145", "§ 45": no field of a decision is longer. */
export const LONGEST_MARK = 60;

/** A mark on one line, without what nobody sees: it is frozen as it is written. */
export const tidyMark = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

/** "§ 45" and "45" are the same. */
export const tidyParagraph = (text: string): string =>
  tidyMark(text)
    .replace(/^(?:§+|paragraf)\s*/i, '')
    .trim();

/** "45", "45 a", "45–46", "45 §". */
const PARAGRAPH = /^[1-9]\d*(?:[\s§–,-]*[\da-zåäö]*)*$/iu;

function paragraphFaults(paragraph: string): readonly DecisionFault[] {
  if (paragraph === '') return ['no-paragraph'];
  return PARAGRAPH.test(paragraph) ? [] : ['odd-paragraph'];
}

/** All that is wrong; `day` is `decidedOn` where it is a day. */
export function checkDecision(
  { paragraph, diarienummer }: DecisionForm,
  day: Day | null,
  { today, cutoffOn }: { readonly today: Day; readonly cutoffOn: Day },
): readonly DecisionFault[] {
  return [
    ...(day === null ? (['no-day'] as const) : []),
    ...(day !== null && day > today ? (['day-to-come'] as const) : []),
    ...(day !== null && day <= cutoffOn ? (['before-cutoff'] as const) : []),
    ...paragraphFaults(tidyParagraph(paragraph)),
    ...(tidyMark(diarienummer) === '' ? (['no-diarienummer'] as const) : []),
    ...([paragraph, diarienummer].some((one) => one.length > LONGEST_MARK)
      ? (['too-long'] as const)
      : []),
  ];
}
