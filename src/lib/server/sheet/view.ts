import { measuresAgainst } from '#lib/domain/contradiction.ts';
import type { Subject } from '#lib/domain/judgement.ts';
import { isSame } from '#lib/domain/judgement.ts';
import { againstWhat } from '#lib/domain/judging.ts';
import type { Aspect, Colour, Step } from '#lib/domain/model.ts';
import { published } from '#lib/domain/occasion.ts';
import { NOT_A_STEP, occasionWord } from '#lib/format/labels.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import * as occasions from '../db/occasions.ts';
import type { Draft } from './drafts.ts';
import { asChoice, BASIS_FIELD, SEEN_FIELD, WRITER_FIELD } from './fields.ts';
import type { Fields } from './fields.ts';
import { basisMark, headOf, heldIn } from './sheet.ts';
import type { Sheet, SheetPlace, Slot } from './sheet.ts';

/* A sheet as its page shows it: plain data, and no more of it than is drawn. */

export type ChoiceView = {
  readonly value: string;
  readonly word: string;
  readonly colour: Colour | null;
  readonly aspect: Aspect;
  /** What speaks against it. */
  readonly hints: readonly string[];
  readonly needsReason: boolean;
};

export type SlotView = {
  readonly name: string;
  readonly kind: Slot['kind'];
  /** What the part is called; of a judgement nothing. */
  readonly title: string;
  /** Id of what holds, 0 for nothing: what is written now is written after it. */
  readonly base: number;
  /** What holds, and who said it. */
  readonly held: Fields;
  readonly by: string | null;
  readonly at: string | null;
  readonly draft: Draft | null;
  /** What was said before what holds, the newest first; no more than are read. */
  readonly versions: readonly {
    readonly by: string;
    readonly at: string;
    readonly fields: Fields;
  }[];
  /** What was written of it the last time. */
  readonly last: string | null;
};

const VERSIONS = 10;

export type PlaceView = SheetPlace & {
  readonly choices: readonly ChoiceView[];
  readonly slots: readonly SlotView[];
  /** Something is said of it, or being written. */
  readonly isTold: boolean;
};

const AGAINST = {
  'against-suggestion': 'annat än underlaget säger',
  'over-ceiling': 'bättre än det finns underlag för',
} as const;

/** How many measures of the goal say otherwise. */
function measuresHint({ assessed, due }: Sheet, step: Step): readonly string[] {
  const goal = assessed.goals.find(
    (one) => due.subject.kind === 'goal' && one.goal.id === due.subject.id,
  );
  const own = assessed.indicators.filter((one) => goal?.indicators.includes(one.indicator.id));
  const { length } = measuresAgainst(step, own);
  return length === 0 ? [] : [`${length} mått talar emot`];
}

/** A step of the scale; of a unit nothing is suggested, so nothing speaks against it. */
function stepChoice(sheet: Sheet, aspect: Aspect, step: Step, isWhole: boolean): ChoiceView {
  const against = isWhole ? againstWhat(step, sheet.due) : [];
  return {
    ...{ value: asChoice({ kind: 'step', step: step.key }), word: step.word[aspect] },
    ...{ colour: step.colour, aspect, needsReason: against.length > 0 },
    hints: [...against.map((one) => AGAINST[one]), ...(isWhole ? measuresHint(sheet, step) : [])],
  };
}

/** The steps of the scale in the words of what is judged, and the three that are no steps. */
export function choicesOf(sheet: Sheet, isWhole = true): readonly ChoiceView[] {
  const { due, assessed } = sheet;
  const { aspect, scale } = due;
  if (aspect === null || scale === null) return [];
  const none = { colour: null, aspect, hints: [], needsReason: false };
  return [
    ...scale.steps.map((step) => stepChoice(sheet, aspect, step, isWhole)),
    ...assessed.later.map((one) => ({
      ...{ ...none, value: asChoice({ kind: 'mats_senare', to: one.id }) },
      word: `Mäts till ${occasionWord(one)}`,
    })),
    {
      ...{ ...none, value: 'ej_utvarderad', word: NOT_A_STEP.ej_utvarderad.one },
      ...{ hints: ['någon har bestämt att inte utvärdera'], needsReason: true },
    },
    { ...none, value: 'ej_bedomt', word: NOT_A_STEP.ej_bedomt.one },
  ];
}

export type LastTime = { readonly title: string; readonly texts: ReadonlyMap<string, string> };

const textKey = (part: string, place: number) => `${part} ${place}`;

/** What was written of a thing at the newest occasion before, that was published; null when there was none. */
function lastTime(db: Db, { namnd, assessed }: Sheet, subject: Subject): LastTime | null {
  const before = published(occasions.listOfNamnd(db, namnd)).findLast(
    (one) => one.cutoffOn < assessed.occasion.cutoffOn,
  );
  if (!before) return null;
  const told = judgements
    .listComments(db, namnd, before.id)
    .filter((one) => isSame(one.subject, subject) && one.body !== '')
    .map(({ part, place, body }) => [textKey(part, place), body] as const);
  return { title: before.title, texts: new Map(told) };
}

const TITLE = { judgement: 'Bedömning', lifecycle: 'Hur långt har det kommit?' } as const;

function slotView(slot: Slot, drafts: ReadonlyMap<string, Draft>, last: LastTime | null): SlotView {
  const head = headOf(slot);
  const { name, kind } = slot;
  const isText = slot.kind === 'text';
  return {
    ...{ name, kind, title: isText ? slot.part.title : TITLE[slot.kind] },
    ...{ base: head?.id ?? 0, held: heldIn(slot), by: head?.by ?? null, at: head?.at ?? null },
    draft: drafts.get(name) ?? null,
    versions: slot.chain
      .slice(0, -1)
      .toReversed()
      .slice(0, VERSIONS)
      .map(({ by, at, fields }) => ({ by, at, fields })),
    last: isText ? (last?.texts.get(textKey(slot.part.key, slot.place)) ?? null) : null,
  };
}

/** The sheet place by place, with what its reader has begun to write. */
export function viewOf(
  db: Db,
  sheet: Sheet,
  drafts: ReadonlyMap<string, Draft>,
  person: number | null,
) {
  const last = lastTime(db, sheet, sheet.due.subject);
  const places = sheet.places.map((place): PlaceView => {
    const slots = sheet.slots
      .filter((slot) => slot.place === place.id)
      .map((slot) => slotView(slot, drafts, last));
    const isTold = slots.some(({ by, draft, last: was }) => by !== null || draft || was !== null);
    return { ...place, choices: choicesOf(sheet, place.name === null), slots, isTold };
  });
  const heads = sheet.slots.flatMap((slot) => headOf(slot) ?? []);
  const newest = heads.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return {
    ...{ places, lastTitle: last?.title ?? null },
    /** What the form says of itself when it is sent (see fields.ts). */
    hidden: {
      [SEEN_FIELD]:
        [...drafts.values()]
          .map(({ savedAt }) => savedAt)
          .toSorted()
          .at(-1) ?? '',
      [WRITER_FIELD]: String(person ?? ''),
      [BASIS_FIELD]: basisMark(sheet),
    },
    saved: newest ? { at: newest.at, by: newest.by } : null,
  };
}
