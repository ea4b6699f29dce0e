import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { invariant } from '#lib/domain/result.ts';
import { missingMark } from '../marks.ts';
import { parsePeriodText } from '../period-text.ts';
import { remembered } from '../rows.ts';
import { indicatorColumn, placeColumnOf } from './kolada-names.ts';
import { ignored } from './kolada-words.ts';
import type { Positions } from './kolada-words.ts';
import type { LayoutReading, Names, ReadObservation, TypedTable } from './layout.ts';
import { meaningOf, SEX } from './plain-long-words.ts';

/** A column of figures, with the period of each of its cells; undefined where it cannot be read. */
export type Figures = {
  readonly column: number;
  readonly periodOf: (row: number) => Period | undefined;
  /** The heading says that they may change. */
  readonly isPreliminary?: boolean;
  /** Where on its line the figure of a row stands, in a file that has no columns. */
  readonly signOf?: (row: number) => number;
};

const parsed = remembered((text: string) => {
  const period = parsePeriodText(text);
  return period.ok ? period.value : undefined;
});
export const periodOf = (text: string): Period | undefined => parsed(text);

const sexOf = (text: string) => meaningOf(SEX, text);
const markOf = remembered(missingMark);

type Columns = ReturnType<typeof columnsOf>;

const columnsOf = (table: TypedTable, positions: Positions) => ({
  indicator: indicatorColumn(table, positions),
  place: placeColumnOf(table, positions),
  sexOf:
    positions.sex === undefined
      ? () => sexOf('')
      : table.columns[positions.sex]!.texts.answers(sexOf),
  status: positions.status === undefined ? null : table.columns[positions.status]!.texts,
});

/** Everything that is wrong with the words of a row; what is wrong with its figures is told already. */
function faultsOf(table: TypedTable, positions: Positions, columns: Columns, row: number) {
  const found: Problem[] = [];
  const line = table.lines[row]!;
  for (const { at, nameOf } of [columns.indicator, columns.place]) {
    if (nameOf(row) === '') found.push({ code: 'empty-cell', line, column: table.header[at]! });
  }
  if (columns.sexOf(row) === undefined) {
    const [column, value] = [
      table.header[positions.sex!]!,
      table.columns[positions.sex!]!.texts.at(row),
    ];
    found.push({ code: 'unknown-value', line, column, value, accepted: SEX.accepted });
  }
  return found;
}

function periodFault(table: TypedTable, at: number, row: number): Problem {
  const [line, column] = [table.lines[row]!, table.header[at]!];
  const value = table.columns[at]!.texts.at(row);
  const period = parsePeriodText(value);
  if (value === '') return { code: 'empty-cell', line, column };
  invariant(!period.ok, 'a period that was not read cannot be');
  return { code: 'bad-period', line, column, value, reason: period.error };
}

const PRELIMINARY = /^prel/i;
const ZERO = /^-?0+(?:[.,]0*)?$/;

/** What a status says beside a figure: that it may change, that there is none (0 stands for that), or what nobody knows. */
function isExplained(status: string, figure: string): boolean {
  if (status === '') return true;
  if (figure === '' || ZERO.test(figure)) return markOf(status) !== null;
  return PRELIMINARY.test(status);
}

/** Words for why there is no figure that nobody knows, and words beside one: told of, and where. */
function unknownStatuses(table: TypedTable, positions: Positions, figures: number): Problem[] {
  const at = positions.status;
  if (at === undefined) return [];
  const found = new Map<string, { row: number; lines: number; isBesideValue: boolean }>();
  const figureOf = table.columns[figures]!.texts.at;
  table.columns[at]!.texts.forEach((text, row) => {
    if (text === '' || isExplained(text, figureOf(row))) return;
    const isBesideValue = figureOf(row) !== '';
    const known = found.get(`${text} ${isBesideValue}`);
    if (known) known.lines += 1;
    else found.set(`${text} ${isBesideValue}`, { row, lines: 1, isBesideValue });
  });
  return [...found.values()].map(({ row, lines, isBesideValue }) => ({
    code: 'unknown-status',
    line: table.lines[row]!,
    column: table.header[at]!,
    value: table.columns[at]!.texts.at(row),
    lines,
    ...(isBesideValue ? { isBesideValue } : {}),
  }));
}

/** State and print of a cell: an empty one says by its status why it is, and so does 0 where there is none. */
function figureAt(table: TypedTable, columns: Columns, column: number, row: number) {
  const { text, value, state } = table.columns[column]!.cell(row);
  invariant(typeof value !== 'string' && state !== 'bad', 'a bad figure is no observation');
  const status = columns.status?.at(row) ?? '';
  const isPreliminary = PRELIMINARY.test(status);
  const mark = status === '' ? null : markOf(status);
  if (text === '' && status !== '')
    return { value: null, state: mark ?? ('missing' as const), printed: status, isPreliminary };
  if (value === 0 && mark !== null)
    return { value: null, state: mark, printed: status, isPreliminary };
  return { value, state, printed: text, isPreliminary };
}

type Place = { readonly row: number; readonly figures: Figures };

/** Reads rows of names with one or several columns of figures. */
export function readKolada(
  table: TypedTable,
  positions: Positions,
  all: readonly Figures[],
): LayoutReading {
  const columns = columnsOf(table, positions);
  const problems: Problem[] = [...columns.indicator.problems, ...columns.place.problems];
  const isBad = new Uint8Array(table.lines.length);
  table.lines.forEach((_, row) => {
    const faults = faultsOf(table, positions, columns, row);
    const { period } = positions;
    if (period !== undefined && all[0]!.periodOf(row) === undefined) {
      faults.push(periodFault(table, period, row));
    }
    if (faults.length === 0) return;
    isBad[row] = 1;
    problems.push(...faults);
  });
  const { length } = table.lines;
  const count = length * all.length;
  const placeOf = (at: number): Place => ({
    row: Math.floor(at / all.length),
    figures: all[at % all.length]!,
  });
  const isWhole = ({ row, figures }: Place) =>
    isBad[row] === 0 && table.columns[figures.column]!.cell(row).state !== 'bad';
  const whole = wholeOf(count, (at) => isWhole(placeOf(at)));

  const observationAt = (index: number): ReadObservation => {
    const { row, figures } = placeOf(whole ? whole[index]! : index);
    const { value, state, printed, isPreliminary } = figureAt(table, columns, figures.column, row);
    return {
      indicator: columns.indicator.nameOf(row),
      place: columns.place.nameOf(row),
      period: figures.periodOf(row)!,
      sex: columns.sexOf(row)!,
      breakdown: '',
      kind: 'utfall',
      value,
      state,
      printed,
      numerator: null,
      denominator: null,
      n: null,
      asked: null,
      isPreliminary: isPreliminary || figures.isPreliminary === true,
      measuredOn: null,
      publishedOn: null,
      note: null,
      line: table.lines[row]!,
      column: figures.signOf?.(row) ?? figures.column + 1,
    };
  };
  const used = new Set([...Object.values(positions), ...all.map((one) => one.column)]);
  return {
    observations: { length: whole ? whole.length : count, at: observationAt },
    used: [...used],
    names: {
      indicator: table.header[columns.indicator.at]!,
      place: table.header[columns.place.at]!,
      value: table.header[all[0]!.column]!,
      broken: brokenRows(table, columns, whole, all.length),
    },
    problems: [
      ...problems,
      ...unknownStatuses(table, positions, all[0]!.column),
      ...ignored(table.header, table.headerLine, used),
    ],
  };
}

/** Indexes of the cells that could be read, or null when all could. */
function wholeOf(count: number, isWhole: (at: number) => boolean): Int32Array | null {
  let at = 0;
  while (at < count && isWhole(at)) at += 1;
  if (at === count) return null;
  return new Int32Array(count).map((_, each) => each).filter(isWhole);
}

/** The rows of which no figure could be read, `wide` figures being a row. */
function brokenRows(
  { lines }: TypedTable,
  { indicator, place }: Columns,
  whole: Int32Array | null,
  wide: number,
): Names['broken'] {
  if (!whole) return [];
  const isRead = new Uint8Array(lines.length);
  for (const at of whole) isRead[Math.floor(at / wide)] = 1;
  const broken = lines.map((_, row) => row).filter((row) => isRead[row] === 0);
  return Array.from(broken, (row) => ({
    indicator: indicator.nameOf(row),
    place: place.nameOf(row),
    line: lines[row]!,
  }));
}
