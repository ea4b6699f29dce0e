import type { Day } from './calendar.ts';
import type { Sex } from './model.ts';
import type { Period } from './period.ts';

export type ObservationKind = 'utfall' | 'prognos' | 'budget';

/** Zero is a value. Everything else is a reason why there is none. */
export type ObservationState =
  'value' | 'missing' | 'suppressed' | 'not_applicable' | 'not_collected';

/**
 * Where a value came from: the line and file anyone can be pointed to. Never the file's fingerprint: a small file has
 * so few possible contents that a value which is hidden could be worked out of it.
 */
export type ValueSource = {
  readonly upload: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly at: string;
  readonly role: string;
};

/** What a value is about: the key under which a later reading replaces an earlier one. */
export type ObservationKey = {
  readonly measure: number;
  readonly period: Period;
  readonly sex: Sex;
  readonly place: number;
  /** Canonical "name=value" list, `;` between, '' for the whole. */
  readonly breakdown: string;
  readonly kind: ObservationKind;
};

export type Observation = ObservationKey & {
  readonly state: ObservationState;
  /** A number exactly when state is `value`. */
  readonly value: number | null;
  readonly printed: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Those who answered, and those who were asked. */
  readonly n: number | null;
  readonly asked: number | null;
  readonly isPreliminary: boolean;
  readonly measuredOn: Day | null;
  readonly publishedOn: Day | null;
  readonly note: string | null;
  readonly source: ValueSource;
  /** Hidden, and not for its own sake: beside a decided version it would give away what is hidden there. Else not given. */
  readonly isHeldBack?: true;
};
