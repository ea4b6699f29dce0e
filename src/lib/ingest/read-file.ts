import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { sortProblems } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { readColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { parseCsv } from './csv.ts';
import type { CsvRecord } from './csv.ts';
import { chosenColumns } from './chosen-columns.ts';
import { undoubled } from './decode.ts';
import type { Encoding } from './decode.ts';
import { chooseDelimiter, sepLine, SIGNS } from './delimiter.ts';
import type { Kpi } from './kolada/kpi.ts';
import { recognise } from './layouts/all.ts';
import type { Names, ReadObservation, TypedTable } from './layouts/layout.ts';
import type { DecimalMark } from './number.ts';
import { parsePeriodText } from './period-text.ts';
import { changedPieces, startOf, withoutStart } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { readText } from './read-text.ts';
import { listed } from './rows.ts';
import type { Rows } from './rows.ts';
import { tableReader } from './table.ts';
import type { Table, TableReading } from './table.ts';
import { readUnknown } from './unknown-table.ts';
import { doubtfulText } from './unreadable.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import type { WorkbookReading } from './workbook/read-workbook.ts';
import { isZip } from './workbook/workbook.ts';
import type { Sheet } from './workbook/workbook.ts';

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file as far as it could be read, without knowing whose it is. */
export type FileReading = {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly decimal: DecimalMark | null;
  readonly table: TypedTable | null;
  readonly layout: string;
  readonly isKolada: boolean;
  /** Of a workbook the sheet that was read, and all it has, the hidden last. */
  readonly sheet: string | null;
  readonly sheets: readonly Sheet[];
  readonly observations: Rows<ReadObservation>;
  readonly names: Names;
  /** Nyckeltal, when the file is a catalogue of them. */
  readonly kpis: readonly Kpi[];
  /** A row is what one person answered: sums of them are all that may be kept. */
  readonly isPerPerson: boolean;
  readonly problems: readonly Problem[];
};

const NOTHING: FileReading = {
  encoding: null,
  delimiter: null,
  decimal: null,
  table: null,
  layout: 'unknown',
  isKolada: false,
  sheet: null,
  sheets: [],
  observations: listed([]),
  names: { indicator: '', place: '', value: '', broken: [] },
  kpis: [],
  isPerPerson: false,
  problems: [],
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

/** All rows of a layout are dated, or none. */
const lacksPeriod = (rows: Rows<ReadObservation>): readonly Problem[] =>
  rows.length > 0 && rows.at(0).period === null ? [{ code: 'no-period' }] : [];

/** Types the columns and reads the observations, when the table is one we know. */
function readContents(
  untyped: Table,
  delimiter: string | null,
  { answers, period }: Choices,
  isNumber: WorkbookReading['isNumber'] | null,
): Partial<FileReading> {
  const layout = recognise(untyped)?.layout;
  const kinds = layout?.kinds(untyped.header) ?? [];
  const columns = readColumns(untyped, kinds, delimiter, answers, isNumber);
  const { texts: _texts, ...rest } = untyped;
  const table = { ...rest, columns, answers };
  const told = columns.flatMap((column) => column.problems);
  const found = { table, decimal: fileDecimal(columns) };
  if (!layout) return { ...found, problems: [...told, ...readUnknown(table)] };
  const { problems, ...reading } = layout.read(table);
  const observations = measuredAt(reading.observations, period);
  return {
    ...found,
    ...reading,
    observations,
    layout: (isNumber && layout.inWorkbook) ?? layout.name,
    isKolada: layout.isKolada ?? false,
    problems: [...told, ...problems, ...lacksPeriod(observations)],
  };
}

/** Cut into cells by the delimiter that the file names, or else shows; lines left out are not there. */
function cutCells(
  pieces: Pieces,
  leftOut: Choices['leftOut'],
): { delimiter: string | null; reading: TableReading } {
  const start = startOf(pieces, SIGNS);
  const named = sepLine(start);
  const delimiter = named ? named.delimiter : chooseDelimiter(start);
  const table = named ? withoutStart(pieces, start.length - named.rest.length) : pieces;
  const reader = tableReader();
  const isLeftOut = new Set(leftOut);
  const keep = (record: CsvRecord) => {
    if (!isLeftOut.has(record.line)) reader.add(record);
  };
  const openQuotes = parseCsv(table, delimiter, named ? 2 : 1, keep);
  // With a quote open nobody knows where a cell ends, so there is no table.
  const problems = openQuotes.map((line): Problem => ({ code: 'open-quote', line }));
  return { delimiter, reading: problems.length > 0 ? { table: null, problems } : reader.finish() };
}

/** A table as it was cut, with the columns that were chosen, read as what it is. */
function readTable(
  reading: TableReading,
  delimiter: string | null,
  choices: Choices,
  isNumber: WorkbookReading['isNumber'] | null = null,
): Partial<FileReading> & Pick<FileReading, 'problems'> {
  const chosen = reading.table ? chosenColumns(reading.table, choices.answers) : reading;
  const contents = chosen.table ? readContents(chosen.table, delimiter, choices, isNumber) : {};
  const problems = [
    ...reading.problems,
    ...(chosen === reading ? [] : chosen.problems),
    ...(contents.problems ?? []),
  ];
  return { ...contents, problems: sortProblems(problems) };
}

function readSheetOf(bytes: Uint8Array, choices: Choices): FileReading {
  const { sheet, sheets, isNumber, ...reading } = readWorkbook(bytes, choices);
  return { ...NOTHING, sheet, sheets, ...readTable(reading, null, choices, isNumber) };
}

/**
 * Reads a file as far as it goes, with what has been decided about it, and says everything that is
 * wrong with it. Never throws. A question stays among the problems when it is answered: the answer
 * can be changed.
 */
export function readFile({ bytes }: InputFile, choices: Choices = NO_CHOICES): FileReading {
  if (isZip(bytes)) return readSheetOf(bytes, choices);
  const { answers, leftOut } = choices;
  const { encoding, pieces, refusal } = readText(bytes);
  if (refusal) return { ...NOTHING, encoding, problems: [refusal] };
  const doubts = doubtfulText(pieces);
  const isRepaired = answerTo(answers, 'double-encoded') === 'repair';
  const { delimiter, reading } = cutCells(
    isRepaired ? changedPieces(pieces, undoubled) : pieces,
    leftOut,
  );
  const { table, problems } = reading;
  const told = { table, problems: [...doubts, ...problems] };
  return { ...NOTHING, encoding, delimiter, ...readTable(told, delimiter, choices) };
}
