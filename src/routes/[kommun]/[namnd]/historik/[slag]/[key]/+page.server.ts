import { error } from '@sveltejs/kit';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { pageOf } from '#lib/domain/history.ts';
import type { Subject } from '#lib/domain/judgement.ts';
import type { Indicator, Measure, TextPart } from '#lib/domain/model.ts';
import { SHEET_KIND } from '#lib/format/judging.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { readHistory } from '#lib/server/history/gather.ts';
import { viewRuns } from '#lib/server/history/view.ts';
import { assessedOr404, may, standingOr404 } from '#routes/guard.server.ts';
import type { Asked } from '#routes/guard.server.ts';

/** So many changes are read on one page. */
const SIZE = 30;

/** A thing that has a history, as its address names it. */
type Thing = {
  readonly subject: Subject;
  readonly key: string;
  readonly title: string;
  readonly word: string;
  readonly parts: readonly TextPart[];
  readonly of: { readonly indicator: Indicator; readonly measure: Measure } | null;
};

const thingsIn = ({ goals, activities, indicators }: Assessed): readonly Thing[] => [
  ...goals.map(({ goal: { id, key }, title, level }): Thing => ({
    ...{ subject: { kind: 'goal', id }, key, title, word: level.singular },
    ...{ parts: level.textParts, of: null },
  })),
  ...activities.map(({ activity: { id, key, title }, level }): Thing => ({
    ...{ subject: { kind: 'activity', id }, key, title, word: level.singular },
    ...{ parts: level.textParts, of: null },
  })),
  ...indicators.map(({ indicator, measure, textParts }): Thing => ({
    ...{ subject: { kind: 'indicator', id: indicator.id }, key: indicator.key },
    ...{ title: indicator.short ?? indicator.title, word: indicator.word },
    ...{ parts: textParts, of: { indicator, measure } },
  })),
];

/** The occasion asked for, or the newest published; to who works there the newest of all, where none is. */
function assessedAt(asked: Asked): {
  standing: ReturnType<typeof standingOr404>;
  assessed: Assessed;
} {
  const standing = standingOr404(asked);
  const newest = standing.occasions.at(-1);
  if (standing.assessed || !newest) return { standing, assessed: assessedOr404(standing) };
  return { standing, assessed: assessedOr404(standingOr404(asked, newest.key)) };
}

const pageIn = (url: URL) => Number(/^\d{1,6}$/.exec(url.searchParams.get('sida') ?? '')?.[0] ?? 1);

export const load = (asked) => {
  const { locals, params, url } = asked;
  const { standing, assessed } = assessedAt(asked);
  const { kommun, namnd } = standing;
  const thing = thingsIn(assessed).find(
    ({ subject, key }) => SHEET_KIND[subject.kind] === params.slag && key === params.key,
  );
  if (!thing) error(404, `Det finns inget sådant i ${assessed.occasion.title}.`);
  const { subject, key, title, word, parts, of } = thing;
  const where = { kommun: kommun.id, namnd: namnd.id };
  const isInside = may(locals.user, 'read-open', where);
  const measure = of?.measure ?? null;
  const from = url.searchParams.has('tillfalle') ? assessed.occasion.id : null;
  const history = readHistory(locals.db, { kommun, namnd, subject, measure, isInside, from });
  const period = url.searchParams.get('period');
  const wanted =
    period === null
      ? history.entries
      : history.entries.filter(
          (one) => one.kind === 'value' && (one.step.is ?? one.step.was)?.period.text === period,
        );
  const { entries, ...page } = pageOf(wanted, pageIn(url), SIZE);
  const { places, place } = assessed;
  const around = { places, place, parts, of, occasions: occasions.list(locals.db, kommun.id) };
  const reader = {
    seesNames: may(locals.user, 'see-names', where),
    seesFiles: may(locals.user, 'see-files', where),
  };
  return {
    title: `Historik, ${title}`,
    thing: { kind: subject.kind, key, title, word },
    runs: viewRuns(locals.db, history, entries, around, reader),
    page,
    period,
    isInside,
  };
};
