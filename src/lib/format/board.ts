import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Board, LevelTally } from '#lib/domain/board.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { NotAStep } from '#lib/domain/judgement.ts';
import type { Aspect, Level, Met, Occasion } from '#lib/domain/model.ts';
import { addTallies } from '#lib/domain/tally.ts';
import type { Tally, TallyPart } from '#lib/domain/tally.ts';
import { indicatorTallyWord, NOT_A_STEP, occasionWord, tallyWord } from './labels.ts';
import { joinWords, lowerFirst } from './sv.ts';

/** "är ej bedömda", "mäts senare": how those without a step stand. */
const standsWord = (kind: NotAStep) =>
  kind === 'mats_senare' ? NOT_A_STEP[kind].many : `är ${NOT_A_STEP[kind].many}`;

/** "1 av 4 verksamhetsfokus bedöms uppnås till årsredovisningen 2023, 3 delvis." */
function forecastSentence(tally: Tally, things: string, forecast: Occasion | null): string | null {
  const [first, ...rest] = tally.parts;
  if (!first) return null;
  const word =
    first.kind === 'step' ? lowerFirst(first.step.word.forecast) : standsWord(first.kind);
  const horizon = first.kind === 'step' && forecast ? ` till ${occasionWord(forecast)}` : '';
  const count = `${first.count}\u00a0av\u00a0${tally.of}`;
  return `${[`${count} ${things} ${word}${horizon}`, ...rest.map(tallyWord)].join(', ')}.`;
}

/** "4 nämndmål: 4 uppfylls i år." Step words of outcomes are of any form, so the colon carries them. */
const outcomeSentence = (tally: Tally, things: string): string | null =>
  tally.of === 0 ? null : `${tally.of}\u00a0${things}: ${tally.parts.map(tallyWord).join(', ')}.`;

/** How many stand where on a level; null for none. */
export const tallySentence = (
  tally: Tally,
  things: string,
  aspect: Aspect,
  forecast: Occasion | null,
): string | null =>
  aspect === 'forecast'
    ? forecastSentence(tally, things, forecast)
    : outcomeSentence(tally, things);

/** What Fyren's own rule says, in the same words whatever the plan's scale is called; the target is named once. */
const REACHES: Readonly<Record<Met, { readonly first: string; readonly rest: string }>> = {
  met: { first: 'når målvärdet', rest: 'når' },
  near: { first: 'är nära målvärdet', rest: 'är nära' },
  missed: { first: 'når inte målvärdet', rest: 'når inte' },
};

const reachWord = (part: TallyPart) =>
  part.kind === 'step' && part.step.verdict !== null
    ? `${part.count}\u00a0${REACHES[part.step.verdict].rest}`
    : indicatorTallyWord(part);

function firstWord(first: TallyPart): string {
  if (first.kind === 'mats_senare') return 'bedöms senare';
  if (first.kind !== 'step') return standsWord(first.kind);
  const { verdict, word } = first.step;
  return verdict === null ? `är ${lowerFirst(word.outcome)}` : REACHES[verdict].first;
}

/** "3 av 8 indikatorer når målvärdet, 5 når inte." */
export function indicatorTallySentence(tally: Tally): string | null {
  const [first, ...rest] = tally.parts;
  if (!first) return null;
  const things = tally.of === 1 ? 'indikator' : 'indikatorer';
  const head = `${first.count}\u00a0av\u00a0${tally.of} ${things} ${firstWord(first)}`;
  return `${[head, ...rest.map(reachWord)].join(', ')}.`;
}

/** "1 uppdrag", "4 nämndmål": one of a level is called by its singular. */
const wordOf = ({ singular, plural }: Level, { of }: Tally) => (of === 1 ? singular : plural);

/** More levels than this on one scale are counted together: the cards tell them apart. */
const LEVELS_TOLD = 2;

/** `together` is what things of many levels are called. */
function levelSentences(
  { forecastOccasion }: Assessed,
  tallies: readonly LevelTally[],
  together: string,
): (string | null)[] {
  const groups = groupBy(tallies, ({ scale, aspect }) => `${scale.id} ${aspect}`);
  return [...groups.values()].flatMap((group) => {
    const { scale, aspect } = group[0]!;
    if (group.length > LEVELS_TOLD) {
      const all = addTallies(
        scale,
        group.map((one) => one.tally),
      );
      return [tallySentence(all, together, aspect, forecastOccasion)];
    }
    return group.map(({ level, tally }) =>
      tallySentence(tally, wordOf(level, tally), aspect, forecastOccasion),
    );
  });
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count}\u00a0${count === 1 ? one : many}`];

/** "3 mål, 10 nyckelaktiviteter och 29 mått följs." What there is, where nothing of it is judged. */
function contentSentence(assessed: Assessed, board: Board): string | null {
  const isTold = (level: number) => board.tallies.some((one) => one.level.id === level);
  const own = assessed.goals.filter((one) => one.goal.namnder.length === 0);
  const things = assessed.levels.flatMap(({ id, singular, plural }) => {
    if (isTold(id)) return [];
    const all = [...own, ...assessed.activities].filter((one) => one.level.id === id);
    return counted(all.length, singular, plural);
  });
  const parts = [...things, ...counted(assessed.indicators.length, 'mått', 'mått')];
  return parts.length === 0 ? null : `${joinWords(parts)} följs.`;
}

/** The state of a board in a few sentences: goals first, then indicators; else what there is. */
export function boardSentences(assessed: Assessed, board: Board): readonly string[] {
  const of = (holds: string) => board.tallies.filter((one) => one.level.holds === holds);
  const indicators = board.indicatorTallies.map(({ tally }) => indicatorTallySentence(tally));
  const goals = levelSentences(assessed, of('goal'), 'mål');
  if (goals.length > 0) return [...goals, ...indicators].filter((one) => one !== null);
  const activities = levelSentences(assessed, of('activity'), 'aktiviteter');
  const content = contentSentence(assessed, board);
  const isSilent = activities.length + indicators.length === 0;
  return [
    content,
    ...activities,
    ...indicators,
    content !== null && isSilent ? 'Inget av det bedöms vid det här tillfället.' : null,
  ].filter((one) => one !== null);
}
