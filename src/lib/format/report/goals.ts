import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedGoal } from '#lib/domain/assess-goal.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { levelName } from '#lib/domain/default-template.ts';
import type { PartOf } from '#lib/domain/report.ts';
import { blocksOf } from '#lib/domain/rich-text.ts';
import { branchesOf } from '#lib/domain/tree.ts';
import { upperFirst } from '../sv.ts';
import type { Piece } from '../document.ts';
import { indicatorColumns } from './indicators.ts';
import { stateCell, tablePieces } from './table.ts';
import { textIn, thingColumns } from './things.ts';
import type { Thing } from './things.ts';

/* Goal by goal: a heading with the state, what is said of it, its activities and its indicators. */

/** Goals of fullmäktige's that this nämnd has no share in are none of its business. */
const isTheirs = ({ namnd }: Assessed, { goal }: AssessedGoal) =>
  goal.namnder.length === 0 || goal.namnder.includes(namnd.id);

/** Goals and activities of some levels, level by level as the template names them. */
export function thingsOf(assessed: Assessed, levels: readonly string[]): readonly Thing[] {
  const things = [
    ...assessed.goals.filter((one) => isTheirs(assessed, one)),
    ...assessed.activities,
  ];
  return levels.flatMap((name) =>
    things.filter(({ level }) => levelName(assessed, level) === name),
  );
}

/** A goal as it is read, with how deep it lies among those that are told. */
export type ToldGoal = { readonly goal: AssessedGoal; readonly depth: number };

/** The goals that a part has a heading for, in the order they are read. */
export function toldGoals(
  assessed: Assessed,
  { levels }: Pick<PartOf<'goals'>, 'levels'>,
): readonly ToldGoal[] {
  const told = new Set(levels);
  return branchesOf(
    assessed.goals.filter(
      (one) => isTheirs(assessed, one) && told.has(levelName(assessed, one.level)),
    ),
  );
}

/** What people have written of the goal, each part under its title where there are several. */
function textPieces({ place }: Assessed, goal: AssessedGoal): readonly Piece[] {
  const parts = goal.level.textParts
    .map(({ key, title }) => ({ title, body: textIn(goal.comments, key, place) }))
    .filter(({ body }) => body.trim() !== '');
  const title = (words: string): Piece => ({
    ...{ kind: 'paragraph', lines: [[{ text: words, isBold: true }]] },
  });
  return parts.flatMap(({ title: words, body }) => [
    ...(parts.length > 1 ? [title(words)] : []),
    ...blocksOf(body),
  ]);
}

/** A title longer than this stands in the heading above alone. */
const LONGEST_TITLE = 60;

const captionOf = (words: string, { title }: AssessedGoal): string =>
  title.length > LONGEST_TITLE ? words : `${words}: ${title}`;

function activityPieces(assessed: Assessed, goal: AssessedGoal, part: PartOf<'goals'>) {
  if (part.activities.length === 0) return [];
  const own = assessed.activities.filter(({ activity }) => goal.activities.includes(activity.id));
  const columns = thingColumns(assessed, own, part.activities);
  const caption = captionOf(upperFirst(own[0]?.level.plural ?? ''), goal);
  return tablePieces<Thing>(caption, columns, [{ heading: null, items: own }]);
}

/** The indicators a goal is read with, and those of its activities. */
export function indicatorsOf(
  { indicators, activities }: Pick<Assessed, 'indicators' | 'activities'>,
  goal: AssessedGoal,
): readonly AssessedIndicator[] {
  const carried = activities
    .filter(({ activity }) => goal.activities.includes(activity.id))
    .flatMap(({ activity }) => activity.indicators);
  const ids = new Set([...goal.indicators, ...carried]);
  return indicators.filter(({ indicator }) => ids.has(indicator.id));
}

function indicatorPieces(assessed: Assessed, goal: AssessedGoal, part: PartOf<'goals'>) {
  if (part.indicators.length === 0) return [];
  const own = indicatorsOf(assessed, goal);
  const columns = indicatorColumns(assessed, own, part.indicators);
  const isPlain = own.every(({ indicator }) => indicator.word === 'indikator');
  const caption = captionOf(isPlain ? 'Indikatorer' : 'Mått', goal);
  return tablePieces(caption, columns, [{ heading: null, items: own }]);
}

/** `drafted` is what stands of the goal's own paragraph. */
export function goalPieces(
  assessed: Assessed,
  { goal, depth }: ToldGoal,
  part: PartOf<'goals'>,
  drafted: readonly Piece[],
): readonly Piece[] {
  const { words, mark } = stateCell(goal.state, assessed.later);
  const title = goal.title.replace(/\.$/, '');
  return [
    {
      ...{ kind: 'heading', level: depth === 0 ? 2 : 3, mark },
      words: words === '' ? title : `${title}: ${words}`,
    },
    ...drafted,
    ...textPieces(assessed, goal),
    ...activityPieces(assessed, goal, part),
    ...indicatorPieces(assessed, goal, part),
  ];
}
