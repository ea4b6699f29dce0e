import type { Decisions } from '#lib/domain/decisions.ts';
import type { NamndOccasion } from '#lib/domain/model.ts';
import { isLocked, isOpen } from '#lib/domain/occasion.ts';
import type { Where } from '#lib/domain/permission.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import { may, standingAt } from '#routes/guard.server.ts';

/** Where the work of an occasion is, and whether one judges in it; null for those who do not work here. */
function workOf(
  user: App.Locals['user'],
  where: Where,
  occasions: readonly NamndOccasion[],
  key: string | null,
) {
  if (!may(user, 'read-open', where)) return null;
  // Where one stands, unless that is decided; else what is open, else what can be changed at its meeting.
  const occasion =
    occasions.find((one) => one.key === key && !isLocked(one)) ??
    occasions.find(isOpen) ??
    occasions.findLast((one) => !isLocked(one));
  return {
    query: occasion ? `?tillfalle=${occasion.key}` : '',
    title: occasion?.title ?? null,
    isOpen: occasion !== undefined && isOpen(occasion),
    canJudge: may(user, 'judge', where),
    canPublish: may(user, 'publish', where),
  };
}

const NO_DECISIONS: Decisions = { versions: [], mistaken: [] };

/** What links go on with: the occasion that was asked for, and the version of it. */
const queryOf = (key: string | null, version: string | null) =>
  key === null ? '' : `?tillfalle=${key}${version === null ? '' : `&version=${version}`}`;

export const load = (asked) => {
  const key = asked.url.searchParams.get('tillfalle');
  // The pages say what is not there: some of them first ask who it is.
  const { kommun, namnd, occasions, assessed } = standingAt(asked);
  const where = { kommun: kommun.id, namnd: namnd.id };
  return {
    at: {
      kommun: kommun.slug,
      namnd: namnd.slug,
      query: queryOf(key, asked.url.searchParams.get('version')),
    },
    namnd,
    occasions,
    occasion: assessed?.occasion ?? null,
    /** What the pages stand on: its versions, where it has been decided. */
    decisions: assessed
      ? readDecisions(asked.locals.db, { namnd: namnd.id, occasion: assessed.occasion.id })
      : NO_DECISIONS,
    /** What there is to go to, in the plan's own word; without a published occasion hardly anything. */
    contents: {
      hasIndicators: (assessed?.indicators.length ?? 0) > 0,
      hasReport: assessed !== null,
      activityWord: assessed?.activities[0]?.level.plural ?? null,
      canReadIn: may(asked.locals.user, 'read-in', where),
      /** The occasion that is being worked with, for those who do. */
      work: workOf(asked.locals.user, where, occasions, key),
    },
  };
};
