import type { Choices } from '#lib/domain/choices.ts';
import { MOST_COLUMNS } from '#lib/domain/mapping.ts';
import type { PersonalData, Problem } from '#lib/domain/problem.ts';
import { chosenColumns } from './chosen-columns.ts';
import { readColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { recognise, recogniseOfPersons } from './layouts/all.ts';
import type { Layout, ReadObservation, TypedTable } from './layouts/layout.ts';
import { mappedLayout } from './layouts/mapped.ts';
import type { DecimalMark } from './number.ts';
import { parsePeriodText } from './period-text.ts';
import { OWN_WORDS, personalHeadings, personalIn } from './personal.ts';
import { stillAsked, withoutPersons } from './personal-rows.ts';
import { signIn } from './personal-signs.ts';
import type { FileReading } from './read-file.ts';
import { someRow } from './rows.ts';
import type { Rows } from './rows.ts';
import type { Table, TableReading } from './table.ts';
import { readUnknown } from './unknown-table.ts';

/** A file as cells, however it was cut into them. */
export type CutTable = {
  readonly delimiter: string | null;
  readonly reading: TableReading;
  /** What the lines beside the table tell of persons. */
  readonly beside: readonly Problem[];
  /** Of a workbook, whether a cell is a number and no text; null where the file is text itself. */
  readonly isNumber: ((line: number, position: number) => boolean) | null;
};

/** Of columns that write decimals unlike, the mark that most of them use. */
function fileDecimal(columns: readonly Column[]): DecimalMark | null {
  const marks = columns.map((column) => column.decimal).filter((mark) => mark !== null);
  if (marks.length === 0) return null;
  return marks.filter((mark) => mark === '.').length * 2 > marks.length ? '.' : ',';
}

/** What the file does not date is of the period that was told; one that cannot be read is none. */
function measuredAt(rows: Rows<ReadObservation>, told: Choices['period']): Rows<ReadObservation> {
  const period = told === null ? null : parsePeriodText(told);
  if (!period?.ok) return rows;
  const { value } = period;
  const at = (index: number) => {
    const row = rows.at(index);
    return row.period === null ? { ...row, period: value } : row;
  };
  return { length: rows.length, at };
}

/** Kolada dates every row; elsewhere one column may be dated and the next not. Only Kolada's rows are made when asked for. */
const lacksPeriod = (rows: Rows<ReadObservation>, isKolada: boolean): readonly Problem[] =>
  !isKolada && someRow(rows, ({ period }) => period === null) ? [{ code: 'no-period' }] : [];

/** What nobody can say otherwise of: a row for each person is never read as figures. */
const layoutOf = (table: Table, mapping: Choices['mapping']): Layout | undefined => {
  if (!mapping) return recognise(table)?.layout;
  return recogniseOfPersons(table) ?? mappedLayout(mapping);
};

/** What of persons a table that nobody knows tells: whoever says what its columns are shall know. */
const OF_PERSONS: ReadonlySet<PersonalData> = new Set([
  ...(['answer-id', 'e-mail', 'personal-number', 'phone', 'name'] as const),
]);

function personsIn(all: Table, table: TypedTable, known: readonly string[]): readonly Problem[] {
  const { problems } = personalIn(all, table, { used: [] }, known);
  return problems.filter(
    (one) =>
      one.code === 'personal-data' && (OF_PERSONS.has(one.kind) || OWN_WORDS.test(one.column)),
  );
}

/** Of a table that somebody has to explain: what the form has no room for would be left out in silence. */
function tooMany({ header, headerLine: line }: Table, layout: Layout | undefined): Problem[] {
  const isExplained = layout === undefined || layout.name === 'mapped';
  return isExplained && header.length > MOST_COLUMNS
    ? [{ code: 'too-many-columns', line, found: header.length, most: MOST_COLUMNS }]
    : [];
}

/** Types the columns and reads the observations, when the table is one we know. */
function readContents(
  untyped: Table,
  all: Table,
  { delimiter, isNumber }: Pick<CutTable, 'delimiter' | 'isNumber'>,
  { answers, period, mapping }: Choices,
  known: readonly string[],
): Partial<FileReading> {
  const layout = layoutOf(untyped, mapping);
  const kinds = layout?.kinds(untyped.header, untyped.under) ?? [];
  const columns = readColumns(
    untyped,
    kinds,
    delimiter,
    answers,
    layout?.marks?.(untyped, answers),
    isNumber,
  );
  const { texts: _texts, ...rest } = untyped;
  const table = { ...rest, columns, answers };
  const toldOf = (some: readonly Column[]) => some.flatMap((column) => column.problems);
  const { headerLine } = table;
  const found = { table, hasColumns: true, headerLine, decimal: fileDecimal(columns) };
  const wide = tooMany(untyped, layout);
  if (wide.length > 0) return { ...found, problems: [...wide, ...personsIn(all, table, known)] };
  if (!layout) {
    const problems = [...toldOf(columns), ...readUnknown(table), ...personsIn(all, table, known)];
    return { ...found, problems };
  }
  const { problems, ...whole } = layout.read(table);
  const personal = personalIn(all, table, whole, known);
  const { used: _used, notes: _notes, ...reading } = withoutPersons(whole, personal);
  const told = toldOf(columns.filter(({ texts }) => !personal.texts.has(texts)));
  const observations = measuredAt(reading.observations, period);
  return {
    ...found,
    ...reading,
    observations,
    layout: (isNumber && layout.inWorkbook) ?? layout.name,
    isKolada: layout.isKolada ?? false,
    notKept: { columns: personal.columns, isBeside: false },
    problems: [
      ...told,
      ...stillAsked(problems, personal),
      ...personal.problems,
      ...lacksPeriod(observations, layout.isKolada ?? false),
    ],
  };
}

/** Told of a file of which something is kept: its copy holds the lines beside the table too. */
function withBeside(
  contents: Partial<FileReading>,
  beside: readonly Problem[],
): Partial<FileReading> {
  const { notKept, problems = [] } = contents;
  if (!notKept || beside.length === 0) return contents;
  return {
    ...contents,
    notKept: { ...notKept, isBeside: true },
    problems: [...problems, ...beside],
  };
}

/** Nothing is kept under a heading that points a person out, and nothing is told that would quote it. */
function underSigned(
  headings: readonly Problem[],
  { headerLine }: Table,
  found: readonly Problem[],
) {
  const ofAnswers = found.flatMap((one): readonly Problem[] =>
    one.code === 'respondent-rows'
      ? [{ ...one, columns: one.columns.filter((name) => signIn(name) === null) }]
      : [],
  );
  return { headerLine, problems: [...headings, ...ofAnswers] };
}

/** Reads the cells of a table, with what has been decided about them. */
export function readTable(
  cut: CutTable,
  choices: Choices,
  known: readonly string[],
): Partial<FileReading> {
  const { delimiter, beside } = cut;
  // Where each column has been told of, which of two counts is told as well.
  const isTold = (choices.mapping ?? null) !== null;
  const isOpen = ({ code }: Problem) => !isTold || code !== 'duplicate-column';
  const reading = { ...cut.reading, problems: cut.reading.problems.filter(isOpen) };
  const chosen = reading.table
    ? chosenColumns(reading.table, isTold ? {} : choices.answers)
    : reading;
  const contents =
    chosen.table && reading.table
      ? withBeside(readContents(chosen.table, reading.table, cut, choices, known), beside)
      : {};
  const problems = [
    ...reading.problems,
    ...(chosen === reading ? [] : chosen.problems),
    ...(contents.problems ?? []),
  ];
  const signed = reading.table ? personalHeadings(reading.table) : [];
  return reading.table && signed.length > 0
    ? { delimiter, ...underSigned(signed, reading.table, problems) }
    : { delimiter, ...contents, problems };
}
