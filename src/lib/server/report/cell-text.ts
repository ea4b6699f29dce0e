import type { Block, Run } from '#lib/domain/rich-text.ts';
import type { Cell } from '#lib/format/document.ts';

const lineText = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

/** A text that somebody wrote, line by line; an item of a list is led by a dash. */
export const blocksText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'list'
        ? block.items.map((item) => `– ${lineText(item)}`).join('\n')
        : block.lines.map(lineText).join('\n'),
    )
    .join('\n');

/** For a row that has fewer cells than the table has columns. */
export const NO_CELL: Cell = { words: '', number: null, mark: null, beside: null, text: [] };

/** What a cell says, without what stands beside it. */
export const cellText = (cell: Cell): string =>
  [cell.words, blocksText(cell.text)].filter((text) => text !== '').join('\n');
