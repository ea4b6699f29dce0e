import type { Choices } from '#lib/domain/choices.ts';
import type { ObservationState } from '#lib/domain/observation.ts';
import { answerTo } from '#lib/domain/question.ts';
import type { Block, Option } from './blocks.ts';
import { questionOf, serviceIn } from './questions.ts';
import type { Share } from './questions.ts';
import { firstWord, hasNoView, isAmong, optionWord, scaleOf } from './scales.ts';

/** A share to be made of the answers: what it is called, and which of them count. */
export type Counted = {
  readonly indicator: string;
  /** One of those that count, as a question names it. */
  readonly word: string;
  readonly counts: (option: string) => boolean;
};

/** Answers that say something: those who do not know are in no share (formats 7). */
export const answering = ({ options }: Pick<Block, 'options'>): readonly Option[] =>
  options.filter(({ name }) => !hasNoView(name));

const nameOf = ({ service, question }: Pick<Block, 'service' | 'question'>) =>
  service === '' ? question : `${service}: ${question}`;

/** How many answers from which end somebody has said to count. */
const CHOSEN: Readonly<Record<string, readonly [from: number, to: number | undefined]>> = {
  first: [0, 1],
  'first-two': [0, 2],
  last: [-1, undefined],
  'last-two': [-2, undefined],
};

/** The questions of a file whose rule nobody has told. */
export type Unknown = { readonly question: string; readonly options: readonly string[] };

type Rule = readonly Counted[] | Unknown;

/** The answers that were chosen; none where the question is not to be read in. */
function chosenRule(block: Block, answers: Choices['answers']): Rule {
  const options = answering(block).map(({ name }) => name);
  const answer = answerTo(answers, 'unknown-question', block.question);
  if (answer === 'ignore') return [];
  const range = CHOSEN[answer ?? ''];
  if (!range) return { question: block.question, options };
  const words = options.slice(...range);
  const chosen = new Set(words.map(optionWord));
  const counts = (option: string) => chosen.has(optionWord(option));
  return [{ indicator: nameOf(block), word: words[0]!, counts }];
}

/** Kolada's code where it has one for the verksamhet; else the question's own words, for the first share alone. */
function namedShares(block: Block, shares: readonly Share[]) {
  const service = serviceIn(block.service, block.question) ?? '';
  const coded = shares.flatMap((share) => {
    const code = share.codes[service];
    return code === undefined ? [] : [{ share, indicator: code }];
  });
  return coded.length > 0 ? coded : [{ share: shares[0]!, indicator: nameOf(block) }];
}

/** What is to be counted of the answers to a question, or that nobody has said. */
export function ruleOf(block: Block, answers: Choices['answers']): Rule {
  const question = questionOf(block.question, serviceIn(block.service, block.question));
  const scale = scaleOf(answering(block).map(({ name }) => name));
  // A question we know, with answers of another kind, is not the one we know.
  if (!question || !scale) return chosenRule(block, answers);
  return namedShares(block, question.shares).map(({ share, indicator }) => ({
    indicator,
    word: firstWord(scale, share),
    counts: (option) => isAmong(scale, share, option),
  }));
}

export type Figure = {
  readonly value: number | null;
  readonly state: ObservationState;
  readonly printed: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly asked: number | null;
};

const numberIn = (cell: Option['count']): number | null =>
  cell?.state === 'value' && typeof cell.value === 'number' ? cell.value : null;

/** The sum, or null when any of them is not known. */
const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);

const countOf = (options: readonly Option[]) => sumOf(options.map(({ count }) => numberIn(count)));
const shareOf = (options: readonly Option[], scale: number) => {
  const sum = sumOf(options.map(({ share }) => numberIn(share)));
  return sum === null ? null : sum * scale;
};

const cellsOf = ({ options, n, asked }: Block) =>
  [...options.flatMap(({ count, share }) => [count, share]), n, asked].filter(
    (one) => one !== null,
  );

/** A cell that could not be read: its column has told of it, and nothing is made of the others. */
export const isBroken = (block: Block): boolean =>
  cellsOf(block).some(({ state }) => state === 'bad');

/** The mark of a block of which anything is hidden: with the rest it could be worked out. */
export const hiddenMark = (block: Block): string | null =>
  cellsOf(block).find(({ state }) => state === 'suppressed')?.text ?? null;

/** So near 100 do shares come that were rounded one by one. */
export const isWhole = (sum: number | null): boolean => sum !== null && Math.abs(sum - 100) <= 2;

/** What shares add up to: those of who answered, else all. Null when one of them is not known. */
export function wholeOf(block: Block, scale: number): number | null {
  const some = shareOf(answering(block), scale);
  if (isWhole(some)) return some;
  const all = shareOf(
    block.options.filter(({ share }) => share !== null && share.state === 'value'),
    scale,
  );
  return isWhole(all) ? all : some;
}

/** The share by the file's own shares; of those who have a view, also where it is told among all. */
function byShares(block: Block, counted: readonly Option[], scale: number): number | null {
  const [part, some] = [shareOf(counted, scale), shareOf(answering(block), scale)];
  if (part === null || some === null || isWhole(some) || some === 0) return part;
  return isWhole(wholeOf(block, scale)) ? (100 * part) / some : part;
}

/** How many answered, as it is told or by the counts; never where the file hides it. */
const answeredIn = ({ n, options }: Block): number | null =>
  n?.state === 'suppressed' ? null : (numberIn(n) ?? countOf(options));

const NOTHING = { value: null, numerator: null, denominator: null } as const;

const printsOf = (counted: readonly Option[]) =>
  counted.map(({ share, count }) => (share ?? count)?.text ?? '').join(' + ');

/** The first reason why there is no figure. */
function gapIn(block: Block): Pick<Figure, 'state' | 'printed'> {
  const gap = cellsOf(block).find(({ state, text }) => state !== 'value' && text !== '');
  return {
    state: gap?.state === 'not_applicable' ? 'not_applicable' : 'missing',
    printed: gap?.text ?? '',
  };
}

/** One share of a block: from the counts, which are exact; from the shares where there are no counts. */
export function figureOf(block: Block, { counts }: Counted, scale: number): Figure {
  const saying = answering(block);
  const counted = saying.filter(({ name }) => counts(name));
  const [numerator, denominator] = [countOf(counted), countOf(saying)];
  const answers = { n: answeredIn(block), asked: numberIn(block.asked) };
  const mark = hiddenMark(block);
  if (mark !== null) return { ...NOTHING, ...answers, state: 'suppressed', printed: mark };
  if (numerator !== null && denominator !== null && denominator > 0) {
    const value = (100 * numerator) / denominator;
    const printed = `${numerator} av ${denominator}`;
    return { ...answers, value, state: 'value', printed, numerator, denominator };
  }
  const isNone = counted.length === 0 && !isWhole(wholeOf(block, scale));
  const value = isNone ? null : byShares(block, counted, scale);
  return value === null
    ? { ...NOTHING, ...answers, ...gapIn(block) }
    : { ...NOTHING, ...answers, value, state: 'value', printed: printsOf(counted) };
}

/** Half a step of a share written without decimals, for each that was added. */
const ROUNDING = 0.6;

/** The answer whose share is another than the file's own counts say; null when they agree or one is missing. */
export function otherShare(
  block: Block,
  { counts }: Counted,
  { value, denominator }: Figure,
  scale: number,
): Option | null {
  if (value === null || denominator === null) return null;
  const counted = answering(block).filter(({ name }) => counts(name));
  const [first] = counted;
  if (!first) return null;
  const told = [shareOf(counted, scale), byShares(block, counted, scale)].filter(
    (one) => one !== null,
  );
  const agrees = (one: number) => Math.abs(one - value) <= ROUNDING * counted.length;
  return told.length === 0 || told.some(agrees) ? null : first;
}
