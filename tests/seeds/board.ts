import type { TargetRule } from '#lib/domain/rule.ts';

/** A rule as a seed has it; one in words only has words that the facts do not hold. */
export type Rule = Exclude<TargetRule, { kind: 'text' }> | { readonly kind: 'text' };

export type Cell = { readonly sex: string; readonly place: string; readonly breakdown: string };

/** A judgement that the facts do not have as one, and where the papers say it. */
export type Told = {
  readonly subject: string;
  readonly place?: string;
  /** The word of the step, or 'ej_bedomt' where only the trend is said. */
  readonly word: string;
  readonly trend?: string;
  readonly line: number;
};

/** How the words of a kommun's papers are written in Fyren. */
export type Board = {
  readonly slug: string;
  /** What the facts put before a key. */
  readonly prefix: string;
  readonly reports: readonly (readonly [namnd: string, occasion: string, meeting: string | null])[];
  readonly levels: Readonly<Record<string, string>>;
  readonly activityLevel: string;
  /** By the first letter of an indicator's key; the rest are socialnämnden's. */
  readonly namnder: Readonly<Record<string, string>>;
  /** Nodes of the facts that are no goals, and parents that are none, each with the reason. */
  readonly noGoals: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, string>>;
  /** Lines where the papers say the same again, by key. */
  readonly again: Readonly<Record<string, number>>;
  readonly told: readonly Told[];
  /** By the papers' word, or by "key word" where an indicator has its own meaning of it. */
  readonly periods: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, Partial<Cell>>>;
  /** Occasions of measuring that the facts have as periods, as parts. */
  readonly moments: Readonly<Record<string, string>>;
  /** The facts' targets are budgets: rows, not targets. */
  readonly hasBudgets: boolean;
  readonly years: Readonly<Record<string, number>>;
  /** Targets that direction and value do not tell. */
  readonly rules: Readonly<Record<string, (value: number) => Rule>>;
};

export const PLAIN = {
  prefix: '',
  namnder: {},
  noGoals: {},
  again: {},
  told: [],
  periods: {},
  groups: {},
  moments: {},
  hasBudgets: false,
  years: {},
  rules: {},
} as const satisfies Partial<Board>;

/** A target that can only be told. */
export const inWords = (): Rule => ({ kind: 'text' });
