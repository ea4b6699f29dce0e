import type { Day } from '#lib/domain/calendar.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Sex } from '#lib/domain/model.ts';
import type { ObservationKind, ObservationState } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { ColumnKind } from '../column-kind.ts';
import type { Column } from '../columns.ts';
import type { Answer } from '../kolada/answer.ts';
import type { KoladaGroup } from '../kolada/groups.ts';
import type { Kpi } from '../kolada/kpi.ts';
import type { KnownPlace } from '../kolada/lists.ts';
import type { Marks } from '../marks.ts';
import type { Rows } from '../rows.ts';
import type { Table } from '../table.ts';

/** An observation as the file says it: names not yet matched, the period not yet canonical. */
export type ReadObservation = {
  readonly indicator: string;
  /** Of a survey, the question as the file words it. */
  readonly question?: string;
  /** Null where the file names no place: then it is the kommun. */
  readonly place: string | null;
  /** Null where nothing in the file says when: then it must be told. */
  readonly period: Period | null;
  readonly sex: Sex;
  readonly breakdown: string;
  readonly kind: ObservationKind;
  readonly value: number | null;
  readonly state: ObservationState;
  readonly printed: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly asked: number | null;
  readonly isPreliminary: boolean;
  readonly measuredOn: Day | null;
  readonly publishedOn: Day | null;
  readonly note: string | null;
  readonly line: number;
  /** Number of the value's column, counted from 1; in JSON of the sign on its line that it starts at. */
  readonly column: number;
};

/** The table with every column read by its kind, and what has been answered about it. */
export type TypedTable = Omit<Table, 'texts'> & {
  readonly columns: readonly Column[];
  readonly answers: Choices['answers'];
};

/** How sure a layout is that a table is its own, 0 to 1, and why: to be shown to who asks. */
export type Recognition = { readonly sure: number; readonly why: string };

/** What the names of a file are headed, and those of rows that could not be read otherwise. */
export type Names = {
  readonly indicator: string;
  readonly place: string;
  readonly value: string;
  readonly broken: readonly {
    readonly indicator: string;
    readonly place: string | null;
    readonly line: number;
  }[];
};

export type LayoutReading = {
  readonly observations: Rows<ReadObservation>;
  readonly problems: readonly Problem[];
  /** The columns that were read, counted from 0: these are what the layout says, the others may tell of persons. */
  readonly used: readonly number[];
  /** Of those, notes that follow a figure: kept unless they tell of a person. */
  readonly notes?: readonly number[];
  /** A file of figures has names, a catalogue none. */
  readonly names?: Names;
  /** What a catalogue states; a file of figures has none. */
  readonly kpis?: readonly Kpi[];
  readonly places?: readonly KnownPlace[];
  readonly groups?: readonly KoladaGroup[];
  /** A row is what one person answered: sums of them are all that may be kept. */
  readonly isPerPerson?: boolean;
};

/** One way of setting out figures in a file. */
export type Layout = {
  readonly name: string;
  /** What it is called where the table is a sheet of a workbook, if otherwise. */
  readonly inWorkbook?: string;
  /** Known in order to be refused: of a workbook any other sheet is read before it. */
  readonly isRefused?: true;
  /** Its names are Kolada's, and are looked for there. */
  readonly isKolada?: true;
  readonly recognise: (table: Table) => Recognition;
  /** What the layout knows each column to be; null where the cells must show it. */
  readonly kinds: (
    header: readonly string[],
    under: Table['under'],
  ) => readonly (ColumnKind | null)[];
  /** What marks mean in a table of its own, where that is not the usual. */
  readonly marks?: (table: Table, answers: Choices['answers']) => Marks | null;
  readonly read: (table: TypedTable) => LayoutReading;
};

/** What is read from JSON: there is no table until figures are set out as one. */
export type JsonReading = Omit<LayoutReading, 'used' | 'notes'> & { readonly table?: TypedTable };

/** One way of setting out what Kolada answers. */
export type JsonLayout = {
  readonly name: string;
  readonly recognise: (answer: Answer) => Recognition;
  readonly read: (answer: Answer, choices: Choices) => JsonReading;
};
