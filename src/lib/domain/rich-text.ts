/*
 * Texts that people write: paragraphs, lists and bold, and nothing else (DESIGN 8). Kept as they were typed,
 * where an empty line parts paragraphs, a line that begins with - or • is an item of a list, and **two stars**
 * are bold. So a text can be read as it stands, and nothing in it can be taken for HTML.
 */

/** A piece of a line. */
export type Run = { readonly text: string; readonly isBold: boolean };

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] };

/** So many signs are kept; a page of a report is some 3 000. */
export const LONGEST_TEXT = 20_000;

const ITEM = /^\s*[-–•*]\s+(?=\S)/;
const STARS = '**';

/** Where a bold piece that begins at `from` ends; -1 where nothing closes it. */
function closing(line: string, from: number): number {
  let at = line.indexOf(STARS, from + 1);
  while (at !== -1 && /\s/.test(line[at - 1]!)) at = line.indexOf(STARS, at + 1);
  return at;
}

/** `a **b** c`: three runs; stars that close nothing are stars. Each sign is looked at once: a text may be long. */
export function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  let open = line.indexOf(STARS);
  while (open !== -1) {
    const begin = open + STARS.length;
    const end = /\S/.test(line[begin] ?? ' ') ? closing(line, begin) : null;
    // Where nothing closes this, nothing closes a later one.
    if (end === -1) break;
    if (end !== null) {
      if (open > from) runs.push({ text: line.slice(from, open), isBold: false });
      runs.push({ text: line.slice(begin, end), isBold: true });
      from = end + STARS.length;
    }
    open = line.indexOf(STARS, end === null ? open + 1 : from);
  }
  if (from < line.length) runs.push({ text: line.slice(from), isBold: false });
  return runs;
}

type Line = { readonly isItem: boolean; readonly runs: readonly Run[] };

const asBlock = (lines: readonly Line[]): Block => {
  const runs = lines.map((line) => line.runs);
  return lines[0]?.isItem ? { kind: 'list', items: runs } : { kind: 'paragraph', lines: runs };
};

/** A text as it is set; nothing for a text of blanks. An empty line ends a block, and so does a line of the other kind. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const isItem = ITEM.test(line);
    if (open === null || open[0]!.isItem !== isItem) blocks.push((open = []));
    open.push({ isItem, runs: runsOf(line.replace(ITEM, '').trim()) });
  }
  return blocks.map(asBlock);
}

/** What nobody sees and Word leaves behind: control characters, marks of direction, blanks of no width, tags. */
const UNSEEN =
  /[^\P{Cc}\n\t]|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** A text as it is kept: composed, with one kind of line end, no more than one empty line at a time. */
export const tidyText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    // Not by one expression: a line of blanks would be walked anew from each of them.
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The text alone, without its marks: for a cell, or a line of a summary. */
export const plainText = (text: string): string =>
  blocksOf(text)
    .map((block) =>
      (block.kind === 'list' ? block.items : block.lines)
        .map((runs) => runs.map((run) => run.text).join(''))
        .join(block.kind === 'list' ? '; ' : ' '),
    )
    .join(' ');

/** The text as it is read, block by block and line by line, without its marks of bold. */
export const readableText = (text: string): string =>
  blocksOf(text)
    .map((block) => {
      const lines = block.kind === 'list' ? block.items : block.lines;
      const lead = block.kind === 'list' ? '– ' : '';
      return lines.map((runs) => lead + runs.map((run) => run.text).join('')).join('\n');
    })
    .join('\n\n');
