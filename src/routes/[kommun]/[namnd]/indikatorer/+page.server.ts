import { indicatorTallyOf } from '#lib/domain/board.ts';
import { groupByHeading } from '#lib/domain/headings.ts';
import { tallySentence } from '#lib/format/sentence.ts';
import { assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

export const load = ({ locals, params, url }) => {
  const standing = standingOr404(locals.db, params, url.searchParams.get('tillfalle'), today());
  const assessed = assessedOr404(standing);
  const tally = indicatorTallyOf(assessed, assessed.indicators);
  return {
    title: `Indikatorer, ${standing.namnd.name}`,
    sentence: tally && tallySentence(tally, 'indikatorer', 'outcome', null),
    groups: groupByHeading(assessed.indicators),
  };
};
