import { parseCsv } from './csv.ts';
import { chooseDelimiter, sepLine, SIGNS } from './delimiter.ts';
import { isJson } from './json.ts';
import { linesOf, startOf } from './pieces.ts';
import { readText } from './read-text.ts';
import { sheetLines } from './workbook/sheet-lines.ts';
import { isZip } from './workbook/workbook.ts';

/** A cell with line breaks in it goes on for so many lines at most. */
const LONGEST = 20;

/** A record: its first line, and those that its quoted cells go on over, cut as the reader cuts them. */
function recordOf(lines: readonly string[], delimiter: string | null): string {
  const [first = ''] = lines;
  if (!first.includes('"')) return first;
  const starts: number[] = [];
  parseCsv([lines.join('\n')], delimiter, 0, ({ line }) => starts.push(line));
  return lines.slice(0, starts[1] ?? LONGEST).join('\n');
}

/** A line of JSON may be all of the file. */
const MOST_SIGNS = 1000;

/** An object on lines of its own, to where it ends; of one on a longer line, the beginning of that. */
function objectOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) => line.includes('}'));
  const text = lines.slice(0, end < 0 ? LONGEST : end + 1).join('\n');
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text;
}

/** What stands on some physical lines of a file, or of a sheet of it; a line that it does not have is left out. */
export function lineTexts(
  bytes: Uint8Array,
  wanted: readonly number[],
  sheet: string | null = null,
): { readonly line: number; readonly text: string }[] {
  const lines = [...new Set(wanted)].filter((line) => line >= 1).toSorted((a, b) => a - b);
  const last = lines.at(-1);
  if (last === undefined) return [];
  if (isZip(bytes)) return sheetLines(bytes, lines, sheet);
  const { pieces } = readText(bytes);
  const start = startOf(pieces, SIGNS);
  const isOfJson = isJson(start);
  const delimiter = (sepLine(start) ?? { delimiter: chooseDelimiter(start) }).delimiter;
  const found = lines.map((line) => ({ line, ahead: [] as string[] }));
  // Those from `from` to `to` are being read: there may be as many as the file has lines.
  let [from, to, number] = [0, 0, 0];
  for (const text of linesOf(pieces)) {
    number += 1;
    if (number >= last + LONGEST) break;
    while (to < found.length && found[to]!.line <= number) to += 1;
    while (from < to && found[from]!.line + LONGEST <= number) from += 1;
    for (let at = from; at < to; at += 1) found[at]!.ahead.push(text);
  }
  return found.flatMap(({ line, ahead }) =>
    ahead.length === 0
      ? []
      : [{ line, text: isOfJson ? objectOf(ahead) : recordOf(ahead, delimiter) }],
  );
}
