import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerOf } from '#lib/domain/question.ts';
import { roundTo } from '#lib/domain/shown-decimals.ts';
import { wordsOf } from './statements.ts';

/** How a file writes HME: the mean of the answers 1–5, the index 0–100, or the index as a share of one. */
export type Scale = 'mean' | 'index' | 'share' | 'index-among-others';

type Rule = {
  readonly from: number;
  readonly to: number;
  readonly toIndex: (value: number) => number;
};

/**
 * Kolada turns the answers 1–5 of each question into an index 0–100 (U00200). The step is linear, as
 * the sister measure Servicemätning spells it out: 1 is 0, 2 is 25, 3 is 50, 4 is 75, 5 is 100 (N00671).
 */
export const toIndexOfMean = (mean: number): number => ((mean - 1) / 4) * 100;

const SCALES: Readonly<Record<Scale, Rule>> = {
  mean: { from: 1, to: 5, toIndex: toIndexOfMean },
  index: { from: 0, to: 100, toIndex: (index) => index },
  share: { from: 0, to: 1, toIndex: (share) => share * 100 },
  // Where a file mixes, what is as small as a mean is one: called an index it would go in as 4 of 100.
  'index-among-others': { from: 5, to: 100, toIndex: (index) => index },
};

/** More decimals than anybody prints, and fewer than those where binary fractions show. */
const DECIMALS = 10;
export const tidy = (value: number): number => roundTo(value, DECIMALS);

/** A figure of the file with where it stands. */
export type Figure = {
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly value: number;
};

/** The index a figure is on its scale, or what is wrong with it: a scale of 1–6 or 1–10 is none of ours. */
export function toIndex({ text, value, ...at }: Figure, scale: Scale): number | Problem {
  const { from, to, toIndex: convert } = SCALES[scale];
  return value < from || value > to
    ? { code: 'value-out-of-scale', ...at, value: text, from, to }
    : tidy(convert(value));
}

const MEAN = /^(?:medel|medelvärde|medeltal|snitt|genomsnitt)$/;

/** The scale that a heading says; null where it says none, or both. */
export function headingScale(heading: string): Scale | null {
  const words = wordsOf(heading);
  const isMean = words.some((word) => MEAN.test(word));
  const isIndex = words.some((word) => word.endsWith('index'));
  if (isMean === isIndex) return null;
  return isMean ? 'mean' : 'index';
}

const looksLike = ({ value }: Figure): Scale =>
  value < 1 ? 'share' : value <= 5 ? 'mean' : 'index';

/** Local surveys have scales of 1–6 and 1–10 (formats 6): so small an index of everybody is not to be believed unasked. */
const SMALL = 10;
const areSmall = (figures: readonly Figure[]) =>
  figures.length > 0 && figures.every(({ value }) => value <= SMALL);

/** What a heading says of its figures. An index of 0–10 all through is of another scale under the wrong word, or else asked about. */
export function saidScale(heading: string, figures: readonly Figure[]): Scale | null {
  const said = headingScale(heading);
  return said === 'index' && areSmall(figures) ? null : said;
}

/** What most of the figures look like; of two as common the larger scale. */
function usual(figures: readonly Figure[]): Scale {
  const count = (scale: Scale) => figures.filter((one) => looksLike(one) === scale).length;
  const [first] = (['index', 'mean', 'share'] as const).toSorted((a, b) => count(b) - count(a));
  return first!;
}

/** What there is to ask about figures whose heading says no scale; null where they show it themselves. */
function doubt(figures: readonly Figure[], column: string): Problem | null {
  const looks = new Set(figures.map(looksLike));
  if (looks.size === 0) return null;
  if (looks.size === 1 && looks.has('index') && !areSmall(figures)) return null;
  const isMixed = looks.size > 1 || looks.has('share');
  const most = looks.size > 1 ? usual(figures) : null;
  const odd = figures.filter((one) => looksLike(one) !== most);
  const isInColumn = (one: Figure) => one.column === column;
  const { line, text: value } = odd.find(isInColumn) ?? figures.find(isInColumn) ?? odd[0]!;
  const lines = new Set(odd.map((one) => one.line)).size;
  return isMixed
    ? { code: 'mixed-scale', line, column, value, lines, among: 'hme' }
    : { code: 'unsure-scale', line, column, value, lines };
}

export type ScaleReading = {
  /** Null until somebody has said which. */
  readonly scale: Scale | null;
  readonly problems: readonly Problem[];
};

/**
 * The one scale of all the figures, never judged row by row: 1–5 may be means or indexes, and 6–10 of
 * a scale that is none of ours; what mixes is asked about too. `column` is what the question is asked of.
 */
export function scaleOf(
  figures: readonly Figure[],
  column: string,
  answers: Choices['answers'],
): ScaleReading {
  const problem = doubt(figures, column);
  if (problem === null) return { scale: 'index', problems: [] };
  const answer = answerOf(problem, answers);
  const said = answer === 'mean' || answer === 'index' || answer === 'share' ? answer : null;
  const isMixed =
    problem.code === 'mixed-scale' && figures.some((one) => looksLike(one) === 'index');
  const scale = said === 'index' && isMixed ? 'index-among-others' : said;
  return { scale, problems: [problem] };
}
