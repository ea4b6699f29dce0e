import type { Meaning } from './mapping.ts';

/*
 * Everything that can be wrong with what somebody gave us, as facts. The sentences are format's.
 * `line` is the physical line of the file, counted from 1 as a text editor shows it; `column` is
 * the header's text.
 */

type InFile<Code extends string, Facts = unknown> = { readonly code: Code } & Facts;
type AtLine<Code extends string, Facts = unknown> = InFile<Code, { readonly line: number } & Facts>;
type InColumn<Code extends string, Facts = unknown> = AtLine<
  Code,
  { readonly column: string } & Facts
>;
type InCell<Code extends string, Facts = unknown> = InColumn<
  Code,
  { readonly value: string } & Facts
>;

/** What a file that is no text table turned out to be. */
export type NotATable =
  'zip' | 'excel-97' | 'xlsb' | 'open-document' | 'numbers' | 'word' | 'pdf' | 'json' | 'binary';

/** What a column tells of persons. */
export type PersonalData =
  'answer-id' | 'free-text' | 'e-mail' | 'phone' | 'personal-number' | 'name' | 'answer-date';

/** Why a text could not be read as a period. */
export type BadPeriod = 'two-digit-year' | 'impossible' | 'far-away' | 'no-year' | 'unknown';

type FileProblem =
  | InFile<'empty-file'>
  | InFile<'looks-like-html'>
  | InFile<'not-a-table', { readonly found: NotATable }>
  | InFile<'broken-json'>
  /** A workbook that cannot be opened, for it is cut off or changed. */
  | InFile<'broken-workbook'>
  /** A workbook that would take more room than it may. */
  | InFile<'large-workbook'>
  | InFile<'unknown-sheet', { readonly value: string; readonly sheets: readonly string[] }>
  /** Of a workbook: the sheet that was read, and those that were not. */
  | InFile<'other-sheets', { readonly value: string; readonly others: readonly string[] }>
  | AtLine<'double-encoded', { readonly value: string; readonly lines: number }>
  | AtLine<'damaged-text', { readonly value: string; readonly lines: number }>
  | InFile<'unknown-layout'>
  /** A page of an answer of Kolada's that goes on: `next` is where. */
  | InFile<'page-incomplete', { readonly next: string }>
  /** An answer of Kolada's without rows: so it answers an address that it does not understand. */
  | InFile<'empty-answer'>
  /** An answer of Kolada's API v2, which has closed. */
  | InFile<'kolada-v2-closed'>
  /**
   * Its bytes were removed by a decision, at a moment: read in again they are not kept. Null for what another kommun
   * decided.
   */
  | InFile<
      'removed-file',
      { readonly at: string; readonly decision: string | null; readonly reason: string | null }
    >
  /** Nothing in the file says when what it tells of was measured. */
  | InFile<'no-period'>;

type TableProblem =
  | AtLine<'no-rows'>
  | AtLine<'open-quote'>
  | AtLine<'one-column'>
  | AtLine<'no-header', { readonly value: string }>
  | InColumn<'duplicate-column', { readonly columns: readonly number[] }>
  | AtLine<'nameless-column', { readonly columns: readonly number[] }>
  | AtLine<'ragged-row', { readonly found: number; readonly expected: number }>
  | AtLine<'title-rows', { readonly lines: number }>
  | AtLine<'unit-row'>
  | AtLine<'footnote-rows', { readonly value: string; readonly lines: number }>
  | InCell<'total-row'>
  /** Figures that Kolada has taken back. */
  | AtLine<'deleted-values', { readonly lines: number }>
  /** Rows, or columns by their letters, that Excel does not show: read all the same. */
  | AtLine<'hidden-rows', { readonly lines: number }>
  | AtLine<'hidden-columns', { readonly columns: readonly string[] }>
  /** A formula whose value nobody has worked out: `value` is the cell, as B3. */
  | AtLine<'uncalculated', { readonly value: string }>
  /** A row for each person who answered a survey of users: refused, whatever it says. */
  | AtLine<'respondent-rows', { readonly columns: readonly string[] }>
  /** A column that tells of persons: its cells are not kept. */
  | InColumn<'personal-data', { readonly kind: PersonalData; readonly lines: number }>
  /** A name that must be kept, of a unit or an indicator, that points a person out. Never quoted. */
  | InColumn<'personal-cell', { readonly kind: PersonalData }>
  /** A column that is read, whose cells look like names of persons: asked about, for a house may be called so. */
  | InColumn<'persons-column', { readonly lines: number }>
  /** A heading that points a person out, by where its column stands, counted from 1. Never quoted. */
  | AtLine<'personal-heading', { readonly position: number; readonly kind: PersonalData }>
  /** Lines beside the table that point a person out. */
  | AtLine<'personal-lines', { readonly kind: PersonalData; readonly lines: number }>
  /** An answer of Kolada's that somebody has written something in. */
  | InFile<'personal-answer', { readonly kind: PersonalData }>
  /** What of a workbook beside the sheet that is read may tell of persons: sheets, and what no cell shows. */
  | InFile<'personal-sheets', { readonly sheets: readonly string[]; readonly hasUnseen: boolean }>;

type CellProblem =
  /** `among`: they mean what SCB's PxWeb means by them. */
  | InColumn<
      'missing-marks',
      { readonly marks: readonly string[]; readonly lines: number; readonly among?: 'pxweb' }
    >
  /** A sign that is zero in a table of SCB's, and missing in most others. */
  | InCell<'nil-or-missing', { readonly lines: number }>
  /** Figures that are there and not shown, for they rest on too few. */
  | InColumn<'suppressed-values', { readonly lines: number }>
  | InCell<'bad-number'>
  | InCell<'too-large-number'>
  | InCell<'ambiguous-number', { readonly lines: number }>
  | InCell<'mixed-decimals', { readonly lines: number }>
  /** `among`: the scales are those of an HME, not shares of one beside per cent. */
  | InCell<
      'mixed-scale',
      { readonly lines: number; readonly among?: 'hme'; readonly indicator?: string }
    >
  /** `among`: figures too small to be an NKI. */
  | InCell<'unsure-scale', { readonly lines: number; readonly among?: 'nki' }>
  /** `isSetAside`: one answer of many, and the others are read without it. `lines`: so many that none is read. */
  | InCell<
      'value-out-of-scale',
      {
        readonly from: number;
        readonly to: number;
        readonly isSetAside?: true;
        readonly lines?: number;
      }
    >
  /** A mean that its own counts do not give. */
  | InCell<'mean-differs', { readonly counted: number }>
  | InCell<'bad-date'>
  | InCell<'two-digit-year'>
  | InCell<'ambiguous-date'>
  | InCell<'serial-date', { readonly lines: number }>
  | InCell<'footnote-marks', { readonly lines: number }>
  /** Of a workbook: a number that Excel holds as text among numbers. */
  | InCell<'number-as-text', { readonly lines: number }>
  | InCell<'period-range', { readonly from: string; readonly to: string }>;

type LayoutProblem =
  /** A field of JSON that holds another kind of thing than it should. */
  | InCell<'odd-field'>
  | InColumn<'missing-column', { readonly accepted: readonly string[] }>
  /** Of a table that a person has explained: what was not said, or said of two columns. */
  | AtLine<'mapping-lacks', { readonly lacks: 'value' | 'indicator' }>
  /** Columns of figures that nothing tells apart: each would be the other once more. */
  | AtLine<'alike-columns', { readonly columns: readonly string[] }>
  /** What was told of a column of figures, where no period can be made of it. */
  | InCell<'told-period', { readonly reason: BadPeriod }>
  /** What was told of a column of figures, where its heading says another period. */
  | InCell<'other-period', { readonly said: string }>
  /** Of a table that a person would have to explain: more columns than can be asked about. */
  | AtLine<'too-many-columns', { readonly found: number; readonly most: number }>
  /** What was told of a column of figures, or of the whole file, points a person out. Never quoted. */
  | AtLine<
      'personal-told',
      {
        /** Of the column; null for what was told of the whole file. */
        readonly heading: string | null;
        readonly about: 'indicator' | 'period' | 'place';
        readonly kind: PersonalData;
      }
    >
  | AtLine<
      'meant-twice',
      {
        readonly columns: readonly string[];
        readonly meaning: Exclude<Meaning, 'value' | 'ignored'>;
      }
    >
  | AtLine<'same-field', { readonly columns: readonly string[]; readonly meaning: string }>
  | InColumn<'unused-column'>
  | InColumn<'ignored-column'>
  /** Rows that a word of theirs says are about something that is not read. */
  | InCell<'skipped-rows', { readonly lines: number }>
  /** A day that may end a month, a year so far, or twelve months. */
  | InCell<'unsure-span', { readonly lines: number }>
  | InColumn<'empty-cell'>
  | InCell<'bad-period', { readonly reason: BadPeriod }>
  | InCell<'yearless-period'>
  | InCell<'unknown-value', { readonly accepted: readonly string[] }>
  | InCell<'unknown-status', { readonly lines: number; readonly isBesideValue?: boolean }>
  | InCell<'code-padded', { readonly lines: number }>
  | InCell<'lost-zeros', { readonly lines: number }>
  /** A question of a survey that no rule says which answers count of. */
  | InCell<
      'unknown-question',
      { readonly indicator: string; readonly options: readonly string[]; readonly lines: number }
    >
  /** Some groups lack an answer that others to the question have. */
  | InCell<'missing-options', { readonly indicator: string; readonly lines: number }>
  /** The share of an answer is another than the counts beside it say. */
  | InCell<'share-differs', { readonly lines: number }>
  /** Shares of the answers to a question that do not make a hundred. */
  | InCell<'shares-off', { readonly lines: number }>
  | InCell<'reused-id', { readonly title: string; readonly lines: number }>;

/** A name of the file: the first line it stands on, and how many rows have it. */
type Name<Code extends string, Facts = unknown> = AtLine<
  Code,
  { readonly value: string; readonly lines: number } & Facts
>;

/** A name with the column it stands in. */
type NameIn<Code extends string, Facts = unknown> = Name<Code, { readonly column: string } & Facts>;

type MatchProblem =
  | NameIn<'unknown-indicator', { readonly isKolada: boolean }>
  | NameIn<'ambiguous-indicator', { readonly found: number }>
  | NameIn<'unknown-place', { readonly nearest: string | null }>
  | NameIn<'ambiguous-place', { readonly found: number }>
  /** A cell too long to be a name: `value` is how it begins. On many lines it is no fault of each of them. */
  | NameIn<'long-name', { readonly length: number }>
  /** A member of a group that is no kommun anybody knows. */
  | Name<'unknown-member', { readonly group: string }>
  | Name<'unit-differs', { readonly indicator: string; readonly unit: string }>
  | Name<'ended-kpi', { readonly endedAfter: number }>
  | Name<'value-out-of-range', { readonly indicator: string }>
  | AtLine<'duplicate-row', { readonly lines: readonly number[] }>;

export type Problem = FileProblem | TableProblem | CellProblem | LayoutProblem | MatchProblem;

const lineOf = (problem: Problem) => ('line' in problem ? problem.line : 0);

/** In the order of the file, each fact once: two steps may find the same thing. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort((a, b) => lineOf(a) - lineOf(b));
}
