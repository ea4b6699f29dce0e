import { roundTo } from '#lib/domain/shown-decimals.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { readFigures, suppressed } from '../figures.ts';
import type { Figures } from '../figures.ts';
import { tidy } from '../hme/scale.ts';
import { statementOf } from '../hme/statements.ts';
import { isNoView, isOfWork, isYesOrNo, positionsOf, scaleColumns } from '../osa/columns.ts';
import { placeColumns, placesIn } from '../place-columns.ts';
import { listed } from '../rows.ts';
import { present, strangeColumns } from '../strange-columns.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, ReadObservation, Recognition, TypedTable } from './layout.ts';

/** Prevent shows nothing of fewer. */
const FEWEST = 6;

const valueColumn = (header: readonly string[]): number | undefined => {
  const { mean, yes } = positionsOf(header);
  return mean ?? scaleColumns(header)[0] ?? yes;
};

function recognise({ header, titles, texts }: Table): Recognition {
  const { question, area } = positionsOf(header);
  if (question === undefined || valueColumn(header) === undefined) {
    return { sure: 0, why: 'no questions with a mean or a scale' };
  }
  // A mean of HME's must become an index: read here it would be another figure.
  if (texts[question]!.some((text) => statementOf(text) !== null)) {
    return { sure: 0, why: 'a statement of HME among its questions' };
  }
  const words = [question, area].map((at) => texts[at ?? -1]);
  const isWork = [...header, ...titles].some(isOfWork) || words.some((all) => all?.some(isOfWork));
  if (isWork) return { sure: 0.85, why: 'questions about work, with answers on a scale' };
  return scaleColumns(header).length > 0
    ? { sure: 0.6, why: 'questions with answers counted on a scale' }
    : { sure: 0, why: 'questions that may be about anything' };
}

/** Counts of a row, or null where any of them is not told. */
function countsIn({ columns }: TypedTable, at: readonly number[], row: number): number[] | null {
  const counts = at.map((each) => columns[each]!.cell(row).value);
  const known = counts.filter((count) => typeof count === 'number');
  return known.length === at.length && at.length > 0 ? known : null;
}

const sumOf = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

const meanOf = (counts: readonly number[]) =>
  tidy(sumOf(counts.map((count, at) => count * (at + 1))) / sumOf(counts));

/** Half of the last decimal that is printed: so much is rounding. */
const roundingOf = (printed: string) =>
  0.5 / 10 ** (/[.,](\d+)/.exec(printed)?.[1]?.length ?? 0) + 1e-9;

type Reader = {
  readonly table: TypedTable;
  readonly scale: readonly number[];
  readonly problems: Problem[];
};

/** Why what counts would give is not there: hidden where one of them is. */
const gapOf = ({ columns }: TypedTable, at: readonly number[], row: number) =>
  at.some((each) => columns[each]!.cell(row).state === 'suppressed') ? 'suppressed' : 'missing';

/** The mean as it is stated, else as its counts give it; told of where they differ. */
function mean({ table, scale, problems }: Reader, one: ReadObservation, row: number) {
  const counts = countsIn(table, scale, row);
  const total = counts === null ? 0 : sumOf(counts);
  const n = counts === null || total === 0 ? one.n : Math.min(total, one.n ?? total);
  const isStated = one.column === (positionsOf(table.header).mean ?? -1) + 1;
  const state = gapOf(table, scale, row);
  const stated: ReadObservation = isStated ? one : { ...one, value: null, state, printed: '' };
  if (counts === null || total === 0 || stated.state === 'suppressed') return { ...stated, n };
  const counted = meanOf(counts);
  if (stated.value === null) return { ...stated, n, value: counted, state: 'value' as const };
  if (Math.abs(stated.value - counted) > roundingOf(stated.printed)) {
    const [line, column] = [one.line, table.header[one.column - 1]!];
    problems.push({
      code: 'mean-differs',
      line,
      column,
      value: one.printed,
      counted: roundTo(counted, 2),
    });
  }
  return { ...stated, n };
}

/** The share of all who said yes; a mean of yes and no says nothing, whoever has worked it out. */
function share({ table }: Reader, one: ReadObservation, row: number): ReadObservation {
  const { yes, no } = positionsOf(table.header);
  const counts = yes === undefined || no === undefined ? null : countsIn(table, [yes, no], row);
  const state = one.state === 'value' ? gapOf(table, present([yes, no]), row) : one.state;
  const bare: ReadObservation = { ...one, value: null, state, printed: '' };
  if (counts === null) return bare;
  const [numerator, denominator] = [counts[0]!, sumOf(counts)];
  if (denominator === 0) return bare;
  const value = tidy((numerator / denominator) * 100);
  return { ...bare, value, state: 'value', numerator, denominator, n: denominator };
}

function changedBy(reader: Reader, isShare: (row: number) => boolean): Figures['changed'] {
  return (read, row) => {
    const one = isShare(row) ? share(reader, read, row) : mean(reader, read, row);
    const { value, line, printed } = one;
    const to = reader.scale.length || 5;
    if (!isShare(row) && value !== null && (value < 1 || value > to)) {
      const column = reader.table.header[one.column - 1]!;
      return { code: 'value-out-of-scale', line, column, value: printed, from: 1, to };
    }
    return one.n !== null && one.n < FEWEST ? suppressed(one) : one;
  };
}

function read(table: TypedTable): LayoutReading {
  const { header, columns } = table;
  const positions = positionsOf(header);
  const scale = scaleColumns(header);
  const at = valueColumn(header)!;
  const questions = columns[positions.question!]!.texts;
  const places = placeColumns(
    table,
    placesIn(header).filter((each) => each !== positions.area),
  );
  const problems: Problem[] = [];
  const isShare = (row: number) => isYesOrNo(questions.at(row)) || at === positions.yes;
  const changed = changedBy({ table, scale, problems }, isShare)!;
  const { n, period, sex } = positions;
  const found = readFigures(
    table,
    { place: places.at, n, period, sex },
    [{ at, nameOf: (row) => questions.at(row) || null, changed }],
    { place: places.nameOf },
  );
  const used = present([...Object.values(positions), ...scale, ...places.all]);
  return {
    used,
    observations: listed(found.observations),
    names: {
      indicator: header[positions.question!]!,
      place: header[places.at ?? -1] ?? '',
      value: header[at]!,
      broken: found.broken,
    },
    problems: [
      ...places.problems,
      ...strangeColumns(table, (_, each) => used.includes(each), isNoView),
      ...found.problems,
      ...problems,
    ],
  };
}

/** A survey of the work environment: a row for each question. Which way is good is each question's own. */
export const osa: Layout = {
  name: 'osa',
  recognise,
  kinds: (header) => {
    const { question, area, sex, period, ...numbers } = positionsOf(header);
    const figures = [...Object.values(numbers), ...scaleColumns(header)];
    return header.map((_, at) => {
      if (at === period) return 'period';
      if (figures.includes(at)) return 'number';
      return [question, area, sex, ...placesIn(header)].includes(at) ? 'text' : null;
    });
  },
  read,
};
