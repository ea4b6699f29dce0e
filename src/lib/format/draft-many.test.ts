import { expect, test } from 'vitest';
import { assessAll } from '#lib/domain/assess-all.ts';
import type { About } from '#lib/domain/bound.ts';
import type { Goal } from '#lib/domain/model.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import {
  aGoal,
  aJudgement,
  aLevel,
  anActivity,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
} from '../../../tests/builders.ts';
import { draftIn, read } from '../../../tests/drafted.ts';
import { atLeast } from '../../../tests/rules.ts';

/* The measures and activities of a goal, and an activity itself, in words. */

const AR = anOccasion({ id: 2, key: 'ar-2023', kind: 'ar', title: 'Årsredovisning 2023' });
const FORECAST = { forecastOccasion: AR, later: [AR] };
const UPPDRAG = aLevel({
  id: 2,
  key: 'uppdrag',
  singular: 'uppdrag',
  plural: 'uppdrag',
  holds: 'activity',
});
const AKTIVITET = { ...UPPDRAG, singular: 'aktivitet', plural: 'aktiviteter' };
const LEVELS = { levels: [aLevel(), UPPDRAG] };

/** What somebody says of a goal or an activity. */
const said = (kind: 'goal' | 'activity', id: number, step: string, more: object = {}) =>
  aJudgement({ subject: { kind, id }, said: { kind: 'step', step }, ...more });
const goals = (...titles: readonly string[]): readonly Goal[] =>
  titles.map((title, index) => aGoal({ id: index + 1, key: `mal-${index + 1}`, title }));
const activities = (...titles: readonly string[]) =>
  titles.map((title, index) =>
    anActivity({ id: index + 1, key: `uppdrag-${index + 1}`, title, level: 2, goals: [1] }),
  );

/** Indicators on goal 1 with the values given, each at least 80. */
const indicators = (...values: readonly (number | null)[]) => ({
  indicators: values.map((_, index) =>
    anIndicator({
      id: index + 1,
      key: `ind-${index + 1}`,
      measure: index + 1,
      title: `Mått ${index + 1}`,
      goals: [1],
    }),
  ),
  measures: values.map((_, index) => ({
    ...aSnapshot().measures[0]!,
    id: index + 1,
    code: `m-${index + 1}`,
  })),
  targets: values.map((_, index) =>
    aTarget({
      id: index + 1,
      indicator: index + 1,
      rule: atLeast(80, { kind: 'absolute', by: 5 }),
    }),
  ),
  observations: values.flatMap((value, index) =>
    value === null ? [] : [anObservation({ measure: index + 1, value })],
  ),
});

const ONE = { goals: goals('Trygg vård') };
const GOAL: About = { kind: 'goal', id: 1 };
const ACTIVITY: About = { kind: 'activity', id: 1 };
type Row = [string, About, Partial<Snapshot>, string];

test.each<Row>([
  // Its measures -----------------------------------------------------------------------------------
  [
    'one that is met',
    GOAL,
    { ...ONE, ...indicators(84) },
    'Målet är ännu inte bedömt. Indikatorn når målvärdet.',
  ],
  [
    'one that is not',
    GOAL,
    { ...ONE, ...indicators(70) },
    'Målet är ännu inte bedömt. Målvärdet nås inte för mått 1.',
  ],
  [
    'one that is near',
    GOAL,
    { ...ONE, ...indicators(77) },
    'Målet är ännu inte bedömt. Indikatorn är nära målvärdet.',
  ],
  [
    'one that is not known',
    GOAL,
    { ...ONE, ...indicators(null) },
    'Målet är ännu inte bedömt. Indikatorn kan inte bedömas.',
  ],
  [
    'two that are met',
    GOAL,
    { ...ONE, ...indicators(84, 85) },
    'Målet är ännu inte bedömt. Av 2 indikatorer når båda målvärdet.',
  ],
  [
    'three that are met',
    GOAL,
    { ...ONE, ...indicators(84, 85, 86) },
    'Målet är ännu inte bedömt. Av 3 indikatorer når alla målvärdet.',
  ],
  [
    'two that are not',
    GOAL,
    { ...ONE, ...indicators(70, 71) },
    'Målet är ännu inte bedömt. Av 2 indikatorer når ingen målvärdet. Målvärdet nås inte för mått 1 och mått 2.',
  ],
  [
    'some of each',
    GOAL,
    { ...ONE, ...indicators(84, 85, 77, 70, null) },
    'Målet är ännu inte bedömt. Av 5 indikatorer når 2 målvärdet, 1 är nära, 1 når det inte och 1 kan inte bedömas. Målvärdet nås inte för mått 4.',
  ],
  // Its activities ---------------------------------------------------------------------------------
  [
    'activities, one deviating',
    GOAL,
    {
      ...ONE,
      ...LEVELS,
      ...FORECAST,
      activities: activities('Bygg ut', 'Inför IBIC. Det ska ske brett.'),
      judgements: [said('activity', 1, GREEN.key), said('activity', 2, RED.key)],
    },
    'Målet är ännu inte bedömt. Av 2 uppdrag bedöms 1 uppnås och 1 ej uppnås till årsredovisningen 2023. Det uppdrag som bedöms ej uppnås är ”Inför IBIC. Det ska ske brett”.',
  ],
  [
    'activities that nobody has judged',
    GOAL,
    { ...ONE, ...LEVELS, activities: activities('Bygg ut', 'Inför IBIC') },
    'Målet är ännu inte bedömt. 2 uppdrag är ännu inte bedömda.',
  ],
  // An activity ------------------------------------------------------------------------------------
  [
    'an uppdrag under way',
    ACTIVITY,
    {
      ...LEVELS,
      activities: activities('Bygg ut'),
      judgements: [said('activity', 1, GREEN.key)],
      activityStates: [
        {
          activity: 1,
          lifecycle: 'under_way',
          startOn: null,
          endOn: '2024-12-31',
          atMeeting: false,
        },
      ],
    },
    'Uppdraget bedöms uppnås. Det pågår. Slutdatum är den 31 december 2024.',
  ],
  [
    'an uppdrag that is done',
    ACTIVITY,
    {
      ...LEVELS,
      activities: activities('Bygg ut'),
      activityStates: [
        { activity: 1, lifecycle: 'done', startOn: null, endOn: '2023-05-31', atMeeting: false },
      ],
    },
    'Uppdraget är ännu inte bedömt. Det är klart.',
  ],
  [
    'an aktivitet that is late',
    ACTIVITY,
    {
      levels: [aLevel(), AKTIVITET],
      activities: activities('Bygg ut'),
      activityStates: [
        {
          activity: 1,
          lifecycle: 'under_way',
          startOn: null,
          endOn: '2023-05-31',
          atMeeting: false,
        },
      ],
    },
    'Aktiviteten är ännu inte bedömd. Den pågår. Slutdatumet 31 maj 2023 har passerat utan att aktiviteten är redovisad som klar.',
  ],
  [
    'an uppdrag that has not begun',
    ACTIVITY,
    {
      ...LEVELS,
      activities: activities('Bygg ut'),
      activityStates: [
        { activity: 1, lifecycle: 'planned', startOn: '2023-03-01', endOn: null, atMeeting: false },
      ],
    },
    'Uppdraget är ännu inte bedömt. Det är inte påbörjat. Startdatumet 1 mars 2023 har passerat utan att uppdraget är redovisat som påbörjat.',
  ],
  [
    'an aktivitet that was stopped',
    ACTIVITY,
    {
      levels: [aLevel(), AKTIVITET],
      activities: activities('Bygg ut'),
      activityStates: [
        { activity: 1, lifecycle: 'cancelled', startOn: null, endOn: null, atMeeting: false },
      ],
    },
    'Aktiviteten är ännu inte bedömd. Den är avbruten.',
  ],
  [
    'an aktivitet on hold',
    ACTIVITY,
    {
      levels: [aLevel(), AKTIVITET],
      activities: activities('Bygg ut'),
      activityStates: [
        { activity: 1, lifecycle: 'paused', startOn: null, endOn: null, atMeeting: false },
      ],
    },
    'Aktiviteten är ännu inte bedömd. Den är pausad.',
  ],
  [
    'a date that there is not',
    ACTIVITY,
    { ...LEVELS, activities: [anActivity({ level: 2, end: { day: null, text: '2023-04-31' } })] },
    'Uppdraget är ännu inte bedömt. Slutdatum i planen är ”2023-04-31” (går inte att läsa som ett datum).',
  ],
])('%s', (_, about, given, text) => {
  expect(read(draftIn(assessAll(aSnapshot(given)), about))).toBe(text);
});
