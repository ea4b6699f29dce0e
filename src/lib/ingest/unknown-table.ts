import type { Problem } from '#lib/domain/problem.ts';
import { lostZeros } from './codes.ts';
import { collector } from './distinct.ts';
import { combine, duplicateRows } from './duplicates.ts';
import { fold } from './fold.ts';
import type { TypedTable } from './layouts/layout.ts';
import { yearlessPeriods } from './layouts/plain-long.ts';
import { parsePeriodText } from './period-text.ts';
import { mixedScales } from './scale.ts';

/* What can be said of a table whose layout nobody knows. */

const VALUE = /^(?:värde|utfall|value)$/i;
const PERIOD = /^(?:år|period|tid|year)$/i;
const REMARK = /^(?:kommentar|anmärkning|notering)/i;

const columnsBut = (table: TypedTable, ...names: readonly RegExp[]) =>
  table.columns.filter((_, at) => !names.some((name) => name.test(table.header[at]!)));

/** With a period and one value, all that is left says what the value is about: it may stand once. */
function sameKeyTwice(table: TypedTable): Problem[] {
  const { header, lines } = table;
  const values = header.filter((name) => VALUE.test(name));
  const about = columnsBut(table, VALUE, REMARK);
  if (values.length !== 1 || !header.some((name) => PERIOD.test(name)) || about.length < 2)
    return [];
  const parts = about.map(({ texts }) => {
    const { add, done } = collector<string>(texts.length);
    texts.forEach((text, row) => add(row, fold(text), lines[row]!));
    return done();
  });
  const [first, ...rest] = parts;
  return first ? duplicateRows(combine(first, ...rest), (row) => lines[row]!) : [];
}

/** Two days in one cell, or a läsår: said as it was understood, for a column of years has neither. */
function ranges({ columns, header, lines }: TypedTable): Problem[] {
  const at = header.findIndex((name) => PERIOD.test(name));
  const found: Problem[] = [];
  columns[at]?.texts.forEach((value, row) => {
    const period = /\d{4}.+\d{2}/.test(value) ? parsePeriodText(value) : null;
    if (!period?.ok || !['range', 'lasar'].includes(period.value.kind)) return;
    const { from, to } = period.value;
    const [line, column] = [lines[row]!, header[at]!];
    if (from !== null) found.push({ code: 'period-range', line, column, value, from, to });
  });
  return found;
}

/** Of a table that nobody knows every column of numbers is taken for one thing. */
const scales = ({ header, columns, lines }: TypedTable): Problem[] =>
  columns.flatMap((column, at) =>
    column.kind === 'number'
      ? mixedScales(header[at]!, column, lines, [lines.map((_, row) => row)])
      : [],
  );

/** Nearly our own layout says what it lacks; any other that nobody knows it. */
function unknown(table: TypedTable): Problem[] {
  const yearless = yearlessPeriods(table);
  return yearless.length > 0 ? yearless : [{ code: 'unknown-layout' }];
}

export const readUnknown = (table: TypedTable): Problem[] => [
  ...unknown(table),
  ...sameKeyTwice(table),
  ...ranges(table),
  ...scales(table),
  ...lostZeros(table),
];
