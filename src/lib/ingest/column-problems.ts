import type { ObservationState } from '#lib/domain/observation.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { looksLikeSerialDay } from './dates.ts';
import type { BadDay } from './dates.ts';

/** `bad` is a cell with a problem of its own; its text is kept so that it can be shown. */
export type Cell = {
  readonly text: string;
  readonly value: string | number | null;
  readonly state: ObservationState | 'bad';
};

/** One column with what is needed to name a cell in it. */
export type Source = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly lines: readonly number[];
  readonly delimiter: string | null;
};

export type Fault = 'bad-number' | 'too-large-number' | BadDay;
export type Read = { readonly cell: Cell; readonly fault: Fault | null };

/** Every cell that its reader could not read, by its place. */
export const faults = (source: Source, reads: readonly Read[]): Problem[] =>
  reads.flatMap(({ cell, fault }, at) =>
    fault ? [{ code: fault, line: source.lines[at]!, column: source.name, value: cell.text }] : [],
  );

/** Marks other than an empty cell are told of: somebody wrote them and may have meant more. */
export function marksNotice(source: Source, cells: readonly Cell[]): Problem[] {
  const marked = cells.flatMap((cell, at) => (cell.value === null && cell.text !== '' ? [at] : []));
  const [first] = marked;
  if (first === undefined) return [];
  const marks = [...new Set(marked.map((at) => cells[at]!.text))];
  return [
    {
      code: 'missing-marks',
      line: source.lines[first]!,
      column: source.name,
      marks,
      lines: marked.length,
    },
  ];
}

/** One problem for all the cells a pattern takes, at the first of them. */
export function once(
  source: Source,
  code: 'ambiguous-number' | 'serial-date',
  at: readonly number[],
): Problem[] {
  const [first] = at;
  if (first === undefined) return [];
  const value = source.texts[first]!;
  return [{ code, line: source.lines[first]!, column: source.name, value, lines: at.length }];
}

export const indexes = (texts: readonly string[], test: (cell: string) => boolean) =>
  texts.flatMap((cell, at) => (test(cell) ? [at] : []));

/** Excel writes a day as a number when the cell has lost its format: ask, never show year 45016. */
export function serialDates(source: Source): Problem[] {
  if (!/datum|date/i.test(source.name)) return [];
  return once(source, 'serial-date', indexes(source.texts, looksLikeSerialDay));
}
