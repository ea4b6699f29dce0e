import { fold } from '../fold.ts';
import { missingMark } from '../marks.ts';
import { statementOf } from './statements.ts';

/* The cells of a file with a row for each person who answered. */

export type StatementColumn = { readonly at: number; readonly statement: string };

/** Columns headed by one of the nine statements; of two of one the first. */
export function statementColumns(header: readonly string[]): readonly StatementColumn[] {
  const found = new Map<string, number>();
  header.forEach((name, at) => {
    const statement = statementOf(name);
    if (statement !== null && !found.has(statement)) found.set(statement, at);
  });
  return [...found].map(([statement, at]) => ({ at, statement }));
}

const NO_ANSWER =
  /^(?:vet (?:ej|inte)|ingen (?:åsikt|uppfattning)|(?:ej|inget) svar|vill (?:ej|inte) svara)$/;
/** `5`, and `5 Stämmer mycket bra`. */
const ANSWER = /^([1-5])(?: ?[-–:.=]? ?\p{L}.*)?$/u;

/** An answer 1–5, null for none, undefined for what is none of the scale. */
export function answerIn(text: string): number | null | undefined {
  if (missingMark(text) !== null || NO_ANSWER.test(fold(text))) return null;
  const [, answer] = ANSWER.exec(text) ?? [];
  return answer === undefined ? undefined : Number(answer);
}

const ANSWER_ID =
  /^(?:respondent|svars?|svarande|deltagar|enkät)?[-_ ]?(?:id|nr|nummer)$|^(?:respondent|löpnummer|löpnr)$/;

/** What heads a number of each who answered: then a row is one of them. */
export const isAnswerId = (heading: string): boolean => ANSWER_ID.test(fold(heading));
