import type { Db } from '../db/client.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import * as phaseChanges from '../db/phase-changes.ts';
import { agrees, byOf } from './held.ts';

/*
 * What is there and has no row of its own in the log: what came with a kommun's plan, which one row tells of, and the
 * steps that drizzle/0012 made of what had been published before steps were kept. Nothing else is excused.
 */

type By = {
  readonly kommun: number | null;
  readonly at: string;
  readonly byPerson: number | null;
  readonly byName: string;
  readonly byRole: string;
};

const momentOf = ({ kommun, at }: Pick<By, 'kommun' | 'at'>) => JSON.stringify([kommun, at]);

/** The rows of the plans that have come in, by kommun and moment. */
export type Imports = ReadonlyMap<string, LogRow>;

/** Read once for all that is asked: each kommun has one. */
export const readImports = (db: Db): Imports =>
  new Map(logRows.ofActions(db, ['plan.import']).map((row) => [momentOf(row), row]));

/** The number of the row by which something came with the plan of its kommun; null of what came otherwise. */
export function cameWith(imports: Imports, one: By): number | null {
  const row = imports.get(momentOf(one));
  const { at, byName, byRole, byPerson } = one;
  return row && agrees(byOf(row), { at, byName, byRole, byPerson }) ? row.seq : null;
}

type Step = ReturnType<typeof phaseChanges.all>[number];

/** As drizzle/0012 dates what had a day. */
const END_OF_DAY = 'T23:59:59.999Z';

/** At the end of the day it was published, when something was last said of it, or at no time that is known: see there. */
const isDatedBy0012 = ({ at, publishedOn, isSaidThen }: Step) =>
  at.endsWith(END_OF_DAY)
    ? publishedOn === null || at === publishedOn + END_OF_DAY
    : publishedOn === null && (isSaidThen || at === phaseChanges.UNKNOWN_TIME);

const isMadeBy0012 = (step: Step) =>
  step.byName === 'Fyren' &&
  step.byRole === 'administrator' &&
  step.byPerson === null &&
  isDatedBy0012(step);

/**
 * Where in the log an occasion's first step belongs that has no row there: after the row of the plan that it came with,
 * or before all of it. Null of a step that nobody but a hand can have made. `newest` is the newest row that a step
 * before it in the database belongs to: steps are numbered as they are taken.
 */
export function placeOfUnlogged(imports: Imports, step: Step, newest: number): number | null {
  const { id, phase, settlement, reason } = step;
  // A plan, and 0012, can publish and nothing else. Numbers begin at one.
  if (id < 1 || phase !== 'publicerat' || settlement !== null || reason !== null) return null;
  const seq = isMadeBy0012(step) ? 0 : cameWith(imports, step);
  return seq === null || newest > seq ? null : seq;
}
