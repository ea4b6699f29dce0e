import { goalsShown } from '#lib/domain/matrix.ts';
import type { Entry } from '#lib/domain/matrix.ts';
import type { Goal, Kommun, NamndOccasion, Occasion } from '#lib/domain/model.ts';
import { newestPublished, published } from '#lib/domain/occasion.ts';
import { readAssessed } from './assessed.ts';
import type { Db } from './db/client.ts';
import * as goals from './db/goals.ts';
import * as namnder from './db/namnder.ts';
import * as occasions from './db/occasions.ts';
import * as plans from './db/plans.ts';

/**
 * A kommun: fullmäktige's goals, and what every nämnd has published at the occasion asked for, else at
 * its own newest: nämnder report at different times.
 */
export type Overview = {
  readonly occasions: readonly Occasion[];
  /** Undefined when no nämnd has published anything, or not the one asked for. */
  readonly occasion: Occasion | undefined;
  readonly goals: readonly Goal[];
  readonly entries: readonly Entry[];
};

const publishedIn = (db: Db, namnd: number): NamndOccasion[] =>
  published(occasions.listOfNamnd(db, namnd));

export function readOverview(
  db: Db,
  kommun: Kommun,
  asked: string | null,
  today: string,
): Overview {
  const boards = namnder.list(db, kommun.id).filter((one) => !one.isFullmaktige);
  const byNamnd = new Map(boards.map((one) => [one.id, publishedIn(db, one.id)]));
  const all = [...byNamnd.values()].flat();
  const known = occasions.list(db, kommun.id).filter((one) => all.some((two) => two.id === one.id));
  const inOrder = known.flatMap((one) => all.find((two) => two.id === one.id) ?? []);
  const occasion =
    asked === null ? newestPublished(inOrder, today) : inOrder.find((one) => one.key === asked);
  const year = occasion?.year;
  const fullmaktiges = plans
    .list(db, kommun.id)
    .filter((plan) => plan.isFullmaktiges)
    .filter((plan) => year === undefined || (plan.fromYear <= year && year <= plan.toYear));
  const entries = boards.map((namnd) => {
    const list = byNamnd.get(namnd.id) ?? [];
    const own =
      asked === null ? newestPublished(list, today) : list.find((one) => one.key === asked);
    return { namnd, assessed: own ? readAssessed(db, kommun, namnd, own) : null };
  });
  const live = goals.list(
    db,
    fullmaktiges.map((plan) => plan.id),
  );
  return { occasions: known, occasion, goals: goalsShown(live, entries), entries };
}
