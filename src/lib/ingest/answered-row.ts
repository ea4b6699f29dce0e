import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { invariant } from '#lib/domain/result.ts';
import { isCount, noCount } from './counts.ts';
import type { ReadObservation, TypedTable } from './layouts/layout.ts';
import { meaningOf, SEX } from './layouts/plain-long-words.ts';
import { parsePeriodText } from './period-text.ts';
import { remembered } from './rows.ts';

/** Who answered, or whom it is about: what all figures of a row have in common. */
export type Answered = Omit<
  ReadObservation,
  'indicator' | 'value' | 'state' | 'printed' | 'line' | 'column'
>;

export type RowReading = {
  /** Null when something in the row could not be read. */
  readonly answered: Answered | null;
  readonly problems: readonly Problem[];
};

type Field = 'place' | 'period' | 'sex' | 'n' | 'asked';

/** Where each stands, counted from 0. */
export type RowPositions = Readonly<Partial<Record<Field, number | undefined>>>;

/** What a layout puts together of several columns. */
export type RowTexts = {
  /** '' where the row names none, though it could. */
  readonly place?: (row: number) => string;
  readonly period?: (row: number) => string;
  readonly sex?: (row: number) => string;
};

const parsedPeriod = remembered(parsePeriodText);

/** What no file of these kinds says of its figures. */
const ALIKE: Omit<Answered, 'place' | 'period' | 'sex' | 'n' | 'asked'> = {
  ...{ breakdown: '', kind: 'utfall', numerator: null, denominator: null },
  ...{ isPreliminary: false, measuredOn: null, publishedOn: null, note: null },
};

/** Reads who answered, a row at a time. Where the file has no column of places it is the kommun. */
export function rowReader(
  table: TypedTable,
  positions: RowPositions,
  texts: RowTexts = {},
): (row: number) => RowReading {
  const textOf = (field: Field, row: number) =>
    table.columns[positions[field] ?? -1]?.texts.at(row) ?? '';
  const at = (field: Field, row: number) => ({
    line: table.lines[row]!,
    column: table.header[positions[field]!]!,
  });

  /** Undefined when the cell is empty: never the kommun, whose figures are others. */
  function placeIn(row: number, problems: Problem[]): string | null | undefined {
    if (positions.place === undefined) return null;
    const place = texts.place?.(row) ?? textOf('place', row);
    if (place !== '') return place;
    problems.push({ code: 'empty-cell', ...at('place', row) });
    return undefined;
  }

  /** Null where the file has no such column, undefined when the cell cannot be read. */
  function periodIn(row: number, problems: Problem[]): Period | null | undefined {
    if (positions.period === undefined) return null;
    const value = texts.period?.(row) ?? textOf('period', row);
    const period = parsedPeriod(value);
    if (period.ok) return period.value;
    const place = at('period', row);
    problems.push(
      value === ''
        ? { code: 'empty-cell', ...place }
        : { code: 'bad-period', ...place, value, reason: period.error },
    );
    return undefined;
  }

  function sexIn(row: number, problems: Problem[]) {
    const value = texts.sex?.(row) ?? textOf('sex', row);
    const sex = meaningOf(SEX, value);
    if (sex === undefined) {
      const { accepted } = SEX;
      problems.push({ code: 'unknown-value', ...at('sex', row), value, accepted });
    }
    return sex;
  }

  /** Undefined when the cell is bad, as the column has told, and when it is no number of people. */
  function countIn(field: 'n' | 'asked', row: number, problems: Problem[]) {
    const cell = table.columns[positions[field] ?? -1]?.cell(row);
    if (!cell) return null;
    if (cell.state === 'bad') return undefined;
    const { value: count, text: value } = cell;
    invariant(typeof count !== 'string', 'a number column holds numbers');
    if (count === null || isCount(count)) return count;
    problems.push(noCount({ ...at(field, row), value }));
    return undefined;
  }

  return (row) => {
    const problems: Problem[] = [];
    const place = placeIn(row, problems);
    const [period, sex] = [periodIn(row, problems), sexIn(row, problems)];
    const [n, asked] = [countIn('n', row, problems), countIn('asked', row, problems)];
    const isWhole = place !== undefined && period !== undefined && sex !== undefined;
    return isWhole && n !== undefined && asked !== undefined
      ? { answered: { ...ALIKE, place, period, sex, n, asked }, problems }
      : { answered: null, problems };
  };
}
