import { standingOr404, today } from '#routes/guard.server.ts';

export const load = ({ locals, params, url }) => {
  const asked = url.searchParams.get('tillfalle');
  const { kommun, namnd, occasions, assessed } = standingOr404(locals.db, params, asked, today());
  return {
    at: {
      kommun: kommun.slug,
      namnd: namnd.slug,
      query: asked === null ? '' : `?tillfalle=${asked}`,
    },
    namnd,
    occasions,
    occasion: assessed?.occasion ?? null,
    /** What there is to go to, in the plan's own word; without a published occasion hardly anything. */
    contents: {
      hasIndicators: (assessed?.indicators.length ?? 0) > 0,
      activityWord: assessed?.activities[0]?.level.plural ?? null,
      canReadIn: locals.actor !== null,
    },
  };
};
