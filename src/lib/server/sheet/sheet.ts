import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Day } from '#lib/domain/calendar.ts';
import { basisOf } from '#lib/domain/basis.ts';
import type { Due } from '#lib/domain/due.ts';
import type { Judgement, Subject } from '#lib/domain/judgement.ts';
import type { Kommun, TextPart } from '#lib/domain/model.ts';
import { tidyText } from '#lib/domain/rich-text.ts';
import { markOf } from '../basis-mark.ts';
import * as activityStates from '../db/activity-states.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import {
  asChoice,
  judgementSlot,
  END_FIELD,
  LIFECYCLE_SLOT,
  reasonField,
  START_FIELD,
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
  readonly slots: readonly Slot[];
};

/** A mark of all that a judgement of it would lean on now. */
export const basisMark = ({ assessed, due }: Sheet): string =>
  markOf(basisOf(assessed, due.subject));

export const headOf = ({ chain }: Slot): Link | null => chain.at(-1) ?? null;
export const heldIn = (slot: Slot): Fields => headOf(slot)?.fields ?? slot.empty;

type Where = Pick<Sheet, 'namnd' | 'assessed' | 'due'>;

/** Of indicators alone it is said which way they go. */
const fieldsOfJudgement = (
  place: number,
  { kind }: Subject,
  { said, reason, trend }: Pick<Judgement, 'said' | 'reason' | 'trend'>,
): Fields => ({
  [judgementSlot(place)]: asChoice(said),
  [reasonField(place)]: tidyText(reason ?? ''),
  ...(kind === 'indicator' ? { [trendField(place)]: tidyText(trend ?? '') } : {}),
});

const UNSAID = { said: { kind: 'ej_bedomt' }, reason: null, trend: null } as const;

function judgementSlots(db: Db, { namnd, assessed, due }: Where, places: readonly SheetPlace[]) {
  if (due.aspect === null) return [];
  const at = { namnd, occasion: assessed.occasion.id };
  const rows = judgements.history(db, at, due.subject).filter((one) => one.aspect === due.aspect);
  return places.map(({ id: place }): Slot => ({
    ...{ kind: 'judgement', name: judgementSlot(place), place },
    empty: fieldsOfJudgement(place, due.subject, UNSAID),
    chain: rows
      .filter((one) => one.place === place)
      .map((one) => ({
        ...{ id: one.id, at: one.at, by: one.byName },
        fields: fieldsOfJudgement(place, due.subject, one),
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
  const fieldsOf = (lifecycle: string | null, startOn: Day | null, endOn: Day | null): Fields => ({
    ...{
      [LIFECYCLE_SLOT]: lifecycle ?? '',
      [START_FIELD]: startOn ?? '',
      [END_FIELD]: endOn ?? '',
    },
  });
  const chain = activityStates.history(db, at, due.subject.id).map((one) => ({
    ...{ id: one.id, at: one.at, by: one.byName },
    fields: fieldsOf(one.lifecycle, one.startOn, one.endOn),
  }));
  const of = { kind: 'lifecycle', name: LIFECYCLE_SLOT, place: assessed.place } as const;
  return [{ ...of, empty: fieldsOf(null, null, null), chain }];
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
    slots: [
      ...lifecycleSlots(db, where),
      ...judgementSlots(db, where, places),
      ...textSlots(db, where, places),
    ],
  };
}
