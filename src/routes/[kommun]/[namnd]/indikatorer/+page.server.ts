import { indicatorTalliesOf } from '#lib/domain/board.ts';
import { groupByHeading } from '#lib/domain/headings.ts';
import { indicatorTallySentence } from '#lib/format/board.ts';
import { assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

export const load = ({ locals, params, url }) => {
  const standing = standingOr404(locals.db, params, url.searchParams.get('tillfalle'), today());
  const assessed = assessedOr404(standing);
  const tallies = indicatorTalliesOf(assessed.indicators);
  return {
    title: `Indikatorer, ${standing.namnd.name}`,
    sentences: tallies.flatMap(({ tally }) => indicatorTallySentence(tally) ?? []),
    places: assessed.places,
    groups: groupByHeading(assessed.indicators),
  };
};
