import type { Sex } from '#lib/domain/model.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Cell } from '../column-problems.ts';
import { fold } from '../fold.ts';
import { withoutSums } from '../hme/series.ts';
import { placeColumnOf } from '../layouts/kolada-names.ts';
import type { TypedTable } from '../layouts/layout.ts';
import { meaningOf, SEX } from '../layouts/plain-long-words.ts';
import { parsePeriodText } from '../period-text.ts';
import type { AnswerColumn, Kind } from './answers.ts';
import type { Positions } from './fields.ts';
import { optionWord } from './scales.ts';

/** One answer to a question, counted or as a share, and where it stands. */
export type Option = {
  readonly name: string;
  readonly count: Cell | null;
  readonly share: Cell | null;
  readonly line: number;
  readonly column: number;
};

/** All answers of one group of users to one question. */
export type Block = {
  readonly service: string;
  readonly question: string;
  /** Null is the kommun itself. */
  readonly place: string | null;
  readonly sex: Sex;
  readonly period: Period | null;
  readonly n: Cell | null;
  readonly asked: Cell | null;
  readonly options: readonly Option[];
};

export type Blocks = {
  readonly blocks: readonly Block[];
  /** Header of the place, '' where there is none. */
  readonly placeHeader: string;
  readonly problems: readonly Problem[];
};

/** Where a place stands: the unit, else the kommun, by its code if it has one. */
function placeOf(table: TypedTable, positions: Positions) {
  if (positions.place !== undefined) {
    const { texts } = table.columns[positions.place]!;
    return { at: positions.place, nameOf: texts.at, problems: [] };
  }
  const { kommun: place, code: placeCode } = positions;
  if (place === undefined && placeCode === undefined) return null;
  return placeColumnOf(table, {
    ...(place === undefined ? {} : { place }),
    ...(placeCode === undefined ? {} : { placeCode }),
  });
}

type Row = Omit<Block, 'question' | 'options'>;

function rowReader(table: TypedTable, positions: Positions, nameOf: (row: number) => string) {
  const textOf = (field: keyof Positions, row: number) =>
    positions[field] === undefined ? '' : table.columns[positions[field]]!.texts.at(row);
  const cellOf = (field: keyof Positions, row: number) =>
    positions[field] === undefined ? null : table.columns[positions[field]]!.cell(row);
  const place = (field: keyof Positions, row: number) => ({
    line: table.lines[row]!,
    column: table.header[positions[field]!]!,
  });

  /** Null where the file has no such column. */
  function periodIn(row: number): Period | null | Problem {
    if (positions.period === undefined) return null;
    const value = textOf('period', row);
    const period = parsePeriodText(value);
    if (period.ok) return period.value;
    const where = place('period', row);
    return value === ''
      ? { code: 'empty-cell', ...where }
      : { code: 'bad-period', ...where, value, reason: period.error };
  }

  function sexIn(row: number): Sex | Problem {
    const value = textOf('sex', row);
    const { accepted } = SEX;
    return (
      meaningOf(SEX, value) ?? { code: 'unknown-value', ...place('sex', row), value, accepted }
    );
  }

  return (row: number): { readonly row: Row | null; readonly problems: readonly Problem[] } => {
    const [period, sex] = [periodIn(row), sexIn(row)];
    const isBad = (one: typeof period | typeof sex): one is Problem =>
      typeof one === 'object' && one !== null && 'code' in one;
    if (isBad(period) || isBad(sex)) return { row: null, problems: [period, sex].filter(isBad) };
    const told = { service: textOf('service', row), place: nameOf(row) || null, period, sex };
    return {
      row: { ...told, n: cellOf('n', row), asked: cellOf('asked', row) },
      problems: [],
    };
  };
}

/** What a row says is the answer, where each has a row of its own. */
function longOptions(table: TypedTable, positions: Positions, row: number) {
  const { columns, lines } = table;
  const cellAt = (at: number | undefined) => (at === undefined ? null : columns[at]!.cell(row));
  const [count, share] = [cellAt(positions.count), cellAt(positions.share)];
  const column = (positions.count ?? positions.share!) + 1;
  const name = columns[positions.option!]!.texts.at(row);
  return [{ question: null, option: { name, count, share, line: lines[row]!, column } }];
}

const wideOptions = (
  { columns, lines }: TypedTable,
  answers: readonly (AnswerColumn & { readonly kind: Kind })[],
  row: number,
) =>
  answers.map(({ at, question, option: name, kind }) => {
    const cell = columns[at]!.cell(row);
    const told = kind === 'count' ? { count: cell, share: null } : { count: null, share: cell };
    return { question, option: { name, ...told, line: lines[row]!, column: at + 1 } };
  });

/** One of an answer by its count and one by its share are the same answer. */
function merged(options: readonly Option[]): { options: Option[]; twice: readonly Option[] } {
  const found = new Map<string, Option>();
  const twice: Option[] = [];
  for (const one of options) {
    const word = optionWord(one.name);
    const known = found.get(word);
    if (!known) found.set(word, one);
    else if (known.count && one.count) twice.push(known, one);
    else if (known.share && one.share) twice.push(known, one);
    else
      found.set(word, {
        ...known,
        count: known.count ?? one.count,
        share: known.share ?? one.share,
      });
  }
  return { options: [...found.values()], twice };
}

/** Gathers the answers of each group to each question, from whichever rows and columns they stand in. */
export function blocksOf(
  table: TypedTable,
  positions: Positions,
  answers: readonly (AnswerColumn & { readonly kind: Kind })[],
): Blocks {
  const place = placeOf(table, positions);
  const all = { rows: Array.from(table.lines, (_, row) => row), problems: [] };
  const kept = place && positions.place !== undefined ? withoutSums(table, place.at) : all;
  const problems: Problem[] = [...(place?.problems ?? []), ...kept.problems];
  const readRow = rowReader(table, positions, (row) => place?.nameOf(row) ?? '');
  const questions = positions.question === undefined ? null : table.columns[positions.question]!;
  const questionAt = (row: number) => questions && questions.texts.at(row);
  const found = new Map<string, { block: Omit<Block, 'options'>; options: Option[] }>();
  for (const at of kept.rows) {
    const { row, problems: faults } = readRow(at);
    problems.push(...faults);
    if (!row) continue;
    const own = questionAt(at);
    if (own === '') {
      const column = table.header[positions.question!]!;
      problems.push({ code: 'empty-cell', line: table.lines[at]!, column });
      continue;
    }
    const told =
      positions.option === undefined
        ? wideOptions(table, answers, at)
        : longOptions(table, positions, at);
    for (const { question: over, option } of told) {
      const question = over ?? own!;
      const { service, place: name, sex, period } = row;
      const key = JSON.stringify([
        fold(service),
        fold(name ?? ''),
        sex,
        period?.text ?? '',
        fold(question),
      ]);
      const known = found.get(key) ?? { block: { ...row, question }, options: [] };
      known.options.push(option);
      found.set(key, known);
    }
  }
  const blocks = [...found.values()].map(({ block, options }) => {
    const { options: each, twice } = merged(options);
    const lines = [...new Set(twice.map(({ line }) => line))];
    // On one line it is a column that stands twice, and told of already.
    if (lines[1] !== undefined) problems.push({ code: 'duplicate-row', line: lines[1], lines });
    return { ...block, options: each };
  });
  return { blocks, placeHeader: place ? table.header[place.at]! : '', problems };
}
