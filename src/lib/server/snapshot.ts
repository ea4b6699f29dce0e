import type { Goal, Kommun, Namnd, NamndOccasion, Plan } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import { isLocked, published } from '#lib/domain/occasion.ts';
import { judgedStates } from '#lib/domain/said.ts';
import type { EarlierJudgements } from '#lib/domain/said.ts';
import { currentAt, FRESHNESS, headline } from '#lib/domain/series.ts';
import type { PeerValue, Snapshot } from '#lib/domain/snapshot.ts';
import * as activities from './db/activities.ts';
import * as activityStates from './db/activity-states.ts';
import type { Db } from './db/client.ts';
import * as goals from './db/goals.ts';
import * as groups from './db/groups.ts';
import * as indicators from './db/indicators.ts';
import * as judgements from './db/judgements.ts';
import * as measures from './db/measures.ts';
import * as observations from './db/observations.ts';
import * as occasions from './db/occasions.ts';
import * as places from './db/places.ts';
import * as plans from './db/plans.ts';
import * as roles from './db/roles.ts';
import * as scales from './db/scales.ts';
import * as uploads from './db/uploads.ts';
import { readDecided } from './decided.ts';
import { readDecidedValues } from './decided-values.ts';
import type { Seen } from './db/uploads.ts';
import { overlaid, overlaidPeers } from './overlay.ts';
import type { Overlay } from './overlay.ts';

/**
 * As what values are seen: which uploads, and what file over them. Now, after a file that is not
 * stored, or without an upload that may be undone.
 */
export type Vantage = { readonly seen: Seen; readonly over: Overlay | null };

export const asNow = (db: Db, kommun: Kommun): Vantage => ({
  seen: uploads.visible(db, kommun.id),
  over: null,
});

/** The nämnd's own plans of the year, and fullmäktige's, since its goals stand above every nämnd. */
function plansOf(db: Db, kommun: Kommun, namnd: Namnd, year: number): readonly Plan[] {
  return plans
    .list(db, kommun.id)
    .filter((plan) => plan.isFullmaktiges || plan.owners.includes(namnd.id))
    .filter((plan) => plan.fromYear <= year && year <= plan.toYear)
    .map(({ owners: _owners, ...plan }) => plan);
}

/** Parents that lie in a plan outside the snapshot are none of its business. */
const withKnownParents = (list: readonly Goal[]): readonly Goal[] => {
  const known = new Set(list.map((goal) => goal.id));
  return list.map((goal) => ({ ...goal, parents: goal.parents.filter((id) => known.has(id)) }));
};

type Shown = Pick<Snapshot, 'measures' | 'observations' | 'place' | 'occasion'>;

/** Of every Kolada measure the period whose value is shown: among its values the kommun is ranked. */
const periodsToRank = ({ measures: list, observations: all, place, occasion }: Shown) =>
  list
    .filter((one) => one.source === 'kolada')
    .flatMap(({ id, source }): Pick<PeerValue, 'measure' | 'period'>[] => {
      const series = headline(all, { measure: id }, place);
      const current = currentAt(series, occasion.cutoffOn, FRESHNESS[source]);
      return 'observation' in current
        ? [{ measure: id, period: current.observation.period.text }]
        : [];
    });

/** What the nämnd has said before, where it was published: of what is locked, as it was decided. */
const earlierThan = (db: Db, namnd: Namnd, occasion: NamndOccasion): EarlierJudgements[] =>
  published(occasions.listOfNamnd(db, namnd.id))
    .filter((one) => one.cutoffOn < occasion.cutoffOn)
    .map((one) =>
      isLocked(one)
        ? { occasion: one, decided: judgedStates(readDecided(db, namnd, one)) }
        : { occasion: one, judgements: judgements.list(db, namnd.id, one.id) },
    );

function observationsOf(db: Db, kommun: Kommun, measures: readonly number[], from: Vantage) {
  const seen = observations.list(db, kommun.id, measures, from.seen);
  return from.over ? overlaid(seen, from.over, new Set(measures)) : seen;
}

function peersOf(db: Db, kommun: Kommun, shown: Shown, from: Vantage): PeerValue[] {
  const wanted = periodsToRank(shown);
  const seen = observations.peers(db, kommun.id, wanted, from.seen);
  if (!from.over) return seen;
  const kommuner = places.list(db, kommun.id).filter(({ kind }) => kind === 'kommun');
  return overlaidPeers(seen, from.over, wanted, new Set(kommuner.map((one) => one.id)));
}

/** All that one nämnd shows at one occasion, read once, as plain data for the domain. */
export function readSnapshot(
  db: Db,
  kommun: Kommun,
  namnd: Namnd,
  occasion: NamndOccasion,
  from: Vantage = asNow(db, kommun),
): Snapshot {
  const place = places.readKommun(db, kommun.code);
  invariant(place, `${kommun.slug} is a place`);
  const known = occasions.list(db, kommun.id);
  const planList = plansOf(db, kommun, namnd, occasion.year);
  const planIds = planList.map((plan) => plan.id);
  const indicatorList = indicators.list(db, namnd.id);
  const measureIds = [...new Set(indicatorList.map((one) => one.measure))];
  const shown: Shown = {
    place: place.id,
    occasion,
    measures: measures.listByIds(db, measureIds),
    observations: observationsOf(db, kommun, measureIds, from),
  };
  return {
    ...shown,
    kommun,
    namnd,
    forecastOccasion: known.find((one) => one.id === occasion.forecasts) ?? null,
    later: known.filter((one) => one.cutoffOn > occasion.cutoffOn),
    plans: planList,
    levels: plans.levels(db, planIds),
    scales: scales.list(db, kommun.id),
    goals: withKnownParents(goals.list(db, planIds)),
    activities: activities.list(db, planIds),
    roles: roles.list(db, kommun.id),
    indicators: indicatorList,
    targets: indicators.targets(
      db,
      indicatorList.map((one) => one.id),
    ),
    places: places.list(db, kommun.id),
    groups: groups.list(db, kommun.id),
    peers: peersOf(db, kommun, shown, from),
    judgements: judgements.list(db, namnd.id, occasion.id),
    comments: judgements.listComments(db, namnd.id, occasion.id),
    ceilings: judgements.listCeilings(db, namnd.id, occasion.id),
    activityStates: activityStates
      .list(db, namnd.id, occasion.id)
      .map(({ activity, lifecycle, startOn, endOn, atMeeting }) => ({
        ...{ activity, lifecycle, startOn, endOn, atMeeting },
      })),
    decided: readDecidedValues(db, kommun, measureIds),
    earlier: earlierThan(db, namnd, occasion),
  };
}
