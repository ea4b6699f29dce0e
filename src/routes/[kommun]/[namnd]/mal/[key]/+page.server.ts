import { error } from '@sveltejs/kit';
import { goalRow } from '#lib/domain/board.ts';
import { assessedOr404, standingOr404 } from '#routes/guard.server.ts';

export const load = (asked) => {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const goal = assessed.goals.find((one) => one.goal.key === asked.params.key);
  if (!goal) error(404, `${standing.namnd.name} har inget mål med nyckeln ”${asked.params.key}”.`);
  const near = (ids: readonly number[]) =>
    assessed.goals.filter((one) => ids.includes(one.goal.id));
  return {
    title: `${goal.title}, ${standing.namnd.name}`,
    assessed,
    row: goalRow(assessed, goal),
    parents: near(goal.goal.parents),
    children: near(goal.children),
  };
};
