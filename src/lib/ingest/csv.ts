import Papa from 'papaparse';

export type CsvRecord = {
  /** Physical line on which the record starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type Csv = {
  readonly records: readonly CsvRecord[];
  /** Lines where a quote opens and is never rightly closed. */
  readonly openQuotes: readonly number[];
};

/** CR, LF and CRLF are each one line end, in any mixture. Done before anything counts lines. */
export const unifyLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

const breaksIn = (text: string) => text.split('\n').length - 1;

/** Line ends were unified, so what a record spans is the breaks inside its cells, and its own. */
function withLines(rows: readonly string[][], firstLine: number): CsvRecord[] {
  let next = firstLine;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    return { line, cells };
  });
}

/** Splits a whole text at a known delimiter; null means one column. Everything stays text. */
export function parseCsv(text: string, delimiter: string | null, firstLine = 1): Csv {
  // U+001F stands in no text that comes this far, so it never splits.
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiter ?? '\u001f',
    newline: '\n',
  });
  const quotes = errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => firstLine + breaksIn(text.slice(0, error.index)));
  return { records: withLines(data, firstLine), openQuotes: [...new Set(quotes)] };
}
