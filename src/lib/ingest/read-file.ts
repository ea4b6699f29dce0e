import { sortProblems } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { readColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { parseCsv, unifyLineEnds } from './csv.ts';
import { decode } from './decode.ts';
import type { Encoding } from './decode.ts';
import { chooseDelimiter, sepLine } from './delimiter.ts';
import type { Kpi } from './kolada/kpi.ts';
import { recognise } from './layouts/all.ts';
import type { Names, ReadObservation, TypedTable } from './layouts/layout.ts';
import type { DecimalMark } from './number.ts';
import { listed } from './rows.ts';
import type { Rows } from './rows.ts';
import { tableReader } from './table.ts';
import type { Table, TableReading } from './table.ts';
import { readUnknown } from './unknown-table.ts';
import { doubtfulText, signatureProblem, textProblem } from './unreadable.ts';

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file as far as it could be read, without knowing whose it is. */
export type FileReading = {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly decimal: DecimalMark | null;
  readonly table: TypedTable | null;
  readonly layout: string;
  readonly observations: Rows<ReadObservation>;
  readonly names: Names;
  /** Nyckeltal, when the file is a catalogue of them. */
  readonly kpis: readonly Kpi[];
  readonly problems: readonly Problem[];
};

const NOTHING: FileReading = {
  encoding: null,
  delimiter: null,
  decimal: null,
  table: null,
  layout: 'unknown',
  observations: listed([]),
  names: { indicator: '', place: '', value: '', broken: [] },
  kpis: [],
  problems: [],
};

/** Of columns that write decimals unlike, the mark that most of them use. */
function fileDecimal(columns: readonly Column[]): DecimalMark | null {
  const marks = columns.map((column) => column.decimal).filter((mark) => mark !== null);
  if (marks.length === 0) return null;
  return marks.filter((mark) => mark === '.').length * 2 > marks.length ? '.' : ',';
}

/** Types the columns and reads the observations, when the table is one we know. */
function readContents(untyped: Table, delimiter: string | null): Partial<FileReading> {
  const layout = recognise(untyped)?.layout;
  const columns = readColumns(untyped, layout?.kinds(untyped.header) ?? [], delimiter);
  const { texts: _texts, ...rest } = untyped;
  const table = { ...rest, columns };
  const told = columns.flatMap((column) => column.problems);
  const found = { table, decimal: fileDecimal(columns) };
  if (!layout) return { ...found, problems: [...told, ...readUnknown(table)] };
  const { problems, ...reading } = layout.read(table);
  return { ...found, ...reading, layout: layout.name, problems: [...told, ...problems] };
}

/** Marks that nobody sees, left by files pasted together; they would make one name two. */
const INVISIBLE = /[\ufeff\u200b]/g;
/** Only from here on may a letter be of several signs; a text of Latin letters is passed by. */
const MAY_BE_COMPOSED = /[\u0300-\uffff]/;

/** å as one sign and as a with a ring are one letter, so that one name is one name. */
const composed = (text: string) =>
  MAY_BE_COMPOSED.test(text) ? text.normalize('NFC').replace(INVISIBLE, '') : text;

/** The whole text, its letters composed and its line ends of one kind; or why there is none. */
function readText(bytes: Uint8Array): {
  encoding: Encoding | null;
  text: string;
  refusal: Problem | null;
} {
  const signature = signatureProblem(bytes);
  if (signature) return { encoding: null, text: '', refusal: signature };
  const decoded = decode(bytes);
  const text = unifyLineEnds(composed(decoded.text));
  return { encoding: decoded.encoding, text, refusal: textProblem(text) };
}

/** Cut into cells by the delimiter that the file names, or else shows. */
function cutCells(text: string): { delimiter: string | null; reading: TableReading } {
  const named = sepLine(text);
  const delimiter = named ? named.delimiter : chooseDelimiter(text);
  const reader = tableReader();
  const openQuotes = parseCsv(named?.rest ?? text, delimiter, named ? 2 : 1, reader.add);
  // With a quote open nobody knows where a cell ends, so there is no table.
  const problems = openQuotes.map((line): Problem => ({ code: 'open-quote', line }));
  return { delimiter, reading: problems.length > 0 ? { table: null, problems } : reader.finish() };
}

/** Reads a file as far as it goes and says everything that is wrong with it. Never throws. */
export function readFile({ bytes }: InputFile): FileReading {
  const { encoding, text, refusal } = readText(bytes);
  if (refusal) return { ...NOTHING, encoding, problems: [refusal] };
  const { delimiter, reading } = cutCells(text);
  const contents = reading.table ? readContents(reading.table, delimiter) : {};
  const problems = [...doubtfulText(text), ...reading.problems, ...(contents.problems ?? [])];
  return { ...NOTHING, encoding, delimiter, ...contents, problems: sortProblems(problems) };
}
