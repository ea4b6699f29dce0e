import { correctedFrom } from '#lib/domain/correction.ts';
import type { ToldStep } from '#lib/domain/correction.ts';
import type { Decisions, Version } from '#lib/domain/decisions.ts';
import { moveOf } from '#lib/domain/occasion.ts';
import {
  correctionWords,
  daysWords,
  lockedWords,
  PUT_RIGHT,
  STEP_TAKEN,
} from '#lib/format/steps.ts';
import type { Db } from './db/client.ts';
import * as corrections from './db/corrections.ts';
import * as phaseChanges from './db/phase-changes.ts';
import type { PhaseChange } from './db/phase-changes.ts';

/** A step of an occasion, or what was put right of one, as its table shows it. */
export type StepRow = {
  readonly key: string;
  readonly words: string;
  /** What was told with it: days, a decision, or what was another. */
  readonly told: string | null;
  readonly reason: string | null;
  readonly byName: string;
  readonly byRole: string;
  /** Null of a step from before steps were kept. */
  readonly at: string | null;
  /** What was frozen, of a step to låst. */
  readonly frozen: Pick<Version, 'version' | 'sha256'> | null;
  readonly isMistaken: boolean;
};

/** The version with its decision as it was told when it was locked. */
const asLocked = ({ corrected, ...one }: Version) => ({ ...one, ...corrected?.told });

const daysOf = ({ publishedOn, meetingOn }: PhaseChange) =>
  publishedOn === null ? null : { publishedOn, meetingOn };

/** Every step that it has taken in a nämnd, and all that was put right, the newest first. */
export function readSteps(
  db: Db,
  at: { readonly namnd: number; readonly occasion: number },
  { versions, mistaken }: Decisions,
): readonly StepRow[] {
  const put = corrections.list(db, at);
  const rows = phaseChanges.list(db, at).flatMap((step, index, all): StepRow[] => {
    const move = moveOf(all[index - 1]?.phase ?? null, step.phase);
    const found = [...versions, ...mistaken].find(({ id }) => id === step.settlement);
    const locked = found ? asLocked(found) : null;
    const isMistaken = mistaken.some(({ id }) => id === step.settlement);
    const days = daysOf(step);
    const told: ToldStep = { id: step.id, days, decision: locked };
    const { byName, byRole, reason } = step;
    const row = {
      ...{ key: `${step.id}`, words: STEP_TAKEN[move], reason, byName, byRole },
      told: locked ? lockedWords(locked, isMistaken) : days && daysWords(days),
      at: step.at === phaseChanges.UNKNOWN_TIME ? null : step.at,
      frozen: locked && { version: locked.version, sha256: locked.sha256 },
      isMistaken,
    };
    const corrected = correctedFrom(told, put).map((one) => ({
      ...{ key: `${step.id} ${one.id}`, told: correctionWords(one), reason: one.reason },
      ...{ words: PUT_RIGHT[one.days ? 'days' : 'decision'], at: one.at },
      ...{ byName: one.byName, byRole: one.byRole, frozen: null, isMistaken: false },
    }));
    return [row, ...corrected];
  });
  // What was put right comes when it was; a step of before steps were kept is the first.
  const order = (a: StepRow, b: StepRow) => {
    const [one, other] = [a.at ?? '', b.at ?? ''];
    return one === other ? 0 : one < other ? -1 : 1;
  };
  return rows.toSorted(order).toReversed();
}
