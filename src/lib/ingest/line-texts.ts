import { readText } from './read-text.ts';

/** A cell with line breaks in it goes on for so many lines at most. */
const LONGEST = 20;

const quotesIn = (text: string) => text.split('"').length - 1;

/** A record: its first line, and those that its quoted cells go on over. */
function recordAt(lines: readonly string[], first: number): string {
  let text = lines[first]!;
  for (let at = first + 1; at < lines.length && at < first + LONGEST; at += 1) {
    if (quotesIn(text) % 2 === 0) return text;
    text += `\n${lines[at]}`;
  }
  return text;
}

/** What stands on some physical lines of a file; a line that the file does not have is left out. */
export function lineTexts(
  bytes: Uint8Array,
  wanted: readonly number[],
): { readonly line: number; readonly text: string }[] {
  if (wanted.length === 0) return [];
  const lines = readText(bytes).text.split('\n');
  return [...new Set(wanted)]
    .toSorted((a, b) => a - b)
    .filter((line) => line >= 1 && line <= lines.length)
    .map((line) => ({ line, text: recordAt(lines, line - 1) }));
}
