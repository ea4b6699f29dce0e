import type { Cell, Table } from '#lib/format/document.ts';

/* How wide the columns of a printed table are, in twentieths of a point: by their shares, but no word is broken for it. */

/** A bold letter of 9,5 points, of which the average is a little over half as wide as it is high. */
const LETTER = 108;
const PADDING = 170;
/** A word longer than this may be broken. */
const LONGEST = 20;

/** A no-break space holds together what it stands in. */
const longestWord = (text: string): number =>
  text
    .split(/[ \n\t/–-]/)
    .reduce((most, word) => Math.max(most, Math.min(word.length, LONGEST)), 0);

/** What a number is read with is not parted from it, and a state has its sign before it. */
const signsOf = ({ words, mark }: Cell) => longestWord(words) + (mark ? 2 : 0);

function leastOf({ columns, rows }: Table, at: number): number {
  const cells = rows.flatMap(({ kind, cells: all }) => (kind === 'heading' ? [] : (all[at] ?? [])));
  const signs = cells.reduce((most, cell) => Math.max(most, signsOf(cell)), 0);
  return Math.max(longestWord(columns[at]!.title), signs, 2) * LETTER + PADDING;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** By share; a column that would be narrower than its least has its least, and the others share what is left. */
function shared(shares: readonly number[], least: readonly number[], whole: number): number[] {
  const isFixed = shares.map(() => false);
  for (;;) {
    const left = whole - sum(least.filter((_, at) => isFixed[at]));
    const unit = left / sum(shares.filter((_, at) => !isFixed[at]));
    const widths = shares.map((share, at) => (isFixed[at] ? least[at]! : share * unit));
    const narrow = widths.findIndex((width, at) => !isFixed[at] && width < least[at]!);
    if (narrow === -1) return widths;
    isFixed[narrow] = true;
  }
}

/** Whole numbers that together are `whole`. `scale`: how large the letters are against those of a table. */
export function columnWidths(table: Table, whole: number, scale = 1): readonly number[] {
  const shares = table.columns.map(({ share }) => (share > 0 ? share : 1));
  const least = shares.map((_, at) => leastOf(table, at) * scale);
  const needed = sum(least);
  const widths =
    needed >= whole ? least.map((one) => (one * whole) / needed) : shared(shares, least, whole);
  const rounded = widths.map(Math.floor);
  return rounded.map((width, at) => (at === 0 ? width + whole - sum(rounded) : width));
}
