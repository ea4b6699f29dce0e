import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { TREND, UNKNOWN_WHY } from './labels.ts';
import { formatDay, formatPeriod, upperFirst } from './sv.ts';
import { changeOf, distanceWords, heldWords, soFarWords, unknownWords } from './value.ts';

/** "Förbättring jämfört med ett år tidigare (−0,6 procentenheter)." Null when it cannot be said. */
function trendSentence(one: AssessedIndicator): string | null {
  const { trend, previous } = one;
  if (trend === null || !previous?.comparable) return null;
  const head = `${upperFirst(TREND[trend])} jämfört med ett år tidigare`;
  if (trend === 'unchanged') return `${head}.`;
  return `${head} (${changeOf(one, previous.change)}).`;
}

/** "januari–juni 2023", and what it is short of: "(1 av 2 delar saknas)". */
function periodWords({ total }: AssessedIndicator, observation: Observation): string {
  const period = formatPeriod(observation.period);
  return total && total.missing > 0
    ? `${period} (${total.missing} av ${total.of} delar saknas)`
    : period;
}

/** "plats 12 av 290 (3 dagar), 2 placeringar sämre än målet". */
const withDistance = (words: string, mark: string, distance: string | null) =>
  distance === null ? words : `${words}${mark} ${distance}`;

/** What is told, when, and how far from the target. */
function headWords(one: AssessedIndicator, observation: Observation): string {
  const { target, rank } = one.verdict.because;
  const [held, period, distance] = [
    heldWords(one, observation),
    periodWords(one, observation),
    distanceWords(one),
  ];
  if (rank) return `${period}: ${withDistance(held, ',', distance)}`;
  if (target?.rule.kind === 'done-by' && observation.state === 'value')
    return withDistance(`${held} ${formatDay(observation.period.to)}`, ':', distance);
  return withDistance(`${held}, ${period}`, ':', distance);
}

/** The value with its period, and how far it is from the target or why nothing can be said of it. */
function standsSentence(one: AssessedIndicator, observation: Observation): string {
  const { verdict } = one;
  if (verdict.verdict === 'unknown' && verdict.why === 'part-year')
    return `${soFarWords(one)}, ${periodWords(one, observation)}, bedöms vid årets slut.`;
  return `${headWords(one, observation)}. ${unknownWords(one)}`.trimEnd();
}

/** How an indicator stands, in one breath: "102 dagar, januari–juni 2023: 12 dagar över målvärdet." */
export function indicatorSentence(one: AssessedIndicator): string {
  const { verdict } = one;
  const { observation } = verdict.because;
  if (!observation) return UNKNOWN_WHY[verdict.verdict === 'unknown' ? verdict.why : 'no-value'];
  const sentences = [standsSentence(one, observation), trendSentence(one)];
  return upperFirst(sentences.filter((sentence) => sentence !== null).join(' '));
}
