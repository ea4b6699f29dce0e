import { SHEET_KIND } from '#lib/format/judging.ts';
import type { Db } from '../db/client.ts';
import * as drafts from '../db/drafts.ts';
import type { DraftsOf } from '../db/drafts.ts';
import { baseIn, isAlike, pick, SEEN_FIELD } from './fields.ts';
import type { Fields } from './fields.ts';
import { headOf, heldIn } from './sheet.ts';
import type { Sheet, Slot } from './sheet.ts';

/* What somebody is writing in a sheet: theirs alone until it is saved, and kept when the session ends. */

/** What somebody has written in a slot and not saved. */
export type Draft = {
  readonly fields: Fields;
  readonly savedAt: string;
  /** What was there when it was begun; 0 for nothing. */
  readonly base: number;
  /** Somebody else has said something since. */
  readonly isBehind: boolean;
};

/** Whose drafts, of what sheet; and what the page they wrote in had seen of them. */
export type Writing = {
  readonly db: Db;
  readonly sheet: Sheet;
  readonly person: number | null;
  readonly now: Date;
  readonly fields: ReadonlyMap<string, string>;
};

/** `mal/vf-1/`: the sheet's slots among all of an occasion's. */
export const sheetName = ({ subject, key }: Sheet['due']): string =>
  `${SHEET_KIND[subject.kind]}/${key}/`;

const nameOf = (sheet: Sheet, slot: Slot) => sheetName(sheet.due) + slot.name;

const ofSheet = (sheet: Sheet, person: number | null): DraftsOf => ({
  ...{ person, namnd: sheet.namnd, occasion: sheet.assessed.occasion.id },
});

/** The drafts of somebody, by slot. One that says what holds is none. */
export function readDrafts(
  db: Db,
  sheet: Sheet,
  person: number | null,
): ReadonlyMap<string, Draft> {
  const kept = drafts.list(db, ofSheet(sheet, person));
  return new Map(
    sheet.slots.flatMap((slot) => {
      const row = kept.find((one) => one.slot === nameOf(sheet, slot));
      if (!row || isAlike(heldIn(slot), row.fields)) return [];
      const { fields, savedAt, base } = row;
      const isBehind = base !== (headOf(slot)?.id ?? 0);
      return [[slot.name, { fields, savedAt, base, isBehind }] as const];
    }),
  );
}

export function keepDraft(
  { db, sheet, person, now, fields }: Writing,
  slot: Slot,
  written: Fields,
) {
  const draft = { fields: written, base: baseIn(fields, slot.name), savedAt: now.toISOString() };
  drafts.keep(db, { ...ofSheet(sheet, person), slot: nameOf(sheet, slot), ...draft });
}

export const dropDraft = (
  { db, sheet, person }: Pick<Writing, 'db' | 'sheet' | 'person'>,
  slot: Slot,
): void => drafts.drop(db, ofSheet(sheet, person), nameOf(sheet, slot));

/** A draft that the page showed, or made itself. One that is newer was written somewhere else. */
export const isSeen = ({ savedAt }: Draft, fields: ReadonlyMap<string, string>): boolean =>
  savedAt <= (fields.get(SEEN_FIELD) ?? '');

/** What the page showed in a slot before anybody wrote in it. */
const begunFrom = (slot: Slot, base: number, draft: Draft | null): Fields =>
  draft?.fields ?? slot.chain.find(({ id }) => id === base)?.fields ?? slot.empty;

/** What became of what is being written in a slot. */
type Step = 'as-it-was' | 'dropped' | 'kept' | 'taken' | 'elsewhere';

function stepOf(writing: Writing, slot: Slot, draft: Draft | null, written: Fields): Step {
  const { fields } = writing;
  const base = baseIn(fields, slot.name);
  const seen = draft && isSeen(draft, fields) ? draft : null;
  if (isAlike(begunFrom(slot, base, seen), written)) return 'as-it-was';
  if (draft && !seen) return 'elsewhere';
  if (isAlike(heldIn(slot), written)) return 'dropped';
  return base === (headOf(slot)?.id ?? 0) ? 'kept' : 'taken';
}

/** How it went with a sheet that is being written in. */
export type Kept = {
  /** Somebody else has said something in a slot since the page was opened. */
  readonly isTaken: boolean;
  /** The same person writes in the same slot on another page, and what was written there stands. */
  readonly isElsewhere: boolean;
};

/** Keeps what is being written, slot by slot, and lets go of what says what holds. */
export function keepDrafts(writing: Writing): Kept {
  const { db, sheet, person, fields } = writing;
  const known = readDrafts(db, sheet, person);
  const steps = sheet.slots.flatMap((slot): Step[] => {
    const written = pick(fields, Object.keys(slot.empty));
    if (written === null) return [];
    const step = stepOf(writing, slot, known.get(slot.name) ?? null, written);
    if (step === 'dropped') dropDraft(writing, slot);
    if (step === 'kept' || step === 'taken') keepDraft(writing, slot, written);
    return [step];
  });
  return { isTaken: steps.includes('taken'), isElsewhere: steps.includes('elsewhere') };
}
