import type { Problem } from '#lib/domain/problem.ts';
import type { TypedTable } from './layouts/layout.ts';

/** Of columns that were looked for, those that the table has. */
export const present = (columns: readonly (number | undefined)[]): readonly number[] =>
  columns.filter((at): at is number => at !== undefined && at >= 0);

/** Rates follow from the numbers beside them, and a remark says nothing of a figure. */
const PASSED_BY = /^(?:svarsfrekvens|svarsandel|kommentar|anmärkning|notering)/i;

/** A column that nobody reads may change what its rows mean: asked about, unless it says nothing. */
export const strangeColumns = (
  { header, headerLine: line, columns }: Pick<TypedTable, 'header' | 'headerLine' | 'columns'>,
  isRead: (column: string, at: number) => boolean,
  isIdle: (column: string, at: number) => boolean = () => false,
): Problem[] =>
  header.flatMap((column, at): Problem[] => {
    if (isRead(column, at)) return [];
    const saysNothing =
      isIdle(column, at) ||
      PASSED_BY.test(column) ||
      columns[at]!.texts.every((text) => text === '');
    return [{ code: saysNothing ? 'ignored-column' : 'unused-column', line, column }];
  });
