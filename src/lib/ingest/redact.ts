import type { Choices } from '#lib/domain/choices.ts';
import { answerTo } from '#lib/domain/question.ts';
import { parseCsv } from './csv.ts';
import type { CsvRecord } from './csv.ts';
import { undoubled } from './decode.ts';
import { sepLine, SIGNS } from './delimiter.ts';
import { fold } from './fold.ts';
import { signIn } from './personal-signs.ts';
import { changedPieces, startOf, withoutStart } from './pieces.ts';
import type { FileReading } from './read-file.ts';
import { readText } from './read-text.ts';
import { HIDDEN_FIGURE } from './small-lines.ts';
import { BETWEEN, sheetRecords } from './workbook/sheet-lines.ts';
import { isZip } from './workbook/workbook.ts';

/*
 * The copy of a file that is kept where the file itself may not be: the same records on the same lines,
 * without what tells of persons.
 */

type Reading = Pick<FileReading, 'delimiter' | 'table' | 'notKept' | 'isPerPerson' | 'sheet'>;

/** Some cells are to be emptied, or all rows to be left out. */
export const mustRedact = ({ notKept, isPerPerson }: Pick<Reading, 'notKept' | 'isPerPerson'>) =>
  isPerPerson || notKept.isBeside || notKept.columns.length > 0;

function cellText(cell: string, delimiter: string | null): string {
  const isPlain = !/["\n]/.test(cell) && (delimiter === null || !cell.includes(delimiter));
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** A record as lines of text, so many as it was before any of its cells was emptied. */
function recordText(was: readonly string[], is: readonly string[], delimiter: string | null) {
  const breaksIn = (cells: readonly string[]) => cells.join('').split('\n').length;
  const text = is.map((cell) => cellText(cell, delimiter)).join(delimiter ?? '');
  return `${text}${'\n'.repeat(1 + breaksIn(was) - breaksIn(is))}`;
}

/** Where the columns that are not kept stand; null where one of them cannot be found. */
function columnsIn(header: readonly string[], notKept: readonly string[]): Set<number> | null {
  const wanted = new Set(notKept.map(fold));
  const found = header.flatMap((name, at) => (wanted.has(fold(name)) ? [at] : []));
  const isAll = new Set(found.map((at) => fold(header[at]!))).size === wanted.size;
  return isAll ? new Set(found) : null;
}

/** What becomes of the cells of each record, in the order of the file. */
function redactor({ table, notKept, isPerPerson }: Reading) {
  const { headerLine = 0, lines = [] } = table ?? {};
  // Nothing but the headings where it is not known what to empty.
  let columns = isPerPerson ? null : new Set<number>();
  let next = 0;
  const isRow = (line: number) => {
    if (lines[next] !== line) return false;
    next += 1;
    return true;
  };
  const withoutSigns = (cell: string) => (signIn(cell) === null ? cell : '');
  return ({ line, cells }: CsvRecord): readonly string[] => {
    if (line === headerLine) {
      columns &&= columnsIn(cells, notKept.columns);
      return cells;
    }
    const known = columns;
    if (known === null) return [];
    const isBeside = !isRow(line);
    return cells.map((cell, at) => {
      if (line > headerLine && known.has(at)) return '';
      return isBeside ? withoutSigns(cell) : cell;
    });
  };
}

/** The text of a file as its reader cut it; also of a copy that was made of it before. */
function textOf(bytes: Uint8Array, { answers }: Pick<Choices, 'answers'>) {
  const { pieces } = readText(bytes);
  const isRepaired = answerTo(answers, 'double-encoded') === 'repair';
  return isRepaired ? changedPieces(pieces, undoubled) : pieces;
}

/** A sheet as lines of a text file: a row that is empty in Excel is an empty line. */
function redactedSheet(bytes: Uint8Array, reading: Reading): readonly string[] {
  const redact = redactor(reading);
  const found: string[] = [];
  let next = 1;
  sheetRecords(bytes, reading.sheet, (record) => {
    found.push('\n'.repeat(Math.max(0, record.line - next)));
    const cells = redact(record).map((cell) => cell.replaceAll('\n', ' '));
    found.push(recordText(cells, cells, BETWEEN));
    next = record.line + 1;
  });
  return found;
}

function redactedText(
  bytes: Uint8Array,
  choices: Pick<Choices, 'answers'>,
  reading: Reading,
): readonly string[] {
  const { delimiter } = reading;
  const pieces = textOf(bytes, choices);
  const start = startOf(pieces, SIGNS);
  const named = sepLine(start);
  const table = named ? withoutStart(pieces, start.length - named.rest.length) : pieces;
  const redact = redactor(reading);
  const found: string[] = named ? [`sep=${delimiter}\n`] : [];
  parseCsv(table, delimiter, named ? 2 : 1, (record) =>
    found.push(recordText(record.cells, redact(record), delimiter)),
  );
  return found;
}

/**
 * A file without what tells of persons: UTF-8, its cells parted and its records on lines as they were.
 * Of a workbook the sheet that was read, as text.
 */
export function redactedCopy(
  bytes: Uint8Array,
  choices: Pick<Choices, 'answers'>,
  reading: Reading,
): Uint8Array {
  const lines = isZip(bytes)
    ? redactedSheet(bytes, reading)
    : // Of a workbook a copy was made before, as text.
      redactedText(bytes, choices, {
        ...reading,
        delimiter: reading.sheet === null ? reading.delimiter : BETWEEN,
      });
  return new TextEncoder().encode(lines.join(''));
}

function cellsOf(text: string, delimiter: string | null): readonly string[] {
  const found: (readonly string[])[] = [];
  parseCsv([text], delimiter, 1, ({ cells }) => found.push(cells));
  return found.flat();
}

/** A line of a file as it may be quoted, with the line of its headings: what is not kept is not shown. */
export function redactedLine(text: string, heading: string, reading: Reading): string {
  const { delimiter, notKept, isPerPerson } = reading;
  const columns = isPerPerson ? null : columnsIn(cellsOf(heading, delimiter), notKept.columns);
  const isHidden = (cell: string, at: number) =>
    cell !== '' && (columns === null || columns.has(at) || signIn(cell) !== null);
  const cells = cellsOf(text, delimiter);
  if (!cells.some(isHidden)) return text;
  return cells
    .map((cell, at) => (isHidden(cell, at) ? HIDDEN_FIGURE : cellText(cell, delimiter)))
    .join(delimiter ?? '');
}
