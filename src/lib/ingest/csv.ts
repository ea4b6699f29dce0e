import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';
import { wholeOf } from './pieces.ts';
import type { Pieces } from './pieces.ts';

export type CsvRecord = {
  /** Physical line on which the record starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** CR, LF and CRLF are each one line end, in any mixture. Done before anything counts lines. */
export const unifyLineEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

const breaksIn = (text: string) => text.split('\n').length - 1;

// U+001F stands in no text that comes this far, so it never splits.
const settings = (delimiter: string | null) => ({
  delimiter: delimiter ?? '\u001f',
  newline: '\n' as const,
});

type Cut = ParseResult<string[]> & { readonly text: string };

/**
 * Cuts a text piece by piece, each from where the last whole record ended. Not by what Papa has for
 * long texts: that holds on to every piece until the last of them is read.
 */
function* cuts(pieces: Pieces, delimiter: string | null): Generator<Cut> {
  const parser = new Papa.Parser(settings(delimiter));
  const cut = (text: string, isMore: boolean): Cut => {
    const found = parser.parse(text, 0, isMore) as ParseResult<string[]>;
    return { ...found, text };
  };
  let [text, wanted] = ['', 0];
  for (const piece of pieces) {
    text += piece;
    if (text.length < wanted) continue;
    const found = cut(text, true);
    yield found;
    // A record may be longer than what there is: then twice as much is looked at.
    wanted = found.meta.cursor === 0 ? text.length * 2 : 0;
    text = text.slice(found.meta.cursor);
  }
  if (text !== '') yield cut(text, false);
}

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
 * Splits a text at a known delimiter, null meaning one column, and hands over each record.
 * Everything stays text. Returns the lines where a quote is never rightly closed.
 */
export function parseCsv(
  pieces: Pieces,
  delimiter: string | null,
  firstLine: number,
  each: (record: CsvRecord) => void,
): readonly number[] {
  let line = firstLine;
  let isBroken = false;
  const torn: number[] = [];
  const tidied = (cells: string[]): string[] => {
    if (!cells.some(isQuotedAfterBlank)) return cells;
    const bare = cells.map((cell) => (isQuotedAfterBlank(cell) ? withoutQuotes(cell) : cell));
    // The delimiter stood inside the quotes: the cell is cut in two, and nobody can mend it.
    if (bare.some(isQuotedAfterBlank)) torn.push(line);
    return bare;
  };
  for (const { text, data, errors } of cuts(pieces, delimiter)) {
    isBroken ||= errors.some((error) => error.type === 'Quotes');
    const mayBreak = text.includes('"');
    const mayHaveBlank = mayBreak && BLANK_QUOTE.test(text);
    for (const cells of data) {
      each({ line, cells: mayHaveBlank ? tidied(cells) : cells });
      // Line ends were unified, so a record spans the breaks inside its cells, and its own.
      line += mayBreak ? 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0) : 1;
    }
  }
  return isBroken ? openQuotes(wholeOf(pieces), delimiter, firstLine) : torn;
}

/** Rows as a file of our own: semicolons, quotes where a cell needs them. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(rows as string[][], { delimiter: ';', newline: '\n' });
