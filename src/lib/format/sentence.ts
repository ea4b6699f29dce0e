import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Board } from '#lib/domain/board.ts';
import type { Aspect, Occasion } from '#lib/domain/model.ts';
import type { Tally } from '#lib/domain/tally.ts';
import { NOT_A_STEP, occasionWord, tallyWord, UNKNOWN_WHY } from './labels.ts';
import { formatPeriod, lowerFirst, withUnit } from './sv.ts';
import { decimalsOf, distanceWords, formatValue } from './value.ts';

/** "1 av 4 verksamhetsfokus bedöms uppnås till årsredovisningen 2023, 3 delvis." Null for none. */
export function tallySentence(
  tally: Tally,
  plural: string,
  aspect: Aspect,
  forecast: Occasion | null,
): string | null {
  const [first, ...rest] = tally.parts;
  if (!first) return null;
  const word =
    first.kind === 'step'
      ? lowerFirst(first.step.word[aspect])
      : `är ${NOT_A_STEP[first.kind].many}`;
  const horizon =
    first.kind === 'step' && aspect === 'forecast' && forecast
      ? ` till ${occasionWord(forecast)}`
      : '';
  return `${[`${first.count} av ${tally.of} ${plural} ${word}${horizon}`, ...rest.map(tallyWord)].join(', ')}.`;
}

/** The state of a board in a few sentences: goals first, then indicators. */
export function boardSentence(assessed: Assessed, board: Board): string {
  const levels = board.tallies
    .filter((one) => one.level.holds === 'goal')
    .map(({ level, tally, aspect }) =>
      tallySentence(tally, level.plural, aspect, assessed.forecastOccasion),
    );
  const indicators =
    board.indicatorTally && tallySentence(board.indicatorTally, 'indikatorer', 'outcome', null);
  return [...levels, indicators].filter((sentence) => sentence !== null).join(' ');
}

/** How an indicator stands, in one breath: "102 dagar under januari–juni 2023, 12 dagar över målvärdet." */
export function indicatorSentence(one: AssessedIndicator): string {
  const { observation } = one.verdict.because;
  if (!observation)
    return UNKNOWN_WHY[one.verdict.verdict === 'unknown' ? one.verdict.why : 'no-value'];
  const value = withUnit(formatValue(observation, decimalsOf(one)), one.measure.unit);
  const distance = distanceWords(one);
  const head = `${value}, ${formatPeriod(observation.period)}${distance ? `: ${distance}` : ''}.`;
  return one.verdict.verdict === 'unknown' ? `${head} ${UNKNOWN_WHY[one.verdict.why]}` : head;
}
