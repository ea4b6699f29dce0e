import type { Assessed } from './assess-all.ts';
import type { Day } from './calendar.ts';

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
  | 'no-diarienummer'
  | 'too-long';

/** "SN 2023/145", "§ 45": no field of a decision is longer. */
export const LONGEST_MARK = 60;

/** "§ 45" and "45" are the same. */
export const tidyParagraph = (text: string): string =>
  text.replace(/^\s*(?:§+|paragraf)\s*/i, '').trim();

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
    ...(tidyParagraph(paragraph) === '' ? (['no-paragraph'] as const) : []),
    ...(diarienummer.trim() === '' ? (['no-diarienummer'] as const) : []),
    ...([paragraph, diarienummer].some((one) => one.length > LONGEST_MARK)
      ? (['too-long'] as const)
      : []),
  ];
}
