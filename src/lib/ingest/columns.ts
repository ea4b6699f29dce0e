import type { Problem } from '#lib/domain/problem.ts';
import { err } from '#lib/domain/result.ts';
import { columnKind, DAY_NAME } from './column-kind.ts';
import type { ColumnKind } from './column-kind.ts';
import { findingsIn, indexes, once, serialDates } from './column-problems.ts';
import type { Cell, Source } from './column-problems.ts';
import { looksLikeCompactDay, looksLikeDay, looksLikeShortDay, parseDayText } from './dates.ts';
import { missingMark } from './marks.ts';
import { columnDecimal, decimalClue } from './number.ts';
import type { DecimalMark } from './number.ts';
import { readNumbers } from './number-column.ts';
import type { Table } from './table.ts';

export type Column = {
  readonly kind: ColumnKind;
  /** Null when no number of the column has decimals. */
  readonly decimal: DecimalMark | null;
  readonly texts: readonly string[];
  readonly cell: (at: number) => Cell;
  readonly problems: readonly Problem[];
};

const text = (cell: string): Cell => ({ text: cell, value: cell, state: 'value' });
const bad = (cell: string): Cell => ({ text: cell, value: cell, state: 'bad' });

const isDoubtful = (cell: string) => decimalClue(cell).kind === 'doubt';

/** What can be read either way is asked about, once for the column; the rest is read as ever. */
function ambiguousColumn(source: Source): Column {
  const { texts } = source;
  const sure = texts.map((cell) => (isDoubtful(cell) ? '' : cell));
  const numbers = readNumbers({ ...source, texts: sure }, ',');
  return {
    kind: 'number',
    decimal: null,
    texts,
    cell: (at) => (isDoubtful(texts[at]!) ? bad(texts[at]!) : numbers.cell(at)),
    problems: [
      ...once(source, 'ambiguous-number', indexes(texts, isDoubtful)),
      ...numbers.findings.problems(),
    ],
  };
}

function numberColumn(source: Source): Column {
  const decimal = columnDecimal(source.texts, source.delimiter);
  if (decimal.kind === 'ambiguous') return ambiguousColumn(source);
  const { cell, findings, hasDecimals } = readNumbers(source, decimal.mark);
  return {
    kind: 'number',
    decimal: hasDecimals ? decimal.mark : null,
    texts: source.texts,
    cell,
    problems: [...findings.problems(), ...serialDates(source)],
  };
}

function dateColumn(source: Source): Column {
  const findings = findingsIn(source);
  const isNamedDay = DAY_NAME.test(source.name);
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
    return bad(cell);
  };
  const cells = source.texts.map(read);
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
    const cell = texts[at]!;
    return cell === '' ? { text: cell, value: null, state: 'missing' } : text(cell);
  },
  problems: [],
});

/** Years are numbers when all of the column is years; else a period is text. */
function periodColumn(source: Source): Column {
  const areYears = [...new Set(source.texts)].every((cell) => /^(?:\d{4})?$/.test(cell));
  return { ...(areYears ? numberColumn(source) : textColumn(source)), kind: 'period' };
}

const READERS: Readonly<Record<ColumnKind, (source: Source) => Column>> = {
  number: numberColumn,
  date: dateColumn,
  period: periodColumn,
  text: textColumn,
};

/** Reads every column by its kind: what the layout knows it to be, else what its cells show. */
export function readColumns(
  table: Table,
  known: readonly (ColumnKind | null)[],
  delimiter: string | null,
): Column[] {
  const { lines } = table;
  return table.header.map((name, at) => {
    const texts = table.texts[at]!;
    const kind = known[at] ?? columnKind(name, texts);
    return READERS[kind]({ name, texts, lines, delimiter });
  });
}
