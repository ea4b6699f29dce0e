import type { Db } from '../db/client.ts';
import * as drafts from '../db/drafts.ts';
import type { DraftsOf } from '../db/drafts.ts';
import { baseField, isAlike, pick } from './fields.ts';
import type { Fields } from './fields.ts';
import { headOf, heldIn } from './sheet.ts';
import type { Sheet, Slot } from './sheet.ts';

/* What somebody is writing in a sheet: theirs alone until it is saved, and kept when the session ends. */

/** What somebody has written in a slot and not saved. */
export type Draft = {
  readonly fields: Fields;
  readonly savedAt: string;
  /** Somebody else has said something since it was begun. */
  readonly isBehind: boolean;
};

const KIND = { goal: 'mal', activity: 'aktivitet', indicator: 'indikator' } as const;

/** `mal/vf-1/`: the sheet's slots among all of an occasion's. */
export const sheetName = ({ subject, key }: Sheet['due']): string =>
  `${KIND[subject.kind]}/${key}/`;

export const ofSheet = (sheet: Sheet, person: number | null): DraftsOf => ({
  ...{ person, namnd: sheet.namnd, occasion: sheet.assessed.occasion.id },
});

/** What was there when somebody began to write, as their page said it. */
export const baseIn = (fields: ReadonlyMap<string, string>, slot: Slot): number =>
  Number(fields.get(baseField(slot.name)) ?? '') || 0;

/** The drafts of somebody, by slot. One that says what holds is none. */
export function readDrafts(
  db: Db,
  sheet: Sheet,
  person: number | null,
): ReadonlyMap<string, Draft> {
  const kept = drafts.list(db, ofSheet(sheet, person));
  return new Map(
    sheet.slots.flatMap((slot) => {
      const row = kept.find((one) => one.slot === sheetName(sheet.due) + slot.name);
      if (!row || isAlike(heldIn(slot), row.fields)) return [];
      const isBehind = row.base !== (headOf(slot)?.id ?? 0);
      return [[slot.name, { fields: row.fields, savedAt: row.savedAt, isBehind }] as const];
    }),
  );
}

export function keepDraft(
  db: Db,
  sheet: Sheet,
  person: number | null,
  now: Date,
  slot: Slot,
  draft: { readonly fields: Fields; readonly base: number },
): void {
  const row = { ...ofSheet(sheet, person), slot: sheetName(sheet.due) + slot.name };
  drafts.keep(db, { ...row, ...draft, savedAt: now.toISOString() });
}

export const dropDraft = (db: Db, sheet: Sheet, person: number | null, slot: Slot): void =>
  drafts.drop(db, ofSheet(sheet, person), sheetName(sheet.due) + slot.name);

/**
 * Keeps what is being written, slot by slot, and lets go of what says what holds. True when somebody else has
 * said something in a slot since the page was opened.
 */
export function keepDrafts(
  db: Db,
  sheet: Sheet,
  person: number | null,
  now: Date,
  fields: ReadonlyMap<string, string>,
): boolean {
  let isTaken = false;
  for (const slot of sheet.slots) {
    const written = pick(fields, Object.keys(slot.empty));
    if (written === null) continue;
    const base = baseIn(fields, slot);
    const begun = slot.chain.find(({ id }) => id === base)?.fields ?? slot.empty;
    // What was not touched is no draft, whatever others have done meanwhile.
    if (isAlike(begun, written) || isAlike(heldIn(slot), written))
      dropDraft(db, sheet, person, slot);
    else {
      keepDraft(db, sheet, person, now, slot, { fields: written, base });
      isTaken ||= base !== (headOf(slot)?.id ?? 0);
    }
  }
  return isTaken;
}
