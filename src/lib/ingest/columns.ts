import type { Problem } from '#lib/domain/problem.ts';
import { columnKind } from './column-kind.ts';
import type { ColumnKind } from './column-kind.ts';
import { faults, indexes, marksNotice, once, serialDates } from './column-problems.ts';
import type { Cell, Read, Source } from './column-problems.ts';
import { looksLikeDay, parseDayText } from './dates.ts';
import { missingMark } from './marks.ts';
import type { NoValue } from './marks.ts';
import { columnDecimal, decimalClue, parseNumber } from './number.ts';
import type { DecimalMark } from './number.ts';
import type { Table } from './table.ts';

export type Column = {
  readonly kind: ColumnKind;
  /** Null when no number of the column has decimals. */
  readonly decimal: DecimalMark | null;
  readonly cells: readonly Cell[];
  readonly problems: readonly Problem[];
};

const text = (cell: string): Cell => ({ text: cell, value: cell, state: 'value' });
const bad = (cell: string): Cell => ({ text: cell, value: cell, state: 'bad' });
const gap = (cell: string, state: NoValue): Cell => ({ text: cell, value: null, state });

const fine = (cell: Cell): Read => ({ cell, fault: null });

function readNumberCell(cell: string, decimal: DecimalMark): Read {
  const mark = missingMark(cell);
  if (mark) return fine(gap(cell, mark));
  const number = parseNumber(cell, decimal);
  if (number.ok) return fine({ text: cell, value: number.value, state: 'value' });
  return {
    cell: bad(cell),
    fault: number.error === 'too-large' ? 'too-large-number' : 'bad-number',
  };
}

function readDateCell(cell: string): Read {
  const mark = missingMark(cell);
  if (mark) return fine(gap(cell, mark));
  if (!looksLikeDay(cell)) return fine(text(cell));
  const day = parseDayText(cell);
  return day.ok ? fine(text(cell)) : { cell: bad(cell), fault: day.error };
}

const isDoubtful = (cell: string) => decimalClue(cell).kind === 'doubt';

/** What can be read either way is asked about, once for the column; the rest is read as ever. */
function ambiguousColumn(source: Source): Column {
  const reads = source.texts.map((cell) =>
    isDoubtful(cell) ? fine(bad(cell)) : readNumberCell(cell, ','),
  );
  const cells = reads.map((read) => read.cell);
  const problems = [
    ...once(source, 'ambiguous-number', indexes(source.texts, isDoubtful)),
    ...faults(source, reads),
    ...marksNotice(source, cells),
  ];
  return { kind: 'number', decimal: null, cells, problems };
}

function numberColumn(source: Source): Column {
  const decimal = columnDecimal(source.texts, source.delimiter);
  if (decimal.kind === 'ambiguous') return ambiguousColumn(source);
  const reads = source.texts.map((cell) => readNumberCell(cell, decimal.mark));
  const cells = reads.map((read) => read.cell);
  const hasDecimals = cells.some(
    (cell) => cell.state === 'value' && cell.text.includes(decimal.mark),
  );
  const problems = [
    ...faults(source, reads),
    ...marksNotice(source, cells),
    ...serialDates(source),
  ];
  return { kind: 'number', decimal: hasDecimals ? decimal.mark : null, cells, problems };
}

function dateColumn(source: Source): Column {
  const reads = source.texts.map(readDateCell);
  const cells = reads.map((read) => read.cell);
  const problems = [...faults(source, reads), ...marksNotice(source, cells)];
  return { kind: 'date', decimal: null, cells, problems };
}

function textColumn(source: Source): Column {
  const cells = source.texts.map((cell) => (cell === '' ? gap(cell, 'missing') : text(cell)));
  return { kind: 'text', decimal: null, cells, problems: [] };
}

/** Years are numbers when all of the column is years; else a period is text. */
function periodColumn(source: Source): Column {
  const areYears = source.texts.every((cell) => /^(?:\d{4})?$/.test(cell));
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
  const lines = table.rows.map((row) => row.line);
  return table.header.map((name, at) => {
    const texts = table.rows.map((row) => row.cells[at]!);
    const kind = known[at] ?? columnKind(name, texts);
    return READERS[kind]({ name, texts, lines, delimiter });
  });
}
