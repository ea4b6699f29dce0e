import type { Problem } from '#lib/domain/problem.ts';
import { invariant } from '#lib/domain/result.ts';
import { rowReader } from './answered-row.ts';
import type { Answered, RowPositions, RowTexts } from './answered-row.ts';
import { fewMark } from './counts.ts';
import type { Names, ReadObservation, TypedTable } from './layouts/layout.ts';
import { isTotal } from './set-aside.ts';

/** A column of figures, and what each of them is. */
export type Figures = {
  readonly at: number;
  /** Null where the row holds none that is read. */
  readonly nameOf: (row: number) => string | null;
  /** What the figure is about beside its row, or why it is not to be shown, or none at all. */
  readonly changed?: (one: ReadObservation, row: number) => ReadObservation | Problem;
};

/** A figure that rests on too few: nothing of it is kept, nor how it was printed. */
export const suppressed = (one: ReadObservation): ReadObservation => ({
  ...one,
  ...{ value: null, state: 'suppressed', printed: '', numerator: null },
});

/** A figure of so few that the file does not say how many: nor is that told by what it was worked out from. */
export const hiddenByCount = (one: ReadObservation): ReadObservation => ({
  ...(one.state === 'value' ? suppressed(one) : one),
  ...{ n: null, denominator: null },
});

function figureAt(
  { lines, columns }: TypedTable,
  { at, changed }: Figures,
  row: number,
  indicator: string,
  answered: Answered,
): ReadObservation | Problem | null {
  const { text: printed, value, state } = columns[at]!.cell(row);
  // The column has told of it.
  if (state === 'bad') return null;
  invariant(typeof value !== 'string', 'a column of figures holds numbers');
  const told = { indicator, value, state, printed, line: lines[row]!, column: at + 1 };
  const one: ReadObservation = { ...answered, ...told };
  return changed ? changed(one, row) : one;
}

export type FiguresReading = {
  readonly observations: readonly ReadObservation[];
  readonly broken: Names['broken'];
  readonly problems: readonly Problem[];
};

const NOTHING: FiguresReading = { observations: [], broken: [], problems: [] };

const joined = (readings: readonly FiguresReading[]): FiguresReading => ({
  observations: readings.flatMap((one) => one.observations),
  broken: readings.flatMap((one) => one.broken),
  problems: readings.flatMap((one) => one.problems),
});

/** Every figure of a table with one or several columns of them; sums in the column of places stay out. */
export function readFigures(
  table: TypedTable,
  positions: RowPositions,
  all: readonly Figures[],
  texts: RowTexts = {},
): FiguresReading {
  const readRow = rowReader(table, positions, texts);
  const placeOf = (row: number) =>
    texts.place?.(row) ?? table.columns[positions.place ?? -1]?.texts.at(row) ?? '';

  function read(line: number, row: number): FiguresReading {
    const place = placeOf(row);
    if (isTotal(place)) {
      const column = table.header[positions.place!]!;
      return { ...NOTHING, problems: [{ code: 'total-row', line, column, value: place }] };
    }
    const named = all.flatMap((figures) => {
      const indicator = figures.nameOf(row);
      return indicator === null ? [] : [{ figures, indicator }];
    });
    if (named.length === 0) return NOTHING;
    const { answered, problems } = readRow(row);
    const isFew = fewMark(table, positions, row) !== null;
    const found = named.map(({ figures, indicator }) => {
      const one = answered && figureAt(table, figures, row, indicator, answered);
      const name = { indicator, place: place || null, line };
      if (one === null) return { ...NOTHING, broken: [name] };
      return 'code' in one
        ? { ...NOTHING, broken: [name], problems: [one] }
        : { ...NOTHING, observations: [isFew ? hiddenByCount(one) : one] };
    });
    return joined([{ ...NOTHING, problems }, ...found]);
  }

  return joined(Array.from(table.lines, read));
}
