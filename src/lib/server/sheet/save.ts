import { basisOf } from '#lib/domain/basis.ts';
import { checkJudgement } from '#lib/domain/judging.ts';
import type { Beside, SheetFault } from '#lib/domain/judging.ts';
import { invariant } from '#lib/domain/result.ts';
import { LONGEST_TEXT } from '#lib/domain/rich-text.ts';
import type { Actor } from '../db/actor.ts';
import type { Db } from '../db/client.ts';
import * as scales from '../db/scales.ts';
import { saveJudgement, saveLifecycle, saveText } from '../judge.ts';
import type { Kept } from '../judge.ts';
import { baseIn, dropDraft, keepDraft } from './drafts.ts';
import {
  isAlike,
  judgementSlot,
  pick,
  readChoice,
  readLifecycle,
  reasonField,
  trendField,
} from './fields.ts';
import type { Fields } from './fields.ts';
import { headOf, heldIn } from './sheet.ts';
import type { Sheet, Slot } from './sheet.ts';

/** What became of what was written: slots that were kept, and what is wrong with the others, by slot. */
export type Saved = {
  readonly kept: number;
  readonly faults: Readonly<Record<string, readonly SheetFault[]>>;
};

type Tried = { readonly faults: readonly SheetFault[] } | { readonly save: () => Kept };

type Ask = { readonly db: Db; readonly actor: Actor; readonly now: Date; readonly sheet: Sheet };

/** The suggestion and the ceiling are of the whole: a unit is judged beside nothing. */
const besideOf = ({ assessed, due, later }: Sheet, place: number): Beside => ({
  scale: due.scale,
  suggested: place === assessed.place ? due.suggested : null,
  ceiling: place === assessed.place ? due.ceiling : null,
  later: later.map(({ id }) => id),
});

function judge({ db, actor, now, sheet }: Ask, slot: Slot, written: Fields): Tried {
  const { assessed, due, kommun, namnd } = sheet;
  const said = readChoice(written[judgementSlot(slot.place)] ?? '');
  if (said === null) return { faults: ['no-choice'] };
  const reason = written[reasonField(slot.place)] || null;
  const trend = written[trendField(slot.place)] || null;
  const faults = checkJudgement({ said, reason }, besideOf(sheet, slot.place));
  if (faults.length > 0) return { faults };
  invariant(due.aspect !== null && due.scale !== null, 'what is judged has a scale');
  const step = said.kind === 'step' ? scales.stepIds(db, due.scale.id).get(said.step) : null;
  const { subject, aspect } = due;
  const basis = basisOf(assessed, subject);
  const told = { subject, aspect, place: slot.place, said, reason, trend, basis };
  const at = { namnd, occasion: assessed.occasion.id };
  const base = headOf(slot)?.id ?? null;
  return {
    save: () => saveJudgement(db, actor, now, kommun, at, { ...told, step: step ?? null, base }),
  };
}

function write({ db, actor, now, sheet }: Ask, slot: Slot, written: Fields): Tried {
  const { assessed, due, kommun, namnd } = sheet;
  const at = { namnd, occasion: assessed.occasion.id };
  const base = headOf(slot)?.id ?? null;
  if (slot.kind === 'lifecycle') {
    const lifecycle = readLifecycle(written[slot.name] ?? '');
    if (lifecycle === null) return { faults: ['no-choice'] };
    const told = { activity: due.subject.id, lifecycle, base };
    return { save: () => saveLifecycle(db, actor, now, kommun, at, told) };
  }
  invariant(slot.kind === 'text', 'a judgement is judged');
  const body = written[slot.name] ?? '';
  const told = { subject: due.subject, place: slot.place, part: slot.part.key, body, base };
  return { save: () => saveText(db, actor, now, kommun, at, told) };
}

const isTooLong = (written: Fields) =>
  Object.values(written).some((text) => text.length > LONGEST_TEXT);

type Outcome = 'untouched' | 'kept' | { readonly faults: readonly SheetFault[] };

/** Somebody has looked anew at what has changed, and it stands. */
const CONFIRMED = 'bekrafta';

function saveSlot(
  ask: Ask,
  slot: Slot,
  fields: ReadonlyMap<string, string>,
  written: Fields,
): Outcome {
  const isConfirmed =
    slot.kind === 'judgement' && ask.sheet.due.isOutdated && fields.has(CONFIRMED) && headOf(slot);
  if (isAlike(heldIn(slot), written) && !isConfirmed) return 'untouched';
  const base = baseIn(fields, slot);
  if (base !== (headOf(slot)?.id ?? 0)) {
    // Somebody else has said something since; what was not touched here stands as they said it.
    const begun = slot.chain.find(({ id }) => id === base)?.fields ?? slot.empty;
    return isAlike(begun, written) ? 'untouched' : { faults: ['conflict'] };
  }
  if (isTooLong(written)) return { faults: ['too-long'] };
  const found = slot.kind === 'judgement' ? judge(ask, slot, written) : write(ask, slot, written);
  if ('faults' in found) return found;
  return found.save().ok ? 'kept' : { faults: ['conflict'] };
}

/**
 * Keeps what was written in a sheet, slot by slot: what cannot be kept is told, stands as a draft, and takes
 * nothing else with it.
 */
export function saveSheet(
  db: Db,
  actor: Actor,
  now: Date,
  sheet: Sheet,
  fields: ReadonlyMap<string, string>,
): Saved {
  let kept = 0;
  const faults: Record<string, readonly SheetFault[]> = {};
  for (const slot of sheet.slots) {
    const written = pick(fields, Object.keys(slot.empty));
    if (written === null) continue;
    const outcome = saveSlot({ db, actor, now, sheet }, slot, fields, written);
    if (typeof outcome === 'object') {
      faults[slot.name] = outcome.faults;
      const base = baseIn(fields, slot);
      keepDraft(db, sheet, actor.person, now, slot, { fields: written, base });
      continue;
    }
    kept += Number(outcome === 'kept');
    dropDraft(db, sheet, actor.person, slot);
  }
  return { kept, faults };
}
