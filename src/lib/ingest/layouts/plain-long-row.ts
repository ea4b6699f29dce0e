import type { Day } from '#lib/domain/calendar.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { invariant } from '#lib/domain/result.ts';
import { withZeros } from '../codes.ts';
import type { Cell } from '../column-problems.ts';
import { isCount, noCount } from '../counts.ts';
import { dayOrderOf, looksLikeSerialDay, parseDayOrMonth, serialDay } from '../dates.ts';
import { parsePeriodText } from '../period-text.ts';
import { remembered } from '../rows.ts';
import type { ReadObservation, TypedTable } from './layout.ts';
import type { Field, Positions } from './plain-long-fields.ts';
import { KIND, meaningOf, parseBreakdown, SEX, YES_NO } from './plain-long-words.ts';
import type { Words } from './plain-long-words.ts';

export type RowReading = {
  /** Null when something in the row could not be read: half a row is no observation. */
  readonly observation: ReadObservation | null;
  readonly problems: readonly Problem[];
};

/** What is said of a row outside its cells: by the column of its figure, and of the whole file. */
export type ToldTexts = {
  /** Goes before what the row says. */
  readonly own: Readonly<Partial<Record<Field, string | null>>>;
  /** Where neither says. */
  readonly file: Readonly<Partial<Record<Field, string | null>>>;
};

const NOTHING_TOLD: ToldTexts = { own: {}, file: {} };

const EMPTY: Cell = { text: '', value: null, state: 'missing' };

/** The cells of one row by field, and a list that collects what is wrong with them. */
type Row = {
  readonly line: number;
  readonly problems: Problem[];
  readonly answers: Choices['answers'];
  readonly cell: (field: Field) => Cell;
  readonly at: (field: Field) => {
    readonly line: number;
    readonly column: string;
    readonly value: string;
  };
};

const toldCell = (text: string): Cell => ({ text, value: text, state: 'value' });

function rowOf(
  table: TypedTable,
  positions: Positions,
  line: number,
  index: number,
  told: ToldTexts,
): Row {
  const cell = (field: Field) => {
    const own = told.own[field];
    if (own) return toldCell(own);
    const at = positions[field];
    const found = at === undefined ? EMPTY : table.columns[at]!.cell(index);
    const other = told.file[field];
    return found.text === '' && other ? toldCell(other) : found;
  };
  const column = (field: Field) => table.header[positions[field] ?? positions.value!]!;
  const at = (field: Field) => ({ line, column: column(field), value: cell(field).text });
  return { line, problems: [], answers: table.answers, cell, at };
}

function wordIn<T>(row: Row, field: Field, words: Words<T>): T | undefined {
  const meaning = meaningOf(words, row.cell(field).text);
  if (meaning === undefined) {
    row.problems.push({ code: 'unknown-value', ...row.at(field), accepted: words.accepted });
  }
  return meaning;
}

/** What Excel makes of a day whose cell has lost its format: a day where somebody has said so. */
function serialIn(row: Row, field: Field): Day | undefined {
  const at = row.at(field);
  row.problems.push({ code: 'serial-date', ...at, lines: 1 });
  const isDay = answerTo(row.answers, 'serial-date', at.column) === 'days';
  return isDay ? serialDay(at.value) : undefined;
}

/** Null when the cell is empty, undefined when it cannot be read. */
function dayIn(row: Row, field: Field): Day | null | undefined {
  const { text } = row.cell(field);
  if (text === '') return null;
  if (looksLikeSerialDay(text)) return serialIn(row, field);
  const day = parseDayOrMonth(text);
  if (day.ok) return day.value;
  const at = row.at(field);
  row.problems.push({ code: day.error, ...at });
  const order = dayOrderOf(answerTo(row.answers, 'ambiguous-date', at.column));
  const answered = order && parseDayOrMonth(text, order);
  return answered?.ok ? answered.value : undefined;
}

/** Undefined when the cell is bad: the column has told of it already. */
function numberIn(row: Row, field: Field): number | null | undefined {
  const { value, state } = row.cell(field);
  if (state === 'bad') return undefined;
  invariant(typeof value !== 'string', 'a number column holds numbers');
  return value;
}

/** Undefined likewise, and when it is no number of people. */
function countIn(row: Row, field: 'n' | 'asked'): number | null | undefined {
  const count = numberIn(row, field);
  if (typeof count !== 'number' || isCount(count)) return count;
  row.problems.push(noCount(row.at(field)));
  return undefined;
}

function filledIn(row: Row, field: Field): string | undefined {
  const { text } = row.cell(field);
  if (text !== '') return text;
  const { line, column } = row.at(field);
  row.problems.push({ code: 'empty-cell', line, column });
  return undefined;
}

const parsedPeriod = remembered(parsePeriodText);

/** Null where nothing in the file says when: a cell that is empty is a fault, a column that is not there is none. */
function periodIn(row: Row, isSaid: boolean): Period | null | undefined {
  if (!isSaid && row.cell('period').text === '') return null;
  const text = filledIn(row, 'period');
  if (text === undefined) return undefined;
  const period = parsedPeriod(text);
  if (period.ok) return period.value;
  row.problems.push({ code: 'bad-period', ...row.at('period'), reason: period.error });
  return undefined;
}

function breakdownIn(row: Row): string | undefined {
  const breakdown = parseBreakdown(row.cell('breakdown').text);
  if (breakdown !== null) return breakdown;
  row.problems.push({
    code: 'unknown-value',
    ...row.at('breakdown'),
    accepted: ['namn=värde', 'namn=värde;namn=värde'],
  });
  return undefined;
}

/** Every field is read before anything is given up, so that all of a row's faults are told. */
function fieldsOf(row: Row, isDated: boolean) {
  return {
    indicator: filledIn(row, 'indicator'),
    period: periodIn(row, isDated),
    value: numberIn(row, 'value'),
    sex: wordIn(row, 'sex', SEX),
    breakdown: breakdownIn(row),
    kind: wordIn(row, 'kind', KIND),
    numerator: numberIn(row, 'numerator'),
    denominator: numberIn(row, 'denominator'),
    n: countIn(row, 'n'),
    asked: countIn(row, 'asked'),
    isPreliminary: wordIn(row, 'isPreliminary', YES_NO),
    measuredOn: dayIn(row, 'measuredOn'),
    publishedOn: dayIn(row, 'publishedOn'),
  };
}

type Fields = ReturnType<typeof fieldsOf>;
type Whole = { readonly [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

const isWhole = (fields: Fields): fields is Fields & Whole =>
  Object.values(fields).every((value) => value !== undefined);

const orNull = (cell: Cell) => cell.text || null;

const COUNTS = ['n', 'asked', 'numerator', 'denominator'] as const;

/** Of so few that the file hides how many: then the value and the other counts would tell. */
const isOfFew = (row: Row): boolean =>
  COUNTS.some((field) => row.cell(field).state === 'suppressed') &&
  row.cell('value').state === 'value';

const HIDDEN = {
  ...{ value: null, state: 'suppressed', printed: '' },
  ...{ n: null, numerator: null, denominator: null },
} as const;

/** A code that has lost its zero gets it back, where somebody has said so. */
function placeIn(row: Row): string | null {
  const { column, value } = row.at('place');
  return value === '' ? null : withZeros(column, value, row.answers);
}

export function readRow(
  table: TypedTable,
  positions: Positions,
  line: number,
  index: number,
  told: ToldTexts = NOTHING_TOLD,
): RowReading {
  const row = rowOf(table, positions, line, index, told);
  const fields = fieldsOf(row, positions.period !== undefined);
  const { state, text: printed } = row.cell('value');
  if (!isWhole(fields)) return { observation: null, problems: row.problems };
  invariant(state !== 'bad', 'a bad value is no whole row');
  const [place, note, column] = [placeIn(row), orNull(row.cell('note')), positions.value! + 1];
  const rest = { place, note, state, printed, line, column };
  const shown = isOfFew(row) ? HIDDEN : {};
  return { observation: { ...fields, ...rest, ...shown }, problems: row.problems };
}
