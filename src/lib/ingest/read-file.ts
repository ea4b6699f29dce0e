import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { sortProblems } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { parseCsv } from './csv.ts';
import type { CsvRecord } from './csv.ts';
import { undoubled } from './decode.ts';
import type { Encoding } from './decode.ts';
import { chooseDelimiter, sepLine, SIGNS } from './delimiter.ts';
import { isJson } from './json.ts';
import type { KoladaGroup } from './kolada/groups.ts';
import type { Kpi } from './kolada/kpi.ts';
import type { KnownPlace } from './kolada/lists.ts';
import type { Names, ReadObservation, TypedTable } from './layouts/layout.ts';
import type { DecimalMark } from './number.ts';
import type { NotKept } from './personal.ts';
import { besideTable } from './personal-rows.ts';
import { changedPieces, startOf, withoutStart } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { readJson } from './read-json.ts';
import { readTable } from './read-table.ts';
import type { CutTable } from './read-table.ts';
import { readText } from './read-text.ts';
import { listed } from './rows.ts';
import type { Rows } from './rows.ts';
import { tableReader } from './table.ts';
import { doubtfulText } from './unreadable.ts';
import { NOTHING_BESIDE } from './workbook/beside.ts';
import type { Beside } from './workbook/beside.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import { isZip } from './workbook/workbook.ts';
import type { Sheet } from './workbook/workbook.ts';

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file as far as it could be read, without knowing whose it is. */
export type FileReading = {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly decimal: DecimalMark | null;
  readonly table: TypedTable | null;
  /** Its table has columns of its own, which somebody may say are something else; JSON has none. */
  readonly hasColumns: boolean;
  /** The line of the headings; null where there are none. */
  readonly headerLine: number | null;
  readonly layout: string;
  readonly isKolada: boolean;
  /** Of a workbook the sheet that was read, and all it has, the hidden last. */
  readonly sheet: string | null;
  readonly sheets: readonly Sheet[];
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
  /** What of a workbook beside the sheet that was read may tell of persons. */
  readonly besideSheet: Beside;
  readonly problems: readonly Problem[];
};

const NOTHING: FileReading = {
  encoding: null,
  delimiter: null,
  decimal: null,
  table: null,
  hasColumns: false,
  headerLine: null,
  layout: 'unknown',
  isKolada: false,
  sheet: null,
  sheets: [],
  observations: listed([]),
  names: { indicator: '', place: '', value: '', broken: [] },
  kpis: [],
  places: [],
  groups: [],
  next: null,
  isPerPerson: false,
  notKept: { columns: [], isBeside: false },
  besideSheet: NOTHING_BESIDE,
  problems: [],
};

/** Cut into cells by the delimiter that the file names, or else shows; lines left out are not there. */
function cutCells(pieces: Pieces, leftOut: Choices['leftOut']): CutTable {
  const start = startOf(pieces, SIGNS);
  const named = sepLine(start);
  const delimiter = named ? named.delimiter : chooseDelimiter(start);
  const table = named ? withoutStart(pieces, start.length - named.rest.length) : pieces;
  const beside = besideTable();
  const reader = tableReader({ setAside: beside.add });
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
  return { delimiter, reading, beside: beside.problems(), isNumber: null };
}

const personalSheets = ({ sheets, hasUnseen }: Beside): readonly Problem[] =>
  sheets.length > 0 || hasUnseen ? [{ code: 'personal-sheets', sheets, hasUnseen }] : [];

/** One sheet of a workbook, the chosen or else the likeliest. */
function readSheetOf(bytes: Uint8Array, choices: Choices, known: readonly string[]): FileReading {
  const { sheet, sheets, isNumber, beside, besideSheet, ...reading } = readWorkbook(bytes, choices);
  const { problems = [], ...found } = readTable(
    { delimiter: null, reading, beside, isNumber },
    choices,
    known,
  );
  // Of a table that nobody knows nothing is kept.
  const told = found.notKept ? personalSheets(besideSheet) : [];
  const all = sortProblems([...told, ...problems]);
  return { ...NOTHING, sheet, sheets, besideSheet, ...found, problems: all };
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
  const isColumn = ({ code }: Problem) => code === 'personal-data' || code === 'persons-column';
  const rest = reading.problems.filter((one) => !isColumn(one));
  return { ...reading, problems: sortProblems([...rest, ...problems.filter(isColumn)]) };
}

function readRows(
  { bytes }: InputFile,
  choices: Choices,
  known: readonly string[] = [],
): FileReading {
  if (isZip(bytes)) return readSheetOf(bytes, choices, known);
  const { encoding, pieces, refusal } = readText(bytes);
  if (refusal) return { ...NOTHING, encoding, problems: [refusal] };
  const doubts = doubtfulText(pieces);
  const isRepaired = answerTo(choices.answers, 'double-encoded') === 'repair';
  const text = isRepaired ? changedPieces(pieces, undoubled) : pieces;
  const { problems = [], ...found } = isJson(startOf(text, SIGNS))
    ? readJson(text, choices)
    : readTable(cutCells(text, choices.leftOut), choices, known);
  return { ...NOTHING, encoding, ...found, problems: sortProblems([...doubts, ...problems]) };
}
