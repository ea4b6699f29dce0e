import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Board, LevelTally } from '#lib/domain/board.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Aspect, Met, Occasion } from '#lib/domain/model.ts';
import { addTallies } from '#lib/domain/tally.ts';
import type { Tally, TallyPart } from '#lib/domain/tally.ts';
import { NOT_A_STEP, occasionWord, tallyWord } from './labels.ts';
import { joinWords, lowerFirst } from './sv.ts';

/** "1 av 4 verksamhetsfokus bedöms uppnås till årsredovisningen 2023, 3 delvis." */
function forecastSentence(tally: Tally, plural: string, forecast: Occasion | null): string | null {
  const [first, ...rest] = tally.parts;
  if (!first) return null;
  const word =
    first.kind === 'step'
      ? lowerFirst(first.step.word.forecast)
      : `är ${NOT_A_STEP[first.kind].many}`;
  const horizon = first.kind === 'step' && forecast ? ` till ${occasionWord(forecast)}` : '';
  const count = `${first.count}\u00a0av\u00a0${tally.of}`;
  return `${[`${count} ${plural} ${word}${horizon}`, ...rest.map(tallyWord)].join(', ')}.`;
}

/** "4 nämndmål: 4 uppfylls i år." Step words of outcomes are of any form, so the colon carries them. */
const outcomeSentence = (tally: Tally, plural: string): string | null =>
  tally.of === 0 ? null : `${tally.of}\u00a0${plural}: ${tally.parts.map(tallyWord).join(', ')}.`;

/** How many stand where on a level; null for none. */
export const tallySentence = (
  tally: Tally,
  plural: string,
  aspect: Aspect,
  forecast: Occasion | null,
): string | null =>
  aspect === 'forecast'
    ? forecastSentence(tally, plural, forecast)
    : outcomeSentence(tally, plural);

/** What Fyren's own rule says, in the same words whatever the plan's scale is called. */
const REACHES: Readonly<Record<Met, string>> = {
  met: 'når målvärdet',
  near: 'är nära',
  missed: 'når inte',
};

const reachWord = (part: TallyPart) =>
  part.kind === 'step' && part.step.verdict !== null
    ? `${part.count}\u00a0${REACHES[part.step.verdict]}`
    : tallyWord(part);

/** "3 av 8 indikatorer når målvärdet, 5 når inte." */
export function indicatorTallySentence(tally: Tally): string | null {
  const [first, ...rest] = tally.parts;
  if (!first) return null;
  const word =
    first.kind === 'step' && first.step.verdict !== null
      ? REACHES[first.step.verdict]
      : `är ${first.kind === 'step' ? lowerFirst(first.step.word.outcome) : NOT_A_STEP[first.kind].many}`;
  const head = `${first.count}\u00a0av\u00a0${tally.of} indikatorer ${word}`;
  return `${[head, ...rest.map(reachWord)].join(', ')}.`;
}

/** More levels than this on one scale are counted together: the cards tell them apart. */
const LEVELS_TOLD = 2;

function goalSentences(assessed: Assessed, tallies: readonly LevelTally[]): (string | null)[] {
  const groups = groupBy(tallies, ({ level, aspect }) => `${level.scale} ${aspect}`);
  return [...groups.values()].flatMap((group) => {
    const { aspect } = group[0]!;
    if (group.length > LEVELS_TOLD) {
      const all = addTallies(group.map((one) => one.tally));
      return [tallySentence(all, 'mål', aspect, assessed.forecastOccasion)];
    }
    return group.map(({ level, tally }) =>
      tallySentence(tally, level.plural, aspect, assessed.forecastOccasion),
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
  const goals = goalSentences(assessed, of('goal'));
  if (goals.length > 0) return [...goals, ...indicators].filter((one) => one !== null);
  const activities = goalSentences(assessed, of('activity'));
  const isSilent = activities.length + indicators.length === 0;
  return [
    contentSentence(assessed, board),
    ...activities,
    ...indicators,
    isSilent ? 'Inget av det bedöms vid det här tillfället.' : null,
  ].filter((one) => one !== null);
}
