import { PLACES } from '#lib/ingest/kolada/lists.ts';
import type { PlanFile } from './file.ts';
import type { PlanProblem } from './parse.ts';

/* Whom a kommun compares itself with: kommuner that there are, each once, and never itself. */

const KOMMUNER = new Set(PLACES.flatMap(({ kind, code }) => (kind === 'kommun' ? [code] : [])));

const WHY: readonly (readonly [
  isWrong: (code: string, at: number, file: PlanFile, members: readonly string[]) => boolean,
  message: (code: string) => string,
])[] = [
  [(code) => !KOMMUNER.has(code), (code) => `är ”${code}”, som ingen kommun har som kod`],
  [
    (code, _, file) => code === file.kommun.code,
    () => 'är kommunen själv. Stryk den: gruppen är de andra',
  ],
  [
    (code, at, _, members) => members.indexOf(code) < at,
    (code) => `säger ”${code}” två gånger. Ta bort den ena`,
  ],
];

export const checkGroups = (file: PlanFile): PlanProblem[] =>
  file.groups.flatMap(({ members }, group) =>
    members.flatMap((code, at) =>
      WHY.filter(([isWrong]) => isWrong(code, at, file, members)).map(([, message]) => ({
        path: `groups.${group}.members.${at}`,
        message: message(code),
      })),
    ),
  );
