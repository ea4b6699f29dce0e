import type { Day } from '#lib/domain/calendar.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Sex } from '#lib/domain/model.ts';
import type { ObservationKind, ObservationState } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { ColumnKind } from '../column-kind.ts';
import type { Column } from '../columns.ts';
import type { Kpi } from '../kolada/kpi.ts';
import type { Rows } from '../rows.ts';
import type { Table } from '../table.ts';

/** An observation as the file says it: names not yet matched, the period not yet canonical. */
export type ReadObservation = {
  readonly indicator: string;
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
  /** Number of the value's column, counted from 1. */
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
  /** A file of figures has names, a catalogue none. */
  readonly names?: Names;
  /** What a catalogue states; a file of figures has none. */
  readonly kpis?: readonly Kpi[];
  /** A row is what one person answered: sums of them are all that may be kept. */
  readonly isPerPerson?: boolean;
};

/** One way of setting out figures in a file. */
export type Layout = {
  readonly name: string;
  /** What it is called where the table is a sheet of a workbook, if otherwise. */
  readonly inWorkbook?: string;
  /** Its names are Kolada's, and are looked for there. */
  readonly isKolada?: true;
  readonly recognise: (table: Table) => Recognition;
  /** What the layout knows each column to be; null where the cells must show it. */
  readonly kinds: (header: readonly string[]) => readonly (ColumnKind | null)[];
  readonly read: (table: TypedTable) => LayoutReading;
};
