import { indicatorPath, sheetPath } from '#lib/components/paths.ts';
import type { At } from '#lib/components/paths.ts';
import { dueOf } from '#lib/domain/due.ts';
import type { Todo } from '#lib/domain/todo.ts';
import { todoOf } from '#lib/domain/todo.ts';
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

/** Where it is done: values and targets on the indicator's page, all that is said on the sheet. */
const placeOf = (at: At, { subject, key, missing }: Todo): string =>
  ['value', 'old-value', 'target'].includes(missing.kind)
    ? indicatorPath(at, key)
    : sheetPath(at, { kind: subject.kind, key });

/** What is missing before an occasion can be published, role by role. */
export const load = (asked) => {
  const { kommun, namnd, at, assessed } = openWorkAt(asked, 'read-open');
  const title = `Att göra, ${namnd.name}`;
  if (!assessed) return { title, at, shown: null };
  const { locals, url } = asked;
  const { occasion, roles } = assessed;
  const due = dueOf(assessed);
  const all = todoOf(assessed, due);
  const wanted = TODO_GROUPS.find((group) => group === url.searchParams.get('saknas')) ?? null;
  const chosen = wanted === null ? all : all.filter((one) => groupOf(one) === wanted);
  const codes = [...new Set(chosen.flatMap(({ owners }) => owners))];
  const rowOf = (todo: Todo) => {
    const path = placeOf(at, todo);
    const line = mailLine(todo, occasion.title, locals.home + path);
    const { word, title: of, missing } = todo;
    return { word: word.one, of, path, line, missing: missingWords(missing) };
  };
  const ofRole = (heading: string, some: readonly Todo[]) => ({ heading, rows: some.map(rowOf) });
  const ownerless = chosen.filter(({ owners }) => owners.length === 0);
  const ready = readReady(locals.db, { namnd: namnd.id, occasion: occasion.id });
  return {
    title,
    at,
    shown: {
      occasion,
      sentence: todoSentence(all),
      counts: todoCounts(all),
      wanted,
      of: all.length,
      groups: [
        ...codes.map((code) =>
          ofRole(
            roles.find((one) => one.code === code)?.title ?? code,
            chosen.filter(({ owners }) => owners.includes(code)),
          ),
        ),
        ...(ownerless.length > 0 ? [ofRole('Utan ansvarsroll', ownerless)] : []),
      ],
      parts: due.length,
      ready: due.filter(({ subject }) => ready(subject).state === 'ready').length,
      canJudge: may(locals.user, 'judge', { kommun: kommun.id, namnd: namnd.id }),
    },
  };
};
