import type { Sex } from '#lib/domain/model.ts';
import type { Answered } from '../answered-row.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import { fold } from '../fold.ts';
import type { ReadObservation } from '../layouts/layout.ts';
import { meaningOf, SEX } from '../layouts/plain-long-words.ts';
import type { StatementColumn } from './answers.ts';
import { indexesOf } from './indexes.ts';
import { tidy, toIndexOfMean } from './scale.ts';

/** No setting goes under this: a mean of fewer points at persons (formats 6). */
const FEWEST = 5;

/** What one person answered; it goes no further than this room. */
export type Respondent = {
  readonly answered: Answered;
  /** As written; '' where nobody asked. */
  readonly sex: string;
  /** By the columns of statements. */
  readonly answers: readonly (number | null)[];
};

const isFew = (count: number) => count > 0 && count < FEWEST;

const answersTo = (all: readonly Respondent[], at: number): readonly number[] =>
  all.flatMap(({ answers }) => answers[at] ?? []);

/** The sum of a group's answers to one statement. */
function summed(
  all: readonly Respondent[],
  { at: column, statement }: StatementColumn,
  at: number,
  sex: Sex,
  line: number,
): ReadObservation {
  const answers = answersTo(all, at);
  const n = answers.length;
  const told = {
    ...all[0]!.answered,
    sex,
    indicator: statement,
    line,
    column: column + 1,
    printed: '',
  };
  if (isFew(n) || isFew(all.length)) return { ...told, state: 'suppressed', value: null, n: null };
  if (n === 0) return { ...told, state: 'missing', value: null, n };
  const mean = answers.reduce((a, b) => a + b) / n;
  return { ...told, state: 'value', value: tidy(toIndexOfMean(mean)), n };
}

/** The statements of a group and its indexes, which are of all who answered anything. */
function sums(
  all: readonly Respondent[],
  columns: readonly StatementColumn[],
  sex: Sex,
  line: number,
): ReadObservation[] {
  const statements = columns.map((column, at) => summed(all, column, at, sex, line));
  const n = all.filter(({ answers }) => answers.some((one) => one !== null)).length;
  const indexes = indexesOf(statements).map((one) => (one.state === 'value' ? { ...one, n } : one));
  return [...statements, ...indexes];
}

/** Sexes are told where none of them, nor those who gave none, is so few that the others give it away. */
function bySex(
  all: readonly Respondent[],
  count: number,
): ReadonlyMap<string, readonly Respondent[]> {
  const groups = groupBy(all, ({ sex }) => (sex === '' ? '' : (meaningOf(SEX, sex) ?? '')));
  const counts = [...groups.values()].flatMap((group) => [
    group.length,
    ...Array.from({ length: count }, (_, at) => answersTo(group, at).length),
  ]);
  return counts.some(isFew) ? new Map() : groups;
}

const groupOf = ({ answered: { place, period } }: Respondent) =>
  JSON.stringify([fold(place ?? ''), period?.text ?? '']);

const SEXES: readonly Sex[] = ['K', 'M', 'A'];

/** The sums of every unit, and by sex where that tells of nobody. Of all units together nothing: the rest would be what a small one is. */
export function sumsOf(
  all: readonly Respondent[],
  columns: readonly StatementColumn[],
  line: number,
): ReadObservation[] {
  return [...groupBy(all, groupOf).values()].flatMap((unit) => {
    const groups = bySex(unit, columns.length);
    return [
      ...sums(unit, columns, 'T', line),
      ...SEXES.flatMap((sex) => {
        const group = groups.get(sex);
        return group ? sums(group, columns, sex, line) : [];
      }),
    ];
  });
}
