import { toCsv } from './csv.ts';

/*
 * Values that are typed or pasted into a page become a file of the plain long layout, and go through
 * the same door as every other: read, previewed, stored with its line, undone.
 */

/** One value as somebody typed it; '' for what they left. */
export type TypedValue = {
  readonly indicator: string;
  readonly period: string;
  readonly sex: string;
  readonly place: string;
  readonly value: string;
  readonly note: string;
};

export const typedFile = (one: TypedValue): string =>
  toCsv([
    ['Indikator', 'Period', 'Kön', 'Plats', 'Värde', 'Kommentar'],
    [one.indicator, one.period, one.sex, one.place, one.value, one.note],
  ]);

/** What stands in the two columns that are pasted; the rest is told once for all of them. */
export const PASTED = ['periods', 'indicators', 'places', 'table'] as const;
export type Pasted = (typeof PASTED)[number];

export const isPasted = (text: string): text is Pasted => PASTED.some((one) => one === text);

/** The field that the first pasted column is of. */
const FIRST: Readonly<Record<Exclude<Pasted, 'table'>, string>> = {
  periods: 'Period',
  indicators: 'Indikator',
  places: 'Plats',
};

const FIXED = ['Indikator', 'Period', 'Plats', 'Kön'] as const;

export type Fixed = {
  readonly indicator: string;
  readonly period: string;
  readonly place: string;
  readonly sex: string;
};

const cellsOf = (line: string): string[] =>
  line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());

/**
 * What was pasted with what was told about it, a line for a line under our own headings. A row of too
 * many or too few cells stays so: the door tells of it. With headings of its own it is taken as it is.
 */
export function pastedFile(of: Pasted, fixed: Fixed, text: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (of === 'table') return lines.join('\n');
  const told = {
    Indikator: fixed.indicator,
    Period: fixed.period,
    Plats: fixed.place,
    Kön: fixed.sex,
  };
  const names = FIXED.filter((name) => name !== FIRST[of]);
  const rows = lines.map((line) => [...names.map((name) => told[name]), ...cellsOf(line)]);
  return toCsv([[...names, FIRST[of], 'Värde'], ...rows]);
}
