import type { LogFault } from '#lib/domain/log-fault.ts';
import * as chains from '../db/chains.ts';
import type { Chained } from '../db/chains.ts';
import type { Db } from '../db/client.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import { AS_LOGGED } from '../said-as-logged.ts';
import { cameWith, readImports } from './before-log.ts';
import type { Imports } from './before-log.ts';
import { agrees, byOf, dataOf, numberIn } from './held.ts';
import type { Data } from './held.ts';

/* What people say: every link of a chain is as the log has it, the one it took the place of with it. */

/** So many rows at a time, each time with one question for what they are about: texts are long. */
const STEP = 500;

const ACTIONS: Readonly<Record<Chained, readonly string[]>> = {
  judgement: ['judgement.give'],
  comment: ['comment.write'],
  paragraph: ['paragraph.write'],
  activity_state: ['activity.state'],
  ready_mark: ['part.ready', 'part.open'],
};

type Link = {
  readonly id: number;
  readonly previous: number | null;
  readonly at: string;
  readonly byPerson: number | null;
  readonly byName: string;
  readonly byRole: string;
};

/** A link as the log has it, with who said it; and the link it took the place of. */
type Found = { readonly said: Data; readonly by: Data; readonly previous: number | null };

const asFound = ({ previous, at, byPerson, byName, byRole }: Link, said: Data): Found => ({
  ...{ said, previous, by: { at, byPerson, byName, byRole } },
});

type About = {
  readonly goal: number | null;
  readonly activity: number | null;
  readonly indicator: number | null;
};

/** Of what is about nothing there is nothing to say: the database refuses it, and only who goes past it can make one. */
const isAbout = ({ goal, activity, indicator }: About) =>
  goal !== null || activity !== null || indicator !== null;

type Entry = readonly [number, Found];

/** Links of these numbers, in one question. */
const READ: Readonly<Record<Chained, (db: Db, ids: readonly number[]) => Entry[]>> = {
  judgement: (db, ids) =>
    chains
      .judgementsOf(db, ids)
      .filter(({ row }) => isAbout(row))
      .map((found) => {
        // The word is the scale's, and may be another today.
        const { word: _, ...said } = AS_LOGGED.judgement(found);
        return [found.row.id, asFound(found.row, said)];
      }),
  comment: (db, ids) =>
    chains
      .commentsOf(db, ids)
      .filter(isAbout)
      .map((row) => [row.id, asFound(row, AS_LOGGED.comment(row))]),
  paragraph: (db, ids) =>
    chains.paragraphsOf(db, ids).map((row) => [row.id, asFound(row, AS_LOGGED.paragraph(row))]),
  activity_state: (db, ids) =>
    chains
      .activityStatesOf(db, ids)
      .map((row) => [row.id, asFound(row, AS_LOGGED.activity_state(row))]),
  ready_mark: (db, ids) =>
    chains
      .readyMarksOf(db, ids)
      .filter(isAbout)
      .map((row) => [row.id, asFound(row, AS_LOGGED.ready_mark(row))]),
};

const idIn = ({ entityId }: LogRow) => numberIn(Number(entityId)) ?? 0;

/** Those that rows tell of, and those before them. */
function readLinks(db: Db, kind: Chained, rows: readonly LogRow[]): ReadonlyMap<number, Found> {
  const found = new Map(READ[kind](db, rows.map(idIn)));
  const before = [...found.values()].flatMap(({ previous }) => previous ?? []);
  const others = before.filter((id) => !found.has(id));
  return new Map([...found, ...READ[kind](db, others)]);
}

function isAsSaid(row: LogRow, link: Found, links: ReadonlyMap<number, Found>): boolean {
  const said = { ...dataOf(row.after), ...byOf(row) };
  if (!agrees(said, { ...link.said, ...link.by })) return false;
  const before = link.previous === null ? undefined : links.get(link.previous);
  // Rows from before the log held what was say nothing of it; and what was cannot have come where nothing had been said.
  if (row.before === null) return true;
  return before !== undefined && agrees(dataOf(row.before), before.said);
}

type Fault = Extract<LogFault, { readonly code: 'said' }>;

function* checkRows(db: Db, kind: Chained, told: Set<number>): Generator<LogFault> {
  const fault = (what: Fault['what'], id: number) => ({ code: 'said', what, kind, id }) as const;
  for (const rows of logRows.inSteps(db, ACTIONS[kind], STEP)) {
    const own = rows.filter(({ entity }) => entity === kind);
    const links = readLinks(db, kind, own);
    for (const row of own) {
      const link = links.get(idIn(row));
      told.add(idIn(row));
      if (link === undefined) yield fault('gone', idIn(row));
      else if (!isAsSaid(row, link, links)) yield fault('changed', idIn(row));
    }
  }
}

function* checkKind(db: Db, kind: Chained, imports: Imports): Generator<LogFault> {
  const told = new Set<number>();
  yield* checkRows(db, kind, told);
  for (const link of chains.links(db, kind)) {
    const { id, previous } = link;
    // A link is put after one that is there: one that points forward was made to.
    if (previous !== null && previous >= id) yield { code: 'said', what: 'changed', kind, id };
    const isOfPlan = previous === null && cameWith(imports, link) !== null;
    if (!told.has(id) && !isOfPlan) yield { code: 'said', what: 'not-logged', kind, id };
  }
}

/** Everything that people have said is what the log says they did, and everything that it says is there. */
export function* checkSaid(db: Db): Generator<LogFault> {
  const imports = readImports(db);
  for (const kind of Object.keys(ACTIONS) as Chained[]) yield* checkKind(db, kind, imports);
}
