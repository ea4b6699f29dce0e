import type { Problem } from '#lib/domain/problem.ts';
import { REUSED, titleOf } from '../kolada/lists.ts';
import { fold } from '../fold.ts';
import type { TypedTable } from './layout.ts';
import type { Positions } from './kolada-words.ts';

/** What a row is about, as the file names it, and what was done to the name. */
export type NameColumn = {
  readonly at: number;
  readonly nameOf: (row: number) => string;
  readonly problems: readonly Problem[];
};

type Change = 'code-padded' | 'reused-id';

/** One problem for each code that was read as another than it says, or for all of them. */
function changes(
  table: TypedTable,
  at: number,
  isChanged: (text: string) => boolean,
  problemOf: (first: { line: number; column: string; value: string }, lines: number) => Problem,
  isOnce: boolean,
): Problem[] {
  const texts = table.columns[at]!.texts;
  const found = new Map<string, { row: number; lines: number }>();
  texts.forEach((text, row) => {
    if (!isChanged(text)) return;
    const known = found.get(isOnce ? '' : text);
    if (known) known.lines += 1;
    else found.set(isOnce ? '' : text, { row, lines: 1 });
  });
  return [...found.values()].map(({ row, lines }) => {
    const first = { line: table.lines[row]!, column: table.header[at]!, value: texts.at(row) };
    return problemOf(first, lines);
  });
}

const told =
  <Code extends Change>(code: Code) =>
  (first: { line: number; column: string; value: string }, lines: number) => ({
    code,
    ...first,
    lines,
  });

/**
 * Kolada has given ids away to other figures. The files of 2013 call the id `Variabelkod`, so one of
 * those ids under that word is the figure of that time, kept as a series of its own.
 */
const isOf2013 = (header: string) => fold(header) === 'variabelkod';

export function indicatorColumn(table: TypedTable, positions: Positions): NameColumn {
  const at = positions.code ?? positions.title!;
  const { texts } = table.columns[at]!;
  if (!isOf2013(table.header[at]!)) {
    return { at, nameOf: texts.at, problems: [] };
  }
  const problems = changes(
    table,
    at,
    (text) => REUSED.has(text),
    (first, lines) => ({
      ...told('reused-id')(first, lines),
      title: titleOf(REUSED.get(first.value)!),
    }),
    false,
  );
  const nameOf = texts.answers((text) => REUSED.get(text) ?? text);
  return { at, nameOf, problems };
}

/** 461 of a spreadsheet, and 461.0 and 2280.0 of a program that takes codes for numbers. */
const CHANGED_CODE = /^(?:\d{1,3}(?:\.0)?|\d{4}\.0)$/;

/** Excel takes 0461 for a number: the zeros are put back, only where a column is codes. */
export function placeColumnOf(table: TypedTable, positions: Positions): NameColumn {
  const at = positions.placeCode ?? positions.place!;
  const { texts } = table.columns[at]!;
  const isCode = texts.every((text) => /^(?:\d{1,4}(?:\.0)?|G\d+|V\d\w*)?$/.test(text));
  if (!isCode) return { at, nameOf: texts.at, problems: [] };
  const hasLost = (text: string) => CHANGED_CODE.test(text);
  const padded = (text: string) => (hasLost(text) ? text.replace('.0', '').padStart(4, '0') : text);
  const problems = changes(table, at, hasLost, told('code-padded'), true);
  return { at, nameOf: texts.answers(padded), problems };
}
