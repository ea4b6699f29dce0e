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
const PIECE = 1 << 17;

// U+001F stands in no text that comes this far, so it never splits.
const settings = (delimiter: string | null) => ({
  delimiter: delimiter ?? '\u001f',
  newline: '\n' as const,
});

/**
 * Cuts a text piece by piece, each from where the last whole record ended. Not by what Papa has for
 * long texts: that holds on to every piece until the last of them is read.
 */
function eachPiece(
  text: string,
  delimiter: string | null,
  each: (cut: ParseResult<string[]>) => void,
): void {
  const parser = new Papa.Parser(settings(delimiter));
  let [from, size, isLast] = [0, PIECE, text === ''];
  while (!isLast) {
    isLast = from + size >= text.length;
    const piece = text.slice(from, from + size);
    const cut = parser.parse(piece, from, !isLast) as ParseResult<string[]>;
    each(cut);
    // A record may be longer than the piece: then more is looked at.
    size = cut.meta.cursor === from ? size * 2 : PIECE;
    from = cut.meta.cursor;
  }
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
  eachPiece(text, delimiter, ({ data, errors }) => {
    isBroken ||= errors.some((error) => error.type === 'Quotes');
    for (const cells of data) {
      each({ line, cells: tidied(cells) });
      // Line ends were unified, so a record spans the breaks inside its cells, and its own.
      line += mayBreak ? 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0) : 1;
    }
  });
  return isBroken ? openQuotes(text, delimiter, firstLine) : torn;
}
