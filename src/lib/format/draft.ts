import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Statement, StatementKind } from '#lib/domain/statement.ts';
import {
  answersWords,
  changeWords,
  earlierValueWords,
  incompleteWords,
  judgedWords,
  othersWords,
  partsStatementWords,
  plannedWords,
  rankStatementWords,
  sexesWords,
  unitsWords,
} from './beside-words.ts';
import type { Word, Worded } from './draft-words.ts';
import {
  againstMeasuresWords,
  againstSuggestionWords,
  ceilingWords,
  changedAtMeetingWords,
  coverageWords,
  earlierStateWords,
  endsWords,
  lateWords,
  lifecycleWords,
  stateWords,
} from './goal-words.ts';
import {
  deviatingWords,
  indicatorTallyWords,
  missedWords,
  tallyWords,
  unjudgedWords,
} from './many-words.ts';
import { say, upperFirstToken } from './token.ts';
import type { Draft, Token, Tokens } from './token.ts';
import {
  againstTargetWords,
  laterTargetWords,
  noValueWords,
  notHeldWords,
  placeAgainstTargetWords,
  valueWords,
} from './value-words.ts';

/** A row for every kind of statement there is. */
const WORDS: { readonly [Kind in StatementKind]: Word<Kind> } = {
  value: valueWords,
  'no-value': noValueWords,
  'against-target': againstTargetWords,
  'place-against-target': placeAgainstTargetWords,
  'not-held': notHeldWords,
  change: changeWords,
  'earlier-value': earlierValueWords,
  planned: plannedWords,
  rank: rankStatementWords,
  others: othersWords,
  sexes: sexesWords,
  units: unitsWords,
  parts: partsStatementWords,
  answers: answersWords,
  incomplete: incompleteWords,
  'later-target': laterTargetWords,
  judged: judgedWords,
  state: stateWords,
  ceiling: ceilingWords,
  'against-suggestion': againstSuggestionWords,
  'against-measures': againstMeasuresWords,
  coverage: coverageWords,
  'earlier-state': earlierStateWords,
  'changed-at-meeting': changedAtMeetingWords,
  lifecycle: lifecycleWords,
  late: lateWords,
  ends: endsWords,
  tally: tallyWords,
  'indicator-tally': indicatorTallyWords,
  deviating: deviatingWords,
  missed: missedWords,
  unjudged: unjudgedWords,
};

const worded = (
  assessed: Assessed,
  statement: Statement,
  before: Statement | null,
): Worded | null => {
  const word = WORDS[statement.kind] as Word<StatementKind>;
  return word(statement as never, assessed, before);
};

/** One paragraph: each statement a sentence, or the end of the one before it. */
function paragraph(list: readonly Worded[]): Tokens {
  return list.reduce<Tokens>((all, { isClause, tokens }, at) => {
    const isLast = list[at + 1]?.isClause !== true;
    const start = isClause || at === 0 ? '' : ' ';
    const said = isClause ? tokens : upperFirstToken(tokens);
    return say`${all}${start}${said}${isLast ? '.' : ''}`;
  }, []);
}

/** Names and words of others may hold line breaks; a no-break space is meant. */
const onOneLine = (token: Token): Token => ({
  ...token,
  words: token.words.replace(/[^\S\u00a0\u202f]+/g, ' '),
});

/**
 * Statements as a paragraph of words and bound numbers; empty for none. The numbers are formatted as the pages format
 * them, and one that is hidden is in no statement.
 */
export const draftOf = (assessed: Assessed, statements: readonly Statement[]): Draft => ({
  tokens: paragraph(
    statements.flatMap((one, at) => worded(assessed, one, statements[at - 1] ?? null) ?? []),
  ).map(onOneLine),
});
