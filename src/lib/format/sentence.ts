import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Board } from '#lib/domain/board.ts';
import type { Aspect, Occasion } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Tally } from '#lib/domain/tally.ts';
import { formatChange } from './amount.ts';
import { NOT_A_STEP, occasionWord, tallyWord, TREND, UNKNOWN_WHY } from './labels.ts';
import { formatPeriod, lowerFirst, upperFirst } from './sv.ts';
import { distanceWords, soFarWords, valueWords } from './value.ts';

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
  const count = `${first.count}\u00a0av\u00a0${tally.of}`;
  const horizon =
    first.kind === 'step' && aspect === 'forecast' && forecast
      ? ` till ${occasionWord(forecast)}`
      : '';
  return `${[`${count} ${plural} ${word}${horizon}`, ...rest.map(tallyWord)].join(', ')}.`;
}

/** The state of a board in a few sentences: goals first, then indicators. */
export function boardSentences(assessed: Assessed, board: Board): readonly string[] {
  const levels = board.tallies
    .filter((one) => one.level.holds === 'goal')
    .map(({ level, tally, aspect }) =>
      tallySentence(tally, level.plural, aspect, assessed.forecastOccasion),
    );
  const indicators =
    board.indicatorTally && tallySentence(board.indicatorTally, 'indikatorer', 'outcome', null);
  return [...levels, indicators].filter((sentence) => sentence !== null);
}

/** "Förbättring jämfört med ett år tidigare (−0,6 procentenheter)." Null when it cannot be said. */
function trendSentence({ trend, previous, measure, indicator }: AssessedIndicator): string | null {
  if (trend === null || !previous?.comparable) return null;
  const head = `${upperFirst(TREND[trend])} jämfört med ett år tidigare`;
  if (trend === 'unchanged') return `${head}.`;
  return `${head} (${formatChange(measure, previous.change, indicator.decimals)}).`;
}

/** The value with its period, and how far it is from the target or why nothing can be said of it. */
function standsSentence(one: AssessedIndicator, observation: Observation): string {
  const { verdict } = one;
  const period = formatPeriod(observation.period);
  const value = valueWords(one, observation);
  if (verdict.verdict !== 'unknown') {
    const distance = distanceWords(one);
    return `${value}, ${period}${distance ? `: ${distance}` : ''}.`;
  }
  if (verdict.why === 'part-year') return `${soFarWords(one)}, ${period}, bedöms vid årets slut.`;
  return `${value}, ${period}. ${UNKNOWN_WHY[verdict.why]}`;
}

/** How an indicator stands, in one breath: "102 dagar, januari–juni 2023: 12 dagar över målvärdet." */
export function indicatorSentence(one: AssessedIndicator): string {
  const { verdict } = one;
  const { observation } = verdict.because;
  if (!observation) return UNKNOWN_WHY[verdict.verdict === 'unknown' ? verdict.why : 'no-value'];
  return [standsSentence(one, observation), trendSentence(one)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
