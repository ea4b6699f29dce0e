import type { Choices } from '#lib/domain/choices.ts';
import type { ObservationState } from '#lib/domain/observation.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { looksLikeSerialDay, namesDays } from './dates.ts';
import type { BadDay } from './dates.ts';
import type { Marks } from './marks.ts';
import type { Texts } from './texts.ts';

/** `bad` is a cell with a problem of its own; its text is kept so that it can be shown. */
export type Cell = {
  readonly text: string;
  readonly value: string | number | null;
  readonly state: ObservationState | 'bad';
};

/** One column with what is needed to name a cell in it. */
export type Source = {
  readonly name: string;
  readonly texts: Texts;
  readonly lines: Int32Array;
  readonly delimiter: string | null;
  readonly answers: Choices['answers'];
  /** Null for the usual. */
  readonly marks: Marks | null;
  /** Of a workbook, whether a cell is a number and no text; null where the file is text itself. */
  readonly isNumber: ((row: number) => boolean) | null;
};

export type Fault = 'bad-number' | 'too-large-number' | BadDay;

type Once =
  'ambiguous-number' | 'mixed-decimals' | 'serial-date' | 'footnote-marks' | 'number-as-text';

/** One problem for all the cells a pattern takes, at the first of them. */
export function once(source: Source, code: Once, at: readonly number[]): Problem[] {
  const [first] = at;
  if (first === undefined) return [];
  const value = source.texts.at(first);
  return [{ code, line: source.lines[first]!, column: source.name, value, lines: at.length }];
}

/** The rows whose texts a test takes. */
export function indexes(texts: Texts, test: (cell: string) => boolean): number[] {
  const rows: number[] = [];
  texts.forEach((cell, row) => {
    if (test(cell)) rows.push(row);
  });
  return rows;
}

/** Excel writes a day as a number when the cell has lost its format: ask, never show year 45016. */
export function serialDates(source: Source): Problem[] {
  if (!namesDays(source.name)) return [];
  return once(source, 'serial-date', indexes(source.texts, looksLikeSerialDay));
}

/** Collects what is found in a column while it is read, cell by cell. */
export type Findings = {
  readonly fault: (at: number, code: Fault) => void;
  /** A number if its decimal mark is another than its column's. */
  readonly otherMark: (at: number) => void;
  readonly footnote: (at: number) => void;
  readonly gap: (at: number) => void;
  readonly problems: () => readonly Problem[];
};

export function findingsIn(source: Source): Findings {
  const { name: column, lines, texts } = source;
  const faults: Problem[] = [];
  const footnotes: number[] = [];
  const others: number[] = [];
  const among = source.marks ? { among: source.marks.among } : {};
  const marks = new Map<string, number>();
  const marksNotice = (): Problem[] => {
    const [first] = marks;
    if (!first) return [];
    const count = indexes(texts, (cell) => marks.has(cell)).length;
    const names = [...marks.keys()];
    const told = { line: lines[first[1]]!, column, marks: names, lines: count };
    return [{ code: 'missing-marks', ...told, ...among }];
  };
  return {
    fault: (at, code) => void faults.push({ code, line: lines[at]!, column, value: texts.at(at) }),
    otherMark: (at) => void others.push(at),
    footnote: (at) => void footnotes.push(at),
    /** Marks other than an empty cell are told of: somebody wrote them and may have meant more. */
    gap: (at) => {
      const mark = texts.at(at);
      if (mark !== '' && !marks.has(mark)) marks.set(mark, at);
    },
    problems: () => [
      ...faults,
      ...once(source, 'mixed-decimals', others),
      ...once(source, 'footnote-marks', footnotes),
      ...marksNotice(),
    ],
  };
}
