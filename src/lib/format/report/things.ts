import type { AssessedActivity } from '#lib/domain/assess-activity.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedGoal } from '#lib/domain/assess-goal.ts';
import type { ColumnChoice, ThingColumn } from '#lib/domain/report.ts';
import type { Told } from '#lib/domain/said.ts';
import { LIFECYCLE } from '../judging.ts';
import { paperDateWords } from '../paper-date.ts';
import { upperFirst } from '../sv.ts';
import { aColumn, EMPTY, stateCell, textCell, wordsCell } from './table.ts';
import type { ColumnOf } from './table.ts';

/* Goals and activities in a table. */

export type Thing = AssessedGoal | AssessedActivity;

export const isGoal = (thing: Thing): thing is AssessedGoal => 'goal' in thing;

/** What is told of the whole in a part; a text for a unit stands with the unit. */
export const textIn = (comments: readonly Told[], part: string, place: number): string =>
  comments.find((one) => one.part === part && one.place === place)?.body ?? '';

const titleOf = (thing: Thing) => (isGoal(thing) ? thing.title : thing.activity.title);
const ownersOf = (thing: Thing) => (isGoal(thing) ? thing.goal.owners : thing.activity.owners);

/** "30 mars 2023 – 31 december 2025", as the papers have them where there is no such day. */
function datesOf(thing: Thing): string {
  if (isGoal(thing)) return '';
  const [start, end] = [thing.start, thing.end].map((date) => date && paperDateWords(date));
  if (start && end) return `${start} – ${end}`;
  return start ? `från ${start}` : end ? `till ${end}` : '';
}

const lifecycleOf = (thing: Thing) =>
  isGoal(thing) || thing.lifecycle === null ? '' : upperFirst(LIFECYCLE[thing.lifecycle]);

const beforeOf = (thing: Thing) => (isGoal(thing) ? (thing.earlier.at(-1)?.state ?? null) : null);

/** The parts of all the levels in a table, each title once. */
const textColumns = ({ place }: Assessed, things: readonly Thing[]): readonly ColumnOf<Thing>[] => {
  const parts = things.flatMap(({ level }) => level.textParts);
  return [...new Map(parts.map((one) => [one.key, one])).values()].map(({ key, title }) =>
    aColumn(title, 4, (thing) => textCell(textIn(thing.comments, key, place))),
  );
};

const stateTitle = (things: readonly Thing[]) =>
  things.some(({ state }) => state?.aspect === 'outcome') ? 'Bedömning' : 'Prognos';

/** A row for every column there is; `title` is the template's own word for it. */
const COLUMNS: Readonly<
  Record<
    Exclude<ThingColumn, 'texts'>,
    (assessed: Assessed, things: readonly Thing[], title: string) => ColumnOf<Thing>
  >
> = {
  number: (_, __, title) =>
    aColumn(title || 'Nr', 1, (thing) =>
      isGoal(thing) && thing.goal.number !== null ? wordsCell(thing.goal.number) : EMPTY,
    ),
  owners: (_, __, title) =>
    aColumn(title || 'Ansvarig', 1, (thing) => wordsCell(ownersOf(thing).join(', '))),
  dates: (_, __, title) =>
    aColumn(title || 'Start och slut', 2, (thing) => wordsCell(datesOf(thing))),
  lifecycle: (_, __, title) =>
    aColumn(title || 'Hur långt', 1, (thing) => wordsCell(lifecycleOf(thing))),
  before: ({ later, previous }, _, title) =>
    aColumn(title || previous?.title || 'Förut', 1, (thing) => stateCell(beforeOf(thing), later)),
  state: ({ later }, things, title) =>
    aColumn(title || stateTitle(things), 2, (thing) => stateCell(thing.state, later)),
};

/** What the things are called, and the columns that were chosen, in their order. */
export const thingColumns = (
  assessed: Assessed,
  things: readonly Thing[],
  chosen: readonly ColumnChoice<ThingColumn>[],
): readonly ColumnOf<Thing>[] => {
  const [level] = things.map((one) => one.level);
  const first = aColumn<Thing>(upperFirst(level?.singular ?? ''), 4, (thing) =>
    wordsCell(titleOf(thing)),
  );
  const others = chosen.flatMap(({ column, title }) =>
    column === 'texts' ? textColumns(assessed, things) : [COLUMNS[column](assessed, things, title)],
  );
  return [first, ...others];
};
