import type { Choices } from './choices.ts';
import { severityOf } from './severity.ts';
import type { Problem } from './problem.ts';

/*
 * Doubt is asked, never guessed (DESIGN 6): every problem that is a question, and what can be
 * answered. An answer goes for a whole column, or a whole file; never for one row of many.
 */

type Of<Code extends Problem['code']> = Extract<Problem, { code: Code }>;

export type Answer =
  /** It means what it says. */
  | 'as-written'
  | 'repair'
  | 'decimal'
  | 'thousands'
  | 'day-first'
  | 'month-first'
  | 'days'
  | 'pad'
  | 'ignore'
  | 'mean'
  | 'index'
  | 'share'
  /** Which answers to a question of a survey count, of those that are listed. */
  | 'first'
  | 'first-two'
  | 'last'
  | 'last-two'
  | 'nil'
  | 'missing'
  | 'month'
  | 'year-to-date'
  | 'twelve-months'
  /** The first, second … of several columns. */
  | `column-${number}`;

/** The codes that are asked about. */
export type Ask =
  | 'double-encoded'
  | 'damaged-text'
  | 'one-column'
  | 'no-header'
  | 'duplicate-column'
  | 'ambiguous-number'
  | 'mixed-decimals'
  | 'mixed-scale'
  | 'unsure-scale'
  | 'ambiguous-date'
  | 'serial-date'
  | 'same-field'
  | 'unused-column'
  | 'other-period'
  | 'lost-zeros'
  | 'unknown-question'
  | 'missing-options'
  | 'share-differs'
  | 'shares-off'
  | 'nil-or-missing'
  | 'unsure-span'
  | 'value-out-of-range'
  | 'unit-differs'
  | 'persons-column'
  | 'removed-file';

const eachOf = (columns: readonly unknown[]) => columns.map((_, at): Answer => `column-${at + 1}`);

/** Which of so many answers may count: some from either end, and never all. */
function choicesOf(options: number): readonly Answer[] {
  if (options > 2) return ['first', 'first-two', 'last-two', 'last'];
  return options === 2 ? ['first', 'last'] : ['first'];
}

const ANSWERS: { readonly [Code in Ask]: (problem: Of<Code>) => readonly Answer[] } = {
  'double-encoded': () => ['repair', 'as-written'],
  'damaged-text': () => ['as-written'],
  'one-column': () => ['as-written'],
  'no-header': () => ['as-written'],
  'duplicate-column': ({ columns }) => eachOf(columns),
  'ambiguous-number': () => ['decimal', 'thousands'],
  'mixed-decimals': () => ['decimal'],
  'mixed-scale': ({ among }) => (among === 'hme' ? ['mean', 'index', 'share'] : ['as-written']),
  'unsure-scale': ({ among }) => (among === 'nki' ? ['index'] : ['mean', 'index']),
  'ambiguous-date': () => ['day-first', 'month-first'],
  'serial-date': () => ['days'],
  'same-field': ({ columns }) => eachOf(columns),
  'unused-column': () => ['ignore'],
  'other-period': () => ['as-written'],
  'lost-zeros': () => ['pad'],
  'unknown-question': ({ options }) => [...choicesOf(options.length), 'ignore'],
  'missing-options': () => ['as-written'],
  'share-differs': () => ['as-written'],
  'shares-off': () => ['as-written'],
  'nil-or-missing': () => ['nil', 'missing'],
  'unsure-span': () => ['month', 'year-to-date', 'twelve-months', 'as-written'],
  'value-out-of-range': () => ['as-written'],
  'unit-differs': () => ['as-written'],
  'persons-column': () => ['as-written'],
  'removed-file': () => ['as-written'],
};

const isAsked = (problem: Problem): problem is Of<Ask> => problem.code in ANSWERS;

/** Asked once, whatever column shows the doubt first. */
const OF_THE_FILE: ReadonlySet<Ask> = new Set(['nil-or-missing', 'unsure-span'] as const);

/** What a question is about, within its kind: a column, an indicator, a field; '' for the file. */
function aboutOf(problem: Of<Ask>): string {
  if (OF_THE_FILE.has(problem.code)) return '';
  if ('indicator' in problem && problem.indicator !== undefined) return problem.indicator;
  if ('meaning' in problem) return problem.meaning;
  // Yes to one period is no yes to the next that is told.
  if (problem.code === 'other-period') return `${problem.column}: ${problem.value}`;
  return 'column' in problem ? problem.column : '';
}

export type Question = { readonly key: string; readonly answers: readonly Answer[] };

/** The key a question is answered by. */
export const questionKey = (code: Ask, about = ''): string =>
  about === '' ? code : `${code}|${about}`;

/** Two problems may ask the same: an HME column that mixes scales without some rows is only unsure. */
const kindOf = (problem: Of<Ask>): Ask =>
  'among' in problem && problem.among === 'hme' ? 'unsure-scale' : problem.code;

/** What a problem asks; null where it is no question. */
export function questionOf(problem: Problem): Question | null {
  if (!isAsked(problem)) return null;
  const answersTo = ANSWERS[problem.code] as (problem: Of<Ask>) => readonly Answer[];
  return { key: questionKey(kindOf(problem), aboutOf(problem)), answers: answersTo(problem) };
}

/** What has been answered about something, by its own key or for all of its kind; null when nothing. */
export const answerTo = (answers: Choices['answers'], code: Ask, about = ''): string | null =>
  answers[questionKey(code, about)] ?? answers[code] ?? null;

/** The answer that a problem's question has been given; null for none, and for one it does not take. */
export function answerOf(problem: Problem, answers: Choices['answers']): Answer | null {
  if (!isAsked(problem)) return null;
  const given = answerTo(answers, kindOf(problem), aboutOf(problem));
  return questionOf(problem)?.answers.find((one) => one === given) ?? null;
}

/** Columns that may hold names of persons, as long as nobody has said that they do not. Nothing of them is quoted. */
export const doubtedPersons = (
  problems: readonly Problem[],
  answers: Choices['answers'],
): readonly string[] =>
  problems.flatMap((one) =>
    one.code === 'persons-column' && answerOf(one, answers) === null ? [one.column] : [],
  );

/** What still stands between a file and storing it, when its questions have been answered so. */
export const unanswered = (
  problems: readonly Problem[],
  answers: Choices['answers'],
): readonly Problem[] =>
  problems.filter(
    (problem) => severityOf(problem) !== 'ask' || answerOf(problem, answers) === null,
  );
