import type { Problem } from '#lib/domain/problem.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { TypedTable } from '../layouts/layout.ts';
import type { Block, Option } from './blocks.ts';
import {
  answering,
  figureOf,
  hiddenMark,
  isBroken,
  isWhole,
  otherShare,
  ruleOf,
  wholeOf,
} from './figures.ts';
import type { Counted } from './figures.ts';
import { optionWord } from './scales.ts';

/*
 * What is asked about answers before they are made figures: once for a question or a column, with the
 * first place. Nothing of it quotes a figure, for it may be that of a few.
 */

type Doubt = Extract<
  Problem,
  { code: 'unknown-question' | 'missing-options' | 'share-differs' | 'shares-off' }
>;
type Found = { readonly about: string; readonly problem: Doubt };

/** The first problem about each thing, with how many there are. */
const once = (found: readonly Found[]): Problem[] =>
  [...groupBy(found, ({ problem, about }) => `${problem.code} ${about}`).values()].map((same) => ({
    ...same[0]!.problem,
    lines: same.length,
  }));

type Known = { readonly block: Block; readonly counted: readonly Counted[] };

/** A question that no rule is known of, with the answers there are to choose among. */
function unknownQuestions(blocks: readonly Block[], table: TypedTable, header: string): Found[] {
  return blocks.flatMap((block): Found[] => {
    // Asked with nothing answered, so that the question stays when it is.
    const rule = ruleOf(block, {});
    if (!('options' in rule)) return [];
    const { question } = block;
    const [first] = block.options;
    const place = { line: first!.line, column: header || table.header[first!.column - 1]! };
    const said = { value: question, indicator: question, options: rule.options, lines: 1 };
    return [{ about: question, problem: { code: 'unknown-question', ...place, ...said } }];
  });
}

/** Answers that others to the same question have and a block has not: nobody, or left out? */
function lacking(known: readonly Known[], table: TypedTable): Found[] {
  const sameQuestion = groupBy(known, ({ block }) => `${block.service}\n${block.question}`);
  return [...sameQuestion.values()].flatMap((same) => {
    const names = new Map(
      same.flatMap(({ block }) => answering(block).map(({ name }) => [optionWord(name), name])),
    );
    return same.flatMap(({ block, counted }): Found[] => {
      const own = new Set(answering(block).map(({ name }) => optionWord(name)));
      const [other] = [...names].filter(([word]) => !own.has(word)).map(([, name]) => name);
      const isCounted = ({ counts }: Counted) => answering(block).some(({ name }) => counts(name));
      const value = other ?? counted.find((one) => !isCounted(one))?.word;
      const first = block.options[0]!;
      if (value === undefined) return [];
      const place = { line: first.line, column: table.header[first.column - 1]! };
      const said = { value, indicator: block.question, lines: 1 };
      return [{ about: block.question, problem: { code: 'missing-options', ...place, ...said } }];
    });
  });
}

const isComplete = (block: Block, scale: number) => isWhole(wholeOf(block, scale));

function shareDoubts({ block, counted }: Known, table: TypedTable, scale: number): Found[] {
  return counted.flatMap((one): Found[] => {
    const figure = figureOf(block, one, scale);
    const placeOf = ({ line, column }: Option) => ({ line, column: table.header[column - 1]! });
    const other = otherShare(block, one, figure, scale);
    if (other) {
      const place = placeOf(other);
      const problem = { code: 'share-differs', ...place, value: other.name, lines: 1 } as const;
      return [{ about: place.column, problem }];
    }
    if (figure.value === null || figure.denominator !== null || isComplete(block, scale)) return [];
    const place = placeOf(block.options[0]!);
    const value = block.question;
    return [{ about: place.column, problem: { code: 'shares-off', ...place, value, lines: 1 } }];
  });
}

export function doubtsOf(
  blocks: readonly Block[],
  table: TypedTable,
  scale: number,
  header: string,
): Problem[] {
  const readable = blocks.filter((block) => !isBroken(block));
  const known = readable
    .filter((block) => hiddenMark(block) === null)
    .flatMap((block): Known[] => {
      const rule = ruleOf(block, table.answers);
      return 'options' in rule ? [] : [{ block, counted: rule }];
    });
  const partial = known.filter(({ block }) => !isComplete(block, scale));
  return once([
    ...unknownQuestions(readable, table, header),
    ...lacking(
      partial.filter(({ counted }) => counted.length > 0),
      table,
    ),
    ...known.flatMap((one) => shareDoubts(one, table, scale)),
  ]);
}
