/** Points that a line of Calibri 11 takes, and the most that Excel gives a row. */
const LINE = 15;
const HIGHEST = 409;

/** Lines that a text takes in a column so many signs wide: words are kept whole, so a little more than its length. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, one) => lines + Math.max(1, Math.ceil((one.length * 1.1) / width)), 0);
}

/** How high a row is in points, so that all of it is seen wherever the workbook is opened; `width` in signs. */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]) {
  const lines = cells.reduce((most, { text, width }) => Math.max(most, linesOf(text, width)), 1);
  return Math.min(HIGHEST, lines * LINE);
}
