import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { invariant } from '#lib/domain/result.ts';
import { isCount, noCount } from '../counts.ts';
import type { ReadObservation, TypedTable } from '../layouts/layout.ts';
import { meaningOf, SEX } from '../layouts/plain-long-words.ts';
import { parsePeriodText } from '../period-text.ts';
import { remembered } from '../rows.ts';
import type { Field, Positions } from './fields.ts';

/** Who answered: what all figures of a row have in common. */
export type Answered = Omit<
  ReadObservation,
  'indicator' | 'value' | 'state' | 'printed' | 'line' | 'column'
>;

export type RowReading = {
  /** Null when something in the row could not be read. */
  readonly answered: Answered | null;
  readonly problems: readonly Problem[];
};

const parsedPeriod = remembered(parsePeriodText);

/** What a file of HME says of every figure alike. */
const ALIKE: Omit<Answered, 'place' | 'period' | 'sex' | 'n' | 'asked'> = {
  ...{ breakdown: '', kind: 'utfall', numerator: null, denominator: null },
  ...{ isPreliminary: false, measuredOn: null, publishedOn: null, note: null },
};

/** Reads who answered, a row at a time. */
export function rowReader(table: TypedTable, positions: Positions): (row: number) => RowReading {
  const textOf = (field: Field, row: number) =>
    table.columns[positions[field] ?? -1]?.texts.at(row) ?? '';
  const at = (field: Field, row: number) => ({
    line: table.lines[row]!,
    column: table.header[positions[field]!]!,
  });

  /** Null where the file has no such column, undefined when the cell cannot be read. */
  function periodIn(row: number, problems: Problem[]): Period | null | undefined {
    if (positions.period === undefined) return null;
    const value = textOf('period', row);
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
    const value = textOf('sex', row);
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
    const place = textOf('place', row);
    // Never the kommun: its figures come from Kolada, and are of all who are employed.
    if (place === '') problems.push({ code: 'empty-cell', ...at('place', row) });
    const [period, sex] = [periodIn(row, problems), sexIn(row, problems)];
    const [n, asked] = [countIn('n', row, problems), countIn('asked', row, problems)];
    const isWhole = place !== '' && period !== undefined && sex !== undefined;
    return isWhole && n !== undefined && asked !== undefined
      ? { answered: { ...ALIKE, place, period, sex, n, asked }, problems }
      : { answered: null, problems };
  };
}
