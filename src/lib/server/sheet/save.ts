import { basisOf } from '#lib/domain/basis.ts';
import { checkJudgement } from '#lib/domain/judging.ts';
import type { Beside, SheetFault } from '#lib/domain/judging.ts';
import { isOpen } from '#lib/domain/occasion.ts';
import { invariant } from '#lib/domain/result.ts';
import { LONGEST_TEXT } from '#lib/domain/rich-text.ts';
import type { Actor } from '../db/actor.ts';
import type { Db } from '../db/client.ts';
import * as scales from '../db/scales.ts';
import { saveJudgement, saveLifecycle, saveText } from '../judge.ts';
import type { Kept, SaidAt } from '../judge.ts';
import { dropDraft, isSeen, keepDraft, readDrafts } from './drafts.ts';
import type { Draft, Writing } from './drafts.ts';
import {
  BASIS_FIELD,
  baseIn,
  choiceField,
  CONFIRMED_FIELD,
  END_FIELD,
  isAlike,
  judgementSlot,
  pick,
  readChoice,
  readDate,
  readLifecycle,
  reasonField,
  START_FIELD,
  THEIRS,
  trendField,
} from './fields.ts';
import type { Fields } from './fields.ts';
import { basisMark, headOf, heldIn } from './sheet.ts';
import type { Sheet, Slot } from './sheet.ts';

/** What became of what was written: slots that were kept, and what is wrong with the others, by slot. */
export type Saved = {
  readonly kept: number;
  readonly faults: Readonly<Record<string, readonly SheetFault[]>>;
};

type Tried = { readonly faults: readonly SheetFault[] } | { readonly save: () => Kept };

type Ask = Writing & { readonly actor: Actor };

/** The suggestion and the ceiling are of the whole: a unit is judged beside nothing. */
const besideOf = ({ assessed, due }: Sheet, place: number): Beside => ({
  scale: due.scale,
  suggested: place === assessed.place ? due.suggested : null,
  ceiling: place === assessed.place ? due.ceiling : null,
  later: assessed.later.map(({ id }) => id),
});

/** What is said of what is published is said at the meeting; who may is the page's to ask. */
const saidAt = ({ namnd, assessed: { occasion } }: Sheet): SaidAt => ({
  namnd,
  occasion: occasion.id,
  atMeeting: !isOpen(occasion),
});

function judge({ db, actor, now, sheet }: Ask, slot: Slot, written: Fields): Tried {
  const { assessed, due, kommun } = sheet;
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
  const at = saidAt(sheet);
  const base = headOf(slot)?.id ?? null;
  return {
    save: () => saveJudgement(db, actor, now, kommun, at, { ...told, step: step ?? null, base }),
  };
}

function write({ db, actor, now, sheet }: Ask, slot: Slot, written: Fields): Tried {
  const { due, kommun } = sheet;
  const at = saidAt(sheet);
  const base = headOf(slot)?.id ?? null;
  if (slot.kind === 'lifecycle') {
    const lifecycle = readLifecycle(written[slot.name] ?? '');
    const [startOn, endOn] = [written[START_FIELD], written[END_FIELD]].map((one) =>
      readDate(one ?? ''),
    );
    if (lifecycle === undefined) return { faults: ['no-choice'] };
    if (startOn === undefined || endOn === undefined) return { faults: ['no-day'] };
    if (startOn !== null && endOn !== null && endOn < startOn) return { faults: ['ends-first'] };
    const told = { activity: due.subject.id, lifecycle, startOn, endOn, base };
    return { save: () => saveLifecycle(db, actor, now, kommun, at, told) };
  }
  invariant(slot.kind === 'text', 'a judgement is judged');
  const body = written[slot.name] ?? '';
  const told = { subject: due.subject, place: slot.place, part: slot.part.key, body, base };
  return { save: () => saveText(db, actor, now, kommun, at, told) };
}

/** "Ökad", "ingen positiv utveckling": a word or a few. */
const LONGEST_TREND = 100;

const isTooLong = (slot: Slot, written: Fields) =>
  Object.entries(written).some(
    ([name, text]) =>
      text.length > (name === trendField(slot.place) ? LONGEST_TREND : LONGEST_TEXT),
  );

type Outcome = 'untouched' | 'kept' | { readonly faults: readonly SheetFault[] };

const isFromBefore = ({ sheet, fields }: Ask) => {
  const seen = fields.get(BASIS_FIELD);
  return seen !== undefined && seen !== basisMark(sheet);
};

/** What is kept after what holds, or why it cannot be. */
function keep(ask: Ask, slot: Slot, written: Fields): Outcome {
  if (isTooLong(slot, written)) return { faults: ['too-long'] };
  if (slot.kind === 'judgement' && isFromBefore(ask)) return { faults: ['new-basis'] };
  const found = slot.kind === 'judgement' ? judge(ask, slot, written) : write(ask, slot, written);
  if ('faults' in found) return found;
  const saved = found.save();
  return saved.ok ? 'kept' : { faults: [saved.error] };
}

function saveSlot(ask: Ask, slot: Slot, written: Fields): Outcome {
  const { sheet, fields } = ask;
  const isConfirmed =
    slot.kind === 'judgement' &&
    sheet.due.isOutdated &&
    fields.has(CONFIRMED_FIELD) &&
    headOf(slot) !== null;
  if (fields.get(choiceField(slot.name)) === THEIRS) return 'untouched';
  if (isAlike(heldIn(slot), written)) return isConfirmed ? keep(ask, slot, written) : 'untouched';
  const base = baseIn(fields, slot.name);
  if (base === (headOf(slot)?.id ?? 0)) return keep(ask, slot, written);
  // Somebody else has said something since; what was not touched here stands as they said it.
  const begun = slot.chain.find(({ id }) => id === base)?.fields ?? slot.empty;
  return isAlike(begun, written) ? 'untouched' : { faults: ['conflict'] };
}

/** A draft that this page knew of has had its day, once what was written in its place is kept or given up. */
function settleDraft(ask: Ask, slot: Slot, written: Fields, draft: Draft): void {
  const isGivenUp =
    ask.fields.get(choiceField(slot.name)) === THEIRS || isAlike(heldIn(slot), written);
  if (isAlike(draft.fields, written) || (isSeen(draft, ask.fields) && isGivenUp))
    dropDraft(ask, slot);
}

/**
 * Keeps what was written in a sheet, slot by slot: what cannot be kept is told, stands as a draft, and takes
 * nothing else with it. What is wrong, by slot; nothing when all was kept.
 */
export function saveSheet(
  db: Db,
  actor: Actor,
  now: Date,
  sheet: Sheet,
  fields: ReadonlyMap<string, string>,
): Saved {
  const ask = { db, actor, now, sheet, fields, person: actor.person };
  const known = readDrafts(db, sheet, actor.person);
  let kept = 0;
  const faults: Record<string, readonly SheetFault[]> = {};
  for (const slot of sheet.slots) {
    const written = pick(fields, Object.keys(slot.empty));
    if (written === null) continue;
    const outcome = saveSlot(ask, slot, written);
    const draft = known.get(slot.name);
    if (typeof outcome === 'object') {
      faults[slot.name] = outcome.faults;
      keepDraft(ask, slot, written);
    } else if (outcome === 'kept') {
      kept += 1;
      if (draft && isSeen(draft, fields)) dropDraft(ask, slot);
    } else if (draft) settleDraft(ask, slot, written, draft);
  }
  return { kept, faults };
}
