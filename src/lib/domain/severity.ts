import type { Problem } from './problem.ts';

/* How grave each problem is, and so what can become of a file that has it. */

export type Severity = 'error' | 'ask' | 'notice' | 'none';

/**
 * `none` does not lower the outcome, which speaks of the table: it can be read without guessing
 * even if nobody knows its layout, or nobody wants one of its columns.
 */
export const SEVERITY: Readonly<Record<Problem['code'], Severity>> = {
  'empty-file': 'error',
  'looks-like-html': 'error',
  'not-a-table': 'error',
  'broken-json': 'error',
  'empty-answer': 'error',
  'broken-workbook': 'error',
  'large-workbook': 'error',
  'unknown-sheet': 'error',
  'other-sheets': 'notice',
  'double-encoded': 'ask',
  'damaged-text': 'ask',
  'unknown-layout': 'none',
  'page-incomplete': 'notice',
  'kolada-v2-closed': 'notice',
  'removed-file': 'ask',
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
  'deleted-values': 'notice',
  'hidden-rows': 'notice',
  'hidden-columns': 'notice',
  uncalculated: 'error',
  'respondent-rows': 'error',
  'personal-data': 'notice',
  'personal-cell': 'error',
  'persons-column': 'ask',
  'personal-heading': 'error',
  'personal-told': 'error',
  'personal-lines': 'notice',
  'personal-sheets': 'notice',
  'personal-answer': 'error',
  'missing-marks': 'notice',
  'nil-or-missing': 'ask',
  'suppressed-values': 'notice',
  'bad-number': 'error',
  'too-large-number': 'error',
  'ambiguous-number': 'ask',
  'mixed-decimals': 'ask',
  'mixed-scale': 'ask',
  'unsure-scale': 'ask',
  'value-out-of-scale': 'error',
  'mean-differs': 'notice',
  'bad-date': 'error',
  'two-digit-year': 'error',
  'ambiguous-date': 'ask',
  'serial-date': 'ask',
  'footnote-marks': 'notice',
  'number-as-text': 'notice',
  'period-range': 'notice',
  'odd-field': 'error',
  'missing-column': 'error',
  'mapping-lacks': 'error',
  'meant-twice': 'error',
  'alike-columns': 'error',
  'told-period': 'error',
  'other-period': 'ask',
  'too-many-columns': 'error',
  'same-field': 'ask',
  'unused-column': 'ask',
  'ignored-column': 'none',
  'skipped-rows': 'notice',
  'unsure-span': 'ask',
  'empty-cell': 'error',
  'bad-period': 'error',
  'yearless-period': 'none',
  'unknown-value': 'error',
  'unknown-status': 'notice',
  'code-padded': 'notice',
  'lost-zeros': 'ask',
  'unknown-question': 'ask',
  'missing-options': 'ask',
  'share-differs': 'ask',
  'shares-off': 'ask',
  'reused-id': 'notice',
  'unknown-indicator': 'error',
  'ambiguous-indicator': 'error',
  'unknown-place': 'error',
  'ambiguous-place': 'error',
  'long-name': 'error',
  'unknown-member': 'notice',
  'ended-kpi': 'notice',
  'value-out-of-range': 'ask',
  'unit-differs': 'ask',
  'duplicate-row': 'error',
};

/** How grave a problem is: its code says, but for what has been set aside already. */
export const severityOf = (problem: Pick<Problem, 'code'>): Severity =>
  'isSetAside' in problem ? 'notice' : SEVERITY[problem.code];

const OF_PERSONS: ReadonlySet<Problem['code']> = new Set([
  'personal-data',
  'personal-lines',
  'personal-sheets',
] as const);

/** What is not kept of a file, told before anything of it is. */
export const tellsOfPersons = ({ code }: Pick<Problem, 'code'>): boolean => OF_PERSONS.has(code);

const OF_MAPPING: ReadonlySet<Problem['code']> = new Set([
  'mapping-lacks',
  'meant-twice',
  'alike-columns',
  'told-period',
  'personal-told',
] as const);

/** A fault in what was said of the columns, and not in the file: told where they are asked about. */
export const isOfMapping = ({ code }: Pick<Problem, 'code'>): boolean => OF_MAPPING.has(code);

/** Can the file be read without guessing? */
export type Outcome = 'accept' | 'accept_with_notice' | 'ask' | 'reject';

const OUTCOMES: readonly (readonly [Severity, Outcome])[] = [
  ['error', 'reject'],
  ['ask', 'ask'],
  ['notice', 'accept_with_notice'],
];

/** The worst problem decides. */
export function outcomeOf(problems: readonly Problem[]): Outcome {
  const found = new Set(problems.map(severityOf));
  return OUTCOMES.find(([severity]) => found.has(severity))?.[1] ?? 'accept';
}

/** Stops a file though the table itself could be read. */
const STOPS: ReadonlySet<Problem['code']> = new Set(['unknown-layout', 'yearless-period'] as const);

/** What must be put right in the file; a doubt can be answered instead. */
export const isFault = (problem: Pick<Problem, 'code'>): boolean =>
  severityOf(problem) === 'error' || STOPS.has(problem.code);
