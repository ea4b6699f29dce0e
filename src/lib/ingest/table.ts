import type { Problem } from '#lib/domain/problem.ts';
import type { CsvRecord } from './csv.ts';
import { findHeader, headerProblems } from './header.ts';
import { integers } from './packed-numbers.ts';
import { columnsBefore, isFootnote, isSentence, isTotal, placeColumn } from './set-aside.ts';
import { ownText, textCollector } from './texts.ts';
import type { Texts } from './texts.ts';
import { twoRows } from './two-rows.ts';
import type { HeaderRows, Under } from './two-rows.ts';
import { isUnitRow, unitsOf } from './units.ts';

/** A column at a time, so that a million rows are a handful of lists and no rows. */
export type Table = {
  /** Of a header in two rows the first. */
  readonly headerLine: number;
  /** What stands above the header, a text for each row. */
  readonly titles: readonly string[];
  readonly header: readonly string[];
  /** By column, the group it stands under in a header of two rows; null for none. */
  readonly under: readonly (Under | null)[];
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

const trimHeader = ({ line, cells }: CsvRecord): CsvRecord => ({
  line,
  cells: cells.slice(0, extentOf(cells)).map((cell) => ownText(cell.replace(/\s+/g, ' '))),
});

type Take = (record: CsvRecord) => void;

type Body = Pick<Table, 'header'> & {
  readonly done: () => Pick<Table, 'lines' | 'texts'>;
  readonly add: (record: CsvRecord) => void;
  readonly units: () => readonly string[];
  readonly problems: () => readonly Problem[];
};

/** The rows under a header as they come: kept by column, or set aside with a reason. */
function bodyOf(
  headerLine: number,
  header: readonly string[],
  { setAside, isRagged }: Reading,
): Body {
  const [width, place] = [header.length, placeColumn(header)];
  const before = columnsBefore(header, place);
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

  /** Sentences that are notes if no row of figures follows. */
  let waiting: CsvRecord[] = [];
  let lastNote = '';

  const firstCell = ({ cells }: CsvRecord) => {
    const at = cells[0]!.trim() === '' && start > 0 ? start : 0;
    return { at, value: cells[at]?.trim() ?? '' };
  };

  const isNote = (record: CsvRecord, extent: number): boolean => {
    const { at, value } = firstCell(record);
    const isOne = width > 1 && isFootnote(value, extent === at + 1, header[at]);
    if (isOne) {
      footnotes.push({ line: record.line, value });
      lastNote = value;
    }
    return isOne;
  };

  const mayBeNote = (record: CsvRecord, extent: number): boolean => {
    if (width < 3 || count === 0) return false;
    const { at, value } = firstCell(record);
    const isAlone = extent === at + 1 && value !== '' && !isTotal(value);
    if (!isAlone || !(isSentence(value) || lastNote.endsWith(':'))) return false;
    lastNote = value;
    return true;
  };

  /** A row that is too short or too long can be set right by no rule; the empty tail can be cut. */
  const keep = (record: CsvRecord, extent: number): void => {
    const { line, cells } = record;
    const least = isRagged ? width : Math.min(cells.length, width);
    const found = Math.max(extent, least);
    const own = cells[place] ?? '';
    const at = own === '' ? (before.find((one) => isTotal(cells[one] ?? '')) ?? place) : place;
    const value = cells[at] ?? '';
    if (found !== width) {
      setAside(record);
      problems.push({ code: 'ragged-row', line, found, expected: width });
    } else if (isTotal(value)) {
      setAside(record);
      problems.push({ code: 'total-row', line, column: header[at]!, value: value.trim() });
    } else {
      lines.push(line);
      for (let one = 0; one < width; one += 1) texts[one]!.add((cells[one] ?? '').trim());
    }
  };

  const take = (record: CsvRecord, extent: number): void => {
    count += 1;
    keep(record, extent);
  };

  /** A row of figures follows: what looked like notes are rows as well. */
  const release = (): void => {
    for (const record of waiting) take(record, extentOf(record.cells));
    waiting = [];
  };

  const notesAtEnd = (): void => {
    for (const record of waiting) {
      footnotes.push({ line: record.line, value: firstCell(record).value });
      setAside(record);
    }
    waiting = [];
    footnotes.sort((one, other) => one.line - other.line);
  };

  const footnoteProblem = (): Problem[] => {
    const [first] = footnotes;
    if (!first) return [];
    return [{ code: 'footnote-rows', ...first, lines: footnotes.length }];
  };

  return {
    header,
    done: () => {
      notesAtEnd();
      return { lines: lines.done(), texts: texts.map(({ done }) => done()) };
    },
    add: (record) => {
      const extent = extentOf(record.cells);
      if (extent === 0) return;
      if (isUnits(record) || isNote(record, extent)) return setAside(record);
      if (mayBeNote(record, extent)) return void waiting.push(record);
      if (waiting.length > 0) release();
      lastNote = '';
      take(record, extent);
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
  readonly head: HeaderRows;
  readonly titles: readonly CsvRecord[];
  readonly body: Body;
};

/** The header in one row or two, from which row and to which. */
function headIn(rows: readonly CsvRecord[]): { head: HeaderRows; from: number; to: number } | null {
  const at = findHeader(rows);
  const [above, found, below] = [at - 1, at, at + 1].map(
    (one) => rows[one] && trimHeader(rows[one]),
  );
  if (!found) return null;
  const withAbove = twoRows(above, found);
  if (withAbove) return { head: withAbove, from: at - 1, to: at + 1 };
  const withBelow = twoRows(found, below);
  if (withBelow) return { head: withBelow, from: at, to: at + 2 };
  const { line, cells: header } = found;
  return { head: { line, header, under: header.map(() => null) }, from: at, to: at + 1 };
}

/** Finds the header among the first rows; what stands above it are titles. */
function startWith(rows: readonly CsvRecord[], reading: Reading): Started | null {
  const found = headIn(rows);
  if (!found) return null;
  const { head, from, to } = found;
  const body = bodyOf(head.line, head.header, reading);
  for (const record of rows.slice(0, from)) reading.setAside(record);
  for (const record of rows.slice(to)) body.add(record);
  return { head, titles: rows.slice(0, from), body };
}

function readingOf({ head, titles, body }: Started): TableReading {
  const headerLine = head.line;
  const { lines, texts: all } = body.done();
  const problems: Problem[] = [
    ...titleProblem(titles),
    ...headerProblems(headerLine, body.header, all),
    ...body.problems(),
  ];
  const units = unitsOf(body.header, body.units());
  const isUsed = (at: number) => body.header[at] !== '' || all[at]!.some((cell) => cell !== '');
  const positions = [...body.header.keys()].filter(isUsed);
  const used = <T>(columns: readonly T[]) => positions.map((at) => columns[at]!);
  const [header, under, texts] = [used(body.header), used(head.under), used(all)];
  const titled = titles.map(({ cells }) => cells.filter((cell) => cell !== '').join(' '));
  const told = { headerLine, titles: titled, header, under, positions };
  return { table: { ...told, lines, texts, units }, problems };
}

/** How rows are taken. */
type Reading = {
  /** Whoever wants to see what is set aside is shown each record of it. */
  readonly setAside: Take;
  /** A row of a sheet ends with its last cell that holds anything, and is not too short for that. */
  readonly isRagged: boolean;
};

/** Sets titles, units, notes and sums aside, drops what is empty, and lists rows of the wrong width. */
export function tableReader({
  setAside = () => {},
  isRagged = false,
}: Partial<Reading> = {}): TableReader {
  const reading = { setAside, isRagged };
  const head: CsvRecord[] = [];
  let started: Started | null = null;
  return {
    add: (record) => {
      if (started) return started.body.add(record);
      if (extentOf(record.cells) === 0) return;
      if (head.push(trimmed(record)) === HEAD) started = startWith(head, reading);
    },
    finish: () => {
      started ??= startWith(head, reading);
      return started ? readingOf(started) : { table: null, problems: [{ code: 'empty-file' }] };
    },
  };
}
