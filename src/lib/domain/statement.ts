import type { About, Figure } from './bound.ts';
import type { Day } from './calendar.ts';
import type { Late, Lifecycle } from './lifecycle.ts';
import type { Better, Met, Occasion, PaperDate, Step, Target } from './model.ts';
import type { Observation, ObservationKind } from './observation.ts';
import type { Period } from './period.ts';
import type { Quarter, Rank } from './ranking.ts';
import type { NotComparable } from './series.ts';
import type { State } from './state.ts';
import type { Tally } from './tally.ts';
import type { Unknown } from './target.ts';
import type { Trend } from './trend.ts';

/*
 * What there is to say of a thing at an occasion, as data. Format makes the words; what is said, of which numbers and in
 * which order is decided here (DESIGN 8). A new kind is a new row in format/draft.ts.
 */

/** What a value is to a reader: a number of its measure, a place that was reported, or done (1) or not. */
export type ValueForm = 'amount' | 'place' | 'done';

/** Why there is no value to tell: nothing is read in, only parts are, it comes later, it may not be shown … */
export type NoValue =
  | Extract<Unknown, 'no-value' | 'only-parts' | 'measured-later' | 'suppressed' | 'not-applicable'>
  | 'in-words';

/** Why a value is not held against its target. */
export type NotHeld = Exclude<Unknown, NoValue | 'not-fresh' | 'not-compared'> | 'not-by-day';

/** A value with whose it is, beside another. */
export type Named = { readonly place: number; readonly figure: Figure };

type IndicatorStatement =
  | {
      readonly kind: 'value';
      readonly form: ValueForm;
      readonly figure: Figure;
      readonly period: Period;
      /** The day it was measured, where that is another than the end of its period. */
      readonly measuredOn: Day | null;
      readonly isPreliminary: boolean;
      /** Too old to speak for the occasion: told with its period, and held against nothing. */
      readonly isOld: boolean;
    }
  | {
      readonly kind: 'no-value';
      readonly why: NoValue;
      readonly period: Period | null;
      /** What it would have pointed out; null where nothing is hidden. */
      readonly hides: 'answers' | 'persons' | 'either' | null;
      /** The next occasion at which it is measured. */
      readonly next: Occasion | null;
    }
  /** The value before it, against the target that speaks: always right after the value. */
  | {
      readonly kind: 'against-target';
      readonly met: Met;
      readonly target: Target;
      readonly form: ValueForm;
      readonly step: Step | null;
      readonly value: number;
      /** How far from the edge of the target; 0 on it and inside a span. */
      readonly distance: Figure;
      /** A part of the year's target, where the count of a part of it is held against that. */
      readonly part: { readonly months: number; readonly limit: Figure } | null;
      /** Reached, but after the day it was to be reached by. */
      readonly isLate: boolean;
    }
  | {
      readonly kind: 'place-against-target';
      readonly met: Met;
      readonly target: Target;
      readonly step: Step | null;
      readonly rank: Rank;
      readonly place: Figure;
      readonly of: Figure;
      readonly distance: Figure;
    }
  | { readonly kind: 'not-held'; readonly why: NotHeld; readonly target: Target | null }
  | {
      readonly kind: 'change';
      readonly form: ValueForm;
      readonly value: number;
      readonly change: Figure;
      readonly previous: Figure;
      readonly period: Period;
      readonly before: Period;
      /** Null where nobody can say which way is good. */
      readonly trend: Trend | null;
    }
  /** An earlier value that nothing is reckoned from. */
  | {
      readonly kind: 'earlier-value';
      readonly form: ValueForm;
      readonly figure: Figure;
      readonly period: Period;
      /** Null: it is simply the one before, and no year older. */
      readonly why: NotComparable | null;
    }
  | {
      readonly kind: 'planned';
      readonly of: Exclude<ObservationKind, 'utfall'>;
      readonly figure: Figure;
      readonly value: number | null;
      /** Null where it is of a longer period than the value. */
      readonly difference: Figure | null;
      readonly period: Period;
    }
  | {
      readonly kind: 'rank';
      readonly rank: Rank;
      readonly quarter: Quarter | null;
      readonly place: Figure;
      readonly of: Figure;
    }
  | { readonly kind: 'others'; readonly others: readonly Named[] }
  | {
      readonly kind: 'sexes';
      readonly women: Figure;
      readonly men: Figure;
      readonly difference: Figure;
      /** The two are counted and make up the whole. */
      readonly whole: Figure | null;
    }
  /** The units that differ most, each end with those that share it. */
  | {
      readonly kind: 'units';
      readonly highest: readonly Named[];
      readonly lowest: readonly Named[];
      readonly better: Better;
    }
  | {
      readonly kind: 'parts';
      readonly period: Period;
      readonly parts: readonly { readonly observation: Observation; readonly figure: Figure }[];
      /** How many more there are than those told. */
      readonly more: Figure;
    }
  | {
      readonly kind: 'answers';
      readonly answers: Figure;
      readonly asked: Figure | null;
      readonly rate: Figure | null;
      readonly oneMoves: Figure | null;
    }
  | { readonly kind: 'incomplete'; readonly missing: Figure; readonly of: Figure }
  | { readonly kind: 'later-target'; readonly target: Target }
  /** What people say of it where the rule says nothing, or otherwise. */
  | {
      readonly kind: 'judged';
      readonly state: State;
      readonly side: 'better' | 'worse' | null;
      readonly trend: string | null;
      readonly reason: string | null;
    };

type GoalStatement =
  | {
      readonly kind: 'state';
      readonly level: number;
      readonly state: State;
      readonly reason: string | null;
      readonly forecast: Occasion | null;
    }
  | {
      readonly kind: 'ceiling';
      readonly step: Step;
      readonly state: State | null;
      readonly words: string;
      readonly isOver: boolean;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'against-suggestion';
      readonly side: 'better' | 'worse';
      readonly step: Step | null;
      readonly state: State;
      readonly reason: string | null;
      /** The reason, or that there is none, has been told of the ceiling. */
      readonly isReasonTold: boolean;
    }
  /** Judged best though these do not reach their targets, or worst though all of these do; no reason is given. */
  | { readonly kind: 'against-measures'; readonly side: 'better' | 'worse'; readonly count: Figure }
  | {
      readonly kind: 'coverage';
      readonly known: Figure;
      readonly of: Figure;
      readonly later: Figure;
    }
  | { readonly kind: 'earlier-state'; readonly occasion: Occasion; readonly state: State }
  | { readonly kind: 'changed-at-meeting'; readonly sent: State };

type ActivityStatement =
  | {
      readonly kind: 'lifecycle';
      readonly level: number;
      readonly lifecycle: Lifecycle;
      /** How it is judged has been told before it. */
      readonly isAgain: boolean;
    }
  | {
      readonly kind: 'late';
      readonly level: number;
      readonly late: NonNullable<Late>;
      readonly date: PaperDate;
    }
  | { readonly kind: 'ends'; readonly level: number; readonly date: PaperDate };

/** What several things come to; of a goal's own parts, or of all that a nämnd has. */
type ManyStatement =
  | {
      readonly kind: 'tally';
      readonly level: number;
      readonly aspect: 'forecast' | 'outcome';
      readonly tally: Tally;
      readonly forecast: Occasion | null;
    }
  | { readonly kind: 'indicator-tally'; readonly tally: Tally }
  /** Those that are not the best there is, by name. */
  | {
      readonly kind: 'deviating';
      readonly level: number;
      readonly things: readonly { readonly about: About; readonly state: State }[];
    }
  | { readonly kind: 'missed'; readonly indicators: readonly number[] }
  | { readonly kind: 'unjudged'; readonly level: number; readonly things: readonly About[] };

export type Statement = { readonly about: About } & (
  IndicatorStatement | GoalStatement | ActivityStatement | ManyStatement
);

export type StatementKind = Statement['kind'];
export type StatementOf<Kind extends StatementKind> = Extract<Statement, { readonly kind: Kind }>;
