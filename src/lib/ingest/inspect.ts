import { canonicalPeriod } from '#lib/domain/period.ts';
import { outcomeOf, sortProblems } from '#lib/domain/problem.ts';
import type { Outcome, Problem } from '#lib/domain/problem.ts';
import { readColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { parseCsv, unifyLineEnds } from './csv.ts';
import type { Csv } from './csv.ts';
import { decode } from './decode.ts';
import type { Encoding } from './decode.ts';
import { chooseDelimiter, sepLine } from './delimiter.ts';
import { duplicateRows } from './duplicates.ts';
import { fold } from './fold.ts';
import { recognise } from './layouts/all.ts';
import type { ReadObservation } from './layouts/layout.ts';
import type { DecimalMark } from './number.ts';
import { readTable } from './table.ts';
import type { Table, TableReading } from './table.ts';
import { doubtfulText, signatureProblem, textProblem } from './unreadable.ts';

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };

/** All that can be said of a file without knowing whose it is. */
export type Inspection = {
  readonly file: string;
  readonly bytes: number;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly decimal: DecimalMark | null;
  readonly headerLine: number | null;
  readonly header: readonly string[];
  readonly records: readonly (readonly (string | number | null)[])[];
  readonly layout: string;
  readonly outcome: Outcome;
  readonly observations: readonly ReadObservation[];
  readonly problems: readonly Problem[];
  readonly meta: { readonly units: Readonly<Record<string, string>> };
};

type Found = Partial<Omit<Inspection, 'file' | 'bytes' | 'outcome' | 'problems'>>;

const NOTHING = {
  encoding: null,
  delimiter: null,
  decimal: null,
  headerLine: null,
  header: [],
  records: [],
  layout: 'unknown',
  observations: [],
  meta: { units: {} },
} as const;

type Contents = { readonly found: Found; readonly problems: readonly Problem[] };

const answer = (file: InputFile, found: Found, problems: readonly Problem[]): Inspection => ({
  ...NOTHING,
  ...found,
  file: file.name,
  bytes: file.bytes.length,
  outcome: outcomeOf(problems),
  problems: sortProblems(problems),
});

/** Of columns that write decimals unlike, the mark that most of them use. */
function fileDecimal(columns: readonly Column[]): DecimalMark | null {
  const marks = columns.map((column) => column.decimal).filter((mark) => mark !== null);
  if (marks.length === 0) return null;
  return marks.filter((mark) => mark === '.').length * 2 > marks.length ? '.' : ',';
}

const keyOf = (o: ReadObservation) =>
  JSON.stringify([
    fold(o.indicator),
    canonicalPeriod(o.period).text,
    o.sex,
    fold(o.place ?? ''),
    o.breakdown,
    o.kind,
  ]);

const NO_LAYOUT = { observations: [], problems: [{ code: 'unknown-layout' }] } as const;

/** Types the columns and reads the observations, when the table is one we know. */
function readContents(table: Table, delimiter: string | null): Contents {
  const layout = recognise(table)?.layout;
  const columns = readColumns(table, layout?.kinds(table.header) ?? [], delimiter);
  const { observations, problems } = layout?.read({ ...table, columns }) ?? NO_LAYOUT;
  const found: Found = {
    decimal: fileDecimal(columns),
    headerLine: table.headerLine,
    header: table.header,
    records: table.rows.map((_, row) => columns.map((column) => column.cells[row]!.value)),
    layout: layout?.name ?? 'unknown',
    observations,
    meta: { units: table.units },
  };
  const told = columns.flatMap((column) => column.problems);
  return { found, problems: [...told, ...problems, ...duplicateRows(observations, keyOf)] };
}

/** Marks that nobody sees, left by files pasted together; they would make one name two. */
const INVISIBLE = /[\ufeff\u200b]/g;

/** The whole text, its letters composed and its line ends of one kind; or why there is none. */
function readText(bytes: Uint8Array): {
  encoding: Encoding | null;
  text: string;
  refusal: Problem | null;
} {
  const signature = signatureProblem(bytes);
  if (signature) return { encoding: null, text: '', refusal: signature };
  const decoded = decode(bytes);
  // å as one sign and as a with a ring are one letter, so that one name is one name.
  const text = unifyLineEnds(decoded.text.normalize('NFC').replace(INVISIBLE, ''));
  return { encoding: decoded.encoding, text, refusal: textProblem(text) };
}

/** Cut into cells by the delimiter that the file names, or else shows. */
function cutCells(text: string): { delimiter: string | null; csv: Csv } {
  const named = sepLine(text);
  if (named) return { delimiter: named.delimiter, csv: parseCsv(named.rest, named.delimiter, 2) };
  const delimiter = chooseDelimiter(text);
  return { delimiter, csv: parseCsv(text, delimiter) };
}

/** With a quote open nobody knows where a cell ends, so there is no table. */
const tableOf = (csv: Csv): TableReading =>
  csv.openQuotes.length > 0
    ? { table: null, problems: csv.openQuotes.map((line) => ({ code: 'open-quote', line })) }
    : readTable(csv.records);

/** Reads a file as far as it goes and says everything that is wrong with it. Never throws. */
export function inspectFile(file: InputFile): Inspection {
  const { encoding, text, refusal } = readText(file.bytes);
  if (refusal) return answer(file, { encoding }, [refusal]);
  const { delimiter, csv } = cutCells(text);
  const { table, problems } = tableOf(csv);
  const contents = table ? readContents(table, delimiter) : { found: {}, problems: [] };
  return answer(file, { encoding, delimiter, ...contents.found }, [
    ...doubtfulText(text),
    ...problems,
    ...contents.problems,
  ]);
}
