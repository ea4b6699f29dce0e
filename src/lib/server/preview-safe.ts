import type { Choices } from '#lib/domain/choices.ts';
import { MOST_SHOWN } from '#lib/domain/preview.ts';
import type { Line } from '#lib/domain/preview.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { doubtedPersons } from '#lib/domain/question.ts';
import { smallCountOf } from '#lib/domain/small-count.ts';
import { lineTexts } from '#lib/ingest/line-texts.ts';
import { signIn } from '#lib/ingest/personal-signs.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { InputFile } from '#lib/ingest/read-file.ts';
import { redactedLine } from '#lib/ingest/redact.ts';
import { HIDDEN_FIGURE, isFigure, smallLines, withoutFigures } from '#lib/ingest/small-lines.ts';
import type { SaidColumns } from '#lib/ingest/small-lines.ts';
import { BETWEEN } from '#lib/ingest/workbook/sheet-lines.ts';
import type { Db } from './db/client.ts';
import * as measures from './db/measures.ts';
import type { Examined } from './examine.ts';

/* What a preview quotes of a file as it stands, without figures about a few and what tells of persons. */

/** That of HME, for what nobody knows yet; higher where the file is of a survey that hides more. */
const LEAST_LIMIT = 10;

export const limitOf = (db: Db, { resolution }: Examined): number =>
  Math.max(LEAST_LIMIT, ...measures.listByIds(db, resolution.measures).map(smallCountOf));

const saidIn = ({ mapping }: Choices): SaidColumns | null => mapping && { mapping, isGuess: false };

/** Rows that stay out, as they stand; where any row of the file is of a few, no figures of them. */
export function leftOutLines(file: InputFile, choices: Choices, limit: number): readonly Line[] {
  if (choices.leftOut.length === 0) return [];
  const reading = readFile(file, { ...choices, leftOut: [] });
  const { table, delimiter, sheet } = reading;
  const between = sheet === null ? delimiter : BETWEEN;
  const isOfFew = table !== null && smallLines(table, limit, saidIn(choices)).size > 0;
  const [heading] = lineTexts(file.bytes, table ? [table.headerLine] : [], sheet);
  const shown = choices.leftOut.slice(0, MOST_SHOWN);
  const doubted = doubtedPersons(reading.problems, choices.answers);
  const notKept = { ...reading.notKept, columns: [...reading.notKept.columns, ...doubted] };
  return lineTexts(file.bytes, shown, sheet).map(({ line, text }) => {
    const safe = redactedLine(text, heading?.text ?? '', {
      ...reading,
      notKept,
      delimiter: between,
    });
    return { line, text: isOfFew ? withoutFigures(safe, between) : safe };
  });
}

/** A cell of a column that is not kept, or one that tells of a person wherever it stands, is not quoted. */
function isOfPerson(problem: Problem, columns: readonly string[]): boolean {
  if (!('value' in problem)) return false;
  const isInColumn = 'column' in problem && columns.includes(problem.column);
  return isInColumn || signIn(problem.value) !== null;
}

/** A figure on a line that rests on few answers is not quoted. */
export function safeProblems(examined: Examined, limit: number): readonly Problem[] {
  const { reading, problems, choices } = examined;
  const small = reading.table
    ? smallLines(reading.table, limit, saidIn(choices))
    : new Set<number>();
  const doubted = doubtedPersons(problems, choices.answers);
  const columns = [...reading.notKept.columns, ...doubted];
  return problems.map((problem) => {
    if (isOfPerson(problem, columns)) return { ...problem, value: HIDDEN_FIGURE };
    const quotes = 'value' in problem && 'line' in problem && small.has(problem.line);
    return quotes && isFigure(problem.value) ? { ...problem, value: HIDDEN_FIGURE } : problem;
  });
}
