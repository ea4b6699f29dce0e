import type { Contradiction } from '#lib/domain/contradiction.ts';
import type { Missing, MissingKind, Todo } from '#lib/domain/todo.ts';
import { formatPeriod, joinWords, lowerFirst, upperFirst } from './sv.ts';

/* What is missing before an occasion can be published, in words. */

const OPPOSED: Readonly<Record<'better' | 'worse', (count: number) => string>> = {
  better: (count) => `Bedömt bäst på skalan, men ${count} mått når inte målvärdet. Skriv skälet`,
  worse: (count) =>
    count === 1
      ? 'Bedömt sämst på skalan, men måttet når målvärdet. Skriv skälet'
      : `Bedömt sämst på skalan, men alla ${count} mått når målvärdet. Skriv skälet`,
};

function contradictionWords(what: Contradiction): string {
  if (what.of === 'ceiling') return 'Bedömt bättre än det finns underlag för. Skriv skälet';
  if (what.of === 'measures') return OPPOSED[what.side](what.count);
  const side = what.side === 'better' ? 'bättre' : 'sämre';
  return `Bedömt ${side} än underlaget säger. Skriv skälet`;
}

const DATES = {
  'ended-undone': 'Slutdatumet har passerat: säg hur långt det har kommit',
  'not-begun': 'Startdatumet har passerat: säg hur långt det har kommit',
  'no-such-day': 'Datumet i planen finns inte i kalendern: skriv det rätta',
} as const;

type Words = {
  readonly [Kind in MissingKind]: (missing: Extract<Missing, { readonly kind: Kind }>) => string;
};

const WORDS: Words = {
  value: () => 'Värde saknas',
  'old-value': ({ period }) => `Nyare värde saknas, det senaste är från ${formatPeriod(period)}`,
  target: ({ year }) => `Målvärde för ${year} saknas`,
  judgement: () => 'Bedömning saknas',
  text: ({ part }) => `Text saknas: ${lowerFirst(part.title)}`,
  contradiction: ({ what }) => contradictionWords(what),
  basis: () => 'Underlaget har ändrats sedan bedömningen gjordes',
  date: ({ what }) => DATES[what],
};

/** "Bedömning saknas", without a stop. */
export const missingWords = <M extends Missing>(missing: M): string =>
  (WORDS[missing.kind] as (one: M) => string)(missing);

/** Kinds as one chases them: an old value is mended as a missing one is. */
export const TODO_GROUPS = [
  'varden',
  'malvarden',
  'bedomningar',
  'texter',
  'motsagelser',
  'underlag',
  'datum',
] as const;
export type TodoGroup = (typeof TODO_GROUPS)[number];

const GROUP: Readonly<Record<MissingKind, TodoGroup>> = {
  value: 'varden',
  'old-value': 'varden',
  target: 'malvarden',
  judgement: 'bedomningar',
  text: 'texter',
  contradiction: 'motsagelser',
  basis: 'underlag',
  date: 'datum',
};

export const groupOf = ({ missing }: Pick<Todo, 'missing'>): TodoGroup => GROUP[missing.kind];

export const TODO_GROUP: Readonly<
  Record<TodoGroup, { readonly one: string; readonly many: string }>
> = {
  varden: { one: 'värde', many: 'värden' },
  malvarden: { one: 'målvärde', many: 'målvärden' },
  bedomningar: { one: 'bedömning', many: 'bedömningar' },
  texter: { one: 'text', many: 'texter' },
  motsagelser: { one: 'motsägelse', many: 'motsägelser' },
  underlag: { one: 'ändrat underlag', many: 'ändrade underlag' },
  datum: { one: 'datum', many: 'datum' },
};

/** How many of each group, in the groups' order; groups of nothing are left out. */
export const todoCounts = (
  todo: readonly Pick<Todo, 'missing'>[],
): readonly { readonly group: TodoGroup; readonly count: number }[] =>
  TODO_GROUPS.map((group) => ({
    group,
    count: todo.filter((one) => groupOf(one) === group).length,
  })).filter(({ count }) => count > 0);

/** "31 värden, 4 bedömningar och 1 text." Null for nothing. */
export function todoSentence(todo: readonly Pick<Todo, 'missing'>[]): string | null {
  const parts = todoCounts(todo).map(
    ({ group, count }) => `${count}\u00a0${TODO_GROUP[group][count === 1 ? 'one' : 'many']}`,
  );
  return parts.length === 0 ? null : joinWords(parts);
}

/** A line to paste in a mail: "Uppdrag ”Utred …”: bedömning saknas (delår 2024). https://…" */
export function mailLine(todos: readonly Todo[], occasion: string, address: string): string {
  const [first] = todos;
  if (!first) return '';
  const title = first.title.replace(/\.$/, '');
  const missing = todos.map((one) => lowerFirst(missingWords(one.missing)));
  return `${upperFirst(first.word.one)} ”${title}”: ${missing.join('; ')} (${lowerFirst(occasion)}). ${address}`;
}
