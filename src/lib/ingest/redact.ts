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

/*
 * The copy of a file that is kept where the file itself may not be: the same records on the same lines,
 * without what tells of persons.
 */

type Reading = Pick<FileReading, 'delimiter' | 'table' | 'notKept' | 'isPerPerson'>;

/** Some cells are to be emptied, or all rows or other sheets to be left out. */
export const mustRedact = ({
  notKept,
  besideSheet,
  isPerPerson,
}: Pick<FileReading, 'notKept' | 'besideSheet' | 'isPerPerson'>) =>
  isPerPerson ||
  notKept.isBeside ||
  notKept.columns.length > 0 ||
  besideSheet.sheets.length > 0 ||
  besideSheet.hasUnseen;

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
  const names = header.map(fold);
  const wanted = new Set(notKept.map(fold));
  const found = names.flatMap((name, at) => (wanted.has(name) ? [at] : []));
  const isAll = new Set(found.map((at) => names[at])).size === wanted.size;
  return isAll ? new Set(found) : null;
}

/** What becomes of the cells of each record, in the order of the file. */
export function redactor({ table, notKept, isPerPerson }: Reading) {
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

/** A text file without what tells of persons: UTF-8, its cells parted and its records on lines as they were. */
export const redactedCopy = (
  bytes: Uint8Array,
  choices: Pick<Choices, 'answers'>,
  reading: Reading,
): Uint8Array => new TextEncoder().encode(redactedText(bytes, choices, reading).join(''));

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
