import { goalRow } from '#lib/domain/board.ts';
import { upperFirst } from '#lib/format/sv.ts';
import { assessedOr404, standingOr404 } from '#routes/guard.server.ts';

export const load = (asked) => {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const level = assessed.activities[0]?.level ?? null;
  const heading = upperFirst(level?.plural ?? 'aktiviteter');
  const rows = assessed.goals
    .map((goal) => goalRow(assessed, goal))
    .filter((row) => row.activities.length > 0);
  const hung = new Set(rows.flatMap((row) => row.activities.map((one) => one.activity.id)));
  return {
    title: `${heading}, ${standing.namnd.name}`,
    heading,
    assessed,
    rows,
    /** Activities under no goal. */
    loose: assessed.activities.filter((one) => !hung.has(one.activity.id)),
  };
};
