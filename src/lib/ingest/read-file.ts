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
import { isJson } from './json.ts';
import type { KoladaGroup } from './kolada/groups.ts';
import type { Kpi } from './kolada/kpi.ts';
import type { KnownPlace } from './kolada/lists.ts';
import { recognise } from './layouts/all.ts';
import type { Names, ReadObservation, TypedTable } from './layouts/layout.ts';
import { mappedLayout } from './layouts/mapped.ts';
import type { DecimalMark } from './number.ts';
import { parsePeriodText } from './period-text.ts';
import { personalIn } from './personal.ts';
import type { NotKept } from './personal.ts';
import { besideTable, stillAsked, withoutPersons } from './personal-rows.ts';
import { changedPieces, startOf, withoutStart } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { readJson } from './read-json.ts';
import { readText } from './read-text.ts';
import { listed } from './rows.ts';
import type { Rows } from './rows.ts';
import { tableReader } from './table.ts';
import type { Table, TableReading } from './table.ts';
import { readUnknown } from './unknown-table.ts';
import { doubtfulText } from './unreadable.ts';

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file as far as it could be read, without knowing whose it is. */
export type FileReading = {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly decimal: DecimalMark | null;
  readonly table: TypedTable | null;
  /** The line of the headings; null where there are none. */
  readonly headerLine: number | null;
  readonly layout: string;
  readonly observations: Rows<ReadObservation>;
  readonly names: Names;
  /** Nyckeltal, when the file is a catalogue of them. */
  readonly kpis: readonly Kpi[];
  /** Kommuner and regions, when it is a list of them. */
  readonly places: readonly KnownPlace[];
  readonly groups: readonly KoladaGroup[];
  /** Where the answer that the file is a page of goes on; null when it does not. */
  readonly next: string | null;
  /** A row is what one person answered: sums of them are all that may be kept. */
  readonly isPerPerson: boolean;
  /** What of the file tells of persons; of a table that nobody knows nothing is kept anyhow. */
  readonly notKept: NotKept;
  readonly problems: readonly Problem[];
};

const NOTHING: FileReading = {
  encoding: null,
  delimiter: null,
  decimal: null,
  table: null,
  headerLine: null,
  layout: 'unknown',
  observations: listed([]),
  names: { indicator: '', place: '', value: '', broken: [] },
  kpis: [],
  places: [],
  groups: [],
  next: null,
  isPerPerson: false,
  notKept: { columns: [], isBeside: false },
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
  all: Table,
  delimiter: string | null,
  { answers, period, mapping }: Choices,
  known: readonly string[],
): Partial<FileReading> {
  const layout = mapping ? mappedLayout(mapping) : recognise(untyped)?.layout;
  const kinds = layout?.kinds(untyped.header, untyped.under) ?? [];
  const columns = readColumns(
    untyped,
    kinds,
    delimiter,
    answers,
    layout?.marks?.(untyped, answers),
  );
  const { texts: _texts, ...rest } = untyped;
  const table = { ...rest, columns, answers };
  const toldOf = (some: readonly Column[]) => some.flatMap((column) => column.problems);
  const { headerLine } = table;
  const found = { table, headerLine, decimal: fileDecimal(columns) };
  if (!layout) return { ...found, problems: [...toldOf(columns), ...readUnknown(table)] };
  const { problems, ...whole } = layout.read(table);
  const personal = personalIn(all, table, whole, known);
  const { used: _used, notes: _notes, ...reading } = withoutPersons(whole, personal);
  const told = toldOf(columns.filter(({ texts }) => !personal.texts.has(texts)));
  const observations = measuredAt(reading.observations, period);
  return {
    ...found,
    ...reading,
    observations,
    layout: layout.name,
    notKept: { columns: personal.columns, isBeside: false },
    problems: [
      ...told,
      ...stillAsked(problems, personal),
      ...personal.problems,
      ...lacksPeriod(observations),
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

/** Cut into cells by the delimiter that the file names, or else shows; lines left out are not there. */
function cutCells(
  pieces: Pieces,
  leftOut: Choices['leftOut'],
): { delimiter: string | null; reading: TableReading; beside: readonly Problem[] } {
  const start = startOf(pieces, SIGNS);
  const named = sepLine(start);
  const delimiter = named ? named.delimiter : chooseDelimiter(start);
  const table = named ? withoutStart(pieces, start.length - named.rest.length) : pieces;
  const beside = besideTable();
  const reader = tableReader(beside.add);
  const isLeftOut = new Set(leftOut);
  const keep = (record: CsvRecord) => {
    if (isLeftOut.has(record.line)) beside.add(record);
    else reader.add(record);
  };
  const openQuotes = parseCsv(table, delimiter, named ? 2 : 1, keep);
  // With a quote open nobody knows where a cell ends, so there is no table.
  const problems = openQuotes.map((line): Problem => ({ code: 'open-quote', line }));
  const isTorn = problems.length > 0;
  const reading = isTorn ? { table: null, problems } : reader.finish();
  return { delimiter, reading, beside: beside.problems() };
}

/** Reads the cells of a table, with what has been decided about them. */
function readTable(
  pieces: Pieces,
  choices: Choices,
  known: readonly string[],
): Partial<FileReading> {
  const { delimiter, reading, beside } = cutCells(pieces, choices.leftOut);
  const chosen = reading.table ? chosenColumns(reading.table, choices.answers) : reading;
  const contents =
    chosen.table && reading.table
      ? withBeside(readContents(chosen.table, reading.table, delimiter, choices, known), beside)
      : {};
  const problems = [
    ...reading.problems,
    ...(chosen === reading ? [] : chosen.problems),
    ...(contents.problems ?? []),
  ];
  return { delimiter, ...contents, problems };
}

/**
 * Reads a file as far as it goes, with what has been decided about it, and says everything that is
 * wrong with it. Never throws. A question stays among the problems when it is answered: the answer
 * can be changed.
 */
export function readFile(file: InputFile, choices: Choices = NO_CHOICES): FileReading {
  const { leftOut } = choices;
  if (leftOut.length === 0) return readRows(file, choices);
  // What a row that is left out tells of its column goes for the column: the copy holds that row too.
  const { notKept, problems } = readRows(file, { ...choices, leftOut: [] });
  const reading = readRows(file, choices, notKept.columns);
  const isColumn = ({ code }: Problem) => code === 'personal-data';
  const rest = reading.problems.filter((one) => !isColumn(one));
  return { ...reading, problems: sortProblems([...rest, ...problems.filter(isColumn)]) };
}

function readRows(
  { bytes }: InputFile,
  choices: Choices,
  known: readonly string[] = [],
): FileReading {
  const { encoding, pieces, refusal } = readText(bytes);
  if (refusal) return { ...NOTHING, encoding, problems: [refusal] };
  const doubts = doubtfulText(pieces);
  const isRepaired = answerTo(choices.answers, 'double-encoded') === 'repair';
  const text = isRepaired ? changedPieces(pieces, undoubled) : pieces;
  const { problems = [], ...found } = isJson(startOf(text, SIGNS))
    ? readJson(text, choices)
    : readTable(text, choices, known);
  return { ...NOTHING, encoding, ...found, problems: sortProblems([...doubts, ...problems]) };
}
