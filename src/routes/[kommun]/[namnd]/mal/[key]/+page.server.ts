import { error } from '@sveltejs/kit';
import { goalRow } from '#lib/domain/board.ts';
import { lateRow } from '#lib/format/publishing.ts';
import { readDecisions, readLate } from '#lib/server/decisions.ts';
import { assessedOr404, standingOr404 } from '#routes/guard.server.ts';

export const load = (asked) => {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const goal = assessed.goals.find((one) => one.goal.key === asked.params.key);
  if (!goal) error(404, `${standing.namnd.name} har inget mål med nyckeln ”${asked.params.key}”.`);
  const near = (ids: readonly number[]) =>
    assessed.goals.filter((one) => ids.includes(one.goal.id));
  const { db } = asked.locals;
  const where = { namnd: standing.namnd.id, occasion: assessed.occasion.id };
  const own = new Set(goal.indicators);
  const late = readLate(db, assessed, readDecisions(db, where)).filter(({ indicator }) =>
    own.has(indicator.indicator.id),
  );
  return {
    title: `${goal.title}, ${standing.namnd.name}`,
    assessed,
    row: goalRow(assessed, goal),
    late: late.map((one) => lateRow(one, assessed.places)),
    parents: near(goal.goal.parents),
    children: near(goal.children),
  };
};
