import { parseCsv } from './csv.ts';
import { chooseDelimiter, sepLine } from './delimiter.ts';
import { readText } from './read-text.ts';

/** A cell with line breaks in it goes on for so many lines at most. */
const LONGEST = 20;

/** A record: its first line, and those that its quoted cells go on over, cut as the reader cuts them. */
function recordAt(lines: readonly string[], first: number, delimiter: string | null): string {
  if (!lines[first]!.includes('"')) return lines[first]!;
  const ahead = lines.slice(first, first + LONGEST);
  const starts: number[] = [];
  parseCsv(ahead.join('\n'), delimiter, 0, ({ line }) => starts.push(line));
  return ahead.slice(0, starts[1] ?? LONGEST).join('\n');
}

/** What stands on some physical lines of a file; a line that the file does not have is left out. */
export function lineTexts(
  bytes: Uint8Array,
  wanted: readonly number[],
): { readonly line: number; readonly text: string }[] {
  if (wanted.length === 0) return [];
  const { text } = readText(bytes);
  const named = sepLine(text);
  const delimiter = named ? named.delimiter : chooseDelimiter(text);
  const lines = text.split('\n');
  return [...new Set(wanted)]
    .toSorted((a, b) => a - b)
    .filter((line) => line >= 1 && line <= lines.length)
    .map((line) => ({ line, text: recordAt(lines, line - 1, delimiter) }));
}
