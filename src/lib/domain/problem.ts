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
  /** An answer of Kolada's API v2, which has closed. */
  | InFile<'kolada-v2-closed'>
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
  /** Rows, or columns by their letters, that Excel does not show: read all the same. */
  | AtLine<'hidden-rows', { readonly lines: number }>
  | AtLine<'hidden-columns', { readonly columns: readonly string[] }>
  /** A formula whose value nobody has worked out: `value` is the cell, as B3. */
  | AtLine<'uncalculated', { readonly value: string }>
  /** A row for each person who answered a survey of users: refused, whatever it says. */
  | AtLine<'respondent-rows', { readonly columns: readonly string[] }>
  /** A column that tells of persons: its cells are not kept. */
  | InColumn<'personal-data', { readonly kind: PersonalData; readonly lines: number }>;

type CellProblem =
  | InColumn<'missing-marks', { readonly marks: readonly string[]; readonly lines: number }>
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
  | InCell<'unsure-scale', { readonly lines: number }>
  | InCell<'value-out-of-scale', { readonly from: number; readonly to: number }>
  | InCell<'bad-date'>
  | InCell<'two-digit-year'>
  | InCell<'ambiguous-date'>
  | InCell<'serial-date', { readonly lines: number }>
  | InCell<'footnote-marks', { readonly lines: number }>
  /** Of a workbook: a number that Excel holds as text among numbers. */
  | InCell<'number-as-text', { readonly lines: number }>
  | InCell<'period-range', { readonly from: string; readonly to: string }>;

type LayoutProblem =
  | InColumn<'missing-column', { readonly accepted: readonly string[] }>
  | AtLine<'same-field', { readonly columns: readonly string[]; readonly meaning: string }>
  | InColumn<'unused-column'>
  | InColumn<'ignored-column'>
  | InColumn<'empty-cell'>
  | InCell<'bad-period', { readonly reason: BadPeriod }>
  | InCell<'yearless-period'>
  | InCell<'unknown-value', { readonly accepted: readonly string[] }>
  | InCell<'unknown-status', { readonly lines: number }>
  | InCell<'code-padded', { readonly lines: number }>
  | InCell<'lost-zeros', { readonly lines: number }>
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
  | Name<'unit-differs', { readonly indicator: string; readonly unit: string }>
  | Name<'ended-kpi', { readonly endedAfter: number }>
  | Name<'value-out-of-range', { readonly indicator: string }>
  | AtLine<'duplicate-row', { readonly lines: readonly number[] }>;

export type Problem = FileProblem | TableProblem | CellProblem | LayoutProblem | MatchProblem;

export type Severity = 'error' | 'ask' | 'notice' | 'none';

/**
 * `none` does not lower the outcome, which speaks of the table: it can be read without guessing
 * even if nobody knows its layout, or nobody wants one of its columns.
 */
export const SEVERITY: Readonly<Record<Problem['code'], Severity>> = {
  'empty-file': 'error',
  'looks-like-html': 'error',
  'not-a-table': 'error',
  'broken-workbook': 'error',
  'large-workbook': 'error',
  'unknown-sheet': 'error',
  'other-sheets': 'notice',
  'double-encoded': 'ask',
  'damaged-text': 'ask',
  'unknown-layout': 'none',
  'page-incomplete': 'notice',
  'kolada-v2-closed': 'notice',
  'no-period': 'none',
  'no-rows': 'error',
  'open-quote': 'error',
  'one-column': 'ask',
  'no-header': 'ask',
  'duplicate-column': 'ask',
  'nameless-column': 'notice',
  'ragged-row': 'error',
  'title-rows': 'notice',
  'unit-row': 'notice',
  'footnote-rows': 'notice',
  'total-row': 'notice',
  'hidden-rows': 'notice',
  'hidden-columns': 'notice',
  uncalculated: 'error',
  'respondent-rows': 'error',
  'personal-data': 'notice',
  'missing-marks': 'notice',
  'suppressed-values': 'notice',
  'bad-number': 'error',
  'too-large-number': 'error',
  'ambiguous-number': 'ask',
  'mixed-decimals': 'ask',
  'mixed-scale': 'ask',
  'unsure-scale': 'ask',
  'value-out-of-scale': 'error',
  'bad-date': 'error',
  'two-digit-year': 'error',
  'ambiguous-date': 'ask',
  'serial-date': 'ask',
  'footnote-marks': 'notice',
  'number-as-text': 'notice',
  'period-range': 'notice',
  'missing-column': 'error',
  'same-field': 'ask',
  'unused-column': 'ask',
  'ignored-column': 'none',
  'empty-cell': 'error',
  'bad-period': 'error',
  'yearless-period': 'none',
  'unknown-value': 'error',
  'unknown-status': 'notice',
  'code-padded': 'notice',
  'lost-zeros': 'ask',
  'reused-id': 'notice',
  'unknown-indicator': 'error',
  'ambiguous-indicator': 'error',
  'unknown-place': 'error',
  'ambiguous-place': 'error',
  'ended-kpi': 'notice',
  'value-out-of-range': 'ask',
  'unit-differs': 'ask',
  'duplicate-row': 'error',
};

/** Can the file be read without guessing? */
export type Outcome = 'accept' | 'accept_with_notice' | 'ask' | 'reject';

const OUTCOMES: readonly (readonly [Severity, Outcome])[] = [
  ['error', 'reject'],
  ['ask', 'ask'],
  ['notice', 'accept_with_notice'],
];

/** The worst problem decides. */
export function outcomeOf(problems: readonly Problem[]): Outcome {
  const found = new Set(problems.map((problem) => SEVERITY[problem.code]));
  return OUTCOMES.find(([severity]) => found.has(severity))?.[1] ?? 'accept';
}

/** Stops a file though the table itself could be read. */
const STOPS: ReadonlySet<Problem['code']> = new Set(['unknown-layout', 'yearless-period'] as const);

/** What must be put right in the file; a doubt can be answered instead. */
export const isFault = ({ code }: Pick<Problem, 'code'>): boolean =>
  SEVERITY[code] === 'error' || STOPS.has(code);

const lineOf = (problem: Problem) => ('line' in problem ? problem.line : 0);

/** In the order of the file, each fact once: two steps may find the same thing. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort((a, b) => lineOf(a) - lineOf(b));
}
