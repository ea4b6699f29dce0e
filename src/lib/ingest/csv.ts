import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';

export type CsvRecord = {
  /** Physical line on which the record starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** CR, LF and CRLF are each one line end, in any mixture. Done before anything counts lines. */
export const unifyLineEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

const breaksIn = (text: string) => text.split('\n').length - 1;

/** So much at a time, so that a large file is never there as rows all at once. */
const CHUNK = 1 << 18;

// U+001F stands in no text that comes this far, so it never splits.
const settings = (delimiter: string | null) => ({
  delimiter: delimiter ?? '\u001f',
  newline: '\n' as const,
});

/** Lines where a quote opens and is never rightly closed; then the text is no table. */
function openQuotes(text: string, delimiter: string | null, firstLine: number): number[] {
  const { errors } = Papa.parse<string[]>(text, settings(delimiter));
  const lines = errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => firstLine + breaksIn(text.slice(0, error.index)));
  return [...new Set(lines)];
}

const BLANK_QUOTE = /(?:^|[\t;|,]) +"/m;

/** `A; "B"`: a blank before the quote, which then is no quote to a strict reader. */
const isQuotedAfterBlank = (cell: string) => /^ +"/.test(cell);
const QUOTED = /^ +"((?:[^"]|"")*)" *$/;
const withoutQuotes = (cell: string) => QUOTED.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;

/**
 * Splits a whole text at a known delimiter, null meaning one column, and hands over each record.
 * Everything stays text. Returns the lines where a quote is never rightly closed.
 */
export function parseCsv(
  text: string,
  delimiter: string | null,
  firstLine: number,
  each: (record: CsvRecord) => void,
): readonly number[] {
  let line = firstLine;
  let isBroken = false;
  const mayBreak = text.includes('"');
  const mayHaveBlank = mayBreak && BLANK_QUOTE.test(text);
  const torn: number[] = [];
  const tidied = (cells: string[]): string[] => {
    if (!mayHaveBlank || !cells.some(isQuotedAfterBlank)) return cells;
    const bare = cells.map((cell) => (isQuotedAfterBlank(cell) ? withoutQuotes(cell) : cell));
    // The delimiter stood inside the quotes: the cell is cut in two, and nobody can mend it.
    if (bare.some(isQuotedAfterBlank)) torn.push(line);
    return bare;
  };
  Papa.parse<string[]>(text, {
    ...settings(delimiter),
    worker: false,
    chunkSize: CHUNK,
    // A string is read here and now: what is asynchronous in its types is for files and streams.
    complete: () => undefined,
    chunk: ({ data, errors }: ParseResult<string[]>) => {
      isBroken ||= errors.some((error) => error.type === 'Quotes');
      for (const cells of data) {
        each({ line, cells: tidied(cells) });
        // Line ends were unified, so a record spans the breaks inside its cells, and its own.
        line += mayBreak ? 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0) : 1;
      }
    },
  });
  return isBroken ? openQuotes(text, delimiter, firstLine) : torn;
}

/** Rows as a file of our own: semicolons, quotes where a cell needs them. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(rows as string[][], { delimiter: ';', newline: '\n' });
