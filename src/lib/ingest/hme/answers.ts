import type { PersonalData, Problem } from '#lib/domain/problem.ts';
import { fold } from '../fold.ts';
import type { TypedTable } from '../layouts/layout.ts';
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

const PERSONAL: readonly (readonly [RegExp, PersonalData])[] = [
  [
    /^(?:respondent|svars?|svarande|deltagar|enkät)?[-_ ]?(?:id|nr|nummer)$|^(?:respondent|löpnummer|löpnr)$/,
    'answer-id',
  ],
  [/datum|tidpunkt|tidsstämpel|timestamp|(?:^| )(?:start|slut|svars)tid$/, 'answer-date'],
  [/fritext|fritt|öppet|öppen|kommentar|övrigt|synpunkt|motivera|beskriv/, 'free-text'],
  [/e-?post|e-?mail/, 'e-mail'],
  [/telefon|mobil/, 'phone'],
  [/personn(?:umme)?r/, 'personal-number'],
  [/^(?:för|efter)?namn$/, 'name'],
];

export const personalKind = (heading: string): PersonalData | null =>
  PERSONAL.find(([word]) => word.test(fold(heading)))?.[1] ?? null;

/** Columns that tell of persons: told of, and never read. */
export const personalColumns = ({ header, headerLine, columns }: TypedTable): Problem[] =>
  header.flatMap((column, at): Problem[] => {
    const kind = personalKind(column);
    if (kind === null) return [];
    let lines = 0;
    columns[at]!.texts.forEach((text) => {
      if (text !== '') lines += 1;
    });
    return [{ code: 'personal-data', line: headerLine, column, kind, lines }];
  });
