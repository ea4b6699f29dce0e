import type { Assessed } from './assess-all.ts';
import type { AssessedActivity } from './assess-activity.ts';
import type { AssessedGoal } from './assess-goal.ts';
import { isJudged } from './assess-indicator.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { indicatorTalliesOf } from './board.ts';
import type { LevelTally } from './board.ts';
import type { About } from './bound.ts';
import type { State } from './state.ts';
import { isDeviating } from './state.ts';
import type { Statement } from './statement.ts';

/* What several things come to: how many stand where, and which are not the best there is. */

type Thing = AssessedGoal | AssessedActivity;

export const aboutThing = (thing: Thing): About =>
  'goal' in thing
    ? { kind: 'goal', id: thing.goal.id }
    : { kind: 'activity', id: thing.activity.id };

export const tallyStatement = (
  { forecastOccasion }: Pick<Assessed, 'forecastOccasion'>,
  about: About,
  { level, aspect, tally }: Pick<LevelTally, 'level' | 'aspect' | 'tally'>,
): Statement => ({
  ...{ about, kind: 'tally', level: level.id, aspect, tally },
  forecast: aspect === 'forecast' ? forecastOccasion : null,
});

/** Those that are known not to stand best, level by level. */
export function deviatingStatement(
  about: About,
  level: number,
  things: readonly Thing[],
): Statement[] {
  const deviating = things.flatMap((thing): { about: About; state: State }[] => {
    const { state } = thing;
    if (thing.level.id !== level || state === null || !isDeviating(state)) return [];
    return [{ about: aboutThing(thing), state }];
  });
  // Where all stand alike, their number has said it.
  const of = things.filter((one) => one.level.id === level && one.state !== null).length;
  const steps = new Set(
    deviating.map(({ state }) => (state.kind === 'step' ? state.step.key : '')),
  );
  if (deviating.length === of && steps.size === 1) return [];
  return deviating.length === 0 ? [] : [{ about, kind: 'deviating', level, things: deviating }];
}

/** More than this are a number and not names. */
const NAMED = 6;

/** Those that are due and that nobody has judged, where others of their level have been. */
export function unjudgedStatement(
  about: About,
  level: number,
  things: readonly Thing[],
): Statement[] {
  const own = things.filter((one) => one.level.id === level && one.state !== null);
  const unjudged = own.filter(({ state }) => state?.kind === 'ej_bedomt');
  const isTold = unjudged.length > 0 && unjudged.length <= NAMED;
  if (!isTold || unjudged.length === own.length) return [];
  return [{ about, kind: 'unjudged', level, things: unjudged.map(aboutThing) }];
}

/** How indicators stand to their targets, scale by scale, and which do not reach them. */
export function indicatorsStatements(
  about: About,
  indicators: readonly AssessedIndicator[],
): Statement[] {
  const tallies = indicatorTalliesOf(indicators);
  const missed = indicators.filter((one) => isJudged(one) && one.verdict.verdict === 'missed');
  return [
    // One alone that does not reach its target is told by its name.
    ...tallies
      .filter(({ tally }) => tally.of > 1 || missed.length === 0)
      .map(({ tally }): Statement => ({ about, kind: 'indicator-tally', tally })),
    ...(missed.length === 0
      ? []
      : [
          {
            ...{ about, kind: 'missed' as const },
            indicators: missed.map(({ indicator }) => indicator.id),
          },
        ]),
  ];
}
