import type { Mapping } from './mapping.ts';

/** What a name of a file that nobody knows means here: something known by its id, something new, or nothing. */
export type NameChoice = number | 'new' | 'none';

/**
 * All that whoever reads a file in has decided about it. Plain data, kept beside the file, so that
 * reading it again gives the same.
 */
export type Choices = {
  /** By the key of the question: see question.ts. A bare code answers every question of its kind. */
  readonly answers: Readonly<Record<string, string>>;
  /** Physical lines that are not read in. */
  readonly leftOut: readonly number[];
  /** When what the file tells of was measured, where the file itself does not say; as written. */
  readonly period: string | null;
  /** What the columns are, where a person has said so; null leaves it to what the headings show. */
  readonly mapping: Mapping | null;
  /** Of a workbook the sheet that is read, by its name; null for the likeliest. */
  readonly sheet: string | null;
  /** By the name as the file writes it. */
  readonly indicators: Readonly<Record<string, NameChoice>>;
  readonly places: Readonly<Record<string, NameChoice>>;
};

/** The file as it stands. */
export const NO_CHOICES: Choices = {
  answers: {},
  leftOut: [],
  period: null,
  mapping: null,
  sheet: null,
  indicators: {},
  places: {},
};
