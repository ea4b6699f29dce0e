import type { Choices } from '#lib/domain/choices.ts';
import { MOST_COLUMNS, NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping } from '#lib/domain/mapping.ts';
import { shownNote } from '#lib/domain/preview.ts';
import type { ColumnsQuestion, MappedRow, Some } from '#lib/domain/preview.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { doubtedPersons } from '#lib/domain/question.ts';
import { isOfMapping } from '#lib/domain/severity.ts';
import { alignedTo, headingKeys } from '#lib/ingest/aligned-columns.ts';
import type { ReadObservation, TypedTable } from '#lib/ingest/layouts/layout.ts';
import { signIn } from '#lib/ingest/personal-signs.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { FileReading, InputFile } from '#lib/ingest/read-file.ts';
import { someRow } from '#lib/ingest/rows.ts';
import { HIDDEN_FIGURE, isFigure, smallLines } from '#lib/ingest/small-lines.ts';
import type { SaidColumns } from '#lib/ingest/small-lines.ts';
import { suggestMapping } from '#lib/ingest/suggest-mapping.ts';
import type { Remembered } from './db/mappings.ts';

/* What a preview asks of the columns of a table, and what ten rows would be. */

const ROWS = 10;
const SAMPLES = 3;
/** Cells are looked through so far for some that say something. */
const LOOKED_AT = 200;

/** The first different cells that say anything; figures of a few and what tells of a person are not quoted. */
function samplesOf(
  { header, columns }: TypedTable,
  secret: ReadonlySet<string>,
  isHidden: boolean,
) {
  return columns.map(({ texts }, column) => {
    const isOfPersons = secret.has(header[column]!);
    const found = new Set<string>();
    for (let row = 0; row < Math.min(texts.length, LOOKED_AT) && found.size < SAMPLES; row += 1) {
      const text = texts.at(row);
      const isSecret = isOfPersons || signIn(text) !== null || (isHidden && isFigure(text));
      if (text !== '') found.add(isSecret ? HIDDEN_FIGURE : text);
    }
    return [...found];
  });
}

/** Columns that are told of because they are not kept. */
const ofPersons = (problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(problems.flatMap((one) => (one.code === 'personal-data' ? [one.column] : [])));

const restsOnFew = ({ n, asked, denominator }: ReadObservation, limit: number) =>
  [n, asked, denominator].some((count) => count !== null && count > 0 && count < limit);

/** One row of a few hides the figures of them all: the others would give it away by subtraction. */
const holdsFew = (
  table: TypedTable,
  { observations }: FileReading,
  limit: number,
  said: SaidColumns,
): boolean =>
  smallLines(table, limit, said).size > 0 || someRow(observations, (one) => restsOnFew(one, limit));

const rowOf = (one: ReadObservation, isHidden: boolean): MappedRow => ({
  line: one.line,
  indicator: one.indicator,
  period: one.period,
  place: one.place,
  sex: one.sex,
  breakdown: one.breakdown,
  of: one.kind,
  shown: isHidden ? { state: 'suppressed', value: null } : { state: one.state, value: one.value },
  note: isHidden || signIn(one.note ?? '') !== null ? null : shownNote(one.note),
});

/** A row without what stands in columns that may hold names of persons. */
function withoutDoubted(row: MappedRow, { columns }: Mapping, doubted: readonly string[]) {
  const meant = columns.filter(({ header }) => doubted.includes(header)).map(({ is }) => is);
  const hidden = (['indicator', 'place', 'breakdown'] as const).filter((is) => meant.includes(is));
  return { ...row, ...Object.fromEntries(hidden.map((is) => [is, HIDDEN_FIGURE])) };
}

function firstRows({ observations }: FileReading, isHidden: boolean): Some<MappedRow> {
  const count = observations.length;
  const at = (row: number) => rowOf(observations.at(row), isHidden);
  return { shown: Array.from({ length: Math.min(ROWS, count) }, (_, row) => at(row)), count };
}

const NO_ROWS: Some<MappedRow> = { shown: [], count: 0 };

/** Stops that a person ends by saying what the columns are. */
const ENDED_BY_MAPPING = new Set(['unknown-layout', 'yearless-period', 'missing-column']);

export const needsMapping = ({ problems }: Pick<FileReading, 'problems'>): boolean =>
  problems.some(({ code }) => ENDED_BY_MAPPING.has(code));

/** Nobody is proposed to be read: what tells of persons is left out until somebody says otherwise. */
const withoutPersons = (mapping: Mapping, secret: ReadonlySet<string>): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((one) =>
    secret.has(one.header) ? { ...one, is: 'ignored', told: NOTHING_TOLD } : one,
  ),
});

/** What was said of these headings before, else what the columns look like. */
const offered = (
  table: TypedTable,
  remembered: Remembered | undefined,
  secret: ReadonlySet<string>,
): Mapping =>
  remembered?.mapping
    ? alignedTo(table.header, remembered.mapping)
    : withoutPersons(suggestMapping(table), secret);

/** Headings that the remembered table did not have. */
function addedTo(table: TypedTable, { header }: Remembered): readonly string[] {
  const known = new Set(headingKeys(header));
  return table.header.filter((name) => headingKeys([name]).every((key) => !known.has(key)));
}

export function columnsOf(
  file: InputFile,
  reading: FileReading,
  choices: Choices,
  remembered: Remembered | undefined,
  limit: number,
): ColumnsQuestion | null {
  const { table, hasColumns, isPerPerson } = reading;
  // What persons have answered is added up by its own layout, or not read at all.
  if (table === null || !hasColumns || isPerPerson) return null;
  if (table.header.length < 2 || table.header.length > MOST_COLUMNS) return null;
  const by = choices.mapping ? 'chosen' : needsMapping(reading) ? 'unknown' : 'known';
  const mapping = choices.mapping ?? offered(table, remembered, ofPersons(reading.problems));
  if (by === 'known')
    return { mapping, by, remembered: null, samples: [], rows: NO_ROWS, problems: [] };
  const read = by === 'chosen' ? reading : readFile(file, { ...choices, mapping });
  const isGuess = !choices.mapping && !remembered?.mapping;
  const isHidden = holdsFew(table, read, limit, { mapping, isGuess });
  const doubted = doubtedPersons(read.problems, choices.answers);
  const secret = ofPersons([...reading.problems, ...read.problems]);
  const { shown, count } = firstRows(read, isHidden);
  const said = by === 'unknown' && remembered?.mapping ? remembered : null;
  return {
    mapping,
    by,
    remembered: said && {
      at: said.confirmedAt,
      role: said.byRole,
      added: addedTo(table, said),
    },
    samples: samplesOf(table, new Set([...secret, ...doubted]), isHidden),
    rows: { shown: shown.map((row) => withoutDoubted(row, mapping, doubted)), count },
    problems: read.problems.filter(isOfMapping),
  };
}
