import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { err } from '#lib/domain/result.ts';
import { columnKind } from './column-kind.ts';
import type { ColumnKind } from './column-kind.ts';
import { findingsIn, indexes, once, serialDates } from './column-problems.ts';
import type { Cell, Source } from './column-problems.ts';
import {
  dayOrderOf,
  looksLikeCompactDay,
  looksLikeDay,
  looksLikeSerialDay,
  looksLikeShortDay,
  namesDays,
  parseDayText,
  serialDay,
} from './dates.ts';
import { missingMark } from './marks.ts';
import type { Marks } from './marks.ts';
import { columnDecimal, decimalClue, otherMark, parseNumber, withoutFootnote } from './number.ts';
import type { DecimalMark } from './number.ts';
import { readNumbers } from './number-column.ts';
import type { Table } from './table.ts';
import { changedTexts } from './texts.ts';
import type { Texts } from './texts.ts';

export type Column = {
  readonly kind: ColumnKind;
  /** Null when no number of the column has decimals. */
  readonly decimal: DecimalMark | null;
  readonly texts: Texts;
  readonly cell: (at: number) => Cell;
  readonly problems: readonly Problem[];
};

const text = (cell: string): Cell => ({ text: cell, value: cell, state: 'value' });
const bad = (cell: string): Cell => ({ text: cell, value: cell, state: 'bad' });

const isDoubtful = (cell: string) => decimalClue(cell).kind === 'doubt';

/** The doubts of a column: cells that are numbers with decimals, or with thousands. */
const doubts = (source: Source) =>
  once(source, 'ambiguous-number', indexes(source.texts, isDoubtful));

/** What can be read either way is asked about, once for the column; the rest is read as ever. */
function ambiguousColumn(source: Source): Column {
  const { texts } = source;
  const sure = changedTexts(texts, (cell) => (isDoubtful(cell) ? '' : cell));
  const numbers = readNumbers({ ...source, texts: sure }, ',');
  return {
    kind: 'number',
    decimal: null,
    texts,
    cell: (at) => (isDoubtful(texts.at(at)) ? bad(texts.at(at)) : numbers.cell(at)),
    problems: [...doubts(source), ...numbers.findings.problems()],
  };
}

const markIn = (cell: string): DecimalMark => (cell.includes('.') ? '.' : ',');

/** The decimal mark of a doubtful cell by what has been answered of its column; null without an answer. */
function answeredMark({ name, answers }: Source): ((cell: string) => DecimalMark) | null {
  const answer = answerTo(answers, 'ambiguous-number', name);
  if (answer === 'decimal') return markIn;
  return answer === 'thousands' ? (cell) => otherMark(markIn(cell)) : null;
}

/** A doubtful column as it was answered: 1.234 and 1,234 in one column are of one kind. */
function answeredColumn(source: Source, markOf: (cell: string) => DecimalMark): Column {
  const { texts } = source;
  const asked = ambiguousColumn(source);
  const answered = (text: string): Cell => {
    const number = parseNumber(withoutFootnote(text), markOf(text));
    return number.ok ? { text, value: number.value, state: 'value' } : bad(text);
  };
  const cell = (at: number) => (isDoubtful(texts.at(at)) ? answered(texts.at(at)) : asked.cell(at));
  const [first] = indexes(texts, isDoubtful);
  const mark = first === undefined ? null : markIn(texts.at(first));
  const isDecimal = mark !== null && markOf(texts.at(first!)) === mark;
  return { ...asked, decimal: isDecimal ? mark : null, cell };
}

/** Numbers written with a mark that is known. */
export function numberColumnBy(source: Source, mark: DecimalMark): Column {
  const { cell, findings, hasDecimals } = readNumbers(source, mark);
  const areDays = answerTo(source.answers, 'serial-date', source.name) === 'days';
  return {
    kind: 'number',
    decimal: hasDecimals ? mark : null,
    texts: source.texts,
    cell: areDays ? (at) => asSerialDay(cell(at)) : cell,
    problems: [...findings.problems(), ...serialDates(source)],
  };
}

function asSerialDay(cell: Cell): Cell {
  if (!looksLikeSerialDay(cell.text)) return cell;
  return { ...cell, value: serialDay(cell.text) };
}

function textNumbers(source: Source): Column {
  const decimal = columnDecimal(source.texts, source.delimiter);
  if (decimal.kind === 'mark') return numberColumnBy(source, decimal.mark);
  const markOf = answeredMark(source);
  return markOf === null ? ambiguousColumn(source) : answeredColumn(source, markOf);
}

const YEAR = /^(?:19|20)\d{2}(?:\.0)?$/;

/** Numbers that the workbook holds as text; years are often held so, and nothing is wrong with them. */
function numbersAsText(source: Source, { texts, cell }: Column): Problem[] {
  const rows = indexes(texts, (text) => text !== '').filter((row) => cell(row).state === 'value');
  return rows.every((row) => YEAR.test(texts.at(row))) ? [] : once(source, 'number-as-text', rows);
}

/** Numbers of the workbook's own are what they are; text beside them is read as text of any file. */
function numberColumn(source: Source): Column {
  const { texts, isNumber } = source;
  if (!isNumber) return textNumbers(source);
  const part = (isOf: (row: number) => boolean): Source => ({
    ...source,
    texts: changedTexts(texts, (text, row) => (isOf(row) ? text : '')),
  });
  const own = numberColumnBy(part(isNumber), ',');
  const rest = textNumbers(part((row) => !isNumber(row)));
  return {
    kind: 'number',
    decimal: rest.decimal,
    texts,
    cell: (row) => (isNumber(row) ? own : rest).cell(row),
    problems: [...own.problems, ...rest.problems, ...numbersAsText(source, rest)],
  };
}

function dateColumn(source: Source): Column {
  const findings = findingsIn(source);
  const isNamedDay = namesDays(source.name);
  const order = dayOrderOf(answerTo(source.answers, 'ambiguous-date', source.name));
  const read = (cell: string, at: number): Cell => {
    const mark = missingMark(cell);
    if (mark) {
      findings.gap(at);
      return { text: cell, value: null, state: mark };
    }
    const isDay = looksLikeDay(cell) || looksLikeCompactDay(cell);
    const isShort = isNamedDay && looksLikeShortDay(cell);
    const day = isShort ? err('two-digit-year' as const) : isDay ? parseDayText(cell) : null;
    if (day === null || day.ok) return text(cell);
    findings.fault(at, day.error);
    const answered = day.error === 'ambiguous-date' && order ? parseDayText(cell, order) : day;
    return answered.ok ? { text: cell, value: answered.value, state: 'value' } : bad(cell);
  };
  const cells: Cell[] = [];
  source.texts.forEach((cell, at) => cells.push(read(cell, at)));
  return {
    kind: 'date',
    decimal: null,
    texts: source.texts,
    cell: (at) => cells[at]!,
    problems: findings.problems(),
  };
}

const textColumn = ({ texts }: Source): Column => ({
  kind: 'text',
  decimal: null,
  texts,
  cell: (at) => {
    const cell = texts.at(at);
    return cell === '' ? { text: cell, value: null, state: 'missing' } : text(cell);
  },
  problems: [],
});

/** Years are numbers when all of the column is years; else a period is text. */
function periodColumn(source: Source): Column {
  const column = textColumn(source);
  const areYears = source.texts.every((cell) => /^(?:\d{4})?$/.test(cell));
  if (!areYears) return { ...column, kind: 'period' };
  const cell = (at: number): Cell => {
    const { text: year, value, state } = column.cell(at);
    return { text: year, value: value === null ? null : Number(year), state };
  };
  return { ...column, kind: 'period', cell };
}

const READERS: Readonly<Record<ColumnKind, (source: Source) => Column>> = {
  number: numberColumn,
  date: dateColumn,
  period: periodColumn,
  text: textColumn,
};

/** Reads every column by its kind: what the layout knows it to be, else what its cells show; doubts as they were answered. */
export function readColumns(
  table: Table,
  known: readonly (ColumnKind | null)[],
  delimiter: string | null,
  answers: Choices['answers'] = {},
  marks: Marks | null = null,
  isNumberAt: ((line: number, position: number) => boolean) | null = null,
): Column[] {
  const { lines, positions } = table;
  return table.header.map((name, at) => {
    const texts = table.texts[at]!;
    const kind = known[at] ?? columnKind(name, texts);
    const isNumber = isNumberAt && ((row: number) => isNumberAt(lines[row]!, positions[at]!));
    return READERS[kind]({ name, texts, lines, delimiter, answers, marks, isNumber });
  });
}
