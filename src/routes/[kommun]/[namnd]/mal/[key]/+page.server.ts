import { error } from '@sveltejs/kit';
import { goalRow } from '#lib/domain/board.ts';
import { assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

export const load = ({ locals, params, url }) => {
  const standing = standingOr404(locals.db, params, url.searchParams.get('tillfalle'), today());
  const assessed = assessedOr404(standing);
  const goal = assessed.goals.find((one) => one.goal.key === params.key);
  if (!goal) error(404, `${standing.namnd.name} har inget mål med nyckeln ”${params.key}”.`);
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
