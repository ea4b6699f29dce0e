import type { Problem } from '#lib/domain/problem.ts';
import type { Distinct } from './distinct.ts';
import type { ReadObservation } from './layouts/layout.ts';
import type { Match } from './match.ts';
import type { Rows } from './rows.ts';

/** So much of it is told. */
const TOLD = 100;
/** On more lines than these it is no fault of each of them: it may be a heading. */
const MOST = 20;

function linesOf(
  rows: Rows<ReadObservation>,
  { codes, firstLines }: Distinct<unknown>,
  at: number,
) {
  // Rows that could not be read have no code, and are the first of the name at the most.
  const lines = new Set([firstLines[at]!]);
  for (let row = 0; row < rows.length; row += 1)
    if (codes[row] === at) lines.add(rows.at(row).line);
  return [...lines].toSorted((a, b) => a - b);
}

/** Cells too long to be the name of anything, row by row so that each can be left out. */
export const longNames = (
  rows: Rows<ReadObservation>,
  all: Distinct<string | null>,
  matches: readonly Match<unknown>[],
  column: string,
): Problem[] =>
  matches.flatMap((match, at): Problem[] => {
    const name = all.values[at] ?? null;
    if (name === null || !('code' in match) || match.code !== 'long') return [];
    const lines = linesOf(rows, all, at);
    const told = { column, value: name.slice(0, TOLD), length: name.length };
    return lines.length > MOST
      ? [{ code: 'long-name', ...told, line: lines[0]!, lines: lines.length }]
      : lines.map((line) => ({ code: 'long-name', ...told, line, lines: 1 }));
  });
