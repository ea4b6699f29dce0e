import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { canonicalPeriod } from '#lib/domain/period.ts';
import { sortProblems } from '#lib/domain/problem.ts';
import { outcomeOf, tellsOfPersons } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Outcome } from '#lib/domain/severity.ts';
import type { Encoding } from './decode.ts';
import { collector } from './distinct.ts';
import { combine, duplicateRows } from './duplicates.ts';
import { fold } from './fold.ts';
import type { KoladaGroup } from './kolada/groups.ts';
import type { Kpi } from './kolada/kpi.ts';
import type { KnownPlace } from './kolada/lists.ts';
import type { ReadObservation } from './layouts/layout.ts';
import type { DecimalMark } from './number.ts';
import { readFile } from './read-file.ts';
import type { InputFile } from './read-file.ts';
import { toArray } from './rows.ts';
import type { Rows } from './rows.ts';
import { shortlist } from './shortlist.ts';
import type { Shortlisted } from './shortlist.ts';

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
  /** Of a workbook, the sheet that was read. */
  readonly sheet: string | null;
  readonly outcome: Outcome;
  readonly observations: readonly (ReadObservation & Shortlisted)[];
  readonly problems: readonly Problem[];
  readonly meta: {
    /** Header text to unit, from a row of units. */
    readonly columnUnits: Readonly<Record<string, string>>;
    /** The next page of the answer. */
    readonly next: string | null;
    readonly kpis: readonly Kpi[];
    /** Places, as Kolada's own word for them. */
    readonly units: readonly KnownPlace[];
    readonly groups: readonly KoladaGroup[];
    readonly sheets: readonly string[];
  };
};

const KEY: readonly ((o: ReadObservation) => string)[] = [
  (o) => fold(o.indicator),
  (o) => (o.period ? canonicalPeriod(o.period).text : ''),
  (o) => o.sex,
  (o) => fold(o.place ?? ''),
  (o) => o.breakdown,
  (o) => o.kind,
];

/** Rows that by the file's own names are about the same thing. */
function sameNames(rows: Rows<ReadObservation>): Problem[] {
  const parts = KEY.map((say) => {
    const { add, done } = collector<string>(rows.length);
    for (let at = 0; at < rows.length; at += 1) add(at, say(rows.at(at)), 0);
    return done();
  });
  const [first, ...rest] = parts;
  return first ? duplicateRows(combine(first, ...rest), (at) => rows.at(at).line) : [];
}

/** Reads a file, sets out all that is in it, and says everything that is wrong. Never throws. */
export function inspectFile(file: InputFile, choices: Choices = NO_CHOICES): Inspection {
  const { table, observations, kpis, groups, places, next, ...read } = readFile(file, choices);
  const problems = sortProblems([...read.problems, ...sameNames(observations)]);
  const known = shortlist(observations);
  // Of a table that nobody knows nothing is kept: what it tells of persons says nothing of how it can be read.
  const isKnown = read.layout !== 'unknown';
  return {
    file: file.name,
    bytes: file.bytes.length,
    encoding: read.encoding,
    delimiter: read.delimiter,
    decimal: read.decimal,
    headerLine: read.headerLine,
    header: table?.header ?? [],
    records: Array.from(table?.lines ?? [], (_, row) =>
      table!.columns.map((column) => column.cell(row).value),
    ),
    layout: read.layout,
    sheet: read.sheet,
    outcome: outcomeOf(isKnown ? problems : problems.filter((one) => !tellsOfPersons(one))),
    observations: toArray(observations).map((one, at) => ({ ...one, ...known(at) })),
    problems,
    meta: {
      ...{ columnUnits: table?.units ?? {}, next, kpis, units: places, groups },
      sheets: read.sheets.map(({ name }) => name),
    },
  };
}
