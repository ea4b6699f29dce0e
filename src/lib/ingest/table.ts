import type { Problem } from '#lib/domain/problem.ts';
import type { CsvRecord } from './csv.ts';
import { findHeader, headerProblems } from './header.ts';
import { integers } from './packed-numbers.ts';
import { isFootnote, isTotal, placeColumn } from './set-aside.ts';
import { ownText, textCollector } from './texts.ts';
import type { Texts } from './texts.ts';
import { isUnitRow, unitsOf } from './units.ts';

/** A column at a time, so that a million rows are a handful of lists and no rows. */
export type Table = {
  readonly headerLine: number;
  readonly header: readonly string[];
  /** Where each column stands in a row of the file, counted from 0: those without a sign are no columns. */
  readonly positions: readonly number[];
  /** The physical line of each row. */
  readonly lines: Int32Array;
  /** By column, the text of each row. */
  readonly texts: readonly Texts[];
  /** Header text to unit, from a row of units under the header. */
  readonly units: Readonly<Record<string, string>>;
};

export type TableReading = { readonly table: Table | null; readonly problems: readonly Problem[] };

/** Number of cells up to the last filled: Excel's empty columns to the right are no columns. */
function extentOf(cells: readonly string[]): number {
  let extent = cells.length;
  while (extent > 0 && cells[extent - 1]!.trim() === '') extent -= 1;
  return extent;
}

const trimmed = ({ line, cells }: CsvRecord): CsvRecord => ({
  line,
  cells: cells.map((cell) => cell.trim()),
});

function titleProblem(titles: readonly CsvRecord[]): Problem[] {
  const [first] = titles;
  return first ? [{ code: 'title-rows', line: first.line, lines: titles.length }] : [];
}

const trimHeader = ({ cells }: CsvRecord) =>
  cells.slice(0, extentOf(cells)).map((cell) => ownText(cell.replace(/\s+/g, ' ')));

type Body = Pick<Table, 'header'> & {
  readonly done: () => Pick<Table, 'lines' | 'texts'>;
  readonly add: (record: CsvRecord) => void;
  readonly units: () => readonly string[];
  readonly problems: () => readonly Problem[];
};

/** The rows under a header as they come: kept by column, or set aside with a reason. */
function bodyOf(headerLine: number, header: readonly string[], isRagged: boolean): Body {
  const [width, place] = [header.length, placeColumn(header)];
  const start = header.findIndex((name) => name !== '');
  const texts = header.map(textCollector);
  const lines = integers();
  const problems: Problem[] = [];
  const footnotes: { line: number; value: string }[] = [];
  let units: readonly string[] = [];
  let count = 0;

  const isUnits = ({ line, cells }: CsvRecord): boolean => {
    if (count > 0 || units.length > 0 || !isUnitRow(cells)) return false;
    units = cells;
    problems.push({ code: 'unit-row', line });
    return true;
  };

  const isNote = ({ line, cells }: CsvRecord, extent: number): boolean => {
    const at = cells[0]!.trim() === '' && start > 0 ? start : 0;
    const value = cells[at]?.trim() ?? '';
    const isOne = width > 1 && isFootnote(value, extent === at + 1);
    if (isOne) footnotes.push({ line, value });
    return isOne;
  };

  /** A row that is too short or too long can be set right by no rule; the empty tail can be cut. */
  const keep = ({ line, cells }: CsvRecord, extent: number): void => {
    const least = isRagged ? width : Math.min(cells.length, width);
    const found = Math.max(extent, least);
    const value = cells[place] ?? '';
    if (found !== width) problems.push({ code: 'ragged-row', line, found, expected: width });
    else if (isTotal(value)) {
      problems.push({ code: 'total-row', line, column: header[place]!, value: value.trim() });
    } else {
      lines.push(line);
      for (let at = 0; at < width; at += 1) texts[at]!.add((cells[at] ?? '').trim());
    }
  };

  const footnoteProblem = (): Problem[] => {
    const [first] = footnotes;
    if (!first) return [];
    return [{ code: 'footnote-rows', ...first, lines: footnotes.length }];
  };

  return {
    header,
    done: () => ({ lines: lines.done(), texts: texts.map(({ done }) => done()) }),
    add: (record) => {
      const extent = extentOf(record.cells);
      if (extent === 0 || isUnits(record) || isNote(record, extent)) return;
      count += 1;
      keep(record, extent);
    },
    units: () => units,
    problems: () => [
      ...problems,
      ...footnoteProblem(),
      ...(count === 0 ? [{ code: 'no-rows', line: headerLine } as const] : []),
    ],
  };
}

/** So many rows show where the header is. */
const HEAD = 2000;

/** Takes records one by one; then gives the table, and what was set aside or could not be read. */
export type TableReader = {
  readonly add: (record: CsvRecord) => void;
  readonly finish: () => TableReading;
};

type Started = {
  readonly headerLine: number;
  readonly titles: readonly CsvRecord[];
  readonly body: Body;
};

/** Finds the header among the first rows; what stands above it are titles. */
function startWith(rows: readonly CsvRecord[], isRagged: boolean): Started | null {
  const at = findHeader(rows);
  const head = rows[at];
  if (!head) return null;
  const body = bodyOf(head.line, trimHeader(head), isRagged);
  for (const record of rows.slice(at + 1)) body.add(record);
  return { headerLine: head.line, titles: rows.slice(0, at), body };
}

function readingOf({ headerLine, titles, body }: Started): TableReading {
  const { lines, texts: all } = body.done();
  const problems: Problem[] = [
    ...titleProblem(titles),
    ...headerProblems(headerLine, body.header, all),
    ...body.problems(),
  ];
  const units = unitsOf(body.header, body.units());
  const isUsed = (at: number) => body.header[at] !== '' || all[at]!.some((cell) => cell !== '');
  const positions = [...body.header.keys()].filter(isUsed);
  const header = positions.map((at) => body.header[at]!);
  const texts = positions.map((at) => all[at]!);
  return { table: { headerLine, header, positions, lines, texts, units }, problems };
}

/**
 * Sets titles, units, notes and sums aside, drops what is empty, and lists rows of the wrong width. A row
 * of a sheet ends with its last cell that holds anything (`isRagged`), and is not too short for that.
 */
export function tableReader(isRagged = false): TableReader {
  const head: CsvRecord[] = [];
  let started: Started | null = null;
  return {
    add: (record) => {
      if (started) return started.body.add(record);
      if (extentOf(record.cells) === 0) return;
      if (head.push(trimmed(record)) === HEAD) started = startWith(head, isRagged);
    },
    finish: () => {
      started ??= startWith(head, isRagged);
      return started ? readingOf(started) : { table: null, problems: [{ code: 'empty-file' }] };
    },
  };
}
