import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Due } from '#lib/domain/due.ts';
import type { Judgement } from '#lib/domain/judgement.ts';
import type { Kommun, Occasion, TextPart } from '#lib/domain/model.ts';
import { tidyText } from '#lib/domain/rich-text.ts';
import * as activityStates from '../db/activity-states.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import * as occasions from '../db/occasions.ts';
import {
  asChoice,
  judgementSlot,
  LIFECYCLE_SLOT,
  reasonField,
  textSlot,
  trendField,
} from './fields.ts';
import type { Fields } from './fields.ts';

/** Something that was said: who, when, and what, as the form's fields would say it. */
export type Link = {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly fields: Fields;
};

type Of =
  | { readonly kind: 'judgement' }
  | { readonly kind: 'text'; readonly part: TextPart }
  | { readonly kind: 'lifecycle' };

/** One thing to fill in, and all that has been said of it: the last is what holds. */
export type Slot = Of & {
  readonly name: string;
  readonly place: number;
  /** What its fields say when nobody has said anything. */
  readonly empty: Fields;
  readonly chain: readonly Link[];
};

/** The whole, or a unit of the kommun. */
export type SheetPlace = { readonly id: number; readonly name: string | null };

export type Sheet = {
  readonly kommun: Kommun;
  readonly namnd: number;
  readonly assessed: Assessed;
  readonly due: Due;
  /** The whole first; units only where something is told of each. */
  readonly places: readonly SheetPlace[];
  /** Occasions that it can be measured at later. */
  readonly later: readonly Occasion[];
  readonly slots: readonly Slot[];
};

export const headOf = ({ chain }: Slot): Link | null => chain.at(-1) ?? null;
export const heldIn = (slot: Slot): Fields => headOf(slot)?.fields ?? slot.empty;

type Where = Pick<Sheet, 'namnd' | 'assessed' | 'due'>;

const fieldsOfJudgement = (
  place: number,
  { said, reason, trend }: Pick<Judgement, 'said' | 'reason' | 'trend'>,
): Fields => ({
  [judgementSlot(place)]: asChoice(said),
  [reasonField(place)]: tidyText(reason ?? ''),
  [trendField(place)]: tidyText(trend ?? ''),
});

function judgementSlots(db: Db, { namnd, assessed, due }: Where, places: readonly SheetPlace[]) {
  if (due.aspect === null) return [];
  const at = { namnd, occasion: assessed.occasion.id };
  const rows = judgements.history(db, at, due.subject).filter((one) => one.aspect === due.aspect);
  return places.map(({ id: place }): Slot => ({
    ...{ kind: 'judgement', name: judgementSlot(place), place },
    empty: fieldsOfJudgement(place, { said: { kind: 'ej_bedomt' }, reason: null, trend: null }),
    chain: rows
      .filter((one) => one.place === place)
      .map((one) => ({
        ...{ id: one.id, at: one.at, by: one.byName },
        fields: fieldsOfJudgement(place, one),
      })),
  }));
}

function textSlots(db: Db, { namnd, assessed, due }: Where, places: readonly SheetPlace[]) {
  const at = { namnd, occasion: assessed.occasion.id };
  const rows = judgements.commentHistory(db, at, due.subject);
  return places.flatMap(({ id: place, name: unit }) =>
    due.parts
      .filter((part) => unit === null || part.perPlace)
      .map((part): Slot => {
        const name = textSlot(part.key, place);
        return {
          ...{ kind: 'text', part, name, place, empty: { [name]: '' } },
          chain: rows
            .filter((one) => one.place === place && one.part === part.key)
            .map((one) => ({
              ...{ id: one.id, at: one.at, by: one.byName },
              fields: { [name]: tidyText(one.body) },
            })),
        };
      }),
  );
}

function lifecycleSlots(db: Db, { namnd, assessed, due }: Where): Slot[] {
  if (due.subject.kind !== 'activity') return [];
  const at = { namnd, occasion: assessed.occasion.id };
  const name = LIFECYCLE_SLOT;
  const chain = activityStates.history(db, at, due.subject.id).map((one) => ({
    ...{ id: one.id, at: one.at, by: one.byName, fields: { [name]: one.lifecycle } },
  }));
  return [{ kind: 'lifecycle', name, place: assessed.place, empty: { [name]: '' }, chain }];
}

/** The whole, and where something is told of each unit, the units as they lie under each other. */
function placesOf({ place, places }: Assessed, { parts }: Due): readonly SheetPlace[] {
  const whole = { id: place, name: null };
  if (parts.every((part) => !part.perPlace)) return [whole];
  const units = places.filter(({ kind }) => kind === 'unit');
  const under = (parent: number): SheetPlace[] =>
    units
      .filter((one) => one.parent === parent)
      .flatMap(({ id, name }) => [{ id, name }, ...under(id)]);
  return [whole, ...under(place)];
}

/** All that can be said of one thing at an occasion, with what has been. */
export function readSheet(db: Db, kommun: Kommun, { namnd, assessed, due }: Where): Sheet {
  const where = { namnd, assessed, due };
  const places = placesOf(assessed, due);
  return {
    ...{ kommun, ...where, places },
    later: occasions.list(db, kommun.id).filter((one) => one.cutoffOn > assessed.occasion.cutoffOn),
    slots: [
      ...lifecycleSlots(db, where),
      ...judgementSlots(db, where, places),
      ...textSlots(db, where, places),
    ],
  };
}
