import type { TypedTable } from './layouts/layout.ts';
import { missingMark } from './marks.ts';
import { isOption } from './surveys/scales.ts';

/*
 * Rows of a file that rest on few answers, told by its own columns and not by what could be read of
 * them: also a row that is wrong, or left out, holds a figure about a few.
 */

/** Columns that count those who answered, or were asked. */
const COUNTS =
  /^(?:antal(?: svar(?:ande)?| personer)?|svar(?:ande)?|n|nämnare|täljare|tillfrågade)$/i;

const isFew = (text: string, limit: number) => {
  const count = Number(text.replace(/\s/g, '').replace(',', '.'));
  return missingMark(text) === 'suppressed' || (text !== '' && count > 0 && count < limit);
};

/** The lines of a table on which a count is below a limit; none where the table counts nobody. */
export function smallLines(
  { header, under, columns, lines }: TypedTable,
  limit: number,
): ReadonlySet<number> {
  const small = new Set<number>();
  header.forEach((name, at) => {
    // A column of those who gave one answer counts them.
    if (!COUNTS.test(name.trim()) && !isOption(under[at]?.name ?? name)) return;
    columns[at]!.texts.forEach((text, row) => {
      if (isFew(text, limit)) small.add(lines[row]!);
    });
  });
  return small;
}

const YEAR = /^(?:19|20)\d{2}$/;
const FIGURE = /^[<(]?[\d\s.,%–-]*\d[\d\s.,%)]*$/;

/** What stands for a figure that is not shown. */
export const HIDDEN_FIGURE = '…';

/** A line with its figures taken away; years stay, and names and codes of letters. */
export const withoutFigures = (text: string, delimiter: string | null): string =>
  text
    .split(delimiter ?? '\n')
    .map((cell) => (FIGURE.test(cell.trim()) && !YEAR.test(cell.trim()) ? HIDDEN_FIGURE : cell))
    .join(delimiter ?? '\n');

/** A value that a problem quotes, without the figure if there is one in it. */
export const isFigure = (text: string): boolean => FIGURE.test(text.trim());
