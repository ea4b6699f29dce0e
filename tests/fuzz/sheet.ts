import type { Problem } from '#lib/domain/problem.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import type { Style } from './style.ts';
import type { World } from './world.ts';

/** A table with what it says, written by nobody yet. */
export type Sheet = {
  readonly layout: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the database should tell afterwards: this, and nothing else. */
  readonly known: readonly SeenValue[];
  /** What alone may stop it: a doubt that the table itself gives. Without any it must go in. */
  readonly mayStop: readonly Problem['code'][];
  /** By what the doubts are rightly answered. */
  readonly answers: Readonly<Record<string, string>>;
  /** A fault of one row, that keeps all of them out whatever is answered; null for none. */
  readonly mustStop: Problem['code'] | null;
  /** Where a sum of the rows would say `Totalt`; null where nothing says what a row is about. */
  readonly place: number | null;
  /** Where units may stand under the header. */
  readonly figures: readonly number[];
  /** The numbers of those columns by their texts, for a file that holds numbers; else they are text there too. */
  readonly numbers?: ReadonlyMap<string, number>;
};

/** A table as a layout sets it out: nothing is wrong with it yet. */
export type Clean = Omit<Sheet, 'mustStop'>;

/** One way of setting out figures, written from what is known. A new one is a line in layouts.ts. */
export type Writer = (world: World, random: Random, style: Style) => Clean;

/** What a value says when nothing more is said. */
export const BARE = {
  sex: 'T',
  breakdown: '',
  kind: 'utfall',
  numerator: null,
  denominator: null,
  n: null,
  asked: null,
  isPreliminary: false,
  measuredOn: null,
  publishedOn: null,
  note: null,
} as const satisfies Partial<SeenValue>;

/** What it is about, in one text. */
export const aboutOf = ({ measure, period, sex, place, breakdown, kind }: SeenValue): string =>
  [measure, period, sex, place, breakdown, kind].join(' ');

/** Mostly few rows; now and then more than are read at a time. */
export const rowCount = (random: Random, most: number): number =>
  random() < 0.001 ? 60 * most : between(random, 1, most);

/** The first of those about the same. */
export function distinct<T>(all: readonly T[], about: (one: T) => string): readonly T[] {
  const known = new Map<string, T>();
  for (const one of all) if (!known.has(about(one))) known.set(about(one), one);
  return [...known.values()];
}
