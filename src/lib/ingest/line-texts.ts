import { linesOf } from './pieces.ts';
import { readText } from './read-text.ts';

/** A cell with line breaks in it goes on for so many lines at most. */
const LONGEST = 20;

const quotesIn = (text: string) => text.split('"').length - 1;

/** A record: its first line, and those that its quoted cells go on over. */
function recordOf([first = '', ...after]: readonly string[]): string {
  let text = first;
  for (const line of after) {
    if (quotesIn(text) % 2 === 0) return text;
    text += `\n${line}`;
  }
  return text;
}

/** What stands on some physical lines of a file; a line that the file does not have is left out. */
export function lineTexts(
  bytes: Uint8Array,
  wanted: readonly number[],
): { readonly line: number; readonly text: string }[] {
  const lines = [...new Set(wanted)].filter((line) => line >= 1).toSorted((a, b) => a - b);
  const found = new Map<number, string[]>(lines.map((line) => [line, []]));
  const last = lines.at(-1) ?? 0;
  let number = 0;
  for (const text of last === 0 ? [] : linesOf(readText(bytes).pieces)) {
    number += 1;
    if (number >= last + LONGEST) break;
    for (const [line, record] of found) {
      if (number >= line && number < line + LONGEST) record.push(text);
    }
  }
  return [...found].flatMap(([line, record]) =>
    record.length === 0 ? [] : [{ line, text: recordOf(record) }],
  );
}
