import { error } from '@sveltejs/kit';
import { splitByPlace } from '#lib/domain/comparison.ts';
import { newestFirst } from '#lib/domain/series.ts';
import { lateRow } from '#lib/format/publishing.ts';
import { readDecisions, readLate } from '#lib/server/decisions.ts';
import { drawFigures } from '#lib/server/figures.ts';
import { changedValues } from '#lib/server/history/gather.ts';
import { assessedOr404, may, standingOr404 } from '#routes/guard.server.ts';

export const load = (asked) => {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const one = assessed.indicators.find((other) => other.indicator.key === asked.params.key);
  if (!one)
    error(404, `${standing.namnd.name} har ingen indikator med nyckeln ”${asked.params.key}”.`);
  const { id } = one.indicator;
  const { db, user } = asked.locals;
  const { kommun, namnd } = standing;
  const decisions = readDecisions(db, { namnd: namnd.id, occasion: assessed.occasion.id });
  const late = readLate(db, assessed, decisions).filter(({ indicator }) => indicator === one);
  const isInside = may(user, 'read-open', { kommun: kommun.id, namnd: namnd.id });
  const subject = { kind: 'indicator', id } as const;
  const wanted = { kommun, namnd, subject, measure: one.measure, isInside, from: null };
  return {
    title: `${one.indicator.short ?? one.indicator.title}, ${standing.namnd.name}`,
    assessed,
    one,
    late: late.map((each) => lateRow(each, assessed.places)),
    /** Keys of the values that have been something else. */
    changed: changedValues(db, wanted),
    figures: drawFigures(one, assessed),
    values: splitByPlace(newestFirst(one.observations), assessed.places, assessed.place),
    goals: assessed.goals.filter((goal) => goal.indicators.includes(id)),
    activities: assessed.activities.filter(({ activity }) => activity.indicators.includes(id)),
  };
};
