import type { Assessed } from './assess-all.ts';
import type { AssessedActivity } from './assess-activity.ts';
import type { AssessedGoal } from './assess-goal.ts';
import { activityOf, goalOf, indicatorOf } from './assessed-of.ts';
import { boardOf, goalRow } from './board.ts';
import { aFigure } from './bound.ts';
import type { About } from './bound.ts';
import { contradictionsOfGoal } from './contradiction.ts';
import { indicatorStatements } from './indicator-statements.ts';
import {
  aboutThing,
  deviatingStatement,
  indicatorsStatements,
  tallyStatement,
  unjudgedStatement,
} from './many-statements.ts';
import type { Statement } from './statement.ts';

/** The state, and whether it was changed after the papers were sent. */
function stateStatements(
  { forecastOccasion }: Pick<Assessed, 'forecastOccasion'>,
  thing: AssessedGoal | AssessedActivity,
): Statement[] {
  const { state, reason, sent, level } = thing;
  const about = aboutThing(thing);
  if (state === null) return [];
  const forecast = state.aspect === 'forecast' ? forecastOccasion : null;
  return [
    { about, kind: 'state', level: level.id, state, reason, forecast },
    ...(sent ? [{ about, kind: 'changed-at-meeting' as const, sent }] : []),
  ];
}

/** A ceiling and a suggestion that a judgement goes against, with the reason for it or that there is none. */
function againstStatements(assessed: Assessed, goal: AssessedGoal): Statement[] {
  const { ceiling, against, suggestion, state, reason } = goal;
  const about = aboutThing(goal);
  const measures = contradictionsOfGoal(assessed, goal).find(({ of }) => of === 'measures');
  return [
    ...(ceiling
      ? [
          {
            ...{ about, kind: 'ceiling' as const, step: ceiling.step, state, reason },
            ...{ words: ceiling.words, isOver: ceiling.isOver },
          },
        ]
      : []),
    ...(against?.suggestion && state
      ? [
          {
            ...{ about, kind: 'against-suggestion' as const, side: against.suggestion, state },
            ...{ step: suggestion?.step ?? null, reason },
            isReasonTold: ceiling?.isOver ?? false,
          },
        ]
      : []),
    ...(measures?.of === 'measures'
      ? [
          {
            ...{ about, kind: 'against-measures' as const, side: measures.side },
            count: aFigure(about, 'count', measures.count, null, measures.side),
          },
        ]
      : []),
  ];
}

/** What it rests on, where a rule makes a suggestion of that and not all of it is known. */
function coverageStatement(goal: AssessedGoal): Statement[] {
  const { suggestion } = goal;
  if (!suggestion || suggestion.policy === 'none') return [];
  const { known, of, later } = suggestion.coverage;
  if (known === of) return [];
  const about = aboutThing(goal);
  return [
    {
      ...{ about, kind: 'coverage' },
      known: aFigure(about, 'count', known, null, 'known'),
      of: aFigure(about, 'of', of, null, 'coverage'),
      later: aFigure(about, 'count', later, null, 'later'),
    },
  ];
}

function earlierStatement(goal: AssessedGoal): Statement[] {
  const last = goal.earlier.at(-1);
  if (!last || last.state.kind === 'ej_bedomt') return [];
  const { occasion, state } = last;
  return [{ about: aboutThing(goal), kind: 'earlier-state', occasion, state }];
}

/** A goal: how it stands, what that rests on, and what under it is not as it should. */
function goalStatements(assessed: Assessed, goal: AssessedGoal): Statement[] {
  const row = goalRow(assessed, goal);
  const about = aboutThing(goal);
  const level = row.activities[0]?.level;
  const [first] = row.activities;
  const tally =
    level && row.activityTally && first?.state
      ? [
          tallyStatement(assessed, about, {
            level,
            aspect: first.state.aspect,
            tally: row.activityTally,
          }),
        ]
      : [];
  return [
    ...stateStatements(assessed, goal),
    ...againstStatements(assessed, goal),
    ...coverageStatement(goal),
    ...indicatorsStatements(about, row.indicators),
    ...tally,
    ...(level ? deviatingStatement(about, level.id, row.activities) : []),
    ...earlierStatement(goal),
  ];
}

/** An activity: how it stands, how far it has come, and what its dates say. */
function activityStatements(assessed: Assessed, activity: AssessedActivity): Statement[] {
  const { lifecycle, late, start, end, level } = activity;
  const about = aboutThing(activity);
  const date = late === 'not-begun' ? start : end;
  const isOver = lifecycle === 'done' || lifecycle === 'cancelled';
  return [
    ...stateStatements(assessed, activity),
    ...(lifecycle
      ? [
          {
            ...{ about, kind: 'lifecycle' as const, level: level.id, lifecycle },
            isAgain: activity.state !== null,
          },
        ]
      : []),
    ...(late && date ? [{ about, kind: 'late' as const, level: level.id, late, date }] : []),
    ...(late !== 'ended-undone' && !isOver && end
      ? [{ about, kind: 'ends' as const, level: level.id, date: end }]
      : []),
  ];
}

/** A nämnd at its occasion: how many stand where, level by level, which deviate, and the indicators. */
function namndStatements(assessed: Assessed): Statement[] {
  const about: About = { kind: 'namnd', id: assessed.namnd.id };
  const things = [...assessed.goals, ...assessed.activities];
  return [
    ...boardOf(assessed).tallies.flatMap((one) => [
      tallyStatement(assessed, about, one),
      ...deviatingStatement(about, one.level.id, things),
      ...unjudgedStatement(about, one.level.id, things),
    ]),
    ...indicatorsStatements(about, assessed.indicators),
  ];
}

/**
 * What there is to say of a thing at the occasion, the most important first; empty where there is nothing. Everything
 * comes from the assessed tree, so what is hidden there is not here either.
 */
export function statementsOf(assessed: Assessed, about: About): readonly Statement[] {
  switch (about.kind) {
    case 'indicator':
      return indicatorStatements(assessed, indicatorOf(assessed, about.id));
    case 'goal':
      return goalStatements(assessed, goalOf(assessed, about.id));
    case 'activity':
      return activityStatements(assessed, activityOf(assessed, about.id));
    case 'namnd':
      return namndStatements(assessed);
  }
}
