import { fold } from '../fold.ts';
import type { Table } from '../table.ts';
import type { Positions } from './fields.ts';
import { isOption } from './scales.ts';

/*
 * Where the answers stand. Three ways: a row for each answer; a column for each answer to the question
 * of the row; a column for each answer to each question, named in one header row or in two.
 */

export type Kind = 'count' | 'share';

/** A column of answers; null for what its rows say, or nobody. */
export type AnswerColumn = {
  readonly at: number;
  readonly question: string | null;
  readonly option: string;
  readonly kind: Kind | null;
};

const KIND_WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'share',
    /^(?:andel|procent)(?: i procent| \(%\)| %)?[ :–-]+|[ ,:–-]*[([]?(?:andel|procent|%)(?: ?\(?%\)?)?[)\]]?$/,
  ],
  ['count', /^(?:antal|n)[ :–-]+|[ ,:–-]*[([]?\b(?:antal(?: svar)?|st|n)[)\]]?$/],
];

/** "Ja (antal)", "Andel Ja" and "Ja, %" are Ja, and say how it is told. */
function optionIn(text: string): { readonly option: string; readonly kind: Kind | null } {
  const folded = fold(text);
  for (const [kind, words] of KIND_WORDS) {
    const match = words.exec(folded);
    if (!match || match[0].length === folded.length) continue;
    const option =
      match.index === 0 ? text.trim().slice(match[0].length) : text.trim().slice(0, match.index);
    if (isOption(option)) return { option: option.trim(), kind };
  }
  return { option: text.trim(), kind: null };
}

const kindIn = (text: string): Kind | null => {
  const [, kind] = /^(antal|andel|procent)/.exec(fold(text)) ?? [];
  if (kind === undefined) return null;
  return kind === 'antal' ? 'count' : 'share';
};

/** "Är du rädd? – Aldrig", "Är du rädd? [Aldrig]", "Är du rädd?: Aldrig". */
const JOINED = /^(.+\?)[\s:;|/–-]*[([]?(.+?)[)\]]?$/;

function joined(name: string): Omit<AnswerColumn, 'at'> | null {
  const [, question, rest] = JOINED.exec(name) ?? [];
  if (question === undefined || rest === undefined) return null;
  const found = optionIn(rest);
  return isOption(found.option) ? { question, ...found } : null;
}

function columnOf(
  { header, under }: Pick<Table, 'header' | 'under'>,
  at: number,
  hasQuestion: boolean,
): AnswerColumn | null {
  const [name, group] = [header[at]!, under[at] ?? null];
  const alone = optionIn(group?.name ?? name);
  if (hasQuestion && isOption(alone.option)) {
    const kind = alone.kind ?? (group && kindIn(group.over));
    return { at, question: null, ...alone, kind };
  }
  if (hasQuestion) return null;
  if (group) return { at, question: group.over, ...alone };
  const one = joined(name);
  return one && { at, ...one };
}

/** The columns of answers, where each is one; none where the rows are, or the names are no answers. */
export function answerColumns(
  table: Pick<Table, 'header' | 'under'>,
  positions: Positions,
): readonly AnswerColumn[] {
  if (positions.option !== undefined) return [];
  const hasQuestion = positions.question !== undefined;
  const all = table.header.flatMap((_, at) => columnOf(table, at, hasQuestion) ?? []);
  const isAny = all.filter(({ option }) => isOption(option)).length > 1;
  return isAny ? all : [];
}
