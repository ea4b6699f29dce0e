import { indicatorTalliesOf } from '#lib/domain/board.ts';
import { groupByHeading } from '#lib/domain/headings.ts';
import { indicatorTallySentence } from '#lib/format/board.ts';
import { assessedOr404, standingOr404 } from '#routes/guard.server.ts';

export const load = (asked) => {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const tallies = indicatorTalliesOf(assessed.indicators);
  return {
    title: `Indikatorer, ${standing.namnd.name}`,
    sentences: tallies.flatMap(({ tally }) => indicatorTallySentence(tally) ?? []),
    places: assessed.places,
    groups: groupByHeading(assessed.indicators),
  };
};
