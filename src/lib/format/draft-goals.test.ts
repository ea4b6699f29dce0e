import { expect, test } from 'vitest';
import { assessAll } from '#lib/domain/assess-all.ts';
import type { About } from '#lib/domain/bound.ts';
import type { Goal, Level } from '#lib/domain/model.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import {
  aCeiling,
  aGoal,
  aJudgement,
  aLevel,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { aScaleOf, draftIn, read } from '../../../tests/drafted.ts';
import { atLeast } from '../../../tests/rules.ts';

/* A goal in words. */

const AR = anOccasion({ id: 2, key: 'ar-2023', kind: 'ar', title: 'Årsredovisning 2023' });
const DELAR_2022 = anOccasion({
  id: 3,
  key: 'delar-2022',
  title: 'Delår 2022',
  year: 2022,
  cutoffOn: '2022-08-31',
  phase: 'last',
});
const FORECAST = { forecastOccasion: AR, later: [AR] };
const OUTCOME = { occasion: AR };
/** What somebody says of a goal or an activity. */
const said = (kind: 'goal' | 'activity', id: number, step: string, more: object = {}) =>
  aJudgement({ subject: { kind, id }, said: { kind: 'step', step }, ...more });
const outcome = (id: number, step: string) => said('goal', id, step, { aspect: 'outcome' });

const KALMAR = { scales: [aScaleOf('Helt uppfyllt', 'Delvis uppfyllt', 'Ej uppfyllt')] };
const SOLNA = {
  scales: [
    aScaleOf('Målet uppfylls i år', 'Målet uppfylls delvis i år', 'Målet uppfylls inte i år'),
  ],
};

const goals = (...titles: readonly string[]): readonly Goal[] =>
  titles.map((title, index) => aGoal({ id: index + 1, key: `mal-${index + 1}`, title }));
const named = (singular: string, plural: string): readonly Level[] => [
  aLevel({ singular, plural }),
];
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
type Row = [string, About, Partial<Snapshot>, string];

test.each<Row>([
  // How a goal stands ------------------------------------------------------------------------------
  ['nobody has said', GOAL, ONE, 'Målet är ännu inte bedömt.'],
  [
    'a forecast',
    GOAL,
    { ...ONE, ...FORECAST, judgements: [said('goal', 1, YELLOW.key)] },
    'Målet bedöms delvis uppnås till årsredovisningen 2023.',
  ],
  [
    'a forecast, to nowhere',
    GOAL,
    { ...ONE, judgements: [said('goal', 1, GREEN.key)] },
    'Målet bedöms uppnås.',
  ],
  [
    'an outcome',
    GOAL,
    { ...ONE, ...OUTCOME, judgements: [outcome(1, RED.key)] },
    'Bedömningen är ”ej uppnått”.',
  ],
  [
    'in other words',
    GOAL,
    { ...ONE, ...OUTCOME, ...KALMAR, judgements: [outcome(1, YELLOW.key)] },
    'Bedömningen är ”delvis uppfyllt”.',
  ],
  [
    'a step that is a sentence',
    GOAL,
    { ...ONE, ...OUTCOME, ...SOLNA, judgements: [outcome(1, GREEN.key)] },
    'Målet uppfylls i år.',
  ],
  [
    'measured later',
    GOAL,
    { ...ONE, ...FORECAST, judgements: [aJudgement({ said: { kind: 'mats_senare', to: 2 } })] },
    'Målet mäts till årsredovisningen 2023.',
  ],
  [
    'not evaluated, and why',
    GOAL,
    {
      ...ONE,
      judgements: [
        aJudgement({ said: { kind: 'ej_utvarderad' }, reason: 'Tiden har inte räckt.' }),
      ],
    },
    'Målet har inte utvärderats. Skälet är: Tiden har inte räckt.',
  ],
  [
    'not evaluated, and not why',
    GOAL,
    { ...ONE, judgements: [aJudgement({ said: { kind: 'ej_utvarderad' } })] },
    'Målet har inte utvärderats, och skäl saknas.',
  ],
  [
    'by the rule',
    GOAL,
    {
      ...ONE,
      ...FORECAST,
      levels: [aLevel({ policy: { kind: 'worst' } })],
      plans: [{ ...aSnapshot().plans[0]!, judgedBy: 'rule' }],
      ...indicators(84, 70),
    },
    'Målet bedöms ej uppnås till årsredovisningen 2023, beräknat ur underlaget. Av 2 indikatorer når 1 målvärdet och 1 når det inte. Målvärdet nås inte för mått 2.',
  ],
  [
    'a level that is not judged says nothing',
    GOAL,
    { ...ONE, levels: [aLevel({ reported: {} })] },
    '',
  ],
  [
    'a level of two words',
    GOAL,
    { ...ONE, levels: named('långsiktigt mål', 'långsiktiga mål') },
    'Det långsiktiga målet är ännu inte bedömt.',
  ],
  [
    'a level with whose it is',
    GOAL,
    { ...ONE, levels: named('nämndens mål', 'nämndens mål') },
    'Nämndens mål är ännu inte bedömt.',
  ],
  [
    'a level with a time',
    GOAL,
    { ...ONE, levels: named('mål på kort sikt', 'mål på kort sikt') },
    'Målet på kort sikt är ännu inte bedömt.',
  ],
  [
    'a level whose word is not known',
    GOAL,
    { ...ONE, levels: named('strålkastare', 'strålkastare') },
    'Det är ännu inte bedömt.',
  ],
  [
    'a level that is a den',
    GOAL,
    { ...ONE, levels: named('inriktning', 'inriktningar') },
    'Inriktningen är ännu inte bedömd.',
  ],
  // What it goes against ---------------------------------------------------------------------------
  [
    'a ceiling',
    GOAL,
    {
      ...ONE,
      judgements: [said('goal', 1, YELLOW.key)],
      ceilings: [aCeiling({ words: 'indikatorer mäts först till årsredovisningen' })],
    },
    'Målet bedöms delvis uppnås. Som mest kan bedömningen bli ”delvis uppnått”: indikatorer mäts först till årsredovisningen.',
  ],
  [
    'over the ceiling, and not why',
    GOAL,
    {
      ...ONE,
      judgements: [said('goal', 1, GREEN.key)],
      ceilings: [aCeiling({ words: 'indikatorer återstår.' })],
    },
    'Målet bedöms uppnås. Enligt underlaget kan bedömningen som mest bli ”delvis uppnått”: indikatorer återstår. Nämnden går över det, och skäl saknas.',
  ],
  [
    'over the ceiling, and why',
    GOAL,
    {
      ...ONE,
      judgements: [said('goal', 1, GREEN.key, { reason: 'Resultatet är redan klart.' })],
      ceilings: [aCeiling({ words: 'indikatorer återstår' })],
    },
    'Målet bedöms uppnås. Enligt underlaget kan bedömningen som mest bli ”delvis uppnått”: indikatorer återstår. Nämnden går över det. Skälet är: Resultatet är redan klart.',
  ],
  [
    'better than its measures',
    GOAL,
    {
      ...ONE,
      levels: [aLevel({ policy: { kind: 'worst' } })],
      judgements: [said('goal', 1, YELLOW.key)],
      ...indicators(70),
    },
    'Målet bedöms delvis uppnås. Bedömningen är bättre än underlaget, som talar för ”ej uppnått”. Skäl saknas. Målvärdet nås inte för mått 1.',
  ],
  [
    'worse than its measures, and why',
    GOAL,
    {
      ...ONE,
      levels: [aLevel({ policy: { kind: 'worst' } })],
      judgements: [said('goal', 1, YELLOW.key, { reason: 'Brukarna är inte nöjda' })],
      ...indicators(84),
    },
    'Målet bedöms delvis uppnås. Bedömningen är sämre än underlaget, som talar för ”uppnått”. Skälet är: Brukarna är inte nöjda. Indikatorn når målvärdet.',
  ],
  [
    'the best though a measure is missed',
    GOAL,
    { ...ONE, judgements: [said('goal', 1, GREEN.key)], ...indicators(84, 70) },
    'Målet bedöms uppnås. Bedömningen är den bästa trots att 1 indikator inte når målvärdet. Av 2 indikatorer når 1 målvärdet och 1 når det inte. Målvärdet nås inte för mått 2.',
  ],
  [
    'the worst though all are met',
    GOAL,
    { ...ONE, judgements: [said('goal', 1, RED.key)], ...indicators(84, 90) },
    'Målet bedöms ej uppnås. Bedömningen är den sämsta trots att alla 2 indikatorer når målvärdet. Av 2 indikatorer når båda målvärdet.',
  ],
  [
    'changed at the meeting',
    GOAL,
    {
      ...ONE,
      judgements: [said('goal', 1, YELLOW.key, { sent: { kind: 'step', step: GREEN.key } })],
    },
    'Målet bedöms delvis uppnås. Det ändrades vid sammanträdet; i utskicket var prognosen ”uppnått”.',
  ],
  [
    'not all of it is known',
    GOAL,
    {
      ...ONE,
      levels: [aLevel({ policy: { kind: 'worst' } })],
      judgements: [said('goal', 1, GREEN.key)],
      ...indicators(84, null, null),
    },
    'Målet bedöms uppnås. Underlaget täcker 1 av 3 delar. Av 3 indikatorer når 1 målvärdet och 2 kan inte bedömas.',
  ],
  [
    'how it was before',
    GOAL,
    {
      ...ONE,
      judgements: [said('goal', 1, GREEN.key)],
      earlier: [{ occasion: DELAR_2022, judgements: [said('goal', 1, RED.key, { occasion: 3 })] }],
    },
    'Målet bedöms uppnås. I delårsrapporten 2022 var prognosen ”ej uppnått”.',
  ],
])('%s', (_, about, given, text) => {
  expect(read(draftIn(assessAll(aSnapshot(given)), about))).toBe(text);
});
