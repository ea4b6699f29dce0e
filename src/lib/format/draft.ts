import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Statement, StatementKind } from '#lib/domain/statement.ts';
import {
  tellAnswers,
  tellChange,
  tellEarlierValue,
  tellIncomplete,
  tellJudged,
  tellOthers,
  tellParts,
  tellPlanned,
  tellRank,
  tellSexes,
  tellUnits,
} from './beside-words.ts';
import type { Word, Worded } from './draft-words.ts';
import {
  tellAgainstMeasures,
  tellAgainstSuggestion,
  tellCeiling,
  tellChangedAtMeeting,
  tellCoverage,
  tellEarlierState,
  tellEnds,
  tellLate,
  tellLifecycle,
  tellState,
} from './goal-words.ts';
import {
  tellDeviating,
  tellIndicatorTally,
  tellMissed,
  tellTally,
  tellUnjudged,
} from './many-words.ts';
import { say, upperFirstToken } from './token.ts';
import type { Draft, Token, Tokens } from './token.ts';
import {
  tellAgainstTarget,
  tellLaterTarget,
  tellNoValue,
  tellNotHeld,
  tellPlaceAgainstTarget,
  tellValue,
} from './value-words.ts';

/** A row for every kind of statement there is. */
const WORDS: { readonly [Kind in StatementKind]: Word<Kind> } = {
  value: tellValue,
  'no-value': tellNoValue,
  'against-target': tellAgainstTarget,
  'place-against-target': tellPlaceAgainstTarget,
  'not-held': tellNotHeld,
  change: tellChange,
  'earlier-value': tellEarlierValue,
  planned: tellPlanned,
  rank: tellRank,
  others: tellOthers,
  sexes: tellSexes,
  units: tellUnits,
  parts: tellParts,
  answers: tellAnswers,
  incomplete: tellIncomplete,
  'later-target': tellLaterTarget,
  judged: tellJudged,
  state: tellState,
  ceiling: tellCeiling,
  'against-suggestion': tellAgainstSuggestion,
  'against-measures': tellAgainstMeasures,
  coverage: tellCoverage,
  'earlier-state': tellEarlierState,
  'changed-at-meeting': tellChangedAtMeeting,
  lifecycle: tellLifecycle,
  late: tellLate,
  ends: tellEnds,
  tally: tellTally,
  'indicator-tally': tellIndicatorTally,
  deviating: tellDeviating,
  missed: tellMissed,
  unjudged: tellUnjudged,
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
