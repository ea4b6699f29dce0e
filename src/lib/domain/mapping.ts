import { groupBy } from './group-by.ts';
import type { Sex } from './model.ts';
import type { ObservationKind } from './observation.ts';

/*
 * What a person has said of a table that nobody knows: what each column is. Plain data, remembered by
 * the headings, so that the next file of the kind need not be explained anew.
 */

/** What a column may hold; `value` is the figures, all else says what they are about. */
export const MEANINGS = [
  'value',
  'indicator',
  'period',
  'place',
  'sex',
  'breakdown',
  'kind',
  'n',
  'asked',
  'numerator',
  'denominator',
  'note',
  'ignored',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a column of figures, or the whole file, says of its figures; null where the rows themselves do. */
export type Told = {
  readonly indicator: string | null;
  readonly period: string | null;
  readonly place: string | null;
  readonly sex: Sex | null;
  readonly kind: ObservationKind | null;
};

export const NOTHING_TOLD: Told = {
  indicator: null,
  period: null,
  place: null,
  sex: null,
  kind: null,
};

export type MappedColumn = {
  readonly header: string;
  readonly is: Meaning;
  /** Of figures alone. */
  readonly told: Told;
};

/** A table of more columns cannot be explained: nobody answers for so many one by one. */
export const MOST_COLUMNS = 500;

export type Mapping = {
  /** In the order of the file. */
  readonly columns: readonly MappedColumn[];
  /** What goes for every figure that neither its column nor its row says. When is told by `Choices.period`. */
  readonly told: Told;
};

/** The columns that are so meant, counted from 0. */
export const columnsThatAre = ({ columns }: Mapping, meaning: Meaning): readonly number[] =>
  columns.flatMap(({ is }, at) => (is === meaning ? [at] : []));

/** What nothing can be read without: a column of figures, and what every figure is of; null where both are said. */
export function lackOf(mapping: Mapping): 'value' | 'indicator' | null {
  const values = mapping.columns.filter(({ is }) => is === 'value');
  if (values.length === 0) return 'value';
  const isNamed =
    mapping.told.indicator !== null ||
    columnsThatAre(mapping, 'indicator').length > 0 ||
    values.every(({ told }) => told.indicator !== null);
  return isNamed ? null : 'indicator';
}

/** Columns of figures of which the same is said, counted from 0: each would be the others once more. */
export function alikeColumns(mapping: Mapping): readonly (readonly number[])[] {
  const groups = groupBy(columnsThatAre(mapping, 'value'), (at) =>
    JSON.stringify(mapping.columns[at]!.told),
  );
  return [...groups.values()].filter(({ length }) => length > 1);
}
