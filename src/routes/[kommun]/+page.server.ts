import { error } from '@sveltejs/kit';
import { boardOf } from '#lib/domain/board.ts';
import { matrixOf } from '#lib/domain/matrix.ts';
import { boardSentences } from '#lib/format/board.ts';
import { readOverview } from '#lib/server/overview.ts';
import { kommunOr404, today } from '#routes/guard.server.ts';

export const load = ({ locals, params, url }) => {
  const kommun = kommunOr404(locals, params.kommun);
  const asked = url.searchParams.get('tillfalle');
  const overview = readOverview(locals.db, kommun, asked, today());
  if (asked !== null && !overview.occasion) {
    error(404, `${kommun.name} har inget publicerat tillfälle som heter ”${asked}”.`);
  }
  return {
    title: kommun.name,
    query: asked === null ? '' : `?tillfalle=${asked}`,
    occasions: overview.occasions,
    occasion: overview.occasion,
    matrix: matrixOf(overview.goals, overview.entries),
    namnder: overview.entries.map(({ namnd, assessed }) => ({
      namnd,
      occasion: assessed?.occasion ?? null,
      sentence: assessed && boardSentences(assessed, boardOf(assessed)).join(' '),
    })),
  };
};
