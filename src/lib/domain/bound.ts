import type { SubjectKind } from './judgement.ts';
import type { Observation, ObservationKey } from './observation.ts';

/* What a number in a written text stands for, so that it is found again when the values behind it have changed. */

/** What something is written about: a goal, an activity, an indicator, or the nämnd at its occasion. */
export type About = { readonly kind: SubjectKind | 'namnd'; readonly id: number };

/** What a number is of the thing it is about. */
export type Role =
  | 'value'
  | 'previous'
  | 'change'
  | 'limit'
  | 'distance'
  | 'part-limit'
  | 'planned'
  | 'planned-difference'
  | 'rank'
  | 'ranked'
  | 'answers'
  | 'asked'
  | 'response-rate'
  | 'one-moves'
  | 'other'
  | 'sex'
  | 'sex-difference'
  | 'unit'
  | 'part'
  | 'missing'
  | 'count'
  | 'of';

/** An observation's key with its period by name: what is kept with a text and read again. */
export type BoundKey = Omit<ObservationKey, 'period'> & { readonly period: string };

export type Bound = {
  readonly about: About;
  readonly role: Role;
  /** The value it is, or that it was reckoned from; null for what rests on no single one. */
  readonly of: BoundKey | null;
  /** Tells numbers of one role apart where no value does: a step's key, an edge of a target. */
  readonly which: string;
};

/** A number to be told, exact, with what it stands for. Rounding is format's. */
export type Figure = { readonly value: number; readonly bound: Bound };

export const boundKeyOf = (one: Observation): BoundKey => {
  const { measure, period, sex, place, breakdown, kind } = one;
  return { measure, period: period.text, sex, place, breakdown, kind };
};

/** A number of a thing; `of` is the value it is or was reckoned from. */
export const aFigure = (
  about: About,
  role: Role,
  value: number,
  of: Observation | null = null,
  which = '',
): Figure => ({ value, bound: { about, role, of: of && boundKeyOf(of), which } });

const keyWith = ({ about, role, of, which }: Bound, period: string | null): string =>
  JSON.stringify([
    ...[about.kind, about.id, role, which],
    of && [of.measure, period, of.sex, of.place, of.breakdown, of.kind],
  ]);

/** The same for two numbers that stand for one and the same thing, whatever their values. */
export const boundKey = (bound: Bound): string => keyWith(bound, bound.of?.period ?? null);

/** The same also where the newest value is of another period than the one before it was. */
export const boundSeries = (bound: Bound): string => keyWith(bound, null);
