import type { TypedTable } from '../layouts/layout.ts';
import type { AnswerColumn, Kind } from './answers.ts';
import { wholeOf } from './figures.ts';
import type { Block } from './blocks.ts';

/** Columns whose answers nobody has said are counts or shares: by their decimals, their per cent, and their sums. */
export function kindsIn(
  { columns, lines }: TypedTable,
  answers: readonly AnswerColumn[],
): readonly (AnswerColumn & { readonly kind: Kind })[] {
  const open = answers.filter(({ kind }) => kind === null);
  const cells = open.flatMap(({ at }) => Array.from(lines, (_, row) => columns[at]!.cell(row)));
  const isPart = cells.some(
    ({ text, value }) => text.includes('%') || (typeof value === 'number' && value % 1 !== 0),
  );
  const kind = isPart || addUp(columns, lines, open) ? 'share' : 'count';
  return answers.map((one) => ({ ...one, kind: one.kind ?? kind }));
}

/** Two rows or more that each make a hundred are shares: so many answers are seldom the same twice. */
function addUp(
  columns: TypedTable['columns'],
  lines: TypedTable['lines'],
  open: readonly AnswerColumn[],
): boolean {
  const questions = new Set(open.map(({ question }) => question));
  const sums = [...questions].flatMap((question) =>
    Array.from(lines, (_, row) =>
      open
        .filter((one) => one.question === question)
        .reduce((sum, { at }) => sum + Number(columns[at]!.cell(row).value ?? 0), 0),
    ),
  );
  const filled = sums.filter((sum) => sum > 0);
  return filled.length > 1 && filled.every((sum) => Math.abs(sum - 100) <= 2);
}

/** What the shares of a file are multiplied by: 100 where they are parts of one, as their sums show. */
export function shareScale(blocks: readonly Block[]): 1 | 100 {
  const cells = blocks.flatMap(({ options }) => options.flatMap(({ share }) => share ?? []));
  const isOfOne = cells.every(
    ({ value, text }) => typeof value !== 'number' || (value <= 1 && !text.includes('%')),
  );
  const isOne = (sum: number | null) => sum !== null && Math.abs(sum - 1) <= 0.02;
  return isOfOne && blocks.some((block) => isOne(sumOfOne(block))) ? 100 : 1;
}

/** The sum as it stands: of one, or of a hundred. */
function sumOfOne(block: Block): number | null {
  const sum = wholeOf(block, 100);
  return sum === null ? null : sum / 100;
}
