import { activitiesPath, goalPath, indicatorPath, sheetPath } from '#lib/components/paths.ts';
import type { At } from '#lib/components/paths.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { dueOf } from '#lib/domain/due.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import { isOpen } from '#lib/domain/occasion.ts';
import { isOfValue, todoOf } from '#lib/domain/todo.ts';
import type { Todo } from '#lib/domain/todo.ts';
import {
  groupOf,
  mailLine,
  missingWords,
  TODO_GROUPS,
  todoCounts,
  todoSentence,
} from '#lib/format/todo.ts';
import { readReady } from '#lib/server/sheet/ready.ts';
import { may, openWorkAt } from '#routes/guard.server.ts';

/** Where it is read, for those who do not judge. */
const READ = { goal: goalPath, activity: activitiesPath, indicator: indicatorPath };

/** Where it is done: values and targets on the indicator's page, all that is said on the sheet. */
const placeOf = (at: At, todo: Todo, canJudge: boolean): string =>
  isOfValue(todo) || !canJudge
    ? READ[todo.subject.kind](at, todo.key)
    : sheetPath(at, { kind: todo.subject.kind, key: todo.key });

/** Who looks, and from where. */
type Reader = { readonly at: At; readonly home: string; readonly canJudge: boolean };

/** All that is missing of one thing is a row, and a line in a mail. */
function rowsOf({ at, home, canJudge }: Reader, { occasion }: Assessed, todo: readonly Todo[]) {
  const things = groupBy(todo, ({ subject }) => `${subject.kind} ${subject.id}`);
  return [...things.values()].map((some) => {
    const first = some[0]!;
    const path = placeOf(at, first, canJudge);
    return {
      ...{ word: first.word.one, title: first.title, path },
      missing: some.map(({ missing }) => missingWords(missing)),
      line: mailLine(some, occasion.title, home + path),
    };
  });
}

/** Role by role, in the kommun's order; what has none comes last. What several answer for is under each. */
function byRole(assessed: Assessed, todo: readonly Todo[]) {
  const roles = assessed.roles.map(({ code, title }) => ({
    heading: title,
    todo: todo.filter(({ owners }) => owners.includes(code)),
  }));
  const none = todo.filter(({ owners }) => owners.length === 0);
  return [...roles, { heading: 'Utan ansvarsroll', todo: none }].filter(
    (one) => one.todo.length > 0,
  );
}

/** What is missing before an occasion can be published, role by role. */
export const load = (asked) => {
  const { kommun, namnd, at, assessed } = openWorkAt(asked, 'read-open');
  const title = `Att göra, ${namnd.name}`;
  if (!assessed) return { title, at, occasion: null, shown: null };
  const { locals, url } = asked;
  const { occasion } = assessed;
  const due = dueOf(assessed);
  const all = todoOf(assessed, due);
  const wanted = TODO_GROUPS.find((group) => group === url.searchParams.get('saknas')) ?? null;
  const chosen = wanted === null ? all : all.filter((one) => groupOf(one) === wanted);
  const ready = readReady(locals.db, { namnd: namnd.id, occasion: occasion.id });
  const canJudge = may(locals.user, 'judge', { kommun: kommun.id, namnd: namnd.id });
  const reader = { at, home: locals.home, canJudge };
  const parts = due.filter((one) => !one.isOptional);
  return {
    title,
    at,
    occasion,
    shown: {
      sentence: todoSentence(all),
      counts: todoCounts(all),
      wanted,
      of: all.length,
      groups: byRole(assessed, chosen).map(({ heading, todo }) => ({
        heading,
        rows: rowsOf(reader, assessed, todo),
      })),
      parts: parts.length,
      ready: parts.filter((one) => ready(one).state === 'ready').length,
      canJudge: canJudge && isOpen(occasion),
    },
  };
};
