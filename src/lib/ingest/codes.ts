import type { Problem } from '#lib/domain/problem.ts';
import type { TypedTable } from './layouts/layout.ts';

/** Codes of one length, by what their column is called (SCB: kommunkod LLKK, länskod LL). */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^kommun(?:kod|nr|nummer|[-_ ]?id)$/i, 4],
  [/^län(?:s)?(?:kod|nr)$/i, 2],
];

/** Excel takes 0461 for a number: a code that is one digit short is asked about, and kept as it is. */
export function lostZeros({ header, lines, columns }: TypedTable): Problem[] {
  return header.flatMap((column, at): Problem[] => {
    const length = LENGTHS.find(([name]) => name.test(column))?.[1];
    if (length === undefined) return [];
    const { texts } = columns[at]!;
    const isShort = (text: string) => /^\d+$/.test(text) && text.length === length - 1;
    const first = texts.findIndex(isShort);
    if (first < 0) return [];
    const count = texts.filter(isShort).length;
    return [
      { code: 'lost-zeros', line: lines[first]!, column, value: texts[first]!, lines: count },
    ];
  });
}
