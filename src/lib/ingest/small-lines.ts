import { columnsThatAre } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import { alignedTo } from './aligned-columns.ts';
import type { TypedTable } from './layouts/layout.ts';
import { missingMark } from './marks.ts';
import { isOption } from './surveys/scales.ts';

/*
 * Rows of a file that rest on few answers, told by its own columns and not by what could be read of
 * them: also a row that is wrong, or left out, holds a figure about a few.
 */

/** Columns that count those who answered, or were asked. */
const COUNTS =
  /^(?:antal(?: svar(?:ande)?| personer| anställda| medarbetare)?|svar(?:ande)?|n|nämnare|täljare|tillfrågade)$/i;

const isFew = (text: string, limit: number) => {
  const count = Number(text.replace(/\s/g, '').replace(',', '.'));
  return missingMark(text) === 'suppressed' || (text !== '' && count > 0 && count < limit);
};

/** What somebody has said that the columns of a table are, or what they look like. */
export type SaidColumns = { readonly mapping: Mapping; readonly isGuess: boolean };

const ANSWERS: ReadonlySet<Meaning> = new Set(['n', 'asked', 'denominator']);

/**
 * Columns that count people whom figures rest on. One that is what is measured is none: `Antal` may be
 * platser. A guess is not trusted to that where other figures stand beside it, which may rest on it.
 */
function countsIn({ header, under }: TypedTable, said: SaidColumns | null): readonly number[] {
  const mapping = said && alignedTo(header, said.mapping);
  const isNamed = (at: number) => COUNTS.test(header[at]!.trim());
  const values = mapping ? columnsThatAre(mapping, 'value') : [];
  const isMeasured = said !== null && (!said.isGuess || values.every(isNamed));
  return header.flatMap((name, at) => {
    if (isMeasured && values.includes(at)) return [];
    const isAnswers = mapping !== null && ANSWERS.has(mapping.columns[at]!.is);
    // A column of those who gave one answer counts them.
    return isAnswers || isNamed(at) || isOption(under[at]?.name ?? name) ? [at] : [];
  });
}

/** The lines of a table on which a count is below a limit; none where the table counts nobody. */
export function smallLines(
  table: TypedTable,
  limit: number,
  said: SaidColumns | null = null,
): ReadonlySet<number> {
  const small = new Set<number>();
  for (const at of countsIn(table, said))
    table.columns[at]!.texts.forEach((text, row) => {
      if (isFew(text, limit)) small.add(table.lines[row]!);
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
