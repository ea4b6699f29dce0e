import { may, standingOr404 } from '#routes/guard.server.ts';

export const load = (asked) => {
  const key = asked.url.searchParams.get('tillfalle');
  const { kommun, namnd, occasions, assessed } = standingOr404(asked);
  const where = { kommun: kommun.id, namnd: namnd.id };
  return {
    at: {
      kommun: kommun.slug,
      namnd: namnd.slug,
      query: key === null ? '' : `?tillfalle=${key}`,
    },
    namnd,
    occasions,
    occasion: assessed?.occasion ?? null,
    /** What there is to go to, in the plan's own word; without a published occasion hardly anything. */
    contents: {
      hasIndicators: (assessed?.indicators.length ?? 0) > 0,
      activityWord: assessed?.activities[0]?.level.plural ?? null,
      canReadIn: may(asked.locals.user, 'read-in', where),
    },
  };
};
