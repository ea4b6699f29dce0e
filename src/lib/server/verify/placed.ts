import { groupBy } from '#lib/domain/group-by.ts';
import { moveOf, MOVES } from '#lib/domain/occasion.ts';
import type { Move } from '#lib/domain/occasion.ts';
import type { Db } from '../db/client.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import * as phaseChanges from '../db/phase-changes.ts';
import { placeOfUnlogged, readImports } from './before-log.ts';
import { byOf, dataOf } from './held.ts';
import type { Data } from './held.ts';

/* Every step of every occasion with its row in the log: what a row does not hold is the number of the step. */

type Step = ReturnType<typeof phaseChanges.all>[number];

export type Placed = Step & {
  readonly move: Move;
  /** What the log says of it; null where no row tells of it. */
  readonly said: Data | null;
  /** Its row, or the one that it came with; null of a step that the log knows nothing of. */
  readonly seq: number | null;
};

const MOVE_OF: Readonly<Record<string, Move>> = {
  'occasion.publish': 'publish',
  'occasion.lock': 'lock',
  'occasion.reopen': 'reopen',
  'occasion.unlock': 'unlock',
};

/** An occasion in its nämnd, as rows and steps both name it. */
export const placeOf = (kommun: number | null, where: string) => JSON.stringify([kommun, where]);

const NO_DAYS = { publishedOn: null, meetingOn: null };

/** A step of another kind than publishing tells no days, though its row holds those that stood. */
function saidOf(row: LogRow): Data {
  const move = MOVE_OF[row.action]!;
  const { publishedOn, meetingOn, settlement } = dataOf(row.after);
  return {
    ...byOf(row),
    ...(move === 'publish' ? { publishedOn, meetingOn } : NO_DAYS),
    ...{ phase: MOVES[move].to, settlement: move === 'lock' ? settlement : null },
    ...{ reason: row.reason, namnd: row.namnd ?? undefined },
  };
}

/** Steps as they are in the database, and the rows of those that are not there. */
export type PlacedSteps = { readonly steps: readonly Placed[]; readonly left: readonly LogRow[] };

const momentOf = (kommun: number | null, where: string, at: string) =>
  JSON.stringify([kommun, where, at]);

function rowsByMoment(db: Db): ReadonlyMap<string, LogRow[]> {
  const rows = logRows.ofActions(db, Object.keys(MOVE_OF));
  const groups = groupBy(rows, ({ kommun, entityId, at }) => momentOf(kommun, entityId, at));
  return new Map([...groups].map(([moment, list]) => [moment, [...list]]));
}

/** Every step in the order of its number, with the row that tells of it; rows of one moment are taken in their order. */
export function placeSteps(db: Db): PlacedSteps {
  const imports = readImports(db);
  const rows = rowsByMoment(db);
  const last = new Map<string, Step>();
  let newest = 0;
  const steps = phaseChanges.all(db).map((step): Placed => {
    const place = placeOf(step.kommun, step.where);
    const before = last.get(place);
    last.set(place, step);
    const row = rows.get(momentOf(step.kommun, step.where, step.at))?.shift();
    const seq = row?.seq ?? (before ? null : placeOfUnlogged(imports, step, newest));
    newest = Math.max(newest, seq ?? 0);
    const move = moveOf(before?.phase ?? null, step.phase);
    return { ...step, move, said: row ? saidOf(row) : null, seq };
  });
  return { steps, left: [...rows.values()].flat() };
}
