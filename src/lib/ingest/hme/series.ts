import type { Problem } from '#lib/domain/problem.ts';
import type { Names, ReadObservation, TypedTable } from '../layouts/layout.ts';
import { rowReader } from '../answered-row.ts';
import type { Answered } from '../answered-row.ts';
import { fewMark } from '../counts.ts';
import { isTotal } from '../set-aside.ts';
import type { Positions } from './fields.ts';
import { suppressedIn } from './hidden.ts';
import { toIndex } from './scale.ts';
import type { Figure, Scale } from './scale.ts';

type Rows = readonly number[];

/** A column of figures with what each of them is called, and on what scale they are. */
export type Series = {
  readonly at: number;
  /** Empty where the row does not say. */
  readonly nameOf: (row: number) => string;
  /** Null until somebody has said which: then nothing is read. */
  readonly scale: Scale | null;
};

/** All rows but the sums that stand in a column further in than where table.ts looks for them. */
export function withoutSums(table: TypedTable, unit: number) {
  const { lines, header } = table;
  const textOf = (row: number) => table.columns[unit]!.texts.at(row);
  const isSum = (row: number) => isTotal(textOf(row));
  const all = Array.from(lines, (_, row) => row);
  const problemOf = (row: number): Problem => {
    return { code: 'total-row', line: lines[row]!, column: header[unit]!, value: textOf(row) };
  };
  return {
    rows: all.filter((row) => !isSum(row)),
    problems: all.filter(isSum).map(problemOf),
  };
}

/** The figures of a column with where they stand, for its scale to be judged by. */
export const figuresIn = ({ header, lines, columns }: TypedTable, at: number, rows: Rows) =>
  rows.flatMap((row): Figure[] => {
    const { text, value, state } = columns[at]!.cell(row);
    return state === 'value' && typeof value === 'number'
      ? [{ line: lines[row]!, column: header[at]!, text, value }]
      : [];
  });

type FigureReading = {
  readonly observation: ReadObservation | null;
  readonly problems: readonly Problem[];
};

/** One figure as an index; a bad cell has been told of by its column. */
function readFigure(
  { header, lines, columns }: TypedTable,
  { at, nameOf, scale }: Series,
  row: number,
  answered: Answered | null,
  few: string | null,
): FigureReading {
  const { text, value, state } = columns[at]!.cell(row);
  const [line, column] = [lines[row]!, header[at]!];
  const index =
    typeof value === 'number' && scale !== null
      ? toIndex({ line, column, text, value }, scale)
      : null;
  if (index !== null && typeof index !== 'number') return { observation: null, problems: [index] };
  const indicator = nameOf(row);
  if (state === 'bad' || !answered || indicator === '' || scale === null)
    return { observation: null, problems: [] };
  const shown =
    few !== null && state === 'value'
      ? ({ value: null, state: 'suppressed', printed: few } as const)
      : { value: index, state, printed: text };
  const told = { ...answered, ...shown, indicator, line, column: at + 1 };
  return { observation: told, problems: [] };
}

/** Every figure of the rows; names of those that could not be read are matched with the others. */
export function readSeries(
  table: TypedTable,
  positions: Positions,
  rows: Rows,
  all: readonly Series[],
): {
  readonly observations: readonly ReadObservation[];
  readonly broken: Names['broken'];
  readonly problems: readonly Problem[];
} {
  const readRow = rowReader(table, positions);
  const isFew = (row: number) => fewMark(table, positions, row) !== null;
  const readings = rows.flatMap((row) => {
    const { answered, problems } = readRow(row);
    const unit = table.columns[positions.place!]!.texts.at(row) || null;
    const line = table.lines[row]!;
    const few = fewMark(table, positions, row);
    return all.map((series, at) => {
      const figure = readFigure(table, series, row, answered, few);
      const name = { indicator: series.nameOf(row), place: unit, line };
      return { ...figure, name, problems: [...(at === 0 ? problems : []), ...figure.problems] };
    });
  });
  return {
    observations: readings.flatMap(({ observation }) => observation ?? []),
    broken: readings.flatMap(({ observation, name }) => (observation ? [] : [name])),
    problems: [
      ...readings.flatMap(({ problems }) => problems),
      ...all.flatMap(({ at }) => suppressedIn(table, at, rows, isFew)),
    ],
  };
}
