import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { boardOf } from '#lib/domain/board.ts';
import { boardSentences } from '#lib/format/board.ts';
import { lateRow } from '#lib/format/publishing.ts';
import { readDecisions, readLate } from '#lib/server/decisions.ts';
import { readOverview } from '#lib/server/overview.ts';
import { standingOr404, today } from '#routes/guard.server.ts';

export const load = (asked) => {
  const { kommun, namnd, assessed } = standingOr404(asked);
  // Fullmäktige's goals are the kommun's own page.
  if (namnd.isFullmaktige) redirect(307, resolve('/[kommun]', { kommun: kommun.slug }));
  const title = `${namnd.name}, ${kommun.name}`;
  if (!assessed) {
    const { goals } = readOverview(asked.locals.db, kommun, null, today());
    const shared = goals.filter((goal) => goal.namnder.includes(namnd.id));
    return { title, shown: null, shared };
  }
  const board = boardOf(assessed);
  const { db } = asked.locals;
  const decisions = readDecisions(db, { namnd: namnd.id, occasion: assessed.occasion.id });
  return {
    title,
    shown: {
      assessed,
      board,
      late: readLate(db, assessed, decisions).map((one) => lateRow(one, assessed.places)),
      sentences: boardSentences(assessed, board),
      isDecided: assessed.plans.every((plan) => plan.isDecided),
      purposes: assessed.plans.flatMap((plan) => plan.purpose ?? []),
    },
    shared: [],
  };
};
