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
const BOLD = /\*\*(?=\S)(.+?)(?<=\S)\*\*/gu;

/** `a **b** c`: three runs; stars that close nothing are stars. */
export function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of line.matchAll(BOLD)) {
    if (match.index > from) runs.push({ text: line.slice(from, match.index), isBold: false });
    runs.push({ text: match[1]!, isBold: true });
    from = match.index + match[0].length;
  }
  if (from < line.length) runs.push({ text: line.slice(from), isBold: false });
  return runs;
}

/** A text as it is set; nothing for a text of blanks. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const last = isOpen ? blocks.at(-1) : undefined;
    isOpen = line.trim() !== '';
    if (!isOpen) continue;
    const isItem = ITEM.test(line);
    const runs = runsOf(line.replace(ITEM, '').trim());
    if (last?.kind === 'list' && isItem)
      blocks.splice(-1, 1, { ...last, items: [...last.items, runs] });
    else if (last?.kind === 'paragraph' && !isItem)
      blocks.splice(-1, 1, { ...last, lines: [...last.lines, runs] });
    else
      blocks.push(isItem ? { kind: 'list', items: [runs] } : { kind: 'paragraph', lines: [runs] });
  }
  return blocks;
}

/** What nobody sees and Word leaves behind: control characters, marks of direction, blanks of no width. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** A text as it is kept: composed, with one kind of line end, no more than one empty line at a time. */
export const tidyText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[^\S\n]+$/gm, '')
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
