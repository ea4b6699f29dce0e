import type { Corrected, Days, ToldDecision } from '#lib/domain/correction.ts';
import type { Decision } from '#lib/domain/model.ts';
import type { Move } from '#lib/domain/occasion.ts';
import { decisionWords } from './publishing.ts';
import { formatDay, upperFirst } from './sv.ts';

/* The steps of an occasion, and what was put right of them, as its history tells them. */

export const STEP_TAKEN: Readonly<Record<Move, string>> = {
  reopen: 'Öppnat på nytt',
  publish: 'Publicerat',
  lock: 'Låst',
  unlock: 'Låsningen togs tillbaka: nämnden hade inte beslutat det',
};

/** What was put right, of a step that is named where it stands. */
export const PUT_RIGHT = {
  days: 'Datumen för kallelsen rättades',
  decision: 'Uppgifterna om beslutet rättades',
} as const;

const dayWords = (day: string | null) => (day === null ? 'inte bestämt' : formatDay(day));

/** "Kallelse 20 september 2023, sammanträde 3 oktober 2023." */
export const daysWords = ({ publishedOn, meetingOn }: Days): string =>
  meetingOn === null
    ? `Kallelse ${formatDay(publishedOn)}, sammanträdet inte bestämt.`
    : `Kallelse ${formatDay(publishedOn)}, sammanträde ${formatDay(meetingOn)}.`;

/** What was told when something was locked; of a locking by mistake never as if it was decided. */
export const lockedWords = (decision: Decision, isMistaken: boolean): string =>
  isMistaken
    ? `Angivet beslut: ${formatDay(decision.decidedOn)}, §\u00a0${decision.paragraph}, dnr\u00a0${decision.diarienummer}.`
    : `${upperFirst(decisionWords(decision))}.`;

type Change = readonly [what: string, was: string | null, is: string];

const dayChanges = (was: Days | null, is: Days): readonly Change[] => [
  ['Kallelse', was && dayWords(was.publishedOn), dayWords(is.publishedOn)],
  ['Sammanträde', was && dayWords(was.meetingOn), dayWords(is.meetingOn)],
];

const decisionChanges = (was: ToldDecision | null, is: ToldDecision): readonly Change[] => [
  ['Beslutsdag', was && formatDay(was.decidedOn), formatDay(is.decidedOn)],
  ['Paragraf', was && `§\u00a0${was.paragraph}`, `§\u00a0${is.paragraph}`],
  ['Diarienummer', was?.diarienummer ?? null, is.diarienummer],
];

/** "Paragraf: § 44 → § 45." What is as it was is not told; without what was before, what it became. */
export function correctionWords({ was, days, decision }: Corrected): string {
  const changes = [
    ...(days ? dayChanges(was.days, days) : []),
    ...(decision ? decisionChanges(was.decision, decision) : []),
  ];
  return changes
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${what}: ${before === null ? '' : `${before} → `}${after}.`)
    .join(' ');
}
