import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { undoubled } from '../decode.ts';
import { besideTable } from '../personal-rows.ts';
import { tableReader } from '../table.ts';
import type { TableReading } from '../table.ts';
import { doubtCollector } from '../unreadable.ts';
import { besideSheet, NOTHING_BESIDE } from './beside.ts';
import type { Beside } from './beside.ts';
import { readSheet } from './sheet.ts';
import type { SheetFacts, SheetRow } from './sheet.ts';
import { chooseSheet, openWorkbook, PROBLEMS } from './workbook.ts';
import type { ChosenSheet, Sheet, Workbook } from './workbook.ts';

export type WorkbookReading = TableReading & {
  readonly sheet: string | null;
  readonly sheets: readonly Sheet[];
  /** What the rows beside the table tell of persons. */
  readonly beside: readonly Problem[];
  /** Whether a cell is a number of the workbook's own, by its line and its column from 0. */
  readonly isNumber: (line: number, column: number) => boolean;
  /** What beside the sheet may tell of persons. */
  readonly besideSheet: Beside;
};

const unread = (problem: Problem, sheets: readonly Sheet[] = []): WorkbookReading => ({
  ...{ sheet: null, sheets, table: null, problems: [problem] },
  beside: [],
  isNumber: () => false,
  besideSheet: NOTHING_BESIDE,
});

/** A is 0. */
function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest === 0 ? '' : columnName(rest - 1)}${String.fromCharCode(65 + (at % 26))}`;
}

/** What of the sheet is out of sight, and what nobody has worked out, among the rows that are read. */
function factProblems(facts: SheetFacts, { table }: TableReading, others: ChosenSheet): Problem[] {
  const read = new Set(table?.lines);
  const width = (table?.positions.at(-1) ?? -1) + 1;
  const lines = facts.hiddenRows.filter((line) => read.has(line));
  const columns = facts.hiddenColumns.flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, Math.min(to, width - 1) - from + 1) }, (_, at) => from + at),
  );
  const formulas = facts.uncalculated.filter(({ line }) => read.has(line));
  const { name } = others.sheet;
  const rest = others.others;
  return [
    ...(rest.length > 0 ? [{ code: 'other-sheets', value: name, others: rest } as const] : []),
    ...lines
      .slice(0, 1)
      .map((line): Problem => ({ code: 'hidden-rows', line, lines: lines.length })),
    ...(table && columns.length > 0
      ? [
          {
            code: 'hidden-columns',
            line: table.headerLine,
            columns: columns.map(columnName),
          } as const,
        ]
      : []),
    ...formulas.map(({ line, at }): Problem => ({
      code: 'uncalculated',
      line,
      value: `${columnName(at)}${line}`,
    })),
  ];
}

/** The chosen sheet as a table; lines left out are not there. */
function readChosen(
  book: Workbook,
  chosen: ChosenSheet,
  { answers, leftOut }: Choices,
): WorkbookReading {
  const xml = book.xmlOf(chosen.sheet);
  if (!xml) return unread(PROBLEMS.broken, book.sheets);
  const isLeftOut = new Set(leftOut);
  const isRepaired = answerTo(answers, 'double-encoded') === 'repair';
  const beside = besideTable();
  const reader = tableReader({ setAside: beside.add, isRagged: true });
  const doubts = doubtCollector();
  const numbers: string[] = [];
  const take = (row: SheetRow): void => {
    for (const cell of row.cells) doubts.add(cell, row.line);
    if (isLeftOut.has(row.line)) return beside.add(row);
    numbers[row.line] = row.numbers;
    reader.add(isRepaired ? { ...row, cells: row.cells.map(undoubled) } : row);
  };
  const facts = readSheet(xml, book.shared, book.calendar, take);
  if (!facts.ok) return unread(PROBLEMS[facts.error], book.sheets);
  const reading = reader.finish();
  return {
    sheet: chosen.sheet.name,
    sheets: book.sheets,
    table: reading.table,
    problems: [
      ...doubts.problems(),
      ...factProblems(facts.value, reading, chosen),
      ...reading.problems,
    ],
    beside: beside.problems(),
    isNumber: (line, column) => numbers[line]?.[column] === '1',
    besideSheet: reading.table ? besideSheet(book, chosen.sheet) : NOTHING_BESIDE,
  };
}

/** Reads one sheet of a workbook, the chosen or else the likeliest. Never throws. */
export function readWorkbook(bytes: Uint8Array, choices: Choices): WorkbookReading {
  const book = openWorkbook(bytes);
  if (!book.ok) return unread(book.error);
  const chosen = chooseSheet(book.value, choices.sheet ?? null);
  return chosen.ok
    ? readChosen(book.value, chosen.value, choices)
    : unread(chosen.error, book.value.sheets);
}
