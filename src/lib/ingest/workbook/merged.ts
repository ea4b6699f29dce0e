import type { CellText } from './cell-text.ts';
import type { Merge } from './sheet-xml.ts';

/*
 * What stands in merged cells belongs to each of them: a heading to every column under it, a name to every
 * row beside it. Excel keeps it in the first alone.
 */

type Cells = (CellText | undefined)[];

const isFilled = (cell: CellText | undefined) => cell !== undefined && cell.text.trim() !== '';

/** Alone in its row it is a title, or what is left of a cell that is high: a row needs something of its own. */
const isAlone = (cells: Cells, { left, right }: Merge) =>
  !cells.some((cell, at) => (at < left || at > right) && isFilled(cell));

/** From the first cell on over most of the row: a title with a date beside it. */
const isTitle = (cells: Cells, { left, right }: Merge) =>
  right > left &&
  cells.findIndex(isFilled) === left &&
  (right - left + 1) * 2 > Math.max(cells.length, right + 1);

/** Spreads what is merged, row by row down a sheet; a row that gets too wide is given back as null. */
export function mergeSpreader(merges: readonly Merge[], most: number) {
  const byTop = new Map<number, Merge[]>();
  for (const merge of merges) {
    byTop.set(merge.top, [...(byTop.get(merge.top) ?? []), merge]);
  }
  let [open, spread]: [{ merge: Merge; cell: CellText }[], number] = [[], 0];

  return (line: number, own: Cells): Cells | null => {
    open = open.filter(({ merge }) => merge.bottom >= line);
    for (const merge of byTop.get(line) ?? []) {
      const cell = own[merge.left];
      if (isFilled(cell)) open.push({ merge, cell: cell! });
    }
    if (open.length === 0) return own;
    const cells = [...own];
    for (const { merge, cell } of open) {
      spread += 1 + merge.right - merge.left;
      if (spread > most) return null;
      if (isAlone(own, merge) || isTitle(own, merge)) continue;
      for (let at = merge.left; at <= merge.right; at += 1) cells[at] = cell;
    }
    return cells;
  };
}
