import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { indexes } from './column-problems.ts';
import type { TypedTable } from './layouts/layout.ts';

/** Codes of one length, by what their column is called (SCB: kommunkod LLKK, länskod LL). */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^kommun(?:kod|nr|nummer|[-_ ]?id)$/i, 4],
  [/^län(?:s)?(?:kod|nr)$/i, 2],
];

const lengthOf = (column: string) => LENGTHS.find(([name]) => name.test(column))?.[1];
const isShort = (text: string, length: number) => /^\d+$/.test(text) && text.length === length - 1;

/** The code with its zero, where somebody has said that the column lost them. */
export function withZeros(column: string, text: string, answers: Choices['answers']): string {
  const length = lengthOf(column);
  if (length === undefined || !isShort(text, length)) return text;
  return answerTo(answers, 'lost-zeros', column) === 'pad' ? text.padStart(length, '0') : text;
}

/** Excel takes 0461 for a number: a code that is one digit short is asked about, and kept as it is. */
export function lostZeros({ header, lines, columns }: TypedTable): Problem[] {
  return header.flatMap((column, at): Problem[] => {
    const length = lengthOf(column);
    if (length === undefined) return [];
    const { texts } = columns[at]!;
    const short = indexes(texts, (text) => isShort(text, length));
    const [first] = short;
    if (first === undefined) return [];
    const [line, value] = [lines[first]!, texts.at(first)];
    return [{ code: 'lost-zeros', line, column, value, lines: short.length }];
  });
}
