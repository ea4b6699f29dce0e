import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { lastOfMonth, parseDay } from '#lib/domain/calendar.ts';
import { answerTo } from '#lib/domain/question.ts';
import { fold } from '../fold.ts';
import type { TypedTable } from '../layouts/layout.ts';
import { saidSpan, SAID_WORDS, spanning } from './span.ts';
import type { Span } from './span.ts';

const YEAR = /^(?:(?:mät|kalender)?år|årtal)$/;
const PART = /^(?:(?:mät)?period|månad|tertial|kvartal|halvår|datum|tid|tidpunkt)$/;

const isAny = (heading: string, pattern: RegExp) => {
  const words = fold(heading)
    .split(/[^a-zåäö]+/)
    .filter((word) => word !== '');
  return [words[0], words.at(-1)].some((word) => word !== undefined && pattern.test(word));
};

export const isYear = (heading: string): boolean => YEAR.test(fold(heading));
export const isPeriod = (heading: string): boolean => isYear(heading) || isAny(heading, PART);

/** How a number alone is written in full under a heading of months, tertial or quarters. */
const NUMBERED: readonly (readonly [RegExp, (year: string, index: string) => string])[] = [
  [/^månad/, (year, index) => `${year}-${index.padStart(2, '0')}`],
  [/^tertial/, (year, index) => `${year}-T${index}`],
  [/^kvartal/, (year, index) => `${year}-Q${index}`],
  [/^halvår/, (year, index) => `${year}-H${index}`],
];

function inFull(heading: string, part: string, year: string): string {
  const number = /^\d{1,2}$/.test(part)
    ? NUMBERED.find(([name]) => name.test(fold(heading)))?.[1](year, part)
    : undefined;
  return number ?? `${part} ${year}`.trim();
}

export type PeriodColumns = {
  readonly at: number | undefined;
  readonly all: readonly number[];
  readonly textOf: (row: number) => string;
};

/** When a row is of: År beside Månad, Tertial or Period are read together. */
export function periodColumns({ header, columns }: TypedTable): PeriodColumns {
  const all = header.flatMap((name, at) => (isPeriod(name) ? [at] : []));
  const year = all.find((at) => isYear(header[at]!));
  const part = all.find((at) => !isYear(header[at]!));
  const textAt = (at: number | undefined, row: number) => columns[at ?? -1]?.texts.at(row) ?? '';
  const textOf = (row: number) => {
    const written = textAt(part, row).replace(SAID_WORDS, ' ').replace(/\s+/g, ' ').trim();
    return /\d{4}/.test(written)
      ? written
      : inFull(header[part ?? -1] ?? '', written, textAt(year, row));
  };
  return { at: part ?? year, all, textOf };
}

const isStated = ({ kind }: Period) => ['range', 'until', 'lasar', 'term'].includes(kind);

function isMonthEnd({ to }: Period): boolean {
  const day = parseDay(to);
  return day !== null && to === lastOfMonth(day.year, day.month);
}

export type Spans = {
  readonly periodOf: (period: Period, row: number, heading: string) => Period;
  /** Of the rows whose span nobody has said. */
  readonly problems: () => readonly Problem[];
};

/** What one of the figures says goes for all of them, unless another says otherwise. */
const spansIn = (said: readonly string[]): readonly Span[] => [
  ...new Set(said.flatMap((text) => saidSpan(text) ?? [])),
];

/** What time each row is of, by what the file says; a day alone may end a month, or twelve. */
export function spansOf(table: TypedTable, columns: PeriodColumns, said: readonly string[]): Spans {
  const { header, titles, lines, answers } = table;
  const ofFigures = spansIn(said);
  const ofFile =
    [...titles, ...columns.all.map((at) => header[at]!)]
      .map(saidSpan)
      .find((span) => span !== null) ?? (ofFigures.length === 1 ? ofFigures[0] : undefined);
  const doubts = new Set<number>();
  const saidIn = (row: number, heading: string) =>
    [heading, ...columns.all.map((at) => table.columns[at]!.texts.at(row))]
      .map(saidSpan)
      .find((span) => span !== null) ?? ofFile;

  function spanOf(period: Period, row: number, said: Span | undefined): Span | undefined {
    // A year is no end of a span: rolling 2025 may have been taken out in any month of it.
    const isOpen = period.kind === 'day' || ofFigures.length > 1;
    const isUnsure = said === undefined ? isOpen : period.kind === 'year';
    if (!isUnsure) return said;
    doubts.add(row);
    const answer = answerTo(answers, 'unsure-span');
    return answer === 'month' || answer === 'year-to-date' || answer === 'twelve-months'
      ? answer
      : 'as-written';
  }

  return {
    periodOf: (period, row, heading) => {
      if (isStated(period)) return period;
      const span = spanOf(period, row, saidIn(row, heading));
      if (span === undefined) return period;
      return spanning(period, isMonthEnd(period) ? span : 'as-written');
    },
    problems: () => {
      const [first] = doubts;
      if (first === undefined) return [];
      const { at } = columns;
      const cell = { column: header[at ?? -1] ?? '', value: columns.textOf(first) };
      return [{ code: 'unsure-span', line: lines[first]!, ...cell, lines: doubts.size }];
    },
  };
}
